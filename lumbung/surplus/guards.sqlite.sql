-- guard: reopening_by_two on surplus_reopeninganswer
CREATE TRIGGER reopening_by_two BEFORE INSERT ON surplus_reopeninganswer
WHEN EXISTS (SELECT 1 FROM surplus_reopening r WHERE r.cooperative_id = NEW.cooperative_id
  AND r.id = NEW.reopening_id AND r.asked_by = NEW."by")
BEGIN SELECT RAISE(ABORT, 'opening a month again needs two people'); END
