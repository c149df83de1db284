"""Every attempt on the books that we thought of, and what must become of it. `docs/keamanan/serangan.md` is this table.

An attempt is refused (`by` names the trigger, key, check or sentence that says no) or found (`by` says who finds it).
`how` is raw SQL, or the name of a deed in `deeds.py` or `rewriting.py`. What a database engine cannot do is not tried
there: `only` says where. `by` may differ: "sqlite name | postgresql name".
"""

from typing import NamedTuple

PERSON = "a person, by Lumbung's own deeds"
RUNTIME = "the role that Lumbung runs as, by SQL"
OWNER = "the owner of the tables, guards taken off"
FILE = "the holder of the file, everything made to fit"

REFUSED, STOPPED, VERIFY, RECEIPT, WITNESS = "refused", "no start", "verify", "receipt", "witness"

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BEHIND = ("PRIMARY", "CASCADE")  # the primary key; the guards of all tables that hang on this one


class Attack(NamedTuple):
    who: str
    what: str
    how: tuple[str, ...] | str
    outcome: str
    by: str
    only: str = ""
    also: str = ""  # other guards that refuse it too, once this one is gone; BEHIND are never taken away

    def named(self, engine: str) -> str:
        """Who says no, or what is found, on this engine."""
        parts = [part.strip() for part in self.by.split("|")]
        return parts[-1] if engine == POSTGRESQL else parts[0]

    def others(self, engine: str) -> list[str]:
        """The guards behind the first that would refuse it too: `sqlite:name` on that engine only."""
        found = [name.rpartition(":") for name in self.also.split()]
        return [name for where, _colon, name in found if where in ("", engine)]


ENTRY = (
    "INSERT INTO ledger_entry (cooperative_id, number, booked_on, kind, document, request_id, request_digest, made_by,"
    " posted_at, memo, salt, leaf_hash, reverses, approved_by) SELECT {coop}, {next}, '2025-03-01', 'dues.paid',"
    " 'BKM-2025-000099', '{request}', request_digest, made_by, posted_at, memo, salt, leaf_hash, NULL, NULL"
    " FROM ledger_entry WHERE cooperative_id = {coop} AND number = 1"
)
TRANSFER = (
    "INSERT INTO ledger_transfer (cooperative_id, number, position, debit_code, credit_code, amount, debit_holder,"
    " credit_holder, unit, counterparty) VALUES ({coop}, {next}, 1, '111100', '411100', 500, 0, 0, 0, '')"
)
BOOK = "UPDATE ledger_book SET last_number = {next}, leaf_count = {next} WHERE cooperative_id = {coop}"
BALANCE = (
    "INSERT INTO ledger_balance (cooperative_id, holder, account_code, unit, month, debit, credit)"
    " VALUES ({coop}, 0, '111100', 0, '2025-07', 500, 0)"
)
ENTRY_HERE, HERE = "WHERE cooperative_id = {coop} AND number = 1", "WHERE cooperative_id = {coop}"
BLIND = "PRAGMA recursive_triggers = OFF"  # SQLite's REPLACE then deletes without asking


def entry(**changes: str) -> str:
    """The entry that would come next, with other values in some of its columns."""
    text = ENTRY
    for old, new in changes.values():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def sql(who, what, how, by, **more) -> Attack:
    return Attack(who, what, (how,) if isinstance(how, str) else tuple(how), REFUSED, by, **more)


def found(who, what, how, words, outcome=VERIFY, **more) -> Attack:
    return Attack(who, what, (how,) if isinstance(how, str) and " " in how else how, outcome, words, **more)


