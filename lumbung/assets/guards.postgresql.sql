-- guard: item_keeps on assets_item
CREATE OR REPLACE FUNCTION item_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a thing is and cost is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER item_keeps BEFORE UPDATE ON assets_item FOR EACH ROW EXECUTE FUNCTION item_keeps();

-- guard: item_stays on assets_item
CREATE OR REPLACE FUNCTION item_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a thing is and cost is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER item_stays BEFORE DELETE ON assets_item FOR EACH ROW EXECUTE FUNCTION item_stays();

-- guard: item_is_not_replaced on assets_item
CREATE OR REPLACE FUNCTION item_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a thing is and cost is kept as it was written' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER item_is_not_replaced BEFORE TRUNCATE ON assets_item FOR EACH STATEMENT EXECUTE FUNCTION item_is_not_replaced();

-- guard: sighting_keeps on assets_sighting
CREATE OR REPLACE FUNCTION sighting_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was seen is kept as it was seen' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER sighting_keeps BEFORE UPDATE ON assets_sighting FOR EACH ROW EXECUTE FUNCTION sighting_keeps();

-- guard: sighting_stays on assets_sighting
CREATE OR REPLACE FUNCTION sighting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was seen is kept as it was seen' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER sighting_stays BEFORE DELETE ON assets_sighting FOR EACH ROW EXECUTE FUNCTION sighting_stays();

-- guard: sighting_is_not_replaced on assets_sighting
CREATE OR REPLACE FUNCTION sighting_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was seen is kept as it was seen' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER sighting_is_not_replaced BEFORE TRUNCATE ON assets_sighting FOR EACH STATEMENT EXECUTE FUNCTION sighting_is_not_replaced();

-- guard: depreciation_keeps on assets_depreciation
CREATE OR REPLACE FUNCTION depreciation_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'depreciation is kept as it was booked' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER depreciation_keeps BEFORE UPDATE ON assets_depreciation FOR EACH ROW EXECUTE FUNCTION depreciation_keeps();

-- guard: depreciation_stays on assets_depreciation
CREATE OR REPLACE FUNCTION depreciation_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'depreciation is kept as it was booked' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER depreciation_stays BEFORE DELETE ON assets_depreciation FOR EACH ROW EXECUTE FUNCTION depreciation_stays();

-- guard: depreciation_is_not_replaced on assets_depreciation
CREATE OR REPLACE FUNCTION depreciation_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'depreciation is kept as it was booked' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER depreciation_is_not_replaced BEFORE TRUNCATE ON assets_depreciation FOR EACH STATEMENT EXECUTE FUNCTION depreciation_is_not_replaced();

-- guard: departure_keeps on assets_departure
CREATE OR REPLACE FUNCTION departure_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'how a thing left is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER departure_keeps BEFORE UPDATE ON assets_departure FOR EACH ROW EXECUTE FUNCTION departure_keeps();

-- guard: departure_stays on assets_departure
CREATE OR REPLACE FUNCTION departure_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'how a thing left is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER departure_stays BEFORE DELETE ON assets_departure FOR EACH ROW EXECUTE FUNCTION departure_stays();

-- guard: departure_is_not_replaced on assets_departure
CREATE OR REPLACE FUNCTION departure_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'how a thing left is kept as it was' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER departure_is_not_replaced BEFORE TRUNCATE ON assets_departure FOR EACH STATEMENT EXECUTE FUNCTION departure_is_not_replaced();

-- guard: goods_handover_keeps on assets_handover
CREATE OR REPLACE FUNCTION goods_handover_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a handover is kept as it was drawn up' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER goods_handover_keeps BEFORE UPDATE ON assets_handover FOR EACH ROW EXECUTE FUNCTION goods_handover_keeps();

-- guard: goods_handover_stays on assets_handover
CREATE OR REPLACE FUNCTION goods_handover_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a handover is kept as it was drawn up' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER goods_handover_stays BEFORE DELETE ON assets_handover FOR EACH ROW EXECUTE FUNCTION goods_handover_stays();

-- guard: goods_handover_is_not_replaced on assets_handover
CREATE OR REPLACE FUNCTION goods_handover_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a handover is kept as it was drawn up' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER goods_handover_is_not_replaced BEFORE TRUNCATE ON assets_handover FOR EACH STATEMENT EXECUTE FUNCTION goods_handover_is_not_replaced();

-- guard: handed_item_keeps on assets_handeditem
CREATE OR REPLACE FUNCTION handed_item_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a handover is kept as it was drawn up' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER handed_item_keeps BEFORE UPDATE ON assets_handeditem FOR EACH ROW EXECUTE FUNCTION handed_item_keeps();

-- guard: handed_item_stays on assets_handeditem
CREATE OR REPLACE FUNCTION handed_item_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a handover is kept as it was drawn up' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER handed_item_stays BEFORE DELETE ON assets_handeditem FOR EACH ROW EXECUTE FUNCTION handed_item_stays();

-- guard: handed_item_is_not_replaced on assets_handeditem
CREATE OR REPLACE FUNCTION handed_item_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a handover is kept as it was drawn up' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER handed_item_is_not_replaced BEFORE TRUNCATE ON assets_handeditem FOR EACH STATEMENT EXECUTE FUNCTION handed_item_is_not_replaced();

-- guard: photo_keeps on assets_photo
CREATE OR REPLACE FUNCTION photo_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a photo is kept as it came' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER photo_keeps BEFORE UPDATE ON assets_photo FOR EACH ROW EXECUTE FUNCTION photo_keeps();

-- guard: photo_stays on assets_photo
CREATE OR REPLACE FUNCTION photo_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a photo is kept as it came' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER photo_stays BEFORE DELETE ON assets_photo FOR EACH ROW EXECUTE FUNCTION photo_stays();

-- guard: photo_is_not_replaced on assets_photo
CREATE OR REPLACE FUNCTION photo_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a photo is kept as it came' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER photo_is_not_replaced BEFORE TRUNCATE ON assets_photo FOR EACH STATEMENT EXECUTE FUNCTION photo_is_not_replaced();

-- guard: depreciation_within_cost on assets_depreciation
CREATE OR REPLACE FUNCTION depreciation_within_cost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(worn.amount) FROM assets_depreciation worn
    WHERE worn.cooperative_id = NEW.cooperative_id AND worn.item_id = NEW.item_id AND NOT EXISTS (
      SELECT 1 FROM ledger_entry undone
      WHERE undone.cooperative_id = worn.cooperative_id AND undone.reverses = worn.number))
  > (SELECT cost - residual - "before" FROM assets_item WHERE cooperative_id = NEW.cooperative_id AND id = NEW.item_id) THEN
    RAISE EXCEPTION 'a thing never wears off more than it cost' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER depreciation_within_cost AFTER INSERT ON assets_depreciation FOR EACH ROW EXECUTE FUNCTION depreciation_within_cost();
