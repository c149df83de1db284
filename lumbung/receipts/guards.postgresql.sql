-- guard: printing_keeps on receipts_printing
CREATE OR REPLACE FUNCTION printing_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a copy that was printed stays printed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER printing_keeps BEFORE UPDATE ON receipts_printing FOR EACH ROW EXECUTE FUNCTION printing_keeps();

-- guard: printing_stays on receipts_printing
CREATE OR REPLACE FUNCTION printing_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a copy that was printed stays printed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER printing_stays BEFORE DELETE ON receipts_printing FOR EACH ROW EXECUTE FUNCTION printing_stays();

-- guard: printing_is_not_replaced on receipts_printing
CREATE OR REPLACE FUNCTION printing_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a copy that was printed stays printed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER printing_is_not_replaced BEFORE TRUNCATE ON receipts_printing FOR EACH STATEMENT EXECUTE FUNCTION printing_is_not_replaced();

-- guard: message_keeps on receipts_message
CREATE OR REPLACE FUNCTION message_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a message is kept as it was sent' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER message_keeps BEFORE UPDATE ON receipts_message FOR EACH ROW EXECUTE FUNCTION message_keeps();

-- guard: message_stays on receipts_message
CREATE OR REPLACE FUNCTION message_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a message is kept as it was sent' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER message_stays BEFORE DELETE ON receipts_message FOR EACH ROW EXECUTE FUNCTION message_stays();

-- guard: message_is_not_replaced on receipts_message
CREATE OR REPLACE FUNCTION message_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a message is kept as it was sent' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER message_is_not_replaced BEFORE TRUNCATE ON receipts_message FOR EACH STATEMENT EXECUTE FUNCTION message_is_not_replaced();
