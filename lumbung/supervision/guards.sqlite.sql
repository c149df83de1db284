-- guard: supervision_remark_while_open on supervision_remark
CREATE TRIGGER supervision_remark_while_open BEFORE INSERT ON supervision_remark
WHEN EXISTS (SELECT 1 FROM supervision_remark
    WHERE cooperative_id = NEW.cooperative_id AND finding_id = NEW.finding_id AND kind = 'close')
  OR EXISTS (SELECT 1 FROM supervision_finding
    WHERE cooperative_id = NEW.cooperative_id AND id = NEW.finding_id AND verdict = 'ok')
BEGIN SELECT RAISE(ABORT, 'a closed follow-up stays closed'); END
