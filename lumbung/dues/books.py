"""Book 6, Buku Simpanan Anggota: pokok, wajib and sukarela of every member, line by line, from the ledger."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from lumbung.books.shape import Asked, Part, Row
from lumbung.ledger.reports.holders import holder_balances
from lumbung.ledger.reports.passbook import Movement, passbooks
from lumbung.members import reports as register
from lumbung.members.models import Member

KINDS = {"principal": "310000", "dues": "320000", "savings": "211100"}
ACCOUNTS = tuple(KINDS.values())


def members(cooperative_id: int) -> list[tuple[str, str]]:
    """Whose pages there are: everyone in the register."""
    everyone = register.everyone(cooperative_id).only("cooperative_id", "id", "number", "full_name")
    return [(str(one.id), f"{one.number} {one.full_name}") for one in everyone]


def savings(asked: Asked) -> list[Part]:
    """A page for each member who has something or moved something, by number."""
    coop, only = asked.cooperative_id, int(asked.choice or 0)
    pages = passbooks(coop, ACCOUNTS, asked.start, asked.end, holder=only)
    opening = _held(coop, asked.start - timedelta(days=1))
    people = register.everyone(coop).filter(id=only) if only else register.everyone(coop)
    return [
        Part(_rows(opening, one, pages.get(one.id, []), asked.start), heading=_heading(one))
        for one in people
        if pages.get(one.id) or any(held.get(one.id) for held in opening.values())
    ]


def _held(cooperative_id: int, day: date) -> dict[str, dict[int, int]]:
    return {key: holder_balances(cooperative_id, account, day) for key, account in KINDS.items()}


def _heading(member: Member) -> str:
    return " · ".join(filter(None, (f"{member.number} {member.full_name}", member.where)))


def _rows(opening: dict[str, dict[int, int]], member: Member, pages: list[Movement], start: date) -> list[Row]:
    left = {key: held.get(member.id, 0) for key, held in opening.items()}
    named = f"{member.full_name} ({member.number})"  # the page says whose it is
    rows = [Row({"day": start, "memo": _("Saldo awal"), **_balances(left)}, "carried")] if any(left.values()) else []
    sums = {f"{key}_{way}": 0 for key in KINDS for way in ("in", "out")}
    for page in pages:
        moved = _moved(page)
        for key in KINDS:
            left[key] += moved.get(f"{key}_in", 0) - moved.get(f"{key}_out", 0)
        for way, amount in moved.items():
            sums[way] += amount
        head = {"day": page.booked_on, "document": page.document, "memo": page.memo.removesuffix(named).rstrip(", ")}
        rows.append(Row({**head, **moved, **_balances(left)}))
    return [*rows, Row({"memo": _("Jumlah"), **{way: sums[way] or None for way in sums}, **_balances(left)}, "total")]


def _moved(page: Movement) -> dict[str, int]:
    """{"dues_in": sen}: only what really moved."""
    both = {
        f"{key}_{way}": amount
        for key, account in KINDS.items()
        for way, amount in zip(("in", "out"), page.moved.get(account, (0, 0)), strict=True)
    }
    return {way: amount for way, amount in both.items() if amount}


def _balances(left: dict[str, int]) -> dict[str, int]:
    return {**{f"{key}_left": amount for key, amount in left.items()}, "total": sum(left.values())}
