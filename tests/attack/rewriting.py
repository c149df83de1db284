"""What somebody can do who holds the file and knows this program: change the rows and make all else fit to them.

`fit` computes digests, leaves, root, balances and series anew, as posting would have. `lumbung verify` then finds a
book that is whole. What convicts is what others keep: a member's receipt, a witness's last head.
"""

from collections import defaultdict

from django.db import connection

from lumbung.ledger import rules, store
from lumbung.ledger.rows import leaf_of, rows
from lumbung.sql import bulk
from lumbung.sql.values import as_blob
from lumbung.tlog import tree


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def fit(coop: int, salts=None) -> None:
    """Make every derived value of the book that of its rows."""
    leaves, drafts, last = [], [], defaultdict(int)
    for row in list(rows(coop)):
        digest = row.digest if row.erased else rules.digest(row.draft)
        row = row._replace(digest=digest, salt=salts(row) if salts and not row.erased else row.salt)
        leaves.append(tree.leaf_hash(leaf_of(row)))
        drafts.append(row.draft)
        last[row.document.split("-")[0], int(row.document.split("-")[1])] += 1
        bulk.do(
            "UPDATE ledger_entry SET request_digest = %s, leaf_hash = %s, salt = %s"
            " WHERE cooperative_id = %s AND number = %s",
            [as_blob(digest), as_blob(leaves[-1]), as_blob(row.salt), coop, row.number],
        )
    run(
        f"DELETE FROM ledger_balance WHERE cooperative_id = {coop}",
        f"DELETE FROM ledger_series WHERE cooperative_id = {coop}",
    )
    bulk.insert("ledger_balance", store.BALANCE_KEY + store.BALANCE_SUMS, rules.deltas(coop, drafts))
    bulk.insert(
        "ledger_series",
        ("cooperative_id", "kind", "year", "last"),
        [(coop, *key, count) for key, count in last.items()],
    )
    _fit_book(coop, leaves)


def _fit_book(coop: int, leaves: list[bytes]) -> None:
    frontier = tree.append_many(b"", 0, leaves)
    bulk.do(
        "UPDATE ledger_book SET last_number = %s, leaf_count = %s, frontier = %s, root = %s WHERE cooperative_id = %s",
        [len(leaves), len(leaves), as_blob(frontier), as_blob(tree.root(frontier, len(leaves))), coop],
    )


TABLES = ("ledger_entry", "ledger_transfer", "ledger_erasure")  # that know an entry by its number


def at(book, number) -> str:
    return f"WHERE cooperative_id = {book['coop']} AND number = {number}"


def rewritten_amount(book):
    run(f"UPDATE ledger_transfer SET amount = 100 {at(book, book['paid'])}")
    fit(book["coop"])


def rewritten_holder(book):
    run(f"UPDATE ledger_transfer SET credit_holder = {book['budi']} {at(book, book['paid'])}")
    fit(book["coop"])


def rewritten_words(book):
    run(f"UPDATE ledger_entry SET memo = 'lain', booked_on = '2025-01-09' {at(book, book['paid'])}")
    fit(book["coop"])


def rewritten_day(book):
    run(f"UPDATE ledger_entry SET booked_on = '2025-01-01' {at(book, book['paid'])}")
    fit(book["coop"])


def remove(book, number) -> None:
    run(
        f"DELETE FROM dues_allocation {at(book, number)}", f"DELETE FROM dues_payment {at(book, number)}",
        f"DELETE FROM ledger_transfer {at(book, number)}", f"DELETE FROM ledger_entry {at(book, number)}",
    )  # fmt: skip


def taken_out(book):
    """The entries behind it move up by one, their documents too."""
    gone = book["paid"]
    remove(book, gone)
    for number in range(gone + 1, book["last"] + 1):
        run(*(f"UPDATE {table} SET number = number - 1 {at(book, number)}" for table in TABLES))
    run(f"UPDATE ledger_entry SET reverses = reverses - 1 WHERE cooperative_id = {book['coop']} AND reverses > {gone}")
    _redocument(book["coop"])
    fit(book["coop"])


