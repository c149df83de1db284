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

-- guard: portal_look_keeps on portal_look
CREATE OR REPLACE FUNCTION portal_look_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'who looked is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_look_keeps BEFORE UPDATE ON portal_look FOR EACH ROW EXECUTE FUNCTION portal_look_keeps();

-- guard: portal_look_stays on portal_look
CREATE OR REPLACE FUNCTION portal_look_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'who looked is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_look_stays BEFORE DELETE ON portal_look FOR EACH ROW EXECUTE FUNCTION portal_look_stays();

-- guard: portal_look_is_not_replaced on portal_look
CREATE OR REPLACE FUNCTION portal_look_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'who looked is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_look_is_not_replaced BEFORE TRUNCATE ON portal_look FOR EACH STATEMENT EXECUTE FUNCTION portal_look_is_not_replaced();

-- guard: portal_consent_keeps on portal_consent
CREATE OR REPLACE FUNCTION portal_consent_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a consent is kept as it was given' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_consent_keeps BEFORE UPDATE ON portal_consent FOR EACH ROW EXECUTE FUNCTION portal_consent_keeps();

-- guard: portal_consent_stays on portal_consent
CREATE OR REPLACE FUNCTION portal_consent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a consent is kept as it was given' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_consent_stays BEFORE DELETE ON portal_consent FOR EACH ROW EXECUTE FUNCTION portal_consent_stays();

-- guard: portal_consent_is_not_replaced on portal_consent
CREATE OR REPLACE FUNCTION portal_consent_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a consent is kept as it was given' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER portal_consent_is_not_replaced BEFORE TRUNCATE ON portal_consent FOR EACH STATEMENT EXECUTE FUNCTION portal_consent_is_not_replaced();
