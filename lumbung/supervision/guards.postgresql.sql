-- guard: supervision_remark_while_open on supervision_remark
CREATE OR REPLACE FUNCTION supervision_remark_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM supervision_remark
    WHERE cooperative_id = NEW.cooperative_id AND finding_id = NEW.finding_id AND kind = 'close')
  OR EXISTS (SELECT 1 FROM supervision_finding
    WHERE cooperative_id = NEW.cooperative_id AND id = NEW.finding_id AND verdict = 'ok') THEN RAISE EXCEPTION 'a closed follow-up stays closed' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER supervision_remark_while_open BEFORE INSERT ON supervision_remark FOR EACH ROW EXECUTE FUNCTION supervision_remark_while_open();
