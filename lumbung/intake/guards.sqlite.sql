-- guard: intake_batch_stays on intake_batch
CREATE TRIGGER intake_batch_stays BEFORE DELETE ON intake_batch
BEGIN SELECT RAISE(ABORT, 'what came in is undone, never taken away'); END

-- guard: intake_row_keeps on intake_batchrow
CREATE TRIGGER intake_row_keeps BEFORE UPDATE ON intake_batchrow
BEGIN SELECT RAISE(ABORT, 'a row stays as it was read'); END

-- guard: intake_row_stays on intake_batchrow
CREATE TRIGGER intake_row_stays BEFORE DELETE ON intake_batchrow
BEGIN SELECT RAISE(ABORT, 'a row stays as it was read'); END

-- guard: intake_entry_keeps on intake_batchentry
CREATE TRIGGER intake_entry_keeps BEFORE UPDATE ON intake_batchentry
BEGIN SELECT RAISE(ABORT, 'an entry keeps the row it came from'); END

-- guard: intake_entry_stays on intake_batchentry
CREATE TRIGGER intake_entry_stays BEFORE DELETE ON intake_batchentry
BEGIN SELECT RAISE(ABORT, 'an entry keeps the row it came from'); END

-- no guard: intake_batch_is_not_emptied on intake_batch, there is no TRUNCATE

-- no guard: intake_row_is_not_emptied on intake_batchrow, there is no TRUNCATE

-- no guard: intake_entry_is_not_emptied on intake_batchentry, there is no TRUNCATE
