-- guard: dues_allocation_within_payment on dues_allocation
CREATE TRIGGER dues_allocation_within_payment AFTER INSERT ON dues_allocation
WHEN (SELECT sum(amount) FROM dues_allocation WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
  > (SELECT amount FROM dues_payment WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'months never take more than was paid'); END

-- guard: dues_collection_keeps on dues_collection
CREATE TRIGGER dues_collection_keeps BEFORE UPDATE ON dues_collection
WHEN OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL
  OR (NEW.cooperative_id, NEW.id, NEW.name, NEW.day, NEW.cash_code, NEW.cash_holder, NEW.opened_by, NEW.opened_at, NEW.request_id)
  IS NOT (OLD.cooperative_id, OLD.id, OLD.name, OLD.day, OLD.cash_code, OLD.cash_holder, OLD.opened_by, OLD.opened_at, OLD.request_id)
BEGIN SELECT RAISE(ABORT, 'a collection keeps its facts; it can only be closed, once'); END

-- guard: dues_collection_stays on dues_collection
CREATE TRIGGER dues_collection_stays BEFORE DELETE ON dues_collection
BEGIN SELECT RAISE(ABORT, 'a collection is kept as it was'); END

-- guard: dues_collection_is_not_replaced on dues_collection
CREATE TRIGGER dues_collection_is_not_replaced BEFORE INSERT ON dues_collection
WHEN EXISTS (SELECT 1 FROM dues_collection WHERE cooperative_id = NEW.cooperative_id AND (id = NEW.id OR request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'a collection is kept as it was'); END

-- guard: dues_gathered_while_open on dues_gathered
CREATE TRIGGER dues_gathered_while_open BEFORE INSERT ON dues_gathered
WHEN EXISTS (SELECT 1 FROM dues_collection WHERE cooperative_id = NEW.cooperative_id AND id = NEW.collection_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a collection that is closed'); END
