-- guard: dues_payment_keeps on dues_payment
CREATE TRIGGER dues_payment_keeps BEFORE UPDATE ON dues_payment
BEGIN SELECT RAISE(ABORT, 'a payment of dues is kept as it was made'); END

-- guard: dues_payment_stays on dues_payment
CREATE TRIGGER dues_payment_stays BEFORE DELETE ON dues_payment
BEGIN SELECT RAISE(ABORT, 'a payment of dues is kept as it was made'); END

-- guard: dues_payment_is_not_replaced on dues_payment
CREATE TRIGGER dues_payment_is_not_replaced BEFORE INSERT ON dues_payment
WHEN EXISTS (SELECT 1 FROM dues_payment WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a payment of dues is kept as it was made'); END

-- guard: dues_bill_keeps on dues_bill
CREATE TRIGGER dues_bill_keeps BEFORE UPDATE ON dues_bill
BEGIN SELECT RAISE(ABORT, 'a bill of dues is kept as it was made'); END

-- guard: dues_bill_stays on dues_bill
CREATE TRIGGER dues_bill_stays BEFORE DELETE ON dues_bill
BEGIN SELECT RAISE(ABORT, 'a bill of dues is kept as it was made'); END

-- guard: dues_bill_is_not_replaced on dues_bill
CREATE TRIGGER dues_bill_is_not_replaced BEFORE INSERT ON dues_bill
WHEN EXISTS (SELECT 1 FROM dues_bill WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a bill of dues is kept as it was made'); END

-- guard: dues_allocation_keeps on dues_allocation
CREATE TRIGGER dues_allocation_keeps BEFORE UPDATE ON dues_allocation
BEGIN SELECT RAISE(ABORT, 'an allocation of dues is kept as it was made'); END

-- guard: dues_allocation_stays on dues_allocation
CREATE TRIGGER dues_allocation_stays BEFORE DELETE ON dues_allocation
BEGIN SELECT RAISE(ABORT, 'an allocation of dues is kept as it was made'); END

-- guard: dues_allocation_is_not_replaced on dues_allocation
CREATE TRIGGER dues_allocation_is_not_replaced BEFORE INSERT ON dues_allocation
WHEN EXISTS (SELECT 1 FROM dues_allocation WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number AND period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'an allocation of dues is kept as it was made'); END

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

-- guard: dues_gathered_keeps on dues_gathered
CREATE TRIGGER dues_gathered_keeps BEFORE UPDATE ON dues_gathered
BEGIN SELECT RAISE(ABORT, 'who took a payment is kept as it was'); END

-- guard: dues_gathered_stays on dues_gathered
CREATE TRIGGER dues_gathered_stays BEFORE DELETE ON dues_gathered
BEGIN SELECT RAISE(ABORT, 'who took a payment is kept as it was'); END

-- guard: dues_gathered_is_not_replaced on dues_gathered
CREATE TRIGGER dues_gathered_is_not_replaced BEFORE INSERT ON dues_gathered
WHEN EXISTS (SELECT 1 FROM dues_gathered WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'who took a payment is kept as it was'); END

-- guard: dues_gathered_while_open on dues_gathered
CREATE TRIGGER dues_gathered_while_open BEFORE INSERT ON dues_gathered
WHEN EXISTS (SELECT 1 FROM dues_collection WHERE cooperative_id = NEW.cooperative_id AND id = NEW.collection_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a collection that is closed'); END
-- guard: dues_settled_keeps on dues_settled
CREATE TRIGGER dues_settled_keeps BEFORE UPDATE ON dues_settled
BEGIN SELECT RAISE(ABORT, 'the end of dues is kept as it was made'); END

-- guard: dues_settled_stays on dues_settled
CREATE TRIGGER dues_settled_stays BEFORE DELETE ON dues_settled
BEGIN SELECT RAISE(ABORT, 'the end of dues is kept as it was made'); END

-- guard: dues_settled_is_not_replaced on dues_settled
CREATE TRIGGER dues_settled_is_not_replaced BEFORE INSERT ON dues_settled
WHEN EXISTS (SELECT 1 FROM dues_settled WHERE cooperative_id = NEW.cooperative_id AND member_id = NEW.member_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the end of dues is kept as it was made'); END
