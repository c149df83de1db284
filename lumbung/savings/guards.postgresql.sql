-- guard: term_deposit_keeps on savings_termdeposit
CREATE OR REPLACE FUNCTION term_deposit_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a term deposit is kept as it was agreed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_deposit_keeps BEFORE UPDATE ON savings_termdeposit FOR EACH ROW EXECUTE FUNCTION term_deposit_keeps();

-- guard: term_deposit_stays on savings_termdeposit
CREATE OR REPLACE FUNCTION term_deposit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a term deposit is kept as it was agreed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_deposit_stays BEFORE DELETE ON savings_termdeposit FOR EACH ROW EXECUTE FUNCTION term_deposit_stays();

-- guard: term_deposit_is_not_replaced on savings_termdeposit
CREATE OR REPLACE FUNCTION term_deposit_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a term deposit is kept as it was agreed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_deposit_is_not_replaced BEFORE TRUNCATE ON savings_termdeposit FOR EACH STATEMENT EXECUTE FUNCTION term_deposit_is_not_replaced();

-- guard: interest_keeps on savings_interest
CREATE OR REPLACE FUNCTION interest_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'interest is kept as it was credited' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER interest_keeps BEFORE UPDATE ON savings_interest FOR EACH ROW EXECUTE FUNCTION interest_keeps();

-- guard: interest_stays on savings_interest
CREATE OR REPLACE FUNCTION interest_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'interest is kept as it was credited' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER interest_stays BEFORE DELETE ON savings_interest FOR EACH ROW EXECUTE FUNCTION interest_stays();

-- guard: interest_is_not_replaced on savings_interest
CREATE OR REPLACE FUNCTION interest_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'interest is kept as it was credited' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER interest_is_not_replaced BEFORE TRUNCATE ON savings_interest FOR EACH STATEMENT EXECUTE FUNCTION interest_is_not_replaced();

-- guard: term_entry_keeps on savings_termentry
CREATE OR REPLACE FUNCTION term_entry_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a term deposit gave back is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_entry_keeps BEFORE UPDATE ON savings_termentry FOR EACH ROW EXECUTE FUNCTION term_entry_keeps();

-- guard: term_entry_stays on savings_termentry
CREATE OR REPLACE FUNCTION term_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a term deposit gave back is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_entry_stays BEFORE DELETE ON savings_termentry FOR EACH ROW EXECUTE FUNCTION term_entry_stays();

-- guard: term_entry_is_not_replaced on savings_termentry
CREATE OR REPLACE FUNCTION term_entry_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a term deposit gave back is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_entry_is_not_replaced BEFORE TRUNCATE ON savings_termentry FOR EACH STATEMENT EXECUTE FUNCTION term_entry_is_not_replaced();

-- guard: term_gives_back_what_was_placed on savings_termentry
CREATE OR REPLACE FUNCTION term_gives_back_what_was_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(given.principal) FROM savings_termentry given
      WHERE given.cooperative_id = NEW.cooperative_id AND given.deposit_id = NEW.deposit_id AND NOT EXISTS (
        SELECT 1 FROM ledger_entry undone
        WHERE undone.cooperative_id = given.cooperative_id AND undone.reverses = given.number))
    > (SELECT amount FROM savings_termdeposit WHERE cooperative_id = NEW.cooperative_id AND id = NEW.deposit_id) THEN
    RAISE EXCEPTION 'a term deposit gives back what was placed, once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER term_gives_back_what_was_placed AFTER INSERT ON savings_termentry FOR EACH ROW EXECUTE FUNCTION term_gives_back_what_was_placed();
