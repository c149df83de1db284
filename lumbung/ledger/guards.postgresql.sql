-- guard: book_moves_by_posting on ledger_book
CREATE OR REPLACE FUNCTION book_moves_by_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a book moves by posting only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER book_moves_by_posting BEFORE UPDATE ON ledger_book FOR EACH ROW
WHEN (NEW.last_number < OLD.last_number OR NEW.cooperative_id <> OLD.cooperative_id
  OR (NEW.last_number = OLD.last_number AND (NEW.leaf_count, NEW.frontier, NEW.root, NEW.closed_through)
    IS DISTINCT FROM (OLD.leaf_count, OLD.frontier, OLD.root, OLD.closed_through)))
EXECUTE FUNCTION book_moves_by_posting();

-- guard: book_has_every_number on ledger_book
CREATE OR REPLACE FUNCTION book_has_every_number() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF (SELECT count(*) FROM ledger_entry
      WHERE cooperative_id = NEW.cooperative_id AND number > OLD.last_number AND number <= NEW.last_number)
      <> NEW.last_number - OLD.last_number
    OR (SELECT max(number) FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id) > NEW.last_number THEN
    RAISE EXCEPTION 'the numbers of a book leave no gap' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER book_has_every_number AFTER UPDATE ON ledger_book
FOR EACH ROW EXECUTE FUNCTION book_has_every_number();

-- guard: book_closes_by_an_entry on ledger_book
CREATE OR REPLACE FUNCTION book_closes_by_an_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND number > OLD.last_number
      AND number <= NEW.last_number AND kind IN ('period.closed', 'period.reopened')) THEN
    RAISE EXCEPTION 'a book is closed or reopened by an entry that says so' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_closes_by_an_entry BEFORE UPDATE ON ledger_book FOR EACH ROW
WHEN (NEW.closed_through IS DISTINCT FROM OLD.closed_through)
EXECUTE FUNCTION book_closes_by_an_entry();

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
BEGIN RAISE EXCEPTION 'the numbers of a series only rise' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER series_only_rises BEFORE UPDATE ON ledger_series FOR EACH ROW
WHEN (NEW.last < OLD.last OR (NEW.cooperative_id, NEW.kind, NEW.year) IS DISTINCT FROM (OLD.cooperative_id, OLD.kind, OLD.year))
EXECUTE FUNCTION series_only_rises();

-- guard: series_stays on ledger_series
CREATE OR REPLACE FUNCTION series_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a series is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER series_stays BEFORE DELETE OR TRUNCATE ON ledger_series
FOR EACH STATEMENT EXECUTE FUNCTION series_stays();

-- guard: entry_in_an_open_month on ledger_entry
CREATE OR REPLACE FUNCTION entry_in_an_open_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT cooperative_id, min(booked_on) AS first_day FROM fresh GROUP BY cooperative_id) f
    LEFT JOIN ledger_book b ON b.cooperative_id = f.cooperative_id
    WHERE b.cooperative_id IS NULL OR f.first_day <= b.closed_through) THEN
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
BEGIN
  IF length(OLD.salt) > 0 AND length(NEW.salt) = 0 AND length(NEW.request_digest) = 0 AND NEW.memo = ''
    AND (NEW.cooperative_id, NEW.number, NEW.booked_on, NEW.kind, NEW.document, NEW.reverses,
    NEW.request_id, NEW.made_by, NEW.approved_by, NEW.posted_at, NEW.leaf_hash)
    IS NOT DISTINCT FROM (OLD.cooperative_id, OLD.number, OLD.booked_on, OLD.kind, OLD.document, OLD.reverses,
    OLD.request_id, OLD.made_by, OLD.approved_by, OLD.posted_at, OLD.leaf_hash)
    AND EXISTS (SELECT 1 FROM ledger_erasure WHERE cooperative_id = OLD.cooperative_id AND number = OLD.number) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER entry_keeps BEFORE UPDATE ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION entry_keeps();

-- guard: entry_stays on ledger_entry
CREATE OR REPLACE FUNCTION entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER entry_stays BEFORE DELETE OR TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION entry_stays();

-- guard: transfer_of_a_new_entry on ledger_transfer
CREATE OR REPLACE FUNCTION transfer_of_a_new_entry() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM fresh f WHERE NOT EXISTS (
      SELECT 1 FROM ledger_entry e WHERE e.cooperative_id = f.cooperative_id AND e.number = f.number)
    UNION ALL
    SELECT 1 FROM (SELECT cooperative_id, min(number) AS first_number FROM fresh GROUP BY cooperative_id) f
    JOIN ledger_book b ON b.cooperative_id = f.cooperative_id WHERE f.first_number <= b.last_number) THEN
    RAISE EXCEPTION 'the books are append-only: a transfer comes with its entry' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER transfer_of_a_new_entry AFTER INSERT ON ledger_transfer
REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION transfer_of_a_new_entry();

-- guard: transfer_between_accounts on ledger_transfer
CREATE OR REPLACE FUNCTION transfer_between_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT cooperative_id, debit_code AS code FROM fresh UNION SELECT cooperative_id, credit_code FROM fresh) f
    WHERE NOT EXISTS (
      SELECT 1 FROM ledger_account a WHERE a.cooperative_id = f.cooperative_id AND a.code = f.code)) THEN
    RAISE EXCEPTION 'there is no such account' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER transfer_between_accounts AFTER INSERT ON ledger_transfer
REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION transfer_between_accounts();

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
BEGIN RAISE EXCEPTION 'a balance only grows, on both sides' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER balance_only_grows BEFORE UPDATE ON ledger_balance FOR EACH ROW
WHEN (NEW.debit < OLD.debit OR NEW.credit < OLD.credit
  OR (NEW.cooperative_id, NEW.holder, NEW.account_code, NEW.unit, NEW.month)
    IS DISTINCT FROM (OLD.cooperative_id, OLD.holder, OLD.account_code, OLD.unit, OLD.month))
EXECUTE FUNCTION balance_only_grows();

-- guard: balance_of_an_account on ledger_balance
CREATE OR REPLACE FUNCTION balance_of_an_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT cooperative_id, account_code FROM fresh) f WHERE NOT EXISTS (
      SELECT 1 FROM ledger_account a WHERE a.cooperative_id = f.cooperative_id AND a.code = f.account_code)) THEN
    RAISE EXCEPTION 'there is no such account' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balance_of_an_account AFTER INSERT ON ledger_balance
REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION balance_of_an_account();

-- guard: balance_stays on ledger_balance
CREATE OR REPLACE FUNCTION balance_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a balance is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER balance_stays BEFORE DELETE OR TRUNCATE ON ledger_balance
FOR EACH STATEMENT EXECUTE FUNCTION balance_stays();
