-- guard: dues_allocation_within_payment on dues_allocation
-- The member is named although the number says it all: plans are kept for the session, and one made while the tables
-- were empty may take any index that begins with the cooperative. With the member each of them is short.
CREATE OR REPLACE FUNCTION dues_allocation_within_payment() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT cooperative_id, member_id, number FROM added) touched
    JOIN dues_payment payment USING (cooperative_id, member_id, number)
    WHERE payment.amount < (SELECT sum(amount) FROM dues_allocation
      WHERE cooperative_id = payment.cooperative_id AND member_id = payment.member_id AND number = payment.number)
  ) THEN
    RAISE EXCEPTION 'months never take more than was paid' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dues_allocation_within_payment AFTER INSERT ON dues_allocation
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION dues_allocation_within_payment();

-- guard: dues_collection_keeps on dues_collection
CREATE OR REPLACE FUNCTION dues_collection_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL OR
    (NEW.cooperative_id, NEW.id, NEW.name, NEW.day, NEW.cash_code, NEW.cash_holder, NEW.opened_by, NEW.opened_at, NEW.request_id)
    IS DISTINCT FROM
    (OLD.cooperative_id, OLD.id, OLD.name, OLD.day, OLD.cash_code, OLD.cash_holder, OLD.opened_by, OLD.opened_at, OLD.request_id) THEN
    RAISE EXCEPTION 'a collection keeps its facts; it can only be closed, once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dues_collection_keeps BEFORE UPDATE ON dues_collection FOR EACH ROW EXECUTE FUNCTION dues_collection_keeps();

-- guard: dues_collection_stays on dues_collection
CREATE OR REPLACE FUNCTION dues_collection_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a collection is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER dues_collection_stays BEFORE DELETE ON dues_collection FOR EACH ROW EXECUTE FUNCTION dues_collection_stays();

-- guard: dues_collection_is_not_replaced on dues_collection
CREATE OR REPLACE FUNCTION dues_collection_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a collection is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER dues_collection_is_not_replaced BEFORE TRUNCATE ON dues_collection FOR EACH STATEMENT EXECUTE FUNCTION dues_collection_is_not_replaced();

-- guard: dues_gathered_while_open on dues_gathered
CREATE OR REPLACE FUNCTION dues_gathered_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM dues_collection
    WHERE cooperative_id = NEW.cooperative_id AND id = NEW.collection_id AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'nothing is added to a collection that is closed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dues_gathered_while_open BEFORE INSERT ON dues_gathered FOR EACH ROW EXECUTE FUNCTION dues_gathered_while_open();