BY_SQL = [
    # --- what is written is changed
    sql(RUNTIME, "another amount in an old entry", f"UPDATE ledger_transfer SET amount = 1 {ENTRY_HERE}", "transfer_keeps"),
    sql(RUNTIME, "all amounts halved in one statement", "UPDATE ledger_transfer SET amount = amount / 2", "transfer_keeps"),
    sql(RUNTIME, "another member in an old entry", f"UPDATE ledger_transfer SET credit_holder = 9 {ENTRY_HERE}", "transfer_keeps"),
    sql(RUNTIME, "another account in an old entry", f"UPDATE ledger_transfer SET debit_code = '112100' {ENTRY_HERE}", "transfer_keeps"),
    sql(RUNTIME, "other words in an old entry", f"UPDATE ledger_entry SET memo = 'lain' {ENTRY_HERE}", "entry_keeps"),
    sql(RUNTIME, "another day for an old entry", f"UPDATE ledger_entry SET booked_on = '2025-06-30' {ENTRY_HERE}", "entry_keeps"),
    sql(RUNTIME, "another maker for an old entry", f"UPDATE ledger_entry SET made_by = 99 {ENTRY_HERE}", "entry_keeps"),
    sql(RUNTIME, "an entry renumbered", "UPDATE ledger_entry SET number = 77 WHERE cooperative_id = {coop} AND kind = 'period.closed'", "entry_keeps"),
    sql(RUNTIME, "the leaf of an entry made to fit", f"UPDATE ledger_entry SET leaf_hash = salt {ENTRY_HERE}", "entry_keeps"),
    # --- what is written is taken away
    sql(RUNTIME, "the last entry deleted", "DELETE FROM ledger_entry WHERE cooperative_id = {coop} AND kind = 'period.closed'", "entry_stays"),
    sql(RUNTIME, "the money of an entry deleted", f"DELETE FROM ledger_transfer {ENTRY_HERE}", "transfer_stays"),
    sql(RUNTIME, "a whole book deleted", "DELETE FROM ledger_book WHERE cooperative_id = {empty}", "book_stays"),
    sql(RUNTIME, "all entries truncated", "TRUNCATE ledger_entry CASCADE", "entry_stays", only=POSTGRESQL, also="CASCADE"),
    sql(RUNTIME, "all transfers truncated", "TRUNCATE ledger_transfer CASCADE", "transfer_stays", only=POSTGRESQL),
    sql(RUNTIME, "all balances truncated", "TRUNCATE ledger_balance CASCADE", "balance_stays", only=POSTGRESQL),
    sql(RUNTIME, "an entry replaced", (BLIND, "INSERT OR REPLACE INTO ledger_entry SELECT cooperative_id, number, booked_on, kind, document, reverses, request_id, request_digest, made_by, approved_by, posted_at, 'lain', salt, leaf_hash FROM ledger_entry WHERE cooperative_id = {coop} AND number = {last}"), "entry_is_new", only=SQLITE),
    sql(RUNTIME, "a transfer replaced", (BLIND, "INSERT OR REPLACE INTO ledger_transfer (cooperative_id, number, position, debit_holder, credit_holder, unit, counterparty, amount, debit_code, credit_code) SELECT cooperative_id, number, position, debit_holder, credit_holder, unit, counterparty, 1, debit_code, credit_code FROM ledger_transfer WHERE cooperative_id = {coop}"), "transfer_of_a_new_entry", only=SQLITE),
    # --- what was never posted is added
    sql(RUNTIME, "a late line under an old entry", TRANSFER.replace("{next}, 1,", "1, 2,"), "transfer_of_a_new_entry"),
    sql(RUNTIME, "a late entry under an old number", entry(a=("{next}", "1")), "entry_is_new | ledger_entry_pkey", also="sqlite:PRIMARY"),
    sql(RUNTIME, "a gap in the numbers", (entry(a=("{next}", "{next} + 1")), BOOK.replace("{next}", "{next} + 1")), "book_has_every_number"),
    sql(RUNTIME, "an entry in a closed month", entry(a=("2025-03-01", "2025-01-15")), "entry_in_an_open_month"),
    sql(RUNTIME, "a document number given twice", entry(a=("BKM-2025-000099", "BKM-2025-000001")), "entry_is_new | entry_document_once", also="sqlite:entry_document_once"),
    sql(RUNTIME, "the same request posted again", entry(a=("'{request}'", "request_id")), "entry_is_new | entry_request_once", also="sqlite:entry_request_once"),
    sql(RUNTIME, "a second reversal of one entry", entry(a=("NULL, NULL", "{reversed}, NULL")), "entry_is_new | entry_reversed_once", also="sqlite:entry_reversed_once"),
    sql(RUNTIME, "a reversal of what is still to come", entry(a=("NULL, NULL", "{next} + 5, NULL")), "entry_reverses_an_earlier_one"),
    sql(RUNTIME, "an entry approved by its maker", entry(a=("NULL, NULL", "NULL, made_by")), "entry_maker_is_not_approver"),
    sql(RUNTIME, "an entry numbered nothing", entry(a=("{next}", "0")), "entry_is_new | entry_number_positive", also="sqlite:entry_number_positive"),
    sql(RUNTIME, "an entry of a cooperative that has no book", entry(a=("SELECT {coop}", "SELECT {bookless}")), "ledger_entry_book_fk | entry_in_an_open_month"),
    sql(RUNTIME, "an amount of nothing", (ENTRY, TRANSFER.replace("500", "0")), "transfer_amount_positive"),
    sql(RUNTIME, "an amount below nothing", (ENTRY, TRANSFER.replace("500", "-500")), "transfer_amount_positive"),
    sql(RUNTIME, "money from a place to itself", (ENTRY, TRANSFER.replace("'411100'", "'111100'")), "transfer_two_sides"),
    sql(RUNTIME, "a kind of customer that is not", (ENTRY, TRANSFER.replace("0, '')", "0, 'teman')")), "transfer_counterparty_known"),
    sql(RUNTIME, "a transfer into a header account", (ENTRY, TRANSFER.replace("'111100'", "'110000'")), "ledger_transfer_debit_fk | transfer_between_accounts"),
    sql(RUNTIME, "a transfer out of an account that is not", (ENTRY, TRANSFER.replace("'411100'", "'999999'")), "ledger_transfer_credit_fk | transfer_between_accounts"),
    sql(RUNTIME, "a bulk with one line that has no other side", (ENTRY, TRANSFER.replace("'411100'", "NULL")), "ledger_transfer.credit_code", also="postgresql:transfer_between_accounts"),
    sql(RUNTIME, "a transfer of an entry that is not", TRANSFER.replace("{next}", "{next} + 7"), "ledger_transfer_entry_fk | transfer_of_a_new_entry"),
    # --- the book, its balances, series and accounts
    sql(RUNTIME, "the root of the book replaced", f"UPDATE ledger_book SET root = frontier {HERE}", "book_moves_by_posting"),
    sql(RUNTIME, "the book set back", f"UPDATE ledger_book SET last_number = 1, leaf_count = 1 {HERE}", "book_moves_by_posting", also="book_has_every_number"),
    sql(RUNTIME, "a leaf more than there are entries", (ENTRY, BOOK.replace("leaf_count = {next}", "leaf_count = {next} + 1")), "book_a_leaf_an_entry"),
    sql(RUNTIME, "a month opened again without saying so", (ENTRY, TRANSFER, BOOK.replace(" WHERE", ", closed_through = NULL WHERE")), "book_closes_by_an_entry"),
    sql(RUNTIME, "a book that begins full", "INSERT INTO ledger_book (cooperative_id, last_number, leaf_count, frontier, root) SELECT {bookless}, 5, 5, frontier, root FROM ledger_book WHERE cooperative_id = {coop}", "book_starts_empty"),
    sql(RUNTIME, "a book that begins below nothing", "INSERT INTO ledger_book (cooperative_id, last_number, leaf_count, frontier, root) SELECT {bookless}, -5, -5, frontier, root FROM ledger_book WHERE cooperative_id = {coop}", "book_starts_empty", also="book_numbers_from_one"),
    sql(RUNTIME, "a second book over the first", (BLIND, f"INSERT OR REPLACE INTO ledger_book (cooperative_id, last_number, leaf_count, frontier, root) SELECT cooperative_id, 0, 0, frontier, root FROM ledger_book {HERE}"), "book_starts_empty", only=SQLITE),
    sql(RUNTIME, "a balance made smaller", f"UPDATE ledger_balance SET debit = 0, credit = 0 {HERE}", "balance_only_grows"),
    sql(RUNTIME, "a balance given to another member", f"UPDATE ledger_balance SET holder = holder + 9 {HERE}", "balance_only_grows"),
    sql(RUNTIME, "a balance deleted", f"DELETE FROM ledger_balance {HERE}", "balance_stays"),
    sql(RUNTIME, "a balance below nothing", BALANCE.replace("500, 0)", "-500, 0)"), "balance_not_negative"),
    sql(RUNTIME, "a balance of a header account", BALANCE.replace("'111100'", "'110000'"), "ledger_balance_account_fk | balance_of_an_account"),
    sql(RUNTIME, "a series set back", f"UPDATE ledger_series SET last = last - 1 {HERE}", "series_only_rises"),
    sql(RUNTIME, "a series deleted", f"DELETE FROM ledger_series {HERE}", "series_stays"),
    sql(RUNTIME, "an account renamed", "UPDATE ledger_account SET name = 'Kas Ketua' WHERE code = '111100'", "account_keeps"),
    sql(RUNTIME, "an account turned to the other side", "UPDATE ledger_account SET normal_side = 'K' WHERE code = '111100'", "account_keeps"),
    sql(RUNTIME, "an account deleted", "DELETE FROM ledger_account WHERE cooperative_id = {empty} AND code = '111100'", "account_stays"),
    sql(RUNTIME, "an account with a side of its own", "INSERT INTO ledger_account (cooperative_id, code, name, kind, normal_side, statement_line, holder_kind, valid_from) VALUES ({coop}, '999998', 'x', 'asset', 'X', '', '', '2025-01-01')", "account_side_known"),
    sql(RUNTIME, "an account replaced", (BLIND, "INSERT OR REPLACE INTO ledger_account SELECT cooperative_id, code, 'Kas Ketua', kind, normal_side, statement_line, holder_kind, valid_from, valid_to FROM ledger_account WHERE cooperative_id = {empty} AND code = '111100'"), "account_is_not_replaced", only=SQLITE),
    # --- beside the books
    sql(RUNTIME, "the trail of who did what rewritten", "UPDATE security_event SET deed = 'lain'", "event_keeps"),
    sql(RUNTIME, "the trail deleted", "DELETE FROM security_event", "event_stays"),
    sql(RUNTIME, "the place of an event in the trail given to another", "UPDATE security_trailleaf SET event_id = event_id + 1", "trail_leaf_keeps"),
    sql(RUNTIME, "the place of an event taken out of the trail", "DELETE FROM security_trailleaf", "trail_leaf_stays"),
    sql(RUNTIME, "a place in the trail far from its end", "INSERT INTO security_trailleaf SELECT log, 9999, 1, hash FROM security_trailleaf WHERE number = 1 AND log = {coop}", "trail_leaf_in_turn"),
    sql(RUNTIME, "the head of the trail set back", "UPDATE security_trailhead SET size = size - 1", "trail_head_grows"),
    sql(RUNTIME, "the head of the trail deleted", "DELETE FROM security_trailhead", "trail_head_stays"),
    sql(RUNTIME, "a second trail begun full", "INSERT INTO security_trailhead SELECT log + 1, size, frontier, root, seal FROM security_trailhead WHERE log = {coop}", "trail_head_begins_empty"),
    sql(RUNTIME, "a payment of dues given to another", "UPDATE dues_payment SET amount = amount + 1", "dues_payment_keeps"),
    sql(RUNTIME, "a payment of dues taken out of the months", "DELETE FROM dues_payment", "dues_payment_stays", also="allocation_payment_fk"),
    # --- what is signed and what was seen
    sql(RUNTIME, "a kept checkpoint rewritten", "UPDATE witness_checkpoint SET note = 'lain'", "log_checkpoint_keeps"),
    sql(RUNTIME, "a kept checkpoint deleted", "DELETE FROM witness_checkpoint", "log_checkpoint_stays"),
    sql(RUNTIME, "a key of one's own in the place of the log's", "UPDATE witness_logkey SET public = sealed", "log_key_keeps"),
    sql(RUNTIME, "the witness made to forget", "DELETE FROM witness_seen", "witness_seen_stays"),
    sql(RUNTIME, "the witness made to remember less", "UPDATE witness_seen SET size = size - 1", "witness_seen_keeps"),
    sql(RUNTIME, "the witness shown a shorter book", "INSERT INTO witness_seen (cooperative_id, watcher_id, origin, size, root, note, way, at) SELECT cooperative_id, watcher_id, origin, 1, root, note, way, at FROM witness_seen WHERE size = {last}", "witness_seen_grows"),
    sql(RUNTIME, "the evidence of a witness deleted", "DELETE FROM witness_refusal", "witness_refusal_stays"),
    sql(RUNTIME, "a personal part erased without saying so", f"UPDATE ledger_entry SET salt = leaf_hash, memo = '' {ENTRY_HERE}", "entry_keeps"),
    sql(RUNTIME, "an erasure without a reason", "INSERT INTO ledger_erasure (cooperative_id, number, commitment, erased_at, \"by\", reason) SELECT cooperative_id, 1, salt, posted_at, 1, '' FROM ledger_entry WHERE cooperative_id = {coop} AND number = 2", "erasure_has_its_reason"),
    sql(RUNTIME, "an erasure of an entry that is not", "INSERT INTO ledger_erasure (cooperative_id, number, commitment, erased_at, \"by\", reason) SELECT cooperative_id, 999, salt, posted_at, 1, 'x' FROM ledger_entry WHERE cooperative_id = {coop} AND number = 2", "ledger_erasure_entry_fk"),
    sql(RUNTIME, "who erased, and why, rewritten", "UPDATE ledger_erasure SET reason = 'lain'", "erasure_keeps"),
    sql(RUNTIME, "an erasure unsaid", "DELETE FROM ledger_erasure", "erasure_stays"),
    # --- what the guards must let pass, and `verify` does not
    found(RUNTIME, "an entry slipped in behind the book", (ENTRY, TRANSFER), "Buku menyebut"),
    found(RUNTIME, "an entry slipped in before the book, with its number", (ENTRY, TRANSFER, BOOK), "Isi catatan"),
    found(RUNTIME, "a balance made larger", f"UPDATE ledger_balance SET debit = debit + 500 {HERE} AND holder = 0", "Saldo akun"),
    found(RUNTIME, "a balance that nobody posted", (BALANCE,), "Saldo akun"),
    found(RUNTIME, "the signature of the head replaced", f"UPDATE ledger_book SET seal = root {HERE}", "Tanda tangan"),
    found(RUNTIME, "the signature of the head taken away", f"UPDATE ledger_book SET seal = NULL {HERE}", "belum ditandatangani"),
    found(RUNTIME, "a series set forward, to hide a document", f"UPDATE ledger_series SET last = last + 1 {HERE}", "Seri bukti"),
    found(RUNTIME, "an account of one's own", "INSERT INTO ledger_account (cooperative_id, code, name, kind, normal_side, statement_line, holder_kind, valid_from) VALUES ({coop}, '999998', 'x', 'asset', 'D', '', '', '2025-01-01')", "tidak ada dalam daftar"),
    found(RUNTIME, "an account ended in secret", "UPDATE ledger_account SET valid_to = '2025-01-01' WHERE cooperative_id = {coop} AND code = '111100'", "berbeda dari daftar"),
    found(RUNTIME, "checks switched off, then an amount of nothing", ("PRAGMA ignore_check_constraints = ON", ENTRY, TRANSFER.replace("500", "0"), BOOK), "Isi catatan", only=SQLITE),
    found(RUNTIME, "an event slipped into the trail", "INSERT INTO security_event (id, at, cooperative_id, person_id, deed, subject, detail) SELECT id + 1, at, cooperative_id, 99, 'day.closed', subject, detail FROM security_event WHERE cooperative_id = {coop} LIMIT 1", "disisipkan"),
    # --- the runtime role reaches for the guards themselves
    sql(RUNTIME, "a guard dropped by the runtime role", "DROP TRIGGER entry_keeps ON ledger_entry", "must be owner of relation", only=POSTGRESQL),
    sql(RUNTIME, "a guard switched off by the runtime role", "ALTER TABLE ledger_entry DISABLE TRIGGER entry_keeps", "must be owner of table", only=POSTGRESQL),
    sql(RUNTIME, "a guard hollowed out by the runtime role", "CREATE OR REPLACE FUNCTION entry_keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$", "permission denied for schema", only=POSTGRESQL),
    sql(RUNTIME, "all triggers passed by as a replica", "SET session_replication_role = replica", "permission denied to set parameter", only=POSTGRESQL),
    sql(RUNTIME, "a check dropped by the runtime role", "ALTER TABLE ledger_transfer DROP CONSTRAINT transfer_amount_positive", "must be owner of table", only=POSTGRESQL),
    sql(RUNTIME, "the fingerprint of the tables rewritten", "UPDATE sql_fingerprint SET digest = 'x'", "permission denied for table sql_fingerprint", only=POSTGRESQL),
    sql(RUNTIME, "a migration pretended", "INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '0099', now())", "permission denied for table django_migrations", only=POSTGRESQL),
]  # fmt: skip

