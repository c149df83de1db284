-- guard: member_stays on members_member
CREATE OR REPLACE FUNCTION member_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a member stays in the register' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER member_stays BEFORE DELETE ON members_member FOR EACH ROW EXECUTE FUNCTION member_stays();

-- guard: member_is_not_replaced on members_member
CREATE OR REPLACE FUNCTION member_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a member stays in the register' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER member_is_not_replaced BEFORE TRUNCATE ON members_member FOR EACH STATEMENT EXECUTE FUNCTION member_is_not_replaced();
