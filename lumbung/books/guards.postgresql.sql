-- guard: book_printing_keeps on books_printing
CREATE OR REPLACE FUNCTION book_printing_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'that a book was printed stays known' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER book_printing_keeps BEFORE UPDATE ON books_printing FOR EACH ROW EXECUTE FUNCTION book_printing_keeps();

-- guard: book_printing_stays on books_printing
CREATE OR REPLACE FUNCTION book_printing_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'that a book was printed stays known' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER book_printing_stays BEFORE DELETE ON books_printing FOR EACH ROW EXECUTE FUNCTION book_printing_stays();

-- guard: book_printing_is_not_replaced on books_printing
CREATE OR REPLACE FUNCTION book_printing_is_not_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'that a book was printed stays known' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER book_printing_is_not_replaced BEFORE TRUNCATE ON books_printing FOR EACH STATEMENT EXECUTE FUNCTION book_printing_is_not_replaced();