BY_OWNER = [
    found(OWNER, "a guard dropped", "DROP TRIGGER entry_keeps{on}", "entry_keeps", STOPPED),
    found(OWNER, "a guard that never fires", ("DROP TRIGGER entry_keeps", "CREATE TRIGGER entry_keeps BEFORE UPDATE ON ledger_entry WHEN 0 BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END"), "entry_keeps", STOPPED, only=SQLITE),
    found(OWNER, "a guard that never fires", ("DROP TRIGGER entry_keeps ON ledger_entry", "CREATE TRIGGER entry_keeps BEFORE UPDATE ON ledger_entry FOR EACH ROW WHEN (false) EXECUTE FUNCTION entry_keeps()"), "tidak lagi sama", STOPPED, only=POSTGRESQL),
    found(OWNER, "a guard switched off", "ALTER TABLE ledger_entry DISABLE TRIGGER entry_keeps", "entry_keeps", STOPPED, only=POSTGRESQL),
    found(OWNER, "a guard hollowed out", "CREATE OR REPLACE FUNCTION entry_keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$", "entry_keeps", STOPPED, only=POSTGRESQL),
    found(OWNER, "a check dropped", "ALTER TABLE ledger_transfer DROP CONSTRAINT transfer_amount_positive", "tidak lagi sama", STOPPED, only=POSTGRESQL),
    found(OWNER, "a key dropped", "DROP INDEX entry_reversed_once", "tidak lagi sama", STOPPED),
    found(OWNER, "a table made anew by a migration", "remade", "entry_keeps", STOPPED, only=SQLITE),
    found(OWNER, "another amount", f"UPDATE ledger_transfer SET amount = amount + 100 {ENTRY_HERE}", "Isi catatan"),
    found(OWNER, "another amount, in all entries at once", f"UPDATE ledger_transfer SET amount = amount * 2 {HERE}", "Isi catatan"),
    found(OWNER, "both sides changed over", f"UPDATE ledger_transfer SET debit_code = credit_code, credit_code = debit_code, debit_holder = credit_holder, credit_holder = debit_holder {ENTRY_HERE}", "Isi catatan"),
    found(OWNER, "another member", f"UPDATE ledger_transfer SET credit_holder = credit_holder + 1 {ENTRY_HERE}", "Isi catatan"),
    found(OWNER, "other words", f"UPDATE ledger_entry SET memo = 'lain' {ENTRY_HERE}", "Isi catatan"),
    found(OWNER, "another day, in a closed month", "UPDATE ledger_entry SET booked_on = '2025-01-15' WHERE cooperative_id = {coop} AND number = {last}", "Isi catatan"),
    found(OWNER, "another maker", f"UPDATE ledger_entry SET made_by = 99 {ENTRY_HERE}", "Isi catatan"),
    found(OWNER, "an approval written in", f"UPDATE ledger_entry SET approved_by = 99 {ENTRY_HERE}", "Isi catatan"),
    found(OWNER, "another moment of posting", f"UPDATE ledger_entry SET posted_at = '2025-06-01 00:00:00+00' {ENTRY_HERE}", "Isi catatan"),
    found(OWNER, "two entries that change numbers", "swapped", "Isi catatan"),
    found(OWNER, "an entry out of the middle", ("DELETE FROM ledger_transfer WHERE cooperative_id = {coop} AND number = 2", "DELETE FROM ledger_entry WHERE cooperative_id = {coop} AND number = 2"), "Nomor catatan meloncat"),
    found(OWNER, "the tail of the book cut off", ("DELETE FROM ledger_transfer WHERE cooperative_id = {coop} AND number = {last}", "DELETE FROM ledger_entry WHERE cooperative_id = {coop} AND number = {last}"), "Buku menyebut"),
    found(OWNER, "a line out of a journal", "DELETE FROM ledger_transfer WHERE cooperative_id = {coop} AND number = {twofold} AND position = 2", "Isi catatan"),
    found(OWNER, "a line too many in a journal", TRANSFER.replace("{next}, 1,", "1, 2,"), "Isi catatan"),
    found(OWNER, "money without an entry", TRANSFER.replace("{next}", "{next} + 7"), "Ada gerakan uang tanpa catatan"),
    found(OWNER, "a balance edited", f"UPDATE ledger_balance SET credit = credit - 100 {HERE} AND credit > 0 AND holder = 0", "Saldo akun"),
    found(OWNER, "a member's balance edited", f"UPDATE ledger_balance SET credit = credit + 100 {HERE} AND holder <> 0", "Saldo akun"),
    found(OWNER, "a series set back, to give a document twice", f"UPDATE ledger_series SET last = last - 1 {HERE}", "Seri bukti"),
    found(OWNER, "a closed month opened", f"UPDATE ledger_book SET closed_through = NULL {HERE}", "Tanggal tutup buku"),
    found(OWNER, "a root of one's own", f"UPDATE ledger_book SET root = frontier {HERE}", "Sidik buku"),
    found(OWNER, "an account renamed", "UPDATE ledger_account SET name = 'Kas Ketua' WHERE cooperative_id = {coop} AND code = '111100'", "berbeda dari daftar"),
    found(OWNER, "an opposite that is not the opposite", "bent_reversal", "Pembatalan ini tidak sama"),
    found(OWNER, "a holder of another cooperative, all made to fit", "foreign_holder", "tidak dikenal"),
]  # fmt: skip

