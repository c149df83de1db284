-- guard: intake_batch_stays on intake_batch
CREATE OR REPLACE FUNCTION intake_batch_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what came in is undone, never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_batch_stays BEFORE DELETE ON intake_batch FOR EACH ROW EXECUTE FUNCTION intake_batch_stays();

-- guard: intake_row_keeps on intake_batchrow
CREATE OR REPLACE FUNCTION intake_row_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row stays as it was read' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_row_keeps BEFORE UPDATE ON intake_batchrow FOR EACH ROW EXECUTE FUNCTION intake_row_keeps();

-- guard: intake_row_stays on intake_batchrow
CREATE OR REPLACE FUNCTION intake_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row stays as it was read' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_row_stays BEFORE DELETE ON intake_batchrow FOR EACH ROW EXECUTE FUNCTION intake_row_stays();

-- guard: intake_entry_keeps on intake_batchentry
CREATE OR REPLACE FUNCTION intake_entry_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an entry keeps the row it came from' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_entry_keeps BEFORE UPDATE ON intake_batchentry FOR EACH ROW EXECUTE FUNCTION intake_entry_keeps();

-- guard: intake_entry_stays on intake_batchentry
CREATE OR REPLACE FUNCTION intake_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an entry keeps the row it came from' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_entry_stays BEFORE DELETE ON intake_batchentry FOR EACH ROW EXECUTE FUNCTION intake_entry_stays();

-- guard: intake_batch_is_not_emptied on intake_batch
CREATE OR REPLACE FUNCTION intake_batch_is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what came in is undone, never taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_batch_is_not_emptied BEFORE TRUNCATE ON intake_batch FOR EACH STATEMENT EXECUTE FUNCTION intake_batch_is_not_emptied();

-- guard: intake_row_is_not_emptied on intake_batchrow
CREATE OR REPLACE FUNCTION intake_row_is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row stays as it was read' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_row_is_not_emptied BEFORE TRUNCATE ON intake_batchrow FOR EACH STATEMENT EXECUTE FUNCTION intake_row_is_not_emptied();

-- guard: intake_entry_is_not_emptied on intake_batchentry
CREATE OR REPLACE FUNCTION intake_entry_is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an entry keeps the row it came from' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER intake_entry_is_not_emptied BEFORE TRUNCATE ON intake_batchentry FOR EACH STATEMENT EXECUTE FUNCTION intake_entry_is_not_emptied();
