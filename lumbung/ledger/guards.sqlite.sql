-- guard: book_moves_by_posting on ledger_book
CREATE TRIGGER book_moves_by_posting BEFORE UPDATE ON ledger_book
WHEN NEW.last_number < OLD.last_number OR NEW.cooperative_id <> OLD.cooperative_id
  OR (NEW.last_number = OLD.last_number AND (NEW.leaf_count, NEW.frontier, NEW.root, NEW.closed_through)
    IS NOT (OLD.leaf_count, OLD.frontier, OLD.root, OLD.closed_through))
BEGIN SELECT RAISE(ABORT, 'a book moves by posting only'); END

-- guard: book_has_every_number on ledger_book
CREATE TRIGGER book_has_every_number AFTER UPDATE ON ledger_book
BEGIN
  SELECT RAISE(ABORT, 'the numbers of a book leave no gap') WHERE
    (SELECT count(*) FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND number > OLD.last_number)
      <> NEW.last_number - OLD.last_number
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND number > NEW.last_number);
END

-- guard: book_closes_by_an_entry on ledger_book
CREATE TRIGGER book_closes_by_an_entry BEFORE UPDATE ON ledger_book
WHEN NEW.closed_through IS NOT OLD.closed_through AND NOT EXISTS (
  SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND number > OLD.last_number
    AND number <= NEW.last_number AND kind IN ('period.closed', 'period.reopened'))
BEGIN SELECT RAISE(ABORT, 'a book is closed or reopened by an entry that says so'); END

-- guard: book_starts_empty on ledger_book
CREATE TRIGGER book_starts_empty BEFORE INSERT ON ledger_book
WHEN NEW.last_number <> 0 OR NEW.closed_through IS NOT NULL
  OR EXISTS (SELECT 1 FROM ledger_book WHERE cooperative_id = NEW.cooperative_id)
BEGIN SELECT RAISE(ABORT, 'a book starts empty, and once'); END

-- guard: book_stays on ledger_book
CREATE TRIGGER book_stays BEFORE DELETE ON ledger_book
BEGIN SELECT RAISE(ABORT, 'a book is never taken away'); END

-- guard: account_keeps on ledger_account
CREATE TRIGGER account_keeps BEFORE UPDATE ON ledger_account
WHEN (NEW.cooperative_id, NEW.code, NEW.name, NEW.kind, NEW.normal_side, NEW.statement_line, NEW.holder_kind, NEW.valid_from)
  IS NOT (OLD.cooperative_id, OLD.code, OLD.name, OLD.kind, OLD.normal_side, OLD.statement_line, OLD.holder_kind, OLD.valid_from)
BEGIN SELECT RAISE(ABORT, 'an account keeps its meaning; it can only end'); END

-- guard: account_stays on ledger_account
CREATE TRIGGER account_stays BEFORE DELETE ON ledger_account
BEGIN SELECT RAISE(ABORT, 'an account is never taken away'); END

-- guard: account_is_not_replaced on ledger_account
CREATE TRIGGER account_is_not_replaced BEFORE INSERT ON ledger_account
WHEN EXISTS (SELECT 1 FROM ledger_account WHERE cooperative_id = NEW.cooperative_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'an account keeps its meaning; it can only end'); END

-- guard: series_only_rises on ledger_series
CREATE TRIGGER series_only_rises BEFORE UPDATE ON ledger_series
WHEN NEW.last < OLD.last OR (NEW.cooperative_id, NEW.kind, NEW.year) IS NOT (OLD.cooperative_id, OLD.kind, OLD.year)
BEGIN SELECT RAISE(ABORT, 'the numbers of a series only rise'); END

-- guard: series_stays on ledger_series
CREATE TRIGGER series_stays BEFORE DELETE ON ledger_series
BEGIN SELECT RAISE(ABORT, 'a series is never taken away'); END

-- guard: entry_in_an_open_month on ledger_entry
CREATE TRIGGER entry_in_an_open_month BEFORE INSERT ON ledger_entry
WHEN NEW.booked_on <= (SELECT closed_through FROM ledger_book WHERE cooperative_id = NEW.cooperative_id)
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END

-- guard: entry_is_new on ledger_entry
CREATE TRIGGER entry_is_new BEFORE INSERT ON ledger_entry
WHEN NEW.number <= (SELECT last_number FROM ledger_book WHERE cooperative_id = NEW.cooperative_id)
  OR EXISTS (SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND document = NEW.document)
  OR EXISTS (SELECT 1 FROM ledger_entry WHERE cooperative_id = NEW.cooperative_id AND reverses = NEW.reverses)
BEGIN SELECT RAISE(ABORT, 'the books are append-only: this entry is posted'); END

-- guard: entry_keeps on ledger_entry
CREATE TRIGGER entry_keeps BEFORE UPDATE ON ledger_entry
WHEN NOT (
  length(OLD.salt) > 0 AND length(NEW.salt) = 0 AND length(NEW.request_digest) = 0 AND NEW.memo = ''
  AND (NEW.cooperative_id, NEW.number, NEW.booked_on, NEW.kind, NEW.document, NEW.reverses,
    NEW.request_id, NEW.made_by, NEW.approved_by, NEW.posted_at, NEW.leaf_hash)
  IS (OLD.cooperative_id, OLD.number, OLD.booked_on, OLD.kind, OLD.document, OLD.reverses,
    OLD.request_id, OLD.made_by, OLD.approved_by, OLD.posted_at, OLD.leaf_hash)
  AND EXISTS (SELECT 1 FROM ledger_erasure WHERE cooperative_id = OLD.cooperative_id AND number = OLD.number))
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END

-- guard: entry_stays on ledger_entry
CREATE TRIGGER entry_stays BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END

-- guard: transfer_of_a_new_entry on ledger_transfer
CREATE TRIGGER transfer_of_a_new_entry BEFORE INSERT ON ledger_transfer
WHEN NEW.number <= (SELECT last_number FROM ledger_book WHERE cooperative_id = NEW.cooperative_id)
BEGIN SELECT RAISE(ABORT, 'the books are append-only: a transfer comes with its entry'); END

-- no guard: transfer_between_accounts on ledger_transfer, the foreign keys say it at no cost here

-- guard: transfer_keeps on ledger_transfer
CREATE TRIGGER transfer_keeps BEFORE UPDATE ON ledger_transfer
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END

-- guard: transfer_stays on ledger_transfer
CREATE TRIGGER transfer_stays BEFORE DELETE ON ledger_transfer
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END

-- guard: balance_only_grows on ledger_balance
CREATE TRIGGER balance_only_grows BEFORE UPDATE ON ledger_balance
WHEN NEW.debit < OLD.debit OR NEW.credit < OLD.credit
  OR (NEW.cooperative_id, NEW.holder, NEW.account_code, NEW.unit, NEW.month)
    IS NOT (OLD.cooperative_id, OLD.holder, OLD.account_code, OLD.unit, OLD.month)
BEGIN SELECT RAISE(ABORT, 'a balance only grows, on both sides'); END

-- guard: balance_stays on ledger_balance
CREATE TRIGGER balance_stays BEFORE DELETE ON ledger_balance
BEGIN SELECT RAISE(ABORT, 'a balance is never taken away'); END

-- no guard: balance_of_an_account on ledger_balance, the foreign key says it at no cost here
