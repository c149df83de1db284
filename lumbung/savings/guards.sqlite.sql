-- guard: term_deposit_keeps on savings_termdeposit
CREATE TRIGGER term_deposit_keeps BEFORE UPDATE ON savings_termdeposit
BEGIN SELECT RAISE(ABORT, 'a term deposit is kept as it was agreed'); END

-- guard: term_deposit_stays on savings_termdeposit
CREATE TRIGGER term_deposit_stays BEFORE DELETE ON savings_termdeposit
BEGIN SELECT RAISE(ABORT, 'a term deposit is kept as it was agreed'); END

-- guard: term_deposit_is_not_replaced on savings_termdeposit
CREATE TRIGGER term_deposit_is_not_replaced BEFORE INSERT ON savings_termdeposit
WHEN EXISTS (SELECT 1 FROM savings_termdeposit WHERE cooperative_id = NEW.cooperative_id AND (id = NEW.id OR serial = NEW.serial OR number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a term deposit is kept as it was agreed'); END

-- guard: interest_keeps on savings_interest
CREATE TRIGGER interest_keeps BEFORE UPDATE ON savings_interest
BEGIN SELECT RAISE(ABORT, 'interest is kept as it was credited'); END

-- guard: interest_stays on savings_interest
CREATE TRIGGER interest_stays BEFORE DELETE ON savings_interest
BEGIN SELECT RAISE(ABORT, 'interest is kept as it was credited'); END

-- guard: interest_is_not_replaced on savings_interest
CREATE TRIGGER interest_is_not_replaced BEFORE INSERT ON savings_interest
WHEN EXISTS (SELECT 1 FROM savings_interest WHERE cooperative_id = NEW.cooperative_id AND (number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'interest is kept as it was credited'); END

-- guard: term_entry_keeps on savings_termentry
CREATE TRIGGER term_entry_keeps BEFORE UPDATE ON savings_termentry
BEGIN SELECT RAISE(ABORT, 'what a term deposit gave back is kept as it was'); END

-- guard: term_entry_stays on savings_termentry
CREATE TRIGGER term_entry_stays BEFORE DELETE ON savings_termentry
BEGIN SELECT RAISE(ABORT, 'what a term deposit gave back is kept as it was'); END

-- guard: term_entry_is_not_replaced on savings_termentry
CREATE TRIGGER term_entry_is_not_replaced BEFORE INSERT ON savings_termentry
WHEN EXISTS (SELECT 1 FROM savings_termentry WHERE cooperative_id = NEW.cooperative_id AND (number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'what a term deposit gave back is kept as it was'); END

-- guard: term_gives_back_what_was_placed on savings_termentry
CREATE TRIGGER term_gives_back_what_was_placed AFTER INSERT ON savings_termentry
WHEN (SELECT sum(given.principal) FROM savings_termentry given
    WHERE given.cooperative_id = NEW.cooperative_id AND given.deposit_id = NEW.deposit_id AND NOT EXISTS (
      SELECT 1 FROM ledger_entry undone
      WHERE undone.cooperative_id = given.cooperative_id AND undone.reverses = given.number))
  > (SELECT amount FROM savings_termdeposit WHERE cooperative_id = NEW.cooperative_id AND id = NEW.deposit_id)
BEGIN SELECT RAISE(ABORT, 'a term deposit gives back what was placed, once'); END
