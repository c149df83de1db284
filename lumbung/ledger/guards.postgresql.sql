-- guard: book_moves_by_posting on ledger_book
CREATE OR REPLACE FUNCTION book_moves_by_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last_number <= OLD.last_number OR NEW.cooperative_id <> OLD.cooperative_id THEN
    RAISE EXCEPTION 'a book moves by posting only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_moves_by_posting BEFORE UPDATE ON ledger_book
FOR EACH ROW EXECUTE FUNCTION book_moves_by_posting();

-- guard: book_has_every_number on ledger_book
CREATE OR REPLACE FUNCTION book_has_every_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND number > OLD.last_number)
      <> NEW.last_number - OLD.last_number
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND number > NEW.last_number) THEN
    RAISE EXCEPTION 'the numbers of a book leave no gap' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER book_has_every_number AFTER UPDATE ON ledger_book
FOR EACH ROW EXECUTE FUNCTION book_has_every_number();

-- guard: book_closes_by_an_entry on ledger_book
CREATE OR REPLACE FUNCTION book_closes_by_an_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.closed_through IS DISTINCT FROM OLD.closed_through AND NOT EXISTS (
    SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND number > OLD.last_number
      AND number <= NEW.last_number AND kind IN ('period.closed', 'period.reopened')) THEN
    RAISE EXCEPTION 'a book is closed or reopened by an entry that says so' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_closes_by_an_entry BEFORE UPDATE ON ledger_book
FOR EACH ROW EXECUTE FUNCTION book_closes_by_an_entry();

-- guard: book_starts_empty on ledger_book
CREATE OR REPLACE FUNCTION book_starts_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last_number <> 0 OR NEW.closed_through IS NOT NULL THEN
    RAISE EXCEPTION 'a book starts empty, and once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_starts_empty BEFORE INSERT ON ledger_book
FOR EACH ROW EXECUTE FUNCTION book_starts_empty();

-- guard: book_stays on ledger_book
CREATE OR REPLACE FUNCTION book_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a book is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER book_stays BEFORE DELETE OR TRUNCATE ON ledger_book
FOR EACH STATEMENT EXECUTE FUNCTION book_stays();

-- guard: account_keeps on ledger_account
CREATE OR REPLACE FUNCTION account_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.cooperative_id, NEW.code, NEW.name, NEW.kind, NEW.normal_side, NEW.statement_line, NEW.holder_kind, NEW.valid_from)
    IS DISTINCT FROM
    (OLD.cooperative_id, OLD.code, OLD.name, OLD.kind, OLD.normal_side, OLD.statement_line, OLD.holder_kind, OLD.valid_from) THEN
    RAISE EXCEPTION 'an account keeps its meaning; it can only end' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_keeps BEFORE UPDATE ON ledger_account
FOR EACH ROW EXECUTE FUNCTION account_keeps();

-- guard: account_stays on ledger_account
CREATE OR REPLACE FUNCTION account_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an account is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER account_stays BEFORE DELETE OR TRUNCATE ON ledger_account
FOR EACH STATEMENT EXECUTE FUNCTION account_stays();

-- no guard: account_is_not_replaced on ledger_account, there is no REPLACE here

-- guard: series_only_rises on ledger_series
CREATE OR REPLACE FUNCTION series_only_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last < OLD.last OR (NEW.cooperative_id, NEW.kind, NEW.year) IS DISTINCT FROM (OLD.cooperative_id, OLD.kind, OLD.year) THEN
    RAISE EXCEPTION 'the numbers of a series only rise' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER series_only_rises BEFORE UPDATE ON ledger_series
FOR EACH ROW EXECUTE FUNCTION series_only_rises();

-- guard: series_stays on ledger_series
CREATE OR REPLACE FUNCTION series_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a series is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER series_stays BEFORE DELETE OR TRUNCATE ON ledger_series
FOR EACH STATEMENT EXECUTE FUNCTION series_stays();

-- guard: entry_in_an_open_month on ledger_entry
CREATE OR REPLACE FUNCTION entry_in_an_open_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM fresh JOIN ledger_book b USING (cooperative_id) WHERE fresh.booked_on <= b.closed_through) THEN
    RAISE EXCEPTION 'the month is closed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER entry_in_an_open_month AFTER INSERT ON ledger_entry
REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION entry_in_an_open_month();

-- no guard: entry_is_new on ledger_entry, the primary and unique keys say it: there is no REPLACE here

-- guard: entry_keeps on ledger_entry
CREATE OR REPLACE FUNCTION entry_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER entry_keeps BEFORE UPDATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION entry_keeps();

-- guard: entry_stays on ledger_entry
CREATE OR REPLACE FUNCTION entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER entry_stays BEFORE DELETE OR TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION entry_stays();

-- guard: transfer_of_a_new_entry on ledger_transfer
CREATE OR REPLACE FUNCTION transfer_of_a_new_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM fresh JOIN ledger_book b USING (cooperative_id) WHERE fresh.number <= b.last_number) THEN
    RAISE EXCEPTION 'the books are append-only: this entry is posted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER transfer_of_a_new_entry AFTER INSERT ON ledger_transfer
REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION transfer_of_a_new_entry();

-- guard: transfer_keeps on ledger_transfer
CREATE OR REPLACE FUNCTION transfer_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER transfer_keeps BEFORE UPDATE ON ledger_transfer
FOR EACH STATEMENT EXECUTE FUNCTION transfer_keeps();

-- guard: transfer_stays on ledger_transfer
CREATE OR REPLACE FUNCTION transfer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER transfer_stays BEFORE DELETE OR TRUNCATE ON ledger_transfer
FOR EACH STATEMENT EXECUTE FUNCTION transfer_stays();

-- guard: balance_only_grows on ledger_balance
CREATE OR REPLACE FUNCTION balance_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM before o LEFT JOIN after n USING (cooperative_id, holder, account_code, unit, month)
    WHERE n.debit IS NULL OR n.debit < o.debit OR n.credit < o.credit) THEN
    RAISE EXCEPTION 'a balance only grows, on both sides' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balance_only_grows AFTER UPDATE ON ledger_balance
REFERENCING OLD TABLE AS before NEW TABLE AS after
FOR EACH STATEMENT EXECUTE FUNCTION balance_only_grows();

-- guard: balance_stays on ledger_balance
CREATE OR REPLACE FUNCTION balance_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a balance is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER balance_stays BEFORE DELETE OR TRUNCATE ON ledger_balance
FOR EACH STATEMENT EXECUTE FUNCTION balance_stays();