BY_FILE = [
    found(FILE, "one amount rewritten, every hash after it made anew", "rewritten_amount", "the member's receipt", RECEIPT),
    found(FILE, "one member's payment given to another", "rewritten_holder", "the member's receipt", RECEIPT),
    found(FILE, "words and day of an entry rewritten", "rewritten_words", "the member's receipt", RECEIPT),
    found(FILE, "an entry moved into a closed month", "rewritten_day", "the member's receipt", RECEIPT),
    found(FILE, "an entry taken out and the rest renumbered", "taken_out", "the member's receipt", RECEIPT),
    found(FILE, "the tail cut, the rest made to fit", "tail_cut", "shorter", WITNESS),
    found(FILE, "the tail cut and grown again with other entries", "tail_grown_anew", "unconnected", WITNESS),
    found(FILE, "the whole history written anew with new salts", "written_anew", "unconnected", WITNESS),
    found(FILE, "the whole history written anew and signed with new keys", "new_keys", "unknown_key", WITNESS),
    found(FILE, "an entry slipped in at the beginning", "slipped_in", "unconnected", WITNESS),
    found(FILE, "two books shown, one to each", "two_books", "split", WITNESS),
    found(FILE, "yesterday's checkpoint shown again after a restore", "replayed", "stale", WITNESS),
]  # fmt: skip


