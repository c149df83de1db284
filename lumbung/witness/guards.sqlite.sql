-- guard: head_only_grows on witness_head
CREATE TRIGGER head_only_grows BEFORE UPDATE ON witness_head
WHEN NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.root <> OLD.root)
  OR NEW.cooperative_id <> OLD.cooperative_id
BEGIN SELECT RAISE(ABORT, 'the head of a book only moves forward'); END

-- guard: head_stays on witness_head
CREATE TRIGGER head_stays BEFORE DELETE ON witness_head
BEGIN SELECT RAISE(ABORT, 'the head of a book is never taken away'); END

-- guard: head_is_not_replaced on witness_head
CREATE TRIGGER head_is_not_replaced BEFORE INSERT ON witness_head
WHEN EXISTS (SELECT 1 FROM witness_head WHERE cooperative_id = NEW.cooperative_id)
BEGIN SELECT RAISE(ABORT, 'the head of a book only moves forward'); END
