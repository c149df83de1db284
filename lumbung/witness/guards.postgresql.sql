-- guard: head_only_grows on witness_head
CREATE OR REPLACE FUNCTION head_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the head of a book only moves forward' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER head_only_grows BEFORE UPDATE ON witness_head FOR EACH ROW
WHEN (NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.root <> OLD.root)
  OR NEW.cooperative_id <> OLD.cooperative_id)
EXECUTE FUNCTION head_only_grows();

-- guard: head_stays on witness_head
CREATE OR REPLACE FUNCTION head_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the head of a book is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER head_stays BEFORE DELETE OR TRUNCATE ON witness_head
FOR EACH STATEMENT EXECUTE FUNCTION head_stays();

-- no guard: head_is_not_replaced on witness_head, there is no REPLACE here
