-- guard: dues_look_keeps on surplus_dueslook
CREATE OR REPLACE FUNCTION dues_look_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was said of a month stays said' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER dues_look_keeps BEFORE UPDATE ON surplus_dueslook
FOR EACH STATEMENT EXECUTE FUNCTION dues_look_keeps();

-- guard: dues_look_stays on surplus_dueslook
CREATE OR REPLACE FUNCTION dues_look_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row about a month is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER dues_look_stays BEFORE DELETE OR TRUNCATE ON surplus_dueslook
FOR EACH STATEMENT EXECUTE FUNCTION dues_look_stays();

-- no guard: dues_look_is_not_replaced on surplus_dueslook, PostgreSQL knows no INSERT OR REPLACE

-- guard: reopening_keeps on surplus_reopening
CREATE OR REPLACE FUNCTION reopening_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was said of a month stays said' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER reopening_keeps BEFORE UPDATE ON surplus_reopening
FOR EACH STATEMENT EXECUTE FUNCTION reopening_keeps();

-- guard: reopening_stays on surplus_reopening
CREATE OR REPLACE FUNCTION reopening_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row about a month is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER reopening_stays BEFORE DELETE OR TRUNCATE ON surplus_reopening
FOR EACH STATEMENT EXECUTE FUNCTION reopening_stays();

-- no guard: reopening_is_not_replaced on surplus_reopening, PostgreSQL knows no INSERT OR REPLACE

-- guard: reopening_answer_keeps on surplus_reopeninganswer
CREATE OR REPLACE FUNCTION reopening_answer_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was said of a month stays said' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER reopening_answer_keeps BEFORE UPDATE ON surplus_reopeninganswer
FOR EACH STATEMENT EXECUTE FUNCTION reopening_answer_keeps();

-- guard: reopening_answer_stays on surplus_reopeninganswer
CREATE OR REPLACE FUNCTION reopening_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row about a month is never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER reopening_answer_stays BEFORE DELETE OR TRUNCATE ON surplus_reopeninganswer
FOR EACH STATEMENT EXECUTE FUNCTION reopening_answer_stays();

-- no guard: reopening_answer_is_not_replaced on surplus_reopeninganswer, PostgreSQL knows no INSERT OR REPLACE

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
