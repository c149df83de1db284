"""Cash as its book shows it: what came into a place and went out of it, from which account, day by day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import connection

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.chart import CASH_FIRST, CASH_LAST
from lumbung.ledger.journal import Place
from lumbung.sql import bulk
from lumbung.sql.values import as_date, as_day


class Touch(NamedTuple):
    """What one entry did to a place. `against` are the accounts on the other side, `inward` and `outward` sen."""

    number: int
    booked_on: date
    document: str
    kind: str
    memo: str
    reverses: int | None
    reversed_by: int | None
    made_by: int
    against: tuple[str, ...]
    inward: int
    outward: int


HEAD = (
    "SELECT e.number, e.booked_on, e.document, e.kind, e.memo, e.reverses,"
    " (SELECT r.number FROM ledger_entry r WHERE r.cooperative_id = e.cooperative_id AND r.reverses = e.number),"
    " e.made_by, t.debit_code, t.debit_holder, t.credit_code, t.credit_holder, t.amount FROM ledger_entry e"
    " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
)
IN_CASH = "(t.{side}_code BETWEEN %s AND %s)"


def place_touches(cooperative_id: int, place: Place, start: date, end: date) -> list[Touch]:
    """The entries of a period that touched one place, by day and number."""
    must_act_for(cooperative_id)
    with connection.cursor() as cursor:
        cursor.execute(
            f"{HEAD} WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s"
            " AND ((t.debit_code = %s AND t.debit_holder = %s) OR (t.credit_code = %s AND t.credit_holder = %s))"
            " ORDER BY e.booked_on, e.number, t.position",
            [cooperative_id, as_day(start), as_day(end), *place, *place],
        )
        return _by_entry(cursor.fetchall(), lambda code, holder: (code, holder) == place)


def last_touches(cooperative_id: int, limit: int) -> list[Touch]:
    """The entries that touched cash or bank, the newest first; a move between two places is nothing in, nothing out."""
    must_act_for(cooperative_id)
    cash = f"({IN_CASH.format(side='debit')} OR {IN_CASH.format(side='credit')})"
    ends = [CASH_FIRST, CASH_LAST] * 2
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT t.number FROM ledger_transfer t WHERE t.cooperative_id = %s"
            f" AND {cash} ORDER BY t.number DESC LIMIT %s",
            [cooperative_id, *ends, limit],
        )
        numbers = [row[0] for row in cursor.fetchall()]
        if not numbers:
            return []
        cursor.execute(
            f"{HEAD} WHERE e.cooperative_id = %s AND e.number BETWEEN %s AND %s AND {cash}"
            " ORDER BY e.number DESC, t.position",
            [cooperative_id, numbers[-1], numbers[0], *ends],
        )
        return _by_entry(cursor.fetchall(), lambda code, _holder: CASH_FIRST <= code <= CASH_LAST)


def cash_by_day(cooperative_id: int, start: date, end: date) -> dict[date, tuple[int, int]]:
    """{day: (in, out)} of all cash and bank together, sen; moves between places, and what was undone, do not count."""
    must_act_for(cooperative_id)
    into, out_of = IN_CASH.format(side="debit"), IN_CASH.format(side="credit")
    ends = [CASH_FIRST, CASH_LAST]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT e.booked_on, sum(CASE WHEN {into} THEN t.amount ELSE 0 END),"
            f" sum(CASE WHEN {out_of} THEN t.amount ELSE 0 END) FROM ledger_entry e"
            " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
            f" WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s AND {into} <> {out_of}"
            " AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry r"
            " WHERE r.cooperative_id = e.cooperative_id AND r.reverses = e.number) GROUP BY e.booked_on",
            [*ends, *ends, cooperative_id, as_day(start), as_day(end), *ends, *ends],
        )
        return {as_date(day): (int(inward), int(outward)) for day, inward, outward in cursor.fetchall()}


def kinds_used(cooperative_id: int, since: date) -> dict[str, tuple[int, int]]:
    """{event: (how many since a day, the newest entry of it)}, without what was undone."""
    must_act_for(cooperative_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.kind, count(*), max(e.number) FROM ledger_entry e WHERE e.cooperative_id = %s"
            " AND e.booked_on >= %s AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry r"
            " WHERE r.cooperative_id = e.cooperative_id AND r.reverses = e.number) GROUP BY e.kind",
            [cooperative_id, as_day(since)],
        )
        return {kind: (int(count), number) for kind, count, number in cursor.fetchall()}


def touches_of(cooperative_id: int, numbers: Iterable[int]) -> dict[int, Touch]:
    """What these entries did to cash and bank, by their numbers."""
    must_act_for(cooperative_id)
    condition, values = bulk.one_of("e.number", list(numbers))
    with connection.cursor() as cursor:
        sql = f"{HEAD} WHERE e.cooperative_id = %s AND {condition} ORDER BY e.number, t.position"
        cursor.execute(sql, [cooperative_id, *values])
        rows = _by_entry(cursor.fetchall(), lambda code, _holder: CASH_FIRST <= code <= CASH_LAST)
    return {touch.number: touch for touch in rows}


def undone(cooperative_id: int, numbers: Iterable[int]) -> set[int]:
    """Those of these entries that a later one has reversed."""
    must_act_for(cooperative_id)
    condition, values = bulk.one_of("reverses", [number for number in numbers if number])
    with connection.cursor() as cursor:
        sql = f"SELECT reverses FROM ledger_entry WHERE cooperative_id = %s AND {condition}"
        cursor.execute(sql, [cooperative_id, *values])
        return {row[0] for row in cursor.fetchall()}


def mark_of(cooperative_id: int, number: int) -> str:
    """The first sixteen signs of an entry's leaf in the proof log, in groups of four: short enough for paper."""
    must_act_for(cooperative_id)
    with connection.cursor() as cursor:
        sql = "SELECT leaf_hash FROM ledger_entry WHERE cooperative_id = %s AND number = %s"
        cursor.execute(sql, [cooperative_id, number])
        signs = bytes(cursor.fetchone()[0]).hex()[:16]
    return "-".join(signs[at : at + 4] for at in range(0, 16, 4))


def _by_entry(rows, is_ours) -> list[Touch]:
    """One Touch for each entry, in the order of the rows."""
    found: dict[int, Touch] = {}
    for number, day, document, kind, memo, reverses, reversed_by, made_by, *move in rows:
        head = (number, as_date(day), document, kind, memo, reverses, reversed_by, made_by)
        found[number] = _add(found.get(number) or Touch(*head, (), 0, 0), move, is_ours)
    return list(found.values())


def _add(touch: Touch, move, is_ours) -> Touch:
    debit, debit_holder, credit, credit_holder, amount = move
    into, out_of = is_ours(debit, debit_holder), is_ours(credit, credit_holder)
    other = {(True, False): (credit,), (False, True): (debit,)}.get((into, out_of), (debit, credit))
    against = tuple(dict.fromkeys([*touch.against, *other]))
    inward, outward = amount * (into and not out_of), amount * (out_of and not into)
    return touch._replace(against=against, inward=touch.inward + inward, outward=touch.outward + outward)
