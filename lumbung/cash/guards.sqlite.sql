-- guard: advance_keeps on cash_advance
CREATE TRIGGER advance_keeps BEFORE UPDATE ON cash_advance
WHEN (NEW.cooperative_id, NEW.id, NEW.holder, NEW.holder_name, NEW.purpose, NEW.amount, NEW.given_on, NEW.given_number)
  IS NOT (OLD.cooperative_id, OLD.id, OLD.holder, OLD.holder_name, OLD.purpose, OLD.amount, OLD.given_on, OLD.given_number)
  OR NEW.settled_number IS NULL OR NEW.settled_number <= OLD.settled_number
BEGIN SELECT RAISE(ABORT, 'an advance keeps its facts; it can only be settled'); END

-- guard: advance_stays on cash_advance
CREATE TRIGGER advance_stays BEFORE DELETE ON cash_advance
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: advance_is_not_replaced on cash_advance
CREATE TRIGGER advance_is_not_replaced BEFORE INSERT ON cash_advance
WHEN EXISTS (SELECT 1 FROM cash_advance WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR given_number = NEW.given_number OR settled_number = NEW.settled_number))
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: unidentified_keeps on cash_unidentifiedreceipt
CREATE TRIGGER unidentified_keeps BEFORE UPDATE ON cash_unidentifiedreceipt
WHEN (NEW.cooperative_id, NEW.id, NEW.inward, NEW.amount, NEW.booked_on, NEW.text, NEW.number)
  IS NOT (OLD.cooperative_id, OLD.id, OLD.inward, OLD.amount, OLD.booked_on, OLD.text, OLD.number)
  OR NEW.identified_number IS NULL OR NEW.identified_number <= OLD.identified_number
BEGIN SELECT RAISE(ABORT, 'a receipt keeps its facts; it can only be named'); END

-- guard: unidentified_stays on cash_unidentifiedreceipt
CREATE TRIGGER unidentified_stays BEFORE DELETE ON cash_unidentifiedreceipt
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: unidentified_is_not_replaced on cash_unidentifiedreceipt
CREATE TRIGGER unidentified_is_not_replaced BEFORE INSERT ON cash_unidentifiedreceipt
WHEN EXISTS (SELECT 1 FROM cash_unidentifiedreceipt WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: cash_place_keeps on cash_cashplace
CREATE TRIGGER cash_place_keeps BEFORE UPDATE ON cash_cashplace
WHEN (NEW.cooperative_id, NEW.id, NEW.kind, NEW.account_code, NEW.opened_on)
  IS NOT (OLD.cooperative_id, OLD.id, OLD.kind, OLD.account_code, OLD.opened_on)
BEGIN SELECT RAISE(ABORT, 'a place keeps its account; it can only be renamed and closed'); END

-- guard: cash_place_stays on cash_cashplace
CREATE TRIGGER cash_place_stays BEFORE DELETE ON cash_cashplace
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: cash_place_is_not_replaced on cash_cashplace
CREATE TRIGGER cash_place_is_not_replaced BEFORE INSERT ON cash_cashplace
WHEN EXISTS (SELECT 1 FROM cash_cashplace WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR name = NEW.name OR (kind = 'petty' AND NEW.kind = 'petty')))
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: supplier_keeps on cash_supplier
CREATE TRIGGER supplier_keeps BEFORE UPDATE ON cash_supplier
WHEN (NEW.cooperative_id, NEW.id)
  IS NOT (OLD.cooperative_id, OLD.id)
BEGIN SELECT RAISE(ABORT, 'a supplier keeps its number'); END

-- guard: supplier_stays on cash_supplier
CREATE TRIGGER supplier_stays BEFORE DELETE ON cash_supplier
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: supplier_is_not_replaced on cash_supplier
CREATE TRIGGER supplier_is_not_replaced BEFORE INSERT ON cash_supplier
WHEN EXISTS (SELECT 1 FROM cash_supplier WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR name = NEW.name))
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: handover_answer_by_the_taker on cash_handoveranswer
CREATE TRIGGER handover_answer_by_the_taker BEFORE INSERT ON cash_handoveranswer
WHEN NOT EXISTS (SELECT 1 FROM cash_handover h WHERE h.cooperative_id = NEW.cooperative_id
  AND h.count_id = NEW.count_id AND h.taker = NEW."by")
BEGIN SELECT RAISE(ABORT, 'only the one who takes a till can say that she has it'); END

-- guard: statement_keeps on cash_bankstatement
CREATE TRIGGER statement_keeps BEFORE UPDATE ON cash_bankstatement
BEGIN SELECT RAISE(ABORT, 'what the bank printed is kept as it came'); END

-- guard: statement_stays on cash_bankstatement
CREATE TRIGGER statement_stays BEFORE DELETE ON cash_bankstatement
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: statement_is_not_replaced on cash_bankstatement
CREATE TRIGGER statement_is_not_replaced BEFORE INSERT ON cash_bankstatement
WHEN EXISTS (SELECT 1 FROM cash_bankstatement WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR (place_id = NEW.place_id AND (sha256 = NEW.sha256 OR start = NEW.start))))
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: bank_match_keeps on cash_bankmatch
CREATE TRIGGER bank_match_keeps BEFORE UPDATE ON cash_bankmatch
WHEN (NEW.cooperative_id, NEW.id, NEW.statement_id, NEW.position, NEW.place_id, NEW.number, NEW."by", NEW.matched_at)
  IS NOT (OLD.cooperative_id, OLD.id, OLD.statement_id, OLD.position, OLD.place_id, OLD.number, OLD."by", OLD.matched_at)
  OR NEW.released_by IS NULL OR OLD.released_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a match keeps its facts; it can only be released'); END

-- guard: bank_match_stays on cash_bankmatch
CREATE TRIGGER bank_match_stays BEFORE DELETE ON cash_bankmatch
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END

-- guard: bank_match_is_not_replaced on cash_bankmatch
CREATE TRIGGER bank_match_is_not_replaced BEFORE INSERT ON cash_bankmatch
WHEN EXISTS (SELECT 1 FROM cash_bankmatch WHERE cooperative_id = NEW.cooperative_id
  AND (id = NEW.id OR (released_by IS NULL AND NEW.released_by IS NULL AND ((statement_id = NEW.statement_id AND position = NEW.position)
  OR (place_id = NEW.place_id AND number = NEW.number)))))
BEGIN SELECT RAISE(ABORT, 'a row of cash is never taken away'); END
