-- guard: member_stays on members_member
CREATE TRIGGER member_stays BEFORE DELETE ON members_member
BEGIN SELECT RAISE(ABORT, 'a member stays in the register'); END

-- guard: member_is_not_replaced on members_member
CREATE TRIGGER member_is_not_replaced BEFORE INSERT ON members_member
WHEN EXISTS (SELECT 1 FROM members_member WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM members_member WHERE cooperative_id = NEW.cooperative_id AND number = NEW.number)
  OR EXISTS (SELECT 1 FROM members_member
    WHERE cooperative_id = NEW.cooperative_id AND nik_index = NEW.nik_index)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: a member stays in the register'); END
