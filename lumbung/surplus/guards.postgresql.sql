-- guard: reopening_by_two on surplus_reopeninganswer
CREATE OR REPLACE FUNCTION reopening_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM surplus_reopening r WHERE r.cooperative_id = NEW.cooperative_id
  AND r.id = NEW.reopening_id AND r.asked_by = NEW."by") THEN
    RAISE EXCEPTION 'opening a month again needs two people' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reopening_by_two BEFORE INSERT ON surplus_reopeninganswer
FOR EACH ROW EXECUTE FUNCTION reopening_by_two();
