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
