-- guard: membership_settlement_keeps on membership_settlement
CREATE TRIGGER membership_settlement_keeps BEFORE UPDATE ON membership_settlement
BEGIN SELECT RAISE(ABORT, 'a settlement is kept as it was made'); END

-- guard: membership_settlement_stays on membership_settlement
CREATE TRIGGER membership_settlement_stays BEFORE DELETE ON membership_settlement
BEGIN SELECT RAISE(ABORT, 'a settlement is kept as it was made'); END

-- guard: membership_settlement_is_not_replaced on membership_settlement
CREATE TRIGGER membership_settlement_is_not_replaced BEFORE INSERT ON membership_settlement
WHEN EXISTS (SELECT 1 FROM membership_settlement WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM membership_settlement WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'a settlement is kept as it was made'); END

-- guard: membership_refund_keeps on membership_refund
CREATE TRIGGER membership_refund_keeps BEFORE UPDATE ON membership_refund
BEGIN SELECT RAISE(ABORT, 'a refund is kept as it was made'); END

-- guard: membership_refund_stays on membership_refund
CREATE TRIGGER membership_refund_stays BEFORE DELETE ON membership_refund
BEGIN SELECT RAISE(ABORT, 'a refund is kept as it was made'); END

-- guard: membership_refund_is_not_replaced on membership_refund
CREATE TRIGGER membership_refund_is_not_replaced BEFORE INSERT ON membership_refund
WHEN EXISTS (SELECT 1 FROM membership_refund WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a refund is kept as it was made'); END

-- guard: membership_merge_keeps on membership_merge
CREATE TRIGGER membership_merge_keeps BEFORE UPDATE ON membership_merge
BEGIN SELECT RAISE(ABORT, 'a merge is kept as it was made'); END

-- guard: membership_merge_stays on membership_merge
CREATE TRIGGER membership_merge_stays BEFORE DELETE ON membership_merge
BEGIN SELECT RAISE(ABORT, 'a merge is kept as it was made'); END

-- guard: membership_merge_is_not_replaced on membership_merge
CREATE TRIGGER membership_merge_is_not_replaced BEFORE INSERT ON membership_merge
WHEN EXISTS (SELECT 1 FROM membership_merge WHERE cooperative_id = NEW.cooperative_id AND gone_id = NEW.gone_id)
BEGIN SELECT RAISE(ABORT, 'a merge is kept as it was made'); END
