-- guard: advance_keeps on cash_advance
CREATE OR REPLACE FUNCTION advance_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.cooperative_id, NEW.id, NEW.holder, NEW.holder_name, NEW.purpose, NEW.amount, NEW.given_on, NEW.given_number)
    IS DISTINCT FROM
    (OLD.cooperative_id, OLD.id, OLD.holder, OLD.holder_name, OLD.purpose, OLD.amount, OLD.given_on, OLD.given_number)
    OR NEW.settled_number IS NULL OR NEW.settled_number <= OLD.settled_number THEN
    RAISE EXCEPTION 'an advance keeps its facts; it can only be settled' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER advance_keeps BEFORE UPDATE ON cash_advance
FOR EACH ROW EXECUTE FUNCTION advance_keeps();

-- guard: advance_stays on cash_advance
CREATE OR REPLACE FUNCTION advance_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of cash is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER advance_stays BEFORE DELETE OR TRUNCATE ON cash_advance
FOR EACH STATEMENT EXECUTE FUNCTION advance_stays();

-- guard: unidentified_keeps on cash_unidentifiedreceipt
CREATE OR REPLACE FUNCTION unidentified_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.cooperative_id, NEW.id, NEW.inward, NEW.amount, NEW.booked_on, NEW.text, NEW.number)
    IS DISTINCT FROM
    (OLD.cooperative_id, OLD.id, OLD.inward, OLD.amount, OLD.booked_on, OLD.text, OLD.number)
    OR NEW.identified_number IS NULL OR NEW.identified_number <= OLD.identified_number THEN
    RAISE EXCEPTION 'a receipt keeps its facts; it can only be named' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unidentified_keeps BEFORE UPDATE ON cash_unidentifiedreceipt
FOR EACH ROW EXECUTE FUNCTION unidentified_keeps();

-- guard: unidentified_stays on cash_unidentifiedreceipt
CREATE OR REPLACE FUNCTION unidentified_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of cash is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER unidentified_stays BEFORE DELETE OR TRUNCATE ON cash_unidentifiedreceipt
FOR EACH STATEMENT EXECUTE FUNCTION unidentified_stays();

-- guard: cash_place_keeps on cash_cashplace
CREATE OR REPLACE FUNCTION cash_place_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.cooperative_id, NEW.id, NEW.kind, NEW.account_code, NEW.opened_on)
    IS DISTINCT FROM
    (OLD.cooperative_id, OLD.id, OLD.kind, OLD.account_code, OLD.opened_on) THEN
    RAISE EXCEPTION 'a place keeps its account; it can only be renamed and closed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cash_place_keeps BEFORE UPDATE ON cash_cashplace
FOR EACH ROW EXECUTE FUNCTION cash_place_keeps();

-- guard: cash_place_stays on cash_cashplace
CREATE OR REPLACE FUNCTION cash_place_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of cash is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER cash_place_stays BEFORE DELETE OR TRUNCATE ON cash_cashplace
FOR EACH STATEMENT EXECUTE FUNCTION cash_place_stays();

-- guard: supplier_keeps on cash_supplier
CREATE OR REPLACE FUNCTION supplier_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.cooperative_id, NEW.id)
    IS DISTINCT FROM
    (OLD.cooperative_id, OLD.id) THEN
    RAISE EXCEPTION 'a supplier keeps its number' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER supplier_keeps BEFORE UPDATE ON cash_supplier
FOR EACH ROW EXECUTE FUNCTION supplier_keeps();

-- guard: supplier_stays on cash_supplier
CREATE OR REPLACE FUNCTION supplier_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of cash is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supplier_stays BEFORE DELETE OR TRUNCATE ON cash_supplier
FOR EACH STATEMENT EXECUTE FUNCTION supplier_stays();

-- guard: handover_answer_by_the_taker on cash_handoveranswer
CREATE OR REPLACE FUNCTION handover_answer_by_the_taker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM cash_handover h WHERE h.cooperative_id = NEW.cooperative_id
  AND h.count_id = NEW.count_id AND h.taker = NEW."by") THEN
    RAISE EXCEPTION 'only the one who takes a till can say that she has it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handover_answer_by_the_taker BEFORE INSERT ON cash_handoveranswer
FOR EACH ROW EXECUTE FUNCTION handover_answer_by_the_taker();

-- guard: statement_keeps on cash_bankstatement
CREATE OR REPLACE FUNCTION statement_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what the bank printed is kept as it came' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER statement_keeps BEFORE UPDATE ON cash_bankstatement
FOR EACH STATEMENT EXECUTE FUNCTION statement_keeps();

-- guard: statement_stays on cash_bankstatement
CREATE OR REPLACE FUNCTION statement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of cash is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER statement_stays BEFORE DELETE OR TRUNCATE ON cash_bankstatement
FOR EACH STATEMENT EXECUTE FUNCTION statement_stays();

-- guard: bank_match_keeps on cash_bankmatch
CREATE OR REPLACE FUNCTION bank_match_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.cooperative_id, NEW.id, NEW.statement_id, NEW.position, NEW.place_id, NEW.number, NEW."by", NEW.matched_at)
    IS DISTINCT FROM
    (OLD.cooperative_id, OLD.id, OLD.statement_id, OLD.position, OLD.place_id, OLD.number, OLD."by", OLD.matched_at)
    OR NEW.released_by IS NULL OR OLD.released_by IS NOT NULL THEN
    RAISE EXCEPTION 'a match keeps its facts; it can only be released' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_match_keeps BEFORE UPDATE ON cash_bankmatch
FOR EACH ROW EXECUTE FUNCTION bank_match_keeps();

-- guard: bank_match_stays on cash_bankmatch
CREATE OR REPLACE FUNCTION bank_match_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of cash is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER bank_match_stays BEFORE DELETE OR TRUNCATE ON cash_bankmatch
FOR EACH STATEMENT EXECUTE FUNCTION bank_match_stays();

-- no guard: advance_is_not_replaced on cash_advance, PostgreSQL knows no INSERT OR REPLACE

-- no guard: unidentified_is_not_replaced on cash_unidentifiedreceipt, PostgreSQL knows no INSERT OR REPLACE

-- no guard: cash_place_is_not_replaced on cash_cashplace, PostgreSQL knows no INSERT OR REPLACE

-- no guard: supplier_is_not_replaced on cash_supplier, PostgreSQL knows no INSERT OR REPLACE

-- no guard: statement_is_not_replaced on cash_bankstatement, PostgreSQL knows no INSERT OR REPLACE

-- no guard: bank_match_is_not_replaced on cash_bankmatch, PostgreSQL knows no INSERT OR REPLACE