def deed(what, how, words) -> Attack:
    return Attack(PERSON, what, how, REFUSED, words)


BY_DEED = [
    deed("a second reversal", "second_reversal", "sudah dibatalkan dengan"),
    deed("a reversal of a reversal", "reversed_reversal", "adalah pembatalan"),
    deed("a reversal of the closing of a month", "reversed_closing", "tidak dapat dibatalkan"),
    deed("a reversal without a reason", "silent_reversal", "Tulis alasan"),
    deed("a request sent again with another amount", "other_content", "sudah dikirim dengan isi lain"),
    deed("a request sent twice in one batch, once otherwise", "other_twin", "sudah dikirim dengan isi lain"),
    deed("an entry in a closed month", "closed_month", "Buku sudah ditutup"),
    deed("a batch with one entry in a closed month", "closed_among_many", "Buku sudah ditutup"),
    deed("the clock set back into a closed month", "clock_back", "Buku sudah ditutup"),
    deed("money of a day to come", "clock_ahead", "belum terjadi"),
    deed("a month opened again alone", "reopened_alone", "perlu dua orang"),
    deed("a month opened again without a reason", "reopened_silently", "Tulis alasan"),
    deed("a month closed twice", "closed_twice", "Buku sudah ditutup"),
    deed("a journal whose sides differ", "unbalanced", "an entry balances"),
    deed("a bulk with one entry that moves nothing", "empty_among_many", "an entry moves something"),
    deed("a transfer into a header account", "header_account", "no such account"),
    deed("a member's account without a member", "no_holder", "needs a holder"),
    deed("an amount below nothing", "negative", "a move of"),
    deed("the book of another cooperative", "another_book", "not acting for cooperative"),
    deed("dues for a member of another cooperative", "another_member", "DoesNotExist|not acting for|FOREIGN KEY|foreign key|anggota"),
    deed("more money out than one person may decide", "above_the_limit", "persetujuan|ketua"),
    deed("more money out than is there", "more_than_there_is", "hanya"),
]  # fmt: skip

ATTACKS = [*BY_DEED, *BY_SQL, *BY_OWNER, *BY_FILE]
