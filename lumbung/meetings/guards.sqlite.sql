-- guard: termend_keeps on meetings_termend
CREATE TRIGGER termend_keeps BEFORE UPDATE ON meetings_termend
BEGIN SELECT RAISE(ABORT, 'the end of a term: kept as it was written'); END

-- guard: termend_stays on meetings_termend
CREATE TRIGGER termend_stays BEFORE DELETE ON meetings_termend
BEGIN SELECT RAISE(ABORT, 'the end of a term: kept as it was written'); END

-- guard: termend_is_not_replaced on meetings_termend
CREATE TRIGGER termend_is_not_replaced BEFORE INSERT ON meetings_termend
WHEN EXISTS (SELECT 1 FROM meetings_termend WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_termend WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_termend WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
  OR EXISTS (SELECT 1 FROM meetings_termend
    WHERE cooperative_id = NEW.cooperative_id AND term_id = NEW.term_id AND NEW.replaces_id IS NULL AND replaces_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: the end of a term: kept as it was written'); END
