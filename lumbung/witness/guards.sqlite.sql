-- guard: witness_seen_grows on witness_seen
CREATE TRIGGER witness_seen_grows BEFORE INSERT ON witness_seen
WHEN EXISTS (SELECT 1 FROM witness_seen WHERE cooperative_id = NEW.cooperative_id AND watcher_id = NEW.watcher_id
  AND origin = NEW.origin AND size > NEW.size)
BEGIN SELECT RAISE(ABORT, 'a witness sees a book grow, never shrink'); END

-- guard: witness_keeps on witness_witness
CREATE TRIGGER witness_keeps BEFORE UPDATE ON witness_witness
WHEN (NEW.cooperative_id, NEW.id, NEW.kind, NEW.vkey, NEW."by", NEW.at)
  IS NOT (OLD.cooperative_id, OLD.id, OLD.kind, OLD.vkey, OLD."by", OLD.at)
BEGIN SELECT RAISE(ABORT, 'a witness keeps its key'); END

-- guard: witness_stays on witness_witness
CREATE TRIGGER witness_stays BEFORE DELETE ON witness_witness
BEGIN SELECT RAISE(ABORT, 'a witness is ended, never taken away'); END

-- guard: witness_is_not_replaced on witness_witness
CREATE TRIGGER witness_is_not_replaced BEFORE INSERT ON witness_witness
WHEN EXISTS (SELECT 1 FROM witness_witness WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR vkey = NEW.vkey))
BEGIN SELECT RAISE(ABORT, 'a witness is ended, never taken away'); END
