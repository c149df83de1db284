-- guard: witness_seen_grows on witness_seen
CREATE OR REPLACE FUNCTION witness_seen_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM witness_seen WHERE cooperative_id = NEW.cooperative_id AND watcher_id = NEW.watcher_id
    AND origin = NEW.origin AND size > NEW.size) THEN
    RAISE EXCEPTION 'a witness sees a book grow, never shrink' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER witness_seen_grows BEFORE INSERT ON witness_seen FOR EACH ROW EXECUTE FUNCTION witness_seen_grows();

-- guard: witness_keeps on witness_witness
CREATE OR REPLACE FUNCTION witness_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.cooperative_id, NEW.id, NEW.kind, NEW.vkey, NEW."by", NEW.at)
    IS DISTINCT FROM (OLD.cooperative_id, OLD.id, OLD.kind, OLD.vkey, OLD."by", OLD.at) THEN
    RAISE EXCEPTION 'a witness keeps its key' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER witness_keeps BEFORE UPDATE ON witness_witness FOR EACH ROW EXECUTE FUNCTION witness_keeps();

-- guard: witness_stays on witness_witness
CREATE OR REPLACE FUNCTION witness_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a witness is ended, never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER witness_stays BEFORE DELETE OR TRUNCATE ON witness_witness
FOR EACH STATEMENT EXECUTE FUNCTION witness_stays();

-- no guard: witness_is_not_replaced on witness_witness, there is no REPLACE here
