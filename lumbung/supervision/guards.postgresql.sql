-- guard: supervision_draw_keeps on supervision_draw
CREATE OR REPLACE FUNCTION supervision_draw_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a sample stays as it was drawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_draw_keeps BEFORE UPDATE ON supervision_draw FOR EACH ROW EXECUTE FUNCTION supervision_draw_keeps();

-- guard: supervision_draw_stays on supervision_draw
CREATE OR REPLACE FUNCTION supervision_draw_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a sample stays as it was drawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_draw_stays BEFORE DELETE ON supervision_draw FOR EACH ROW EXECUTE FUNCTION supervision_draw_stays();

-- guard: supervision_draw_is_not_replaced on supervision_draw
CREATE OR REPLACE FUNCTION supervision_draw_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a sample stays as it was drawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_draw_is_not_replaced BEFORE TRUNCATE ON supervision_draw FOR EACH STATEMENT EXECUTE FUNCTION supervision_draw_is_not_replaced();

-- guard: supervision_drawn_keeps on supervision_drawn
CREATE OR REPLACE FUNCTION supervision_drawn_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a sample stays as it was drawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_drawn_keeps BEFORE UPDATE ON supervision_drawn FOR EACH ROW EXECUTE FUNCTION supervision_drawn_keeps();

-- guard: supervision_drawn_stays on supervision_drawn
CREATE OR REPLACE FUNCTION supervision_drawn_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a sample stays as it was drawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_drawn_stays BEFORE DELETE ON supervision_drawn FOR EACH ROW EXECUTE FUNCTION supervision_drawn_stays();

-- guard: supervision_drawn_is_not_replaced on supervision_drawn
CREATE OR REPLACE FUNCTION supervision_drawn_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a sample stays as it was drawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_drawn_is_not_replaced BEFORE TRUNCATE ON supervision_drawn FOR EACH STATEMENT EXECUTE FUNCTION supervision_drawn_is_not_replaced();

-- guard: supervision_finding_keeps on supervision_finding
CREATE OR REPLACE FUNCTION supervision_finding_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a supervisor found is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_finding_keeps BEFORE UPDATE ON supervision_finding FOR EACH ROW EXECUTE FUNCTION supervision_finding_keeps();

-- guard: supervision_finding_stays on supervision_finding
CREATE OR REPLACE FUNCTION supervision_finding_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a supervisor found is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_finding_stays BEFORE DELETE ON supervision_finding FOR EACH ROW EXECUTE FUNCTION supervision_finding_stays();

-- guard: supervision_finding_is_not_replaced on supervision_finding
CREATE OR REPLACE FUNCTION supervision_finding_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a supervisor found is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_finding_is_not_replaced BEFORE TRUNCATE ON supervision_finding FOR EACH STATEMENT EXECUTE FUNCTION supervision_finding_is_not_replaced();

-- guard: supervision_remark_keeps on supervision_remark
CREATE OR REPLACE FUNCTION supervision_remark_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a follow-up is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_remark_keeps BEFORE UPDATE ON supervision_remark FOR EACH ROW EXECUTE FUNCTION supervision_remark_keeps();

-- guard: supervision_remark_stays on supervision_remark
CREATE OR REPLACE FUNCTION supervision_remark_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a follow-up is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_remark_stays BEFORE DELETE ON supervision_remark FOR EACH ROW EXECUTE FUNCTION supervision_remark_stays();

-- guard: supervision_remark_is_not_replaced on supervision_remark
CREATE OR REPLACE FUNCTION supervision_remark_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a follow-up is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_remark_is_not_replaced BEFORE TRUNCATE ON supervision_remark FOR EACH STATEMENT EXECUTE FUNCTION supervision_remark_is_not_replaced();

-- guard: supervision_report_keeps on supervision_report
CREATE OR REPLACE FUNCTION supervision_report_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a signed report is kept as it was signed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_report_keeps BEFORE UPDATE ON supervision_report FOR EACH ROW EXECUTE FUNCTION supervision_report_keeps();

-- guard: supervision_report_stays on supervision_report
CREATE OR REPLACE FUNCTION supervision_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a signed report is kept as it was signed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_report_stays BEFORE DELETE ON supervision_report FOR EACH ROW EXECUTE FUNCTION supervision_report_stays();

-- guard: supervision_report_is_not_replaced on supervision_report
CREATE OR REPLACE FUNCTION supervision_report_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a signed report is kept as it was signed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER supervision_report_is_not_replaced BEFORE TRUNCATE ON supervision_report FOR EACH STATEMENT EXECUTE FUNCTION supervision_report_is_not_replaced();

-- guard: supervision_remark_while_open on supervision_remark
CREATE OR REPLACE FUNCTION supervision_remark_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM supervision_remark
    WHERE cooperative_id = NEW.cooperative_id AND finding_id = NEW.finding_id AND kind = 'close')
  OR EXISTS (SELECT 1 FROM supervision_finding
    WHERE cooperative_id = NEW.cooperative_id AND id = NEW.finding_id AND verdict = 'ok') THEN RAISE EXCEPTION 'a closed follow-up stays closed' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER supervision_remark_while_open BEFORE INSERT ON supervision_remark FOR EACH ROW EXECUTE FUNCTION supervision_remark_while_open();
