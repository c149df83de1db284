-- guard: item_keeps on assets_item
CREATE TRIGGER item_keeps BEFORE UPDATE ON assets_item
BEGIN SELECT RAISE(ABORT, 'what a thing is and cost is kept as it was written'); END

-- guard: item_stays on assets_item
CREATE TRIGGER item_stays BEFORE DELETE ON assets_item
BEGIN SELECT RAISE(ABORT, 'what a thing is and cost is kept as it was written'); END

-- guard: item_is_not_replaced on assets_item
CREATE TRIGGER item_is_not_replaced BEFORE INSERT ON assets_item
WHEN EXISTS (SELECT 1 FROM assets_item WHERE cooperative_id = NEW.cooperative_id AND (id = NEW.id OR code = NEW.code OR request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'what a thing is and cost is kept as it was written'); END

-- guard: sighting_keeps on assets_sighting
CREATE TRIGGER sighting_keeps BEFORE UPDATE ON assets_sighting
BEGIN SELECT RAISE(ABORT, 'what was seen is kept as it was seen'); END

-- guard: sighting_stays on assets_sighting
CREATE TRIGGER sighting_stays BEFORE DELETE ON assets_sighting
BEGIN SELECT RAISE(ABORT, 'what was seen is kept as it was seen'); END

-- guard: sighting_is_not_replaced on assets_sighting
CREATE TRIGGER sighting_is_not_replaced BEFORE INSERT ON assets_sighting
WHEN EXISTS (SELECT 1 FROM assets_sighting WHERE cooperative_id = NEW.cooperative_id AND (id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'what was seen is kept as it was seen'); END

-- guard: depreciation_keeps on assets_depreciation
CREATE TRIGGER depreciation_keeps BEFORE UPDATE ON assets_depreciation
BEGIN SELECT RAISE(ABORT, 'depreciation is kept as it was booked'); END

-- guard: depreciation_stays on assets_depreciation
CREATE TRIGGER depreciation_stays BEFORE DELETE ON assets_depreciation
BEGIN SELECT RAISE(ABORT, 'depreciation is kept as it was booked'); END

-- guard: depreciation_is_not_replaced on assets_depreciation
CREATE TRIGGER depreciation_is_not_replaced BEFORE INSERT ON assets_depreciation
WHEN EXISTS (SELECT 1 FROM assets_depreciation WHERE cooperative_id = NEW.cooperative_id AND (number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'depreciation is kept as it was booked'); END

-- guard: departure_keeps on assets_departure
CREATE TRIGGER departure_keeps BEFORE UPDATE ON assets_departure
BEGIN SELECT RAISE(ABORT, 'how a thing left is kept as it was'); END

-- guard: departure_stays on assets_departure
CREATE TRIGGER departure_stays BEFORE DELETE ON assets_departure
BEGIN SELECT RAISE(ABORT, 'how a thing left is kept as it was'); END

-- guard: departure_is_not_replaced on assets_departure
CREATE TRIGGER departure_is_not_replaced BEFORE INSERT ON assets_departure
WHEN EXISTS (SELECT 1 FROM assets_departure WHERE cooperative_id = NEW.cooperative_id AND (number = NEW.number OR request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'how a thing left is kept as it was'); END

-- guard: goods_handover_keeps on assets_handover
CREATE TRIGGER goods_handover_keeps BEFORE UPDATE ON assets_handover
BEGIN SELECT RAISE(ABORT, 'a handover is kept as it was drawn up'); END

-- guard: goods_handover_stays on assets_handover
CREATE TRIGGER goods_handover_stays BEFORE DELETE ON assets_handover
BEGIN SELECT RAISE(ABORT, 'a handover is kept as it was drawn up'); END

-- guard: goods_handover_is_not_replaced on assets_handover
CREATE TRIGGER goods_handover_is_not_replaced BEFORE INSERT ON assets_handover
WHEN EXISTS (SELECT 1 FROM assets_handover WHERE cooperative_id = NEW.cooperative_id AND (id = NEW.id OR code = NEW.code OR request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'a handover is kept as it was drawn up'); END

-- guard: handed_item_keeps on assets_handeditem
CREATE TRIGGER handed_item_keeps BEFORE UPDATE ON assets_handeditem
BEGIN SELECT RAISE(ABORT, 'a handover is kept as it was drawn up'); END

-- guard: handed_item_stays on assets_handeditem
CREATE TRIGGER handed_item_stays BEFORE DELETE ON assets_handeditem
BEGIN SELECT RAISE(ABORT, 'a handover is kept as it was drawn up'); END

-- guard: handed_item_is_not_replaced on assets_handeditem
CREATE TRIGGER handed_item_is_not_replaced BEFORE INSERT ON assets_handeditem
WHEN EXISTS (SELECT 1 FROM assets_handeditem WHERE cooperative_id = NEW.cooperative_id AND (handover_id = NEW.handover_id AND item_id = NEW.item_id))
BEGIN SELECT RAISE(ABORT, 'a handover is kept as it was drawn up'); END

-- guard: photo_keeps on assets_photo
CREATE TRIGGER photo_keeps BEFORE UPDATE ON assets_photo
BEGIN SELECT RAISE(ABORT, 'a photo is kept as it came'); END

-- guard: photo_stays on assets_photo
CREATE TRIGGER photo_stays BEFORE DELETE ON assets_photo
BEGIN SELECT RAISE(ABORT, 'a photo is kept as it came'); END

-- guard: photo_is_not_replaced on assets_photo
CREATE TRIGGER photo_is_not_replaced BEFORE INSERT ON assets_photo
WHEN EXISTS (SELECT 1 FROM assets_photo WHERE cooperative_id = NEW.cooperative_id AND (id = NEW.id OR file = NEW.file OR (item_id = NEW.item_id AND sha256 = NEW.sha256)))
BEGIN SELECT RAISE(ABORT, 'a photo is kept as it came'); END

-- guard: depreciation_within_cost on assets_depreciation
CREATE TRIGGER depreciation_within_cost AFTER INSERT ON assets_depreciation
WHEN (SELECT sum(worn.amount) FROM assets_depreciation worn
    WHERE worn.cooperative_id = NEW.cooperative_id AND worn.item_id = NEW.item_id AND NOT EXISTS (
      SELECT 1 FROM ledger_entry undone
      WHERE undone.cooperative_id = worn.cooperative_id AND undone.reverses = worn.number))
  > (SELECT cost - residual - "before" FROM assets_item WHERE cooperative_id = NEW.cooperative_id AND id = NEW.item_id)
BEGIN SELECT RAISE(ABORT, 'a thing never wears off more than it cost'); END
