-- guard: event_keeps on security_event
CREATE TRIGGER event_keeps BEFORE UPDATE ON security_event
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END

-- guard: event_stays on security_event
CREATE TRIGGER event_stays BEFORE DELETE ON security_event
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END

-- guard: event_is_not_replaced on security_event
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON security_event
WHEN EXISTS (SELECT 1 FROM security_event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END

-- guard: trail_leaf_keeps on security_trailleaf
CREATE TRIGGER trail_leaf_keeps BEFORE UPDATE ON security_trailleaf
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END

-- guard: trail_leaf_stays on security_trailleaf
CREATE TRIGGER trail_leaf_stays BEFORE DELETE ON security_trailleaf
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END

-- guard: trail_leaf_in_turn on security_trailleaf
CREATE TRIGGER trail_leaf_in_turn BEFORE INSERT ON security_trailleaf
WHEN NEW.number <> 1 + COALESCE((SELECT max(number) FROM security_trailleaf WHERE log = NEW.log), 0)
OR EXISTS (SELECT 1 FROM security_trailleaf WHERE event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'the trail grows at its end, one place an event'); END

-- guard: trail_head_grows on security_trailhead
CREATE TRIGGER trail_head_grows BEFORE UPDATE ON security_trailhead
WHEN NEW.log <> OLD.log OR NEW.size <= OLD.size
OR NEW.size <> (SELECT max(number) FROM security_trailleaf WHERE log = NEW.log)
BEGIN SELECT RAISE(ABORT, 'the head of the trail grows with its leaves'); END

-- guard: trail_head_stays on security_trailhead
CREATE TRIGGER trail_head_stays BEFORE DELETE ON security_trailhead
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END

-- guard: trail_head_begins_empty on security_trailhead
CREATE TRIGGER trail_head_begins_empty BEFORE INSERT ON security_trailhead
WHEN NEW.size <> 0
OR EXISTS (SELECT 1 FROM security_trailleaf WHERE log = NEW.log)
BEGIN SELECT RAISE(ABORT, 'a trail begins empty, once'); END

-- guard: helper_is_short on security_helper
CREATE TRIGGER helper_is_short BEFORE INSERT ON security_helper
WHEN COALESCE(julianday(NEW.until) - julianday(NEW.since), 9) > 1.00001
BEGIN SELECT RAISE(ABORT, 'help lasts a day at most'); END
