-- guard: event_keeps on security_event
CREATE OR REPLACE FUNCTION event_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER event_keeps BEFORE UPDATE ON security_event FOR EACH STATEMENT EXECUTE FUNCTION event_keeps();

-- guard: event_stays on security_event
CREATE OR REPLACE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER event_stays BEFORE DELETE OR TRUNCATE ON security_event FOR EACH STATEMENT EXECUTE FUNCTION event_stays();

-- no guard: event_is_not_replaced on security_event, there is no REPLACE here

-- guard: trail_leaf_keeps on security_trailleaf
CREATE OR REPLACE FUNCTION trail_leaf_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER trail_leaf_keeps BEFORE UPDATE ON security_trailleaf FOR EACH STATEMENT EXECUTE FUNCTION trail_leaf_keeps();

-- guard: trail_leaf_stays on security_trailleaf
CREATE OR REPLACE FUNCTION trail_leaf_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER trail_leaf_stays BEFORE DELETE OR TRUNCATE ON security_trailleaf FOR EACH STATEMENT EXECUTE FUNCTION trail_leaf_stays();

-- guard: trail_leaf_in_turn on security_trailleaf
CREATE OR REPLACE FUNCTION trail_leaf_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> 1 + COALESCE((SELECT max(number) FROM security_trailleaf WHERE log = NEW.log), 0) THEN
    RAISE EXCEPTION 'the trail grows at its end, one place an event' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trail_leaf_in_turn BEFORE INSERT ON security_trailleaf
FOR EACH ROW EXECUTE FUNCTION trail_leaf_in_turn();

-- guard: trail_head_grows on security_trailhead
CREATE OR REPLACE FUNCTION trail_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.log <> OLD.log OR NEW.size <= OLD.size
  OR NEW.size <> (SELECT max(number) FROM security_trailleaf WHERE log = NEW.log) THEN
    RAISE EXCEPTION 'the head of the trail grows with its leaves' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trail_head_grows BEFORE UPDATE ON security_trailhead
FOR EACH ROW EXECUTE FUNCTION trail_head_grows();

-- guard: trail_head_stays on security_trailhead
CREATE OR REPLACE FUNCTION trail_head_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER trail_head_stays BEFORE DELETE OR TRUNCATE ON security_trailhead FOR EACH STATEMENT EXECUTE FUNCTION trail_head_stays();

-- guard: trail_head_begins_empty on security_trailhead
CREATE OR REPLACE FUNCTION trail_head_begins_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size <> 0
  OR EXISTS (SELECT 1 FROM security_trailleaf WHERE log = NEW.log) THEN
    RAISE EXCEPTION 'a trail begins empty, once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trail_head_begins_empty BEFORE INSERT ON security_trailhead
FOR EACH ROW EXECUTE FUNCTION trail_head_begins_empty();

-- guard: helper_is_short on security_helper
CREATE OR REPLACE FUNCTION helper_is_short() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.until > NEW.since + interval '24 hours' THEN
    RAISE EXCEPTION 'help lasts a day at most' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER helper_is_short BEFORE INSERT ON security_helper
FOR EACH ROW EXECUTE FUNCTION helper_is_short();
