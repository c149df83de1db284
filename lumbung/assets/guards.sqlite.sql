-- guard: depreciation_within_cost on assets_depreciation
CREATE TRIGGER depreciation_within_cost AFTER INSERT ON assets_depreciation
WHEN (SELECT sum(worn.amount) FROM assets_depreciation worn
    WHERE worn.cooperative_id = NEW.cooperative_id AND worn.item_id = NEW.item_id AND NOT EXISTS (
      SELECT 1 FROM ledger_entry undone
      WHERE undone.cooperative_id = worn.cooperative_id AND undone.reverses = worn.number))
  > (SELECT cost - residual - "before" FROM assets_item WHERE cooperative_id = NEW.cooperative_id AND id = NEW.item_id)
BEGIN SELECT RAISE(ABORT, 'a thing never wears off more than it cost'); END
