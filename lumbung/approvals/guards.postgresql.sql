-- guard: draft_waits_still on approvals_draft
CREATE OR REPLACE FUNCTION draft_waits_still() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM approvals_decision d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.draft_id = NEW.id) THEN
    RAISE EXCEPTION 'a draft that was decided is not changed any more' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draft_waits_still BEFORE INSERT ON approvals_draft
FOR EACH ROW EXECUTE FUNCTION draft_waits_still();

-- guard: draft_in_turn on approvals_draft
CREATE OR REPLACE FUNCTION draft_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> 1 + COALESCE((SELECT max(d.version) FROM approvals_draft d
  WHERE d.cooperative_id = NEW.cooperative_id AND d.id = NEW.id), 0)
  OR EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id AND d.id = NEW.id
  AND d.made_by <> NEW.made_by) THEN
    RAISE EXCEPTION 'the next version of a draft is made by its maker' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draft_in_turn BEFORE INSERT ON approvals_draft
FOR EACH ROW EXECUTE FUNCTION draft_in_turn();

-- guard: decision_on_what_was_seen on approvals_decision
CREATE OR REPLACE FUNCTION decision_on_what_was_seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.version = NEW.version AND d.digest = NEW.digest)
  OR EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.version > NEW.version) THEN
    RAISE EXCEPTION 'a decision is about the newest version, as it was seen' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_on_what_was_seen BEFORE INSERT ON approvals_decision
FOR EACH ROW EXECUTE FUNCTION decision_on_what_was_seen();

-- guard: decision_by_another on approvals_decision
CREATE OR REPLACE FUNCTION decision_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.made_by = NEW."by") <> (NEW.verdict = 'withdrawn') THEN
    RAISE EXCEPTION 'the maker takes back, another approves or refuses' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_by_another BEFORE INSERT ON approvals_decision
FOR EACH ROW EXECUTE FUNCTION decision_by_another();

-- guard: endorsement_by_another on approvals_endorsement
CREATE OR REPLACE FUNCTION endorsement_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.version = NEW.version AND d.digest = NEW.digest AND d.made_by <> NEW.endorser) THEN
    RAISE EXCEPTION 'somebody else vouches, for what was seen' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER endorsement_by_another BEFORE INSERT ON approvals_endorsement
FOR EACH ROW EXECUTE FUNCTION endorsement_by_another();

-- guard: decision_after_endorsement on approvals_decision
CREATE OR REPLACE FUNCTION decision_after_endorsement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.verdict = 'approved' AND EXISTS (SELECT 1 FROM approvals_draft d
  WHERE d.cooperative_id = NEW.cooperative_id AND d.id = NEW.draft_id AND d.version = NEW.version AND d.needs > 1)
  AND NOT EXISTS (SELECT 1 FROM approvals_endorsement e WHERE e.cooperative_id = NEW.cooperative_id
  AND e.draft_id = NEW.draft_id AND e.version = NEW.version AND e.digest = NEW.digest AND e.endorser <> NEW."by") THEN
    RAISE EXCEPTION 'where two must agree, another has vouched before' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_after_endorsement BEFORE INSERT ON approvals_decision
FOR EACH ROW EXECUTE FUNCTION decision_after_endorsement();