def _redocument(coop: int) -> None:
    given = defaultdict(int)
    run(f"UPDATE ledger_entry SET document = document || '~' WHERE cooperative_id = {coop}")  # no two alike meanwhile
    for number, document in bulk.ask(
        "SELECT number, document FROM ledger_entry WHERE cooperative_id = %s ORDER BY number", [coop]
    ):
        series = document[:-8]
        given[series] += 1
        bulk.do(
            "UPDATE ledger_entry SET document = %s WHERE cooperative_id = %s AND number = %s",
            [f"{series}-{given[series]:06}", coop, number],
        )


def tail_cut(book):
    remove(book, book["last"])
    fit(book["coop"])


def tail_grown_anew(book):
    """Two entries in the place of the last one: the book is longer than it was, and not its continuation."""
    from lumbung.ledger import actions
    from tests.attack.deeds import drafted

    tail_cut(book)
    actions.post(book["coop"], [drafted(amount=50), drafted(amount=60)])


def written_anew(book):
    fit(book["coop"], salts=lambda row: bytes(reversed(row.salt)))
    tail_longer(book)


def slipped_in(book):
    """A first entry that was never posted; the others stand one later."""
    for number in range(book["last"], 0, -1):
        run(*(f"UPDATE {table} SET number = number + 1 {at(book, number)}" for table in TABLES))
    run(
        f"UPDATE ledger_entry SET reverses = reverses + 1 WHERE cooperative_id = {book['coop']} AND reverses > 0",
        "INSERT INTO ledger_entry (cooperative_id, number, booked_on, kind, document, request_id, request_digest,"
        " made_by, posted_at, memo, salt, leaf_hash) SELECT cooperative_id, 1, booked_on, kind, 'BKM-2025-000098',"
        f" '{book['request']}', request_digest, made_by, posted_at, memo, salt, leaf_hash"
        f" FROM ledger_entry {at(book, 2)}",
        "INSERT INTO ledger_transfer (cooperative_id, number, position, debit_holder, credit_holder, unit,"
        " counterparty, amount, debit_code, credit_code) SELECT cooperative_id, 1, position, debit_holder,"
        f" credit_holder, unit, counterparty, amount, debit_code, credit_code FROM ledger_transfer {at(book, 2)}",
    )  # fmt: skip
    _redocument(book["coop"])
    fit(book["coop"])


def tail_longer(book):
    from lumbung.ledger import actions
    from tests.attack.deeds import drafted

    actions.post(book["coop"], [drafted()])


def two_books(book):
    """The one shown to the others has the same length and another amount."""
    run(f"UPDATE ledger_transfer SET amount = amount + 100 {at(book, book['last'])}")
    fit(book["coop"])


def replayed(book):
    """The book as it was two entries ago, as a backup restores it."""
    remove(book, book["last"])
    remove(book, book["last"] - 1)
    fit(book["coop"])


def new_keys(book):
    """All of it again, under a key that the witness was never told of: see the test."""
    written_anew(book)


# --- of the owner ---------------------------------------------------------------------------------------------------


def swapped(book):
    """Two payments that change their places in the book, money and all."""
    for table in ("ledger_transfer", "ledger_entry"):
        for old, new in ((1, 901), (2, 1), (901, 2)):
            run(f"UPDATE {table} SET number = {new} {at(book, old)}")


def bent_reversal(book):
    run(f"UPDATE ledger_transfer SET amount = amount + 100 {at(book, book['reversal'])}")
    fit(book["coop"])


def foreign_holder(book):
    run(f"UPDATE ledger_transfer SET credit_holder = {book['foreigner']} {at(book, book['paid'])}")
    fit(book["coop"])


def remade(book):
    """As Django remakes a table on SQLite to change a column: its triggers are gone without a word."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'ledger_entry'")
        made = cursor.fetchone()[0].replace('"memo" varchar(300)', '"memo" varchar(301)')
    run(
        "PRAGMA legacy_alter_table = ON", "PRAGMA defer_foreign_keys = ON",
        made.replace('"ledger_entry"', '"new__ledger_entry"', 1),
        "INSERT INTO new__ledger_entry SELECT * FROM ledger_entry", "DROP TABLE ledger_entry",
        'ALTER TABLE "new__ledger_entry" RENAME TO "ledger_entry"',
    )  # fmt: skip
