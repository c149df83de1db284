-- guard: membership_settlement_keeps on membership_settlement
CREATE OR REPLACE FUNCTION membership_settlement_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a settlement is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_settlement_keeps BEFORE UPDATE ON membership_settlement FOR EACH ROW EXECUTE FUNCTION membership_settlement_keeps();

-- guard: membership_settlement_stays on membership_settlement
CREATE OR REPLACE FUNCTION membership_settlement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a settlement is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_settlement_stays BEFORE DELETE ON membership_settlement FOR EACH ROW EXECUTE FUNCTION membership_settlement_stays();

-- guard: membership_settlement_is_not_replaced on membership_settlement
CREATE OR REPLACE FUNCTION membership_settlement_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a settlement is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_settlement_is_not_replaced BEFORE TRUNCATE ON membership_settlement FOR EACH STATEMENT EXECUTE FUNCTION membership_settlement_is_not_replaced();

-- guard: membership_refund_keeps on membership_refund
CREATE OR REPLACE FUNCTION membership_refund_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a refund is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_refund_keeps BEFORE UPDATE ON membership_refund FOR EACH ROW EXECUTE FUNCTION membership_refund_keeps();

-- guard: membership_refund_stays on membership_refund
CREATE OR REPLACE FUNCTION membership_refund_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a refund is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_refund_stays BEFORE DELETE ON membership_refund FOR EACH ROW EXECUTE FUNCTION membership_refund_stays();

-- guard: membership_refund_is_not_replaced on membership_refund
CREATE OR REPLACE FUNCTION membership_refund_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a refund is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_refund_is_not_replaced BEFORE TRUNCATE ON membership_refund FOR EACH STATEMENT EXECUTE FUNCTION membership_refund_is_not_replaced();

-- guard: membership_merge_keeps on membership_merge
CREATE OR REPLACE FUNCTION membership_merge_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a merge is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_merge_keeps BEFORE UPDATE ON membership_merge FOR EACH ROW EXECUTE FUNCTION membership_merge_keeps();

-- guard: membership_merge_stays on membership_merge
CREATE OR REPLACE FUNCTION membership_merge_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a merge is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_merge_stays BEFORE DELETE ON membership_merge FOR EACH ROW EXECUTE FUNCTION membership_merge_stays();

-- guard: membership_merge_is_not_replaced on membership_merge
CREATE OR REPLACE FUNCTION membership_merge_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a merge is kept as it was made' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER membership_merge_is_not_replaced BEFORE TRUNCATE ON membership_merge FOR EACH STATEMENT EXECUTE FUNCTION membership_merge_is_not_replaced();
