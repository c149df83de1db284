-- guard: term_keeps on meetings_term
CREATE TRIGGER term_keeps BEFORE UPDATE ON meetings_term
BEGIN SELECT RAISE(ABORT, 'somebody''s term of office: kept as it was written'); END

-- guard: term_stays on meetings_term
CREATE TRIGGER term_stays BEFORE DELETE ON meetings_term
BEGIN SELECT RAISE(ABORT, 'somebody''s term of office: kept as it was written'); END

-- guard: term_is_not_replaced on meetings_term
CREATE TRIGGER term_is_not_replaced BEFORE INSERT ON meetings_term
WHEN EXISTS (SELECT 1 FROM meetings_term WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_term WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_term WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: somebody''s term of office: kept as it was written'); END

-- guard: termend_keeps on meetings_termend
CREATE TRIGGER termend_keeps BEFORE UPDATE ON meetings_termend
BEGIN SELECT RAISE(ABORT, 'the end of a term: kept as it was written'); END

-- guard: termend_stays on meetings_termend
CREATE TRIGGER termend_stays BEFORE DELETE ON meetings_termend
BEGIN SELECT RAISE(ABORT, 'the end of a term: kept as it was written'); END

-- guard: termend_is_not_replaced on meetings_termend
CREATE TRIGGER termend_is_not_replaced BEFORE INSERT ON meetings_termend
WHEN EXISTS (SELECT 1 FROM meetings_termend WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_termend WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_termend WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
  OR EXISTS (SELECT 1 FROM meetings_termend
    WHERE cooperative_id = NEW.cooperative_id AND term_id = NEW.term_id AND NEW.replaces_id IS NULL AND replaces_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: the end of a term: kept as it was written'); END

-- guard: visit_keeps on meetings_visit
CREATE TRIGGER visit_keeps BEFORE UPDATE ON meetings_visit
BEGIN SELECT RAISE(ABORT, 'a guest''s visit: kept as it was written'); END

-- guard: visit_stays on meetings_visit
CREATE TRIGGER visit_stays BEFORE DELETE ON meetings_visit
BEGIN SELECT RAISE(ABORT, 'a guest''s visit: kept as it was written'); END

-- guard: visit_is_not_replaced on meetings_visit
CREATE TRIGGER visit_is_not_replaced BEFORE INSERT ON meetings_visit
WHEN EXISTS (SELECT 1 FROM meetings_visit WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_visit WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_visit WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: a guest''s visit: kept as it was written'); END

-- guard: suggestion_keeps on meetings_suggestion
CREATE TRIGGER suggestion_keeps BEFORE UPDATE ON meetings_suggestion
BEGIN SELECT RAISE(ABORT, 'a suggestion: kept as it was written'); END

-- guard: suggestion_stays on meetings_suggestion
CREATE TRIGGER suggestion_stays BEFORE DELETE ON meetings_suggestion
BEGIN SELECT RAISE(ABORT, 'a suggestion: kept as it was written'); END

-- guard: suggestion_is_not_replaced on meetings_suggestion
CREATE TRIGGER suggestion_is_not_replaced BEFORE INSERT ON meetings_suggestion
WHEN EXISTS (SELECT 1 FROM meetings_suggestion WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_suggestion WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_suggestion WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: a suggestion: kept as it was written'); END

-- guard: answer_keeps on meetings_answer
CREATE TRIGGER answer_keeps BEFORE UPDATE ON meetings_answer
BEGIN SELECT RAISE(ABORT, 'an answer: kept as it was written'); END

-- guard: answer_stays on meetings_answer
CREATE TRIGGER answer_stays BEFORE DELETE ON meetings_answer
BEGIN SELECT RAISE(ABORT, 'an answer: kept as it was written'); END

-- guard: answer_is_not_replaced on meetings_answer
CREATE TRIGGER answer_is_not_replaced BEFORE INSERT ON meetings_answer
WHEN EXISTS (SELECT 1 FROM meetings_answer WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_answer WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_answer WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: an answer: kept as it was written'); END

-- guard: meeting_keeps on meetings_meeting
CREATE TRIGGER meeting_keeps BEFORE UPDATE ON meetings_meeting
BEGIN SELECT RAISE(ABORT, 'minutes: kept as it was written'); END

-- guard: meeting_stays on meetings_meeting
CREATE TRIGGER meeting_stays BEFORE DELETE ON meetings_meeting
BEGIN SELECT RAISE(ABORT, 'minutes: kept as it was written'); END

-- guard: meeting_is_not_replaced on meetings_meeting
CREATE TRIGGER meeting_is_not_replaced BEFORE INSERT ON meetings_meeting
WHEN EXISTS (SELECT 1 FROM meetings_meeting WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_meeting WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_meeting WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: minutes: kept as it was written'); END

-- guard: incident_keeps on meetings_incident
CREATE TRIGGER incident_keeps BEFORE UPDATE ON meetings_incident
BEGIN SELECT RAISE(ABORT, 'an incident: kept as it was written'); END

-- guard: incident_stays on meetings_incident
CREATE TRIGGER incident_stays BEFORE DELETE ON meetings_incident
BEGIN SELECT RAISE(ABORT, 'an incident: kept as it was written'); END

-- guard: incident_is_not_replaced on meetings_incident
CREATE TRIGGER incident_is_not_replaced BEFORE INSERT ON meetings_incident
WHEN EXISTS (SELECT 1 FROM meetings_incident WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_incident WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_incident WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: an incident: kept as it was written'); END

-- guard: letter_keeps on meetings_letter
CREATE TRIGGER letter_keeps BEFORE UPDATE ON meetings_letter
BEGIN SELECT RAISE(ABORT, 'a letter: kept as it was written'); END

-- guard: letter_stays on meetings_letter
CREATE TRIGGER letter_stays BEFORE DELETE ON meetings_letter
BEGIN SELECT RAISE(ABORT, 'a letter: kept as it was written'); END

-- guard: letter_is_not_replaced on meetings_letter
CREATE TRIGGER letter_is_not_replaced BEFORE INSERT ON meetings_letter
WHEN EXISTS (SELECT 1 FROM meetings_letter WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM meetings_letter WHERE cooperative_id = NEW.cooperative_id AND request_id = NEW.request_id)
  OR EXISTS (SELECT 1 FROM meetings_letter WHERE cooperative_id = NEW.cooperative_id AND replaces_id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: a letter: kept as it was written'); END
