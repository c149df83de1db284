-- guard: dues_look_keeps on surplus_dueslook
CREATE TRIGGER dues_look_keeps BEFORE UPDATE ON surplus_dueslook
BEGIN SELECT RAISE(ABORT, 'what was said of a month stays said'); END

-- guard: dues_look_stays on surplus_dueslook
CREATE TRIGGER dues_look_stays BEFORE DELETE ON surplus_dueslook
BEGIN SELECT RAISE(ABORT, 'a row about a month is never taken away'); END

-- guard: dues_look_is_not_replaced on surplus_dueslook
CREATE TRIGGER dues_look_is_not_replaced BEFORE INSERT ON surplus_dueslook
WHEN EXISTS (SELECT 1 FROM surplus_dueslook WHERE cooperative_id = NEW.cooperative_id
  AND (month = NEW.month))
BEGIN SELECT RAISE(ABORT, 'a row about a month is never taken away'); END

-- guard: reopening_keeps on surplus_reopening
CREATE TRIGGER reopening_keeps BEFORE UPDATE ON surplus_reopening
BEGIN SELECT RAISE(ABORT, 'what was said of a month stays said'); END

-- guard: reopening_stays on surplus_reopening
CREATE TRIGGER reopening_stays BEFORE DELETE ON surplus_reopening
BEGIN SELECT RAISE(ABORT, 'a row about a month is never taken away'); END

-- guard: reopening_is_not_replaced on surplus_reopening
CREATE TRIGGER reopening_is_not_replaced BEFORE INSERT ON surplus_reopening
WHEN EXISTS (SELECT 1 FROM surplus_reopening WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'a row about a month is never taken away'); END

-- guard: reopening_answer_keeps on surplus_reopeninganswer
CREATE TRIGGER reopening_answer_keeps BEFORE UPDATE ON surplus_reopeninganswer
BEGIN SELECT RAISE(ABORT, 'what was said of a month stays said'); END

-- guard: reopening_answer_stays on surplus_reopeninganswer
CREATE TRIGGER reopening_answer_stays BEFORE DELETE ON surplus_reopeninganswer
BEGIN SELECT RAISE(ABORT, 'a row about a month is never taken away'); END

-- guard: reopening_answer_is_not_replaced on surplus_reopeninganswer
CREATE TRIGGER reopening_answer_is_not_replaced BEFORE INSERT ON surplus_reopeninganswer
WHEN EXISTS (SELECT 1 FROM surplus_reopeninganswer WHERE cooperative_id = NEW.cooperative_id
  AND (reopening_id = NEW.reopening_id OR number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a row about a month is never taken away'); END

-- guard: reopening_by_two on surplus_reopeninganswer
CREATE TRIGGER reopening_by_two BEFORE INSERT ON surplus_reopeninganswer
WHEN EXISTS (SELECT 1 FROM surplus_reopening r WHERE r.cooperative_id = NEW.cooperative_id
  AND r.id = NEW.reopening_id AND r.asked_by = NEW."by")
BEGIN SELECT RAISE(ABORT, 'opening a month again needs two people'); END
