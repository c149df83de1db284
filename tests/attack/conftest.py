"""A book to attack: two members, a reversal, a journal of two lines, a closed January. Built once for all attempts."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction

from lumbung import clock, ids
from lumbung.cash import actions as cash
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.ledger import actions
from lumbung.ledger.actions import erasing
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp
from lumbung.security.actions import record
from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine
from lumbung.tlog.note import NOTE, Signer
from tests.attack import watchers
from tests.runtime import runtime_role

NOON = datetime(2025, 4, 1, 5, tzinfo=UTC)
BENDAHARA, KETUA = 1, 2


def cooperative(slug: str, *, book=True) -> int:
    made = create_cooperative(
        slug=slug, name=slug.title(), kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    if book:
        with acting_for(made.id):
            actions.open_book(cooperative_id=made.id)
    return made.id


def build() -> dict:
    """What the attempts name: cooperatives, members, entries."""
    coop, stranger = cooperative("korban"), cooperative("tetangga")
    known = {
        "coop": coop,
        "stranger": stranger,
        "empty": cooperative("kosong"),
        "bookless": cooperative("baru", book=False),
    }
    with acting_for(stranger):
        known["foreigner"] = members.register(
            cooperative_id=stranger, full_name="Orang Lain", joined_on=date(2025, 1, 1), by=1
        ).id
    with acting_for(coop):
        known |= posted(coop)
        record(cooperative_id=coop, person_id=BENDAHARA, deed="test")
        known["watcher"] = watchers.employed(coop, stranger, KETUA)
        watchers.shown(known["watcher"], coop, 0)
        for _ in range(2):
            known["last"] = pay(Member.objects.get(id=known["siti"]), date(2025, 2, 3)).number
        assert watchers.shown(known["watcher"], coop, known["last"] - 2) == "seen"
        watchers.shown(known["watcher"], coop, 0, Signer(watchers.log_name(coop), bytes(32), NOTE))  # evidence to keep
        erasing._erase(coop, known["erased"], BENDAHARA, "diminta")
    return {
        **known,
        "next": known["last"] + 1,
        "request": ids.new_request().hex,
        "on": "" if engine() == SQLITE else " ON ledger_entry",
    }


def pay(member, on: date):
    facts = {"amount": rp(20_000), "by": BENDAHARA, "request_id": ids.new_request()}
    return dues.pay_dues(member=member, paid_on=on, **facts)


def posted(coop: int) -> dict:
    siti, budi = (
        members.register(cooperative_id=coop, full_name=name, joined_on=date(2025, 1, 1), by=1)
        for name in ("Siti", "Budi")
    )
    paid = [pay(one, date(2025, 1, day)) for one, day in ((siti, 3), (budi, 4), (siti, 5), (budi, 6))]
    maker = cash.add_supplier(cooperative_id=coop, name="Bu Tempe")
    facts = {
        "by": BENDAHARA,
        "holder": maker.id,
        "counterparty": "member",
        "parts": {"share": 4_000_000, "commission": 1_000_000},
    }
    twofold = actions.post_event("sale.consigned", coop, on=date(2025, 1, 7), request_id=ids.new_request(), **facts)
    wrong = actions.post_event(
        "expense.stationery", coop, on=date(2025, 1, 8), amount=100, by=BENDAHARA, request_id=ids.new_request()
    )
    back = {"on": date(2025, 1, 9), "by": BENDAHARA, "reason": "salah", "request_id": ids.new_request()}
    reversal = actions.reverse(coop, wrong.number, **back)
    closed = actions.close_month(
        cooperative_id=coop, month=date(2025, 1, 1), by=BENDAHARA, request_id=ids.new_request()
    )
    return {
        "siti": siti.id, "budi": budi.id, "paid": paid[2].number, "twofold": twofold.number, "reversed": wrong.number,
        "reversal": reversal.number, "closed": closed.number, "erased": paid[3].number,
    }  # fmt: skip


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    """Built once; what an attempt leaves behind is rolled back to here, and all of it at the end."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        with clock.frozen(NOON):
            book = build()
        yield book
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def book(standing, db):
    """The book, for one attempt, with every key looked at on the spot."""
    if engine() == POSTGRESQL:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    mark = transaction.savepoint()
    with clock.frozen(NOON), acting_for(standing["coop"]):
        yield standing
    transaction.savepoint_rollback(mark)
    if engine() == SQLITE:
        seeing_again()


def seeing_again() -> None:
    """SQLite's own switches are not part of a transaction."""
    with connection.cursor() as cursor:
        for switch in (
            "recursive_triggers = ON",
            "ignore_check_constraints = OFF",
            "defer_foreign_keys = OFF",
            "legacy_alter_table = OFF",
            "writable_schema = RESET",
        ):
            cursor.execute(f"PRAGMA {switch}")


@pytest.fixture
def runtime(book):
    """Lumbung's own role."""
    with runtime_role() as name:
        yield name


def disarm(cursor) -> None:
    """Everything off, as whoever owns the tables can have it: triggers, keys, checks."""
    for guard in guards.of_engine(engine()):
        cursor.execute(guards._drop_sql(guard, engine()))
    if engine() == SQLITE:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        return
    cursor.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint"
        " WHERE (conrelid::regclass::text LIKE 'ledger_%' OR confrelid::regclass::text LIKE 'ledger_%')"
        " AND contype IN ('f', 'c', 'u')"
    )
    for table, constraint in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint} CASCADE")
