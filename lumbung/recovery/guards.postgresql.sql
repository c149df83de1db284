-- guard: way_first_is_first on recovery_case
CREATE OR REPLACE FUNCTION way_first_is_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'first'
  AND NOT EXISTS (SELECT 1 FROM security_person p WHERE p.id = NEW.person_id AND left(p.password, 1) = '!') THEN
    RAISE EXCEPTION 'who has a passphrase is no newcomer: her case needs two officers'
    USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER way_first_is_first BEFORE INSERT ON recovery_case
FOR EACH ROW EXECUTE FUNCTION way_first_is_first();

-- guard: way_step_follows on recovery_step
CREATE OR REPLACE FUNCTION way_step_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM recovery_case c
    LEFT JOIN recovery_step s ON s.cooperative_id = c.cooperative_id AND s.case_id = c.id AND s.position = NEW.position - 1
    LEFT JOIN recovery_step f ON f.cooperative_id = c.cooperative_id AND f.case_id = c.id AND f.kind = 'confirmed'
    WHERE c.cooperative_id = NEW.cooperative_id AND c.id = NEW.case_id
    AND NEW.position = 1 + (SELECT count(*) FROM recovery_step n WHERE n.cooperative_id = c.cooperative_id AND n.case_id = c.id)
    AND NEW.at >= COALESCE(s.at, c.opened_at)
    AND COALESCE(s.kind, '') NOT IN ('activated', 'objected', 'withdrawn')
    AND CASE NEW.kind
      WHEN 'confirmed' THEN c.kind = 'lost' AND s.kind IS NULL AND NEW."by" NOT IN (c.opened_by, c.person_id)
        AND NEW.ready_at - NEW.at >= c.wait_hours * interval '1 hour'
      WHEN 'code' THEN NEW."by" <> c.person_id AND NEW.expires_at - NEW.at <= interval '10 minutes'
        AND ((c.kind = 'first' AND EXISTS (SELECT 1 FROM security_person p
        WHERE p.id = c.person_id AND left(p.password, 1) = '!')) OR (f."by" = NEW."by" AND f.ready_at <= NEW.at))
      WHEN 'activated' THEN s.kind = 'code' AND s.code_hash = NEW.code_hash AND NEW.at <= s.expires_at
        AND NEW."by" = c.person_id AND (c.kind = 'lost' OR EXISTS (SELECT 1 FROM security_person p
        WHERE p.id = c.person_id AND left(p.password, 1) = '!'))
      WHEN 'withdrawn' THEN NEW."by" = c.opened_by
      ELSE NEW.kind = 'objected' AND NEW.note <> '' END) THEN
    RAISE EXCEPTION 'a case goes its way step by step' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER way_step_follows BEFORE INSERT ON recovery_step
FOR EACH ROW EXECUTE FUNCTION way_step_follows();
