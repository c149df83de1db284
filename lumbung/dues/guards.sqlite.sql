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
