-- guard: way_first_is_first on recovery_case
CREATE TRIGGER way_first_is_first BEFORE INSERT ON recovery_case
WHEN NEW.kind = 'first'
AND NOT EXISTS (SELECT 1 FROM security_person p WHERE p.id = NEW.person_id AND substr(p.password, 1, 1) = '!')
BEGIN SELECT RAISE(ABORT, 'who has a passphrase is no newcomer: her case needs two officers'); END

-- guard: way_step_follows on recovery_step
CREATE TRIGGER way_step_follows BEFORE INSERT ON recovery_step
WHEN NOT EXISTS (
  SELECT 1 FROM recovery_case c
  LEFT JOIN recovery_step s ON s.cooperative_id = c.cooperative_id AND s.case_id = c.id AND s.position = NEW.position - 1
  LEFT JOIN recovery_step f ON f.cooperative_id = c.cooperative_id AND f.case_id = c.id AND f.kind = 'confirmed'
  WHERE c.cooperative_id = NEW.cooperative_id AND c.id = NEW.case_id
  AND NEW.position = 1 + (SELECT count(*) FROM recovery_step n WHERE n.cooperative_id = c.cooperative_id AND n.case_id = c.id)
  AND NEW.at >= COALESCE(s.at, c.opened_at)
  AND COALESCE(s.kind, '') NOT IN ('activated', 'objected', 'withdrawn')
  AND CASE NEW.kind
    WHEN 'confirmed' THEN c.kind = 'lost' AND s.kind IS NULL AND NEW."by" NOT IN (c.opened_by, c.person_id)
      AND COALESCE(strftime('%s', NEW.ready_at) - strftime('%s', NEW.at), 0) >= c.wait_hours * 3600
    WHEN 'code' THEN NEW."by" <> c.person_id
      AND COALESCE(strftime('%s', NEW.expires_at) - strftime('%s', NEW.at), 9999) <= 600
      AND ((c.kind = 'first' AND EXISTS (SELECT 1 FROM security_person p
        WHERE p.id = c.person_id AND substr(p.password, 1, 1) = '!')) OR (f."by" = NEW."by" AND f.ready_at <= NEW.at))
    WHEN 'activated' THEN s.kind = 'code' AND s.code_hash = NEW.code_hash AND NEW.at <= s.expires_at
      AND NEW."by" = c.person_id AND (c.kind = 'lost' OR EXISTS (SELECT 1 FROM security_person p
        WHERE p.id = c.person_id AND substr(p.password, 1, 1) = '!'))
    WHEN 'withdrawn' THEN NEW."by" = c.opened_by
    ELSE NEW.kind = 'objected' AND NEW.note <> '' END)
BEGIN SELECT RAISE(ABORT, 'a case goes its way step by step'); END
