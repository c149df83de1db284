-- guard: supervision_draw_keeps on supervision_draw
CREATE TRIGGER supervision_draw_keeps BEFORE UPDATE ON supervision_draw
BEGIN SELECT RAISE(ABORT, 'a sample stays as it was drawn'); END

-- guard: supervision_draw_stays on supervision_draw
CREATE TRIGGER supervision_draw_stays BEFORE DELETE ON supervision_draw
BEGIN SELECT RAISE(ABORT, 'a sample stays as it was drawn'); END

-- guard: supervision_draw_is_not_replaced on supervision_draw
CREATE TRIGGER supervision_draw_is_not_replaced BEFORE INSERT ON supervision_draw
WHEN EXISTS (SELECT 1 FROM supervision_draw WHERE cooperative_id = NEW.cooperative_id AND week = NEW.week)
BEGIN SELECT RAISE(ABORT, 'a sample stays as it was drawn'); END

-- guard: supervision_drawn_keeps on supervision_drawn
CREATE TRIGGER supervision_drawn_keeps BEFORE UPDATE ON supervision_drawn
BEGIN SELECT RAISE(ABORT, 'a sample stays as it was drawn'); END

-- guard: supervision_drawn_stays on supervision_drawn
CREATE TRIGGER supervision_drawn_stays BEFORE DELETE ON supervision_drawn
BEGIN SELECT RAISE(ABORT, 'a sample stays as it was drawn'); END

-- guard: supervision_drawn_is_not_replaced on supervision_drawn
CREATE TRIGGER supervision_drawn_is_not_replaced BEFORE INSERT ON supervision_drawn
WHEN EXISTS (SELECT 1 FROM supervision_drawn WHERE cooperative_id = NEW.cooperative_id AND week = NEW.week AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a sample stays as it was drawn'); END

-- guard: supervision_finding_keeps on supervision_finding
CREATE TRIGGER supervision_finding_keeps BEFORE UPDATE ON supervision_finding
BEGIN SELECT RAISE(ABORT, 'what a supervisor found is kept as it was written'); END

-- guard: supervision_finding_stays on supervision_finding
CREATE TRIGGER supervision_finding_stays BEFORE DELETE ON supervision_finding
BEGIN SELECT RAISE(ABORT, 'what a supervisor found is kept as it was written'); END

-- guard: supervision_finding_is_not_replaced on supervision_finding
CREATE TRIGGER supervision_finding_is_not_replaced BEFORE INSERT ON supervision_finding
WHEN EXISTS (SELECT 1 FROM supervision_finding WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM supervision_finding WHERE cooperative_id = NEW.cooperative_id AND week = NEW.week AND number = NEW.number)
  OR EXISTS (SELECT 1 FROM supervision_finding WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'what a supervisor found is kept as it was written'); END

-- guard: supervision_remark_keeps on supervision_remark
CREATE TRIGGER supervision_remark_keeps BEFORE UPDATE ON supervision_remark
BEGIN SELECT RAISE(ABORT, 'a follow-up is kept as it was written'); END

-- guard: supervision_remark_stays on supervision_remark
CREATE TRIGGER supervision_remark_stays BEFORE DELETE ON supervision_remark
BEGIN SELECT RAISE(ABORT, 'a follow-up is kept as it was written'); END

-- guard: supervision_remark_is_not_replaced on supervision_remark
CREATE TRIGGER supervision_remark_is_not_replaced BEFORE INSERT ON supervision_remark
WHEN EXISTS (SELECT 1 FROM supervision_remark WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM supervision_remark WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'a follow-up is kept as it was written'); END

-- guard: supervision_report_keeps on supervision_report
CREATE TRIGGER supervision_report_keeps BEFORE UPDATE ON supervision_report
BEGIN SELECT RAISE(ABORT, 'a signed report is kept as it was signed'); END

-- guard: supervision_report_stays on supervision_report
CREATE TRIGGER supervision_report_stays BEFORE DELETE ON supervision_report
BEGIN SELECT RAISE(ABORT, 'a signed report is kept as it was signed'); END

-- guard: supervision_report_is_not_replaced on supervision_report
CREATE TRIGGER supervision_report_is_not_replaced BEFORE INSERT ON supervision_report
WHEN EXISTS (SELECT 1 FROM supervision_report WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
  OR EXISTS (SELECT 1 FROM supervision_report WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'a signed report is kept as it was signed'); END

-- guard: supervision_remark_while_open on supervision_remark
CREATE TRIGGER supervision_remark_while_open BEFORE INSERT ON supervision_remark
WHEN EXISTS (SELECT 1 FROM supervision_remark
    WHERE cooperative_id = NEW.cooperative_id AND finding_id = NEW.finding_id AND kind = 'close')
  OR EXISTS (SELECT 1 FROM supervision_finding
    WHERE cooperative_id = NEW.cooperative_id AND id = NEW.finding_id AND verdict = 'ok')
BEGIN SELECT RAISE(ABORT, 'a closed follow-up stays closed'); END
