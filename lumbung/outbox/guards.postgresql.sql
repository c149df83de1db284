-- guard: receipt_keeps on outbox_receipt
CREATE OR REPLACE FUNCTION receipt_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a device was answered stays answered' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER receipt_keeps BEFORE UPDATE ON outbox_receipt FOR EACH STATEMENT EXECUTE FUNCTION receipt_keeps();

-- guard: receipt_stays on outbox_receipt
CREATE OR REPLACE FUNCTION receipt_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a device was answered stays answered' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER receipt_stays BEFORE DELETE OR TRUNCATE ON outbox_receipt
FOR EACH STATEMENT EXECUTE FUNCTION receipt_stays();

-- no guard: receipt_is_not_replaced on outbox_receipt, there is no REPLACE here
