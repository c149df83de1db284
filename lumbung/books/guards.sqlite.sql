-- guard: book_printing_keeps on books_printing
CREATE TRIGGER book_printing_keeps BEFORE UPDATE ON books_printing
BEGIN SELECT RAISE(ABORT, 'that a book was printed stays known'); END

-- guard: book_printing_stays on books_printing
CREATE TRIGGER book_printing_stays BEFORE DELETE ON books_printing
BEGIN SELECT RAISE(ABORT, 'that a book was printed stays known'); END

-- guard: book_printing_is_not_replaced on books_printing
CREATE TRIGGER book_printing_is_not_replaced BEFORE INSERT ON books_printing
WHEN EXISTS (SELECT 1 FROM books_printing WHERE cooperative_id = NEW.cooperative_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: that a book was printed stays known'); END
