-- guard: printing_keeps on receipts_printing
CREATE TRIGGER printing_keeps BEFORE UPDATE ON receipts_printing
BEGIN SELECT RAISE(ABORT, 'a copy that was printed stays printed'); END

-- guard: printing_stays on receipts_printing
CREATE TRIGGER printing_stays BEFORE DELETE ON receipts_printing
BEGIN SELECT RAISE(ABORT, 'a copy that was printed stays printed'); END

-- guard: printing_is_not_replaced on receipts_printing
CREATE TRIGGER printing_is_not_replaced BEFORE INSERT ON receipts_printing
WHEN EXISTS (SELECT 1 FROM receipts_printing WHERE cooperative_id = NEW.cooperative_id
  AND ((number = NEW.number AND kind = NEW.kind AND copy = NEW.copy) OR request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'a copy that was printed stays printed'); END

-- guard: message_keeps on receipts_message
CREATE TRIGGER message_keeps BEFORE UPDATE ON receipts_message
BEGIN SELECT RAISE(ABORT, 'a message is kept as it was sent'); END

-- guard: message_stays on receipts_message
CREATE TRIGGER message_stays BEFORE DELETE ON receipts_message
BEGIN SELECT RAISE(ABORT, 'a message is kept as it was sent'); END

-- guard: message_is_not_replaced on receipts_message
CREATE TRIGGER message_is_not_replaced BEFORE INSERT ON receipts_message
WHEN EXISTS (SELECT 1 FROM receipts_message WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'a message is kept as it was sent'); END
