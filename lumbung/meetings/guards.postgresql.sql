-- guard: term_keeps on meetings_term
CREATE OR REPLACE FUNCTION term_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'somebody''s term of office: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_keeps BEFORE UPDATE ON meetings_term FOR EACH ROW EXECUTE FUNCTION term_keeps();

-- guard: term_stays on meetings_term
CREATE OR REPLACE FUNCTION term_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'somebody''s term of office: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_stays BEFORE DELETE ON meetings_term FOR EACH ROW EXECUTE FUNCTION term_stays();

-- guard: term_is_not_replaced on meetings_term
CREATE OR REPLACE FUNCTION term_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'somebody''s term of office: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER term_is_not_replaced BEFORE TRUNCATE ON meetings_term FOR EACH STATEMENT EXECUTE FUNCTION term_is_not_replaced();

-- guard: termend_keeps on meetings_termend
CREATE OR REPLACE FUNCTION termend_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the end of a term: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER termend_keeps BEFORE UPDATE ON meetings_termend FOR EACH ROW EXECUTE FUNCTION termend_keeps();

-- guard: termend_stays on meetings_termend
CREATE OR REPLACE FUNCTION termend_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the end of a term: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER termend_stays BEFORE DELETE ON meetings_termend FOR EACH ROW EXECUTE FUNCTION termend_stays();

-- guard: termend_is_not_replaced on meetings_termend
CREATE OR REPLACE FUNCTION termend_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the end of a term: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER termend_is_not_replaced BEFORE TRUNCATE ON meetings_termend FOR EACH STATEMENT EXECUTE FUNCTION termend_is_not_replaced();

-- guard: visit_keeps on meetings_visit
CREATE OR REPLACE FUNCTION visit_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a guest''s visit: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER visit_keeps BEFORE UPDATE ON meetings_visit FOR EACH ROW EXECUTE FUNCTION visit_keeps();

-- guard: visit_stays on meetings_visit
CREATE OR REPLACE FUNCTION visit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a guest''s visit: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER visit_stays BEFORE DELETE ON meetings_visit FOR EACH ROW EXECUTE FUNCTION visit_stays();

-- guard: visit_is_not_replaced on meetings_visit
CREATE OR REPLACE FUNCTION visit_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a guest''s visit: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER visit_is_not_replaced BEFORE TRUNCATE ON meetings_visit FOR EACH STATEMENT EXECUTE FUNCTION visit_is_not_replaced();

-- guard: suggestion_keeps on meetings_suggestion
CREATE OR REPLACE FUNCTION suggestion_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a suggestion: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER suggestion_keeps BEFORE UPDATE ON meetings_suggestion FOR EACH ROW EXECUTE FUNCTION suggestion_keeps();

-- guard: suggestion_stays on meetings_suggestion
CREATE OR REPLACE FUNCTION suggestion_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a suggestion: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER suggestion_stays BEFORE DELETE ON meetings_suggestion FOR EACH ROW EXECUTE FUNCTION suggestion_stays();

-- guard: suggestion_is_not_replaced on meetings_suggestion
CREATE OR REPLACE FUNCTION suggestion_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a suggestion: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER suggestion_is_not_replaced BEFORE TRUNCATE ON meetings_suggestion FOR EACH STATEMENT EXECUTE FUNCTION suggestion_is_not_replaced();

-- guard: answer_keeps on meetings_answer
CREATE OR REPLACE FUNCTION answer_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an answer: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER answer_keeps BEFORE UPDATE ON meetings_answer FOR EACH ROW EXECUTE FUNCTION answer_keeps();

-- guard: answer_stays on meetings_answer
CREATE OR REPLACE FUNCTION answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an answer: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER answer_stays BEFORE DELETE ON meetings_answer FOR EACH ROW EXECUTE FUNCTION answer_stays();

-- guard: answer_is_not_replaced on meetings_answer
CREATE OR REPLACE FUNCTION answer_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an answer: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER answer_is_not_replaced BEFORE TRUNCATE ON meetings_answer FOR EACH STATEMENT EXECUTE FUNCTION answer_is_not_replaced();

-- guard: meeting_keeps on meetings_meeting
CREATE OR REPLACE FUNCTION meeting_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'minutes: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER meeting_keeps BEFORE UPDATE ON meetings_meeting FOR EACH ROW EXECUTE FUNCTION meeting_keeps();

-- guard: meeting_stays on meetings_meeting
CREATE OR REPLACE FUNCTION meeting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'minutes: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER meeting_stays BEFORE DELETE ON meetings_meeting FOR EACH ROW EXECUTE FUNCTION meeting_stays();

-- guard: meeting_is_not_replaced on meetings_meeting
CREATE OR REPLACE FUNCTION meeting_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'minutes: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER meeting_is_not_replaced BEFORE TRUNCATE ON meetings_meeting FOR EACH STATEMENT EXECUTE FUNCTION meeting_is_not_replaced();

-- guard: incident_keeps on meetings_incident
CREATE OR REPLACE FUNCTION incident_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an incident: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER incident_keeps BEFORE UPDATE ON meetings_incident FOR EACH ROW EXECUTE FUNCTION incident_keeps();

-- guard: incident_stays on meetings_incident
CREATE OR REPLACE FUNCTION incident_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an incident: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER incident_stays BEFORE DELETE ON meetings_incident FOR EACH ROW EXECUTE FUNCTION incident_stays();

-- guard: incident_is_not_replaced on meetings_incident
CREATE OR REPLACE FUNCTION incident_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an incident: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER incident_is_not_replaced BEFORE TRUNCATE ON meetings_incident FOR EACH STATEMENT EXECUTE FUNCTION incident_is_not_replaced();

-- guard: letter_keeps on meetings_letter
CREATE OR REPLACE FUNCTION letter_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a letter: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER letter_keeps BEFORE UPDATE ON meetings_letter FOR EACH ROW EXECUTE FUNCTION letter_keeps();

-- guard: letter_stays on meetings_letter
CREATE OR REPLACE FUNCTION letter_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a letter: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER letter_stays BEFORE DELETE ON meetings_letter FOR EACH ROW EXECUTE FUNCTION letter_stays();

-- guard: letter_is_not_replaced on meetings_letter
CREATE OR REPLACE FUNCTION letter_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a letter: kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER letter_is_not_replaced BEFORE TRUNCATE ON meetings_letter FOR EACH STATEMENT EXECUTE FUNCTION letter_is_not_replaced();
