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
