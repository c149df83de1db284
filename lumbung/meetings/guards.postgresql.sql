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
