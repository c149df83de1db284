-- guard: term_gives_back_what_was_placed on savings_termentry
CREATE TRIGGER term_gives_back_what_was_placed AFTER INSERT ON savings_termentry
WHEN (SELECT sum(given.principal) FROM savings_termentry given
    WHERE given.cooperative_id = NEW.cooperative_id AND given.deposit_id = NEW.deposit_id AND NOT EXISTS (
      SELECT 1 FROM ledger_entry undone
      WHERE undone.cooperative_id = given.cooperative_id AND undone.reverses = given.number))
  > (SELECT amount FROM savings_termdeposit WHERE cooperative_id = NEW.cooperative_id AND id = NEW.deposit_id)
BEGIN SELECT RAISE(ABORT, 'a term deposit gives back what was placed, once'); END
