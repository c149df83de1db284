-- guard: draft_waits_still on approvals_draft
CREATE TRIGGER draft_waits_still BEFORE INSERT ON approvals_draft
WHEN EXISTS (SELECT 1 FROM approvals_decision d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.draft_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a draft that was decided is not changed any more'); END

-- guard: draft_in_turn on approvals_draft
CREATE TRIGGER draft_in_turn BEFORE INSERT ON approvals_draft
WHEN NEW.version <> 1 + COALESCE((SELECT max(d.version) FROM approvals_draft d
  WHERE d.cooperative_id = NEW.cooperative_id AND d.id = NEW.id), 0)
  OR EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id AND d.id = NEW.id
  AND d.made_by <> NEW.made_by)
BEGIN SELECT RAISE(ABORT, 'the next version of a draft is made by its maker'); END

-- guard: decision_on_what_was_seen on approvals_decision
CREATE TRIGGER decision_on_what_was_seen BEFORE INSERT ON approvals_decision
WHEN NOT EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.version = NEW.version AND d.digest = NEW.digest)
  OR EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.version > NEW.version)
BEGIN SELECT RAISE(ABORT, 'a decision is about the newest version, as it was seen'); END

-- guard: decision_by_another on approvals_decision
CREATE TRIGGER decision_by_another BEFORE INSERT ON approvals_decision
WHEN EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.made_by = NEW."by") <> (NEW.verdict = 'withdrawn')
BEGIN SELECT RAISE(ABORT, 'the maker takes back, another approves or refuses'); END

-- guard: endorsement_by_another on approvals_endorsement
CREATE TRIGGER endorsement_by_another BEFORE INSERT ON approvals_endorsement
WHEN NOT EXISTS (SELECT 1 FROM approvals_draft d WHERE d.cooperative_id = NEW.cooperative_id
  AND d.id = NEW.draft_id AND d.version = NEW.version AND d.digest = NEW.digest AND d.made_by <> NEW.endorser)
BEGIN SELECT RAISE(ABORT, 'somebody else vouches, for what was seen'); END

-- guard: decision_after_endorsement on approvals_decision
CREATE TRIGGER decision_after_endorsement BEFORE INSERT ON approvals_decision
WHEN NEW.verdict = 'approved' AND EXISTS (SELECT 1 FROM approvals_draft d
  WHERE d.cooperative_id = NEW.cooperative_id AND d.id = NEW.draft_id AND d.version = NEW.version AND d.needs > 1)
  AND NOT EXISTS (SELECT 1 FROM approvals_endorsement e WHERE e.cooperative_id = NEW.cooperative_id
  AND e.draft_id = NEW.draft_id AND e.version = NEW.version AND e.digest = NEW.digest AND e.endorser <> NEW."by")
BEGIN SELECT RAISE(ABORT, 'where two must agree, another has vouched before'); END
