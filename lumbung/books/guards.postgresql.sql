-- guard: printing_keeps on books_printing
CREATE OR REPLACE FUNCTION printing_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'that a book was printed stays known' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER printing_keeps BEFORE UPDATE ON books_printing FOR EACH ROW EXECUTE FUNCTION printing_keeps();

-- guard: printing_stays on books_printing
CREATE OR REPLACE FUNCTION printing_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'that a book was printed stays known' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER printing_stays BEFORE DELETE ON books_printing FOR EACH ROW EXECUTE FUNCTION printing_stays();

-- guard: printing_is_not_replaced on books_printing
CREATE OR REPLACE FUNCTION printing_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'that a book was printed stays known' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER printing_is_not_replaced BEFORE TRUNCATE ON books_printing FOR EACH STATEMENT EXECUTE FUNCTION printing_is_not_replaced();
