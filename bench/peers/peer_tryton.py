"""Tryton's accounting: `account.move` made and posted, one by one in transactions of their own, or many in one.

On SQLite only. Tryton opens its file with `synchronous = NORMAL`, which a power cut makes forget what was answered:
here it is FULL, as ours is. Members are left out, to Tryton's advantage: its lines name no party.
Runs in an environment of its own, made by post.py.

    peer_tryton.py prepare|one|bulk COUNT        with $LUMBUNG_HOME
"""

import os
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import machine
from trytond import backend, config

if os.environ.get("DATABASE_URL", "").startswith("postgres"):
    sys.exit("Tryton is measured on SQLite only")
config.set("database", "uri", "sqlite://")
config.set("database", "path", str(machine.here()))

from trytond.backend.sqlite.database import Database
from trytond.pool import Pool
from trytond.transaction import Transaction, TransactionError

BOOK = "peer_tryton"
DAY = date(2025, 12, 3)
AMOUNT = Decimal(20_000)
NOTHING = Decimal(0)
ACCOUNTS = [  # code, name, statement
    ("111100", "Kas", "balance"),
    ("320000", "Simpanan wajib", "balance"),
]
LOCKS = {}

connect = Database.connect


def connect_durably(self):
    new = self._conn is None
    connect(self)
    if new:
        self._conn.execute("PRAGMA synchronous = FULL")
    return self


Database.connect = connect_durably


def make_database():
    server = backend.Database()
    connection = server.get_connection(autocommit=True)
    server.create(connection, BOOK)
    server.put_connection(connection)
    server.close()
    backend.Database(BOOK).init()
    Pool(BOOK).init(update=["account"], lang=["en"], activatedeps=True)


def make_company():
    """A cooperative that keeps rupiah, with two accounts and the months of 2025."""
    rupiah, *_ = of("currency.currency").create(
        [{"name": "Rupiah", "symbol": "Rp", "code": "IDR", "digits": 0, "rounding": 1}]
    )
    party, *_ = of("party.party").create([{"name": "Koperasi Uji"}])
    company, *_ = of("company.company").create([{"party": party.id, "currency": rupiah.id}])
    with Transaction().set_context(company=company.id):
        make_accounts(company)
        make_year(company)


def make_accounts(company):
    for code, name, statement in ACCOUNTS:
        facts = {"name": name, "company": company.id}
        kind, *_ = of("account.account.type").create([{**facts, "statement": statement}])
        of("account.account").create([{**facts, "code": code, "type": kind.id}])
    of("account.journal").create([{"name": "Kas", "code": "KAS", "type": "cash"}])


def make_year(company):
    kind, *_ = of("ir.sequence.type").search([("name", "=", "Account Move")])
    numbers, *_ = of("ir.sequence.strict").create(
        [{"name": "2025", "sequence_type": kind.id, "company": company.id, "prefix": "BKM-2025-", "padding": 6}]
    )
    year = {"name": "2025", "company": company.id, "move_sequence": numbers.id}
    span = {"start_date": date(2025, 1, 1), "end_date": date(2025, 12, 31)}
    of("account.fiscalyear").create_period(of("account.fiscalyear").create([year | span]))


def of(name: str):
    return Pool().get(name)


def facts_of_a_due():
    """What every due has in common, as values that `create` takes."""
    cash, dues = (of("account.account").search([("code", "=", code)])[0].id for code, *_ in ACCOUNTS)
    period, *_ = of("account.period").search([("start_date", "<=", DAY), ("end_date", ">=", DAY)])
    journal, *_ = of("account.journal").search([("code", "=", "KAS")])
    lines = [
        {"account": cash, "debit": AMOUNT, "credit": NOTHING},
        {"account": dues, "debit": NOTHING, "credit": AMOUNT},
    ]
    move = {"journal": journal.id, "period": period.id, "date": DAY, "description": "Simpanan wajib"}
    return move | {"company": period.company.id, "lines": [("create", lines)]}


def in_transaction(deed):
    """Do it and commit; Tryton says what must be locked first by refusing, and is told from the start after that."""
    while True:
        try:
            with Transaction().start(BOOK, 0, context={"company": 1}, **LOCKS):
                return deed()
        except TransactionError as error:
            error.fix(LOCKS)


def post(facts, count):
    moves = of("account.move").create([facts] * count)
    of("account.move").post(moves)


def one_by_one(facts, count):
    return machine.each_timed([lambda: in_transaction(lambda: post(facts, 1))] * count)


def at_once(facts, count):
    return machine.once_timed(lambda: in_transaction(lambda: post(facts, count)))


def posted() -> int:
    return of("account.move").search([("state", "=", "posted")], count=True)


def main():
    what, count = machine.asked()
    if what == "prepare":
        make_database()
        in_transaction(make_company)
        return
    Pool(BOOK).init()
    facts, before = in_transaction(facts_of_a_due), in_transaction(posted)
    in_transaction(lambda: post(facts, 1))  # what it keeps in memory is there
    work = {"one": one_by_one, "bulk": at_once}[what]
    figures = machine.bracketed(lambda: work(facts, count), count, machine.here())
    assert in_transaction(posted) == before + 1 + count, "all that was measured was posted"
    machine.answer(figures)


if __name__ == "__main__":
    main()
