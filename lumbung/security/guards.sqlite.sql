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
