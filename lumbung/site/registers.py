"""The books of people: the member register and the dues list, in the shape of every other statement."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from lumbung.dues.reports import cards
from lumbung.dues.rules import Card, months_of, period_of
from lumbung.ledger.reports import balance_of, holder_balances
from lumbung.ledger.reports.shape import Check, Column, Row, Statement
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.web.dates import long_date, month_name, short_month

SAVINGS = {
    "principal": ("310000", gettext_noop("Simpanan pokok")),
    "dues": ("320000", gettext_noop("Simpanan wajib")),
    "savings": ("211100", gettext_noop("Simpanan sukarela")),
}


def members(wanted) -> Statement:
    """Buku daftar anggota: everyone who ever stood in it, with what each has in savings on the last day."""
    held = {key: holder_balances(wanted.cooperative_id, code, wanted.end) for key, (code, _name) in SAVINGS.items()}
    rows = [_member(member, held) for member in register.everyone(wanted.cooperative_id) if _belongs(member, held)]
    total = {key: sum(row.cells[key] for row in rows) for key in SAVINGS}
    rows.append(Row("total", _("Jumlah"), "total", total))
    title, subtitle = _("Buku Daftar Anggota"), _("per %(day)s (dalam rupiah)") % {"day": long_date(wanted.end)}
    start = wanted.start or wanted.end.replace(month=1, day=1)
    return Statement(
        "members", title, subtitle, start, wanted.end, _columns(), tuple(rows), _checks(wanted, total),
        label=_("Nama"), label_at=1,
    )  # fmt: skip


def _belongs(member: Member, held: dict[str, dict[int, int]]) -> bool:
    """Applicants stand in the book only once they have paid something in."""
    return member.status != Member.Status.APPLICANT or any(each.get(member.id) for each in held.values())


def _columns() -> tuple[Column, ...]:
    return (
        Column("number", _("No. anggota"), "text"),
        Column("gender", _("L/P"), "text"),
        Column("where", _("RT/RW"), "text"),
        Column("joined", pgettext("anggota", "Masuk"), "date"),
        Column("left", pgettext("anggota", "Keluar"), "date"),
        Column("status", _("Keadaan"), "text"),
        *(Column(key, _(name)) for key, (_code, name) in SAVINGS.items()),
    )


def _checks(wanted, total: dict[str, int]) -> tuple[Check, ...]:
    """The members together have what the control accounts say."""
    words, found = _("Jumlah anggota = akun %(code)s"), []
    for key, (code, _name) in SAVINGS.items():
        control = balance_of(wanted.cooperative_id, code, wanted.end)
        found.append(Check(words % {"code": code}, total[key], control))
    return tuple(found)


def _member(member: Member, held: dict[str, dict[int, int]]) -> Row:
    cells = {
        "number": member.number,
        "gender": member.gender,
        "where": member.where,
        "joined": member.joined_on,
        "left": member.left_on,
        "status": _(member.get_status_display()),
    }
    savings = {key: held[key].get(member.id, 0) for key in SAVINGS}
    return Row(member.number, member.full_name, "line", {**cells, **savings})


def dues(wanted) -> Statement:
    """Daftar simpanan wajib of the last day's year: what each member paid for each month, and what is still owed."""
    months = months_of(wanted.end.year)
    people = list(register.everyone(wanted.cooperative_id).exclude(status=Member.Status.APPLICANT))
    known = cards(wanted.cooperative_id, people)
    principal = holder_balances(wanted.cooperative_id, "310000", wanted.end)
    rows = []
    for member in people:
        paid = _paid(known[member.id], months, wanted.end)
        cells = {"number": member.number, "principal": principal.get(member.id, 0), **paid}
        rows.append(Row(member.number, member.full_name, "line", cells))
    keys = ["principal", *months, "amount", "arrears"]
    rows.append(Row("total", _("Jumlah"), "total", {key: sum(row.cells[key] for row in rows) for key in keys}))
    words = _("tahun %(year)s, sampai %(month)s (dalam rupiah)")
    subtitle = words % {"year": wanted.end.year, "month": month_name(wanted.end)}
    start = date(wanted.end.year, 1, 1)
    title, columns = _("Daftar Simpanan Wajib"), _dues_columns(months)
    return Statement("dues", title, subtitle, start, wanted.end, columns, tuple(rows), label=_("Nama"), label_at=1)


def _paid(card: Card, months: list[str], end: date) -> dict[str, int]:
    """What was paid for each month and together, and what is owed up to the last day; sen."""
    paid = {month: card.paid.get(month, 0) for month in months}
    arrears = sum(part.amount for part in card.unpaid(period_of(end)))
    return {**paid, "amount": sum(paid.values()), "arrears": arrears}


def _dues_columns(months: list[str]) -> tuple[Column, ...]:
    return (
        Column("number", _("No. anggota"), "text"),
        Column("principal", _("Pokok")),
        *(Column(month, short_month(int(month[5:]))) for month in months),
        Column("amount", _("Jumlah")),
        Column("arrears", _("Belum dibayar")),
    )
