-- guard: portal_card_stays on portal_card
CREATE OR REPLACE FUNCTION portal_card_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a card of the door stays' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_card_stays BEFORE DELETE ON portal_card FOR EACH ROW EXECUTE FUNCTION portal_card_stays();

-- guard: portal_card_is_not_replaced on portal_card
CREATE OR REPLACE FUNCTION portal_card_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a card of the door stays' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_card_is_not_replaced BEFORE TRUNCATE ON portal_card FOR EACH STATEMENT EXECUTE FUNCTION portal_card_is_not_replaced();

-- guard: portal_card_opens_once on portal_card
CREATE OR REPLACE FUNCTION portal_card_opens_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.used_at IS NOT NULL OR OLD.ended_at IS NOT NULL OR OLD.code_hash <> NEW.code_hash OR OLD.member_id <> NEW.member_id
  OR OLD.expires_at <> NEW.expires_at OR OLD.printed_at <> NEW.printed_at OR OLD.printed_by <> NEW.printed_by
  OR OLD.id <> NEW.id OR OLD.cooperative_id <> NEW.cooperative_id THEN RAISE EXCEPTION 'a card opens the door once' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER portal_card_opens_once BEFORE UPDATE ON portal_card FOR EACH ROW EXECUTE FUNCTION portal_card_opens_once();
