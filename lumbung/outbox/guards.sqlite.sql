-- guard: receipt_keeps on outbox_receipt
CREATE TRIGGER receipt_keeps BEFORE UPDATE ON outbox_receipt
BEGIN SELECT RAISE(ABORT, 'what a device was answered stays answered'); END

-- guard: receipt_stays on outbox_receipt
CREATE TRIGGER receipt_stays BEFORE DELETE ON outbox_receipt
BEGIN SELECT RAISE(ABORT, 'what a device was answered stays answered'); END

-- guard: receipt_is_not_replaced on outbox_receipt
CREATE TRIGGER receipt_is_not_replaced BEFORE INSERT ON outbox_receipt
WHEN EXISTS (SELECT 1 FROM outbox_receipt WHERE cooperative_id = NEW.cooperative_id AND (id = NEW.id OR uuid = NEW.uuid))
BEGIN SELECT RAISE(ABORT, 'what a device was answered stays answered'); END
