-- guard: event_keeps on security_event
CREATE OR REPLACE FUNCTION event_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER event_keeps BEFORE UPDATE ON security_event FOR EACH STATEMENT EXECUTE FUNCTION event_keeps();

-- guard: event_stays on security_event
CREATE OR REPLACE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER event_stays BEFORE DELETE OR TRUNCATE ON security_event FOR EACH STATEMENT EXECUTE FUNCTION event_stays();

-- no guard: event_is_not_replaced on security_event, there is no REPLACE here
