-- guard: portal_card_stays on portal_card
CREATE TRIGGER portal_card_stays BEFORE DELETE ON portal_card
BEGIN SELECT RAISE(ABORT, 'a card of the door stays'); END

-- guard: portal_card_is_not_replaced on portal_card
CREATE TRIGGER portal_card_is_not_replaced BEFORE INSERT ON portal_card
WHEN EXISTS (SELECT 1 FROM portal_card WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM portal_card WHERE cooperative_id = NEW.cooperative_id AND code_hash = NEW.code_hash)
BEGIN SELECT RAISE(ABORT, 'a card of the door stays'); END

-- guard: portal_card_opens_once on portal_card
CREATE TRIGGER portal_card_opens_once BEFORE UPDATE ON portal_card
WHEN OLD.used_at IS NOT NULL OR OLD.ended_at IS NOT NULL OR OLD.code_hash <> NEW.code_hash OR OLD.member_id <> NEW.member_id
  OR OLD.expires_at <> NEW.expires_at OR OLD.printed_at <> NEW.printed_at OR OLD.printed_by <> NEW.printed_by
  OR OLD.id <> NEW.id OR OLD.cooperative_id <> NEW.cooperative_id
BEGIN SELECT RAISE(ABORT, 'a card opens the door once'); END
