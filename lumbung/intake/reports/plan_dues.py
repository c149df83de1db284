"""Whose savings a dues grid tells of, what of it the books do not have yet, and where the two differ."""

import calendar
from collections import Counter
from datetime import date, timedelta

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import reports as dues
from lumbung.dues.rules import period_of
from lumbung.intake.reading import Row
from lumbung.intake.rules import answers
from lumbung.intake.rules.names import Found, Register
from lumbung.intake.rules.plan import KNOWN, OPEN, SKIPPED, Ask, Choice, Plan, Step
from lumbung.intake.rules.spread import spread
from lumbung.ledger.reports import holder_balances
from lumbung.members.models import Member
from lumbung.web.dates import month_name
from lumbung.web.words import Refused

DUES, PRINCIPAL = "320000", "310000"


def plan(made: Plan, wanted) -> None:
    """Fill `made` with a step for each row, and with the differences when it is only a check."""
    register = Register(Member.objects.filter(cooperative_id=wanted.cooperative_id).order_by("number"))
    made.steps = [_who(Step(row, place), register, wanted) for place, row in enumerate(made.reading.rows, 1)]
    _refuse_twice(made.steps)
    found = [step for step in made.steps if step.member]
    year = _year(made, wanted)
    if year is None:
        return
    made.cutover = _cutover(wanted, year)
    _compare_rate(made, year)
    books = _Books(wanted.cooperative_id, made.cutover, year, [step.member for step in found])
    for step in found:
        _figures(step, made, books, year)
    if made.mode == "check":
        made.differences = [told for step in found for told in _differences(step, books)]


def _year(made: Plan, wanted) -> int | None:
    """The year of the grid; without one nothing can be booked."""
    year = wanted.year or next((sheet.year for sheet in made.reading.sheets if sheet.year), None)
    if year is None:
        made.asks.append(Ask("year", _("Tahun iuran tidak tertulis di berkas. Pilih tahunnya.")))
    return year


def _compare_rate(made: Plan, year: int) -> None:
    """A month's dues may not cost the same in the sheet and in the bylaws; neither is changed here."""
    decided = bylaws(made.cooperative_id, date(year, 1, 1)).wajib_amount
    for sheet in made.reading.sheets:
        if sheet.rate and sheet.rate != decided:
            told = {"sheet": money.show(sheet.rate), "bylaws": money.show(decided)}
            words = _("Iuran sebulan di berkas %(sheet)s, di aturan koperasi %(bylaws)s. Samakan aturannya bila perlu.")
            made.asks.append(Ask("rate", words % told))
            return


def _cutover(wanted, year: int) -> date:
    """The day of the opening balances: the end of the grid's year, or of the last full month while the year runs."""
    if wanted.cutover:
        last = calendar.monthrange(wanted.cutover.year, wanted.cutover.month)[1]
        if wanted.cutover.day != last:
            raise Refused(_("Hari saldo awal harus hari terakhir sebuah bulan, misalnya 31-12-2025."))
        if wanted.cutover > wanted.today:
            raise Refused(_("Hari saldo awal belum terjadi. Pilih akhir bulan yang sudah lewat."))
        return wanted.cutover
    return min(date(year, 12, 31), wanted.today.replace(day=1) - timedelta(days=1))


# --- who ------------------------------------------------------------------------------------------------------


def _who(step: Step, register: Register, wanted) -> Step:
    row = step.row
    if row.status == "skipped":
        step.deed = SKIPPED
        return step
    answer = wanted.answers.get(answers.key(row), {})
    if answer.get("skip"):
        return step
    found = _answered(answer, register) or _found(row, register)
    step.member = found.member
    if not found.member:
        step.ask("name", _unknown(row, found), [_choice(member) for member in found.candidates])
    for problem in row.problems:
        step.ask(problem.field, problem.text, month=problem.month)
    return step


def _answered(answer: dict, register: Register) -> Found | None:
    wanted = str(answer.get("member") or "")
    return Found(register.members[int(wanted)]) if wanted.isdigit() and int(wanted) in register.members else None


def _found(row: Row, register: Register) -> Found:
    """By number when the sheet has one and the names agree, else by name when exactly one fits."""
    named = register.named(row.values.get("name") or "")
    numbered = register.numbered(row.values.get("number"))
    if numbered is None:
        return named
    if not row.values.get("name") or numbered in named.candidates or named.member == numbered:
        return Found(numbered)
    return Found(None, (numbered, *named.candidates))


def _unknown(row: Row, found: Found) -> str:
    name = row.values.get("name") or _("Baris %(row)s") % {"row": row.row}
    if found.candidates:
        names = ", ".join(f"{member.full_name} ({member.number})" for member in found.candidates)
        return _("%(name)s bisa berarti %(names)s. Pilih orangnya.") % {"name": name, "names": names}
    return _("%(name)s tidak ada di daftar anggota. Pilih orangnya, atau daftarkan dulu.") % {"name": name}


def _choice(member: Member) -> Choice:
    return Choice(str(member.id), " · ".join(filter(None, (f"{member.number} {member.full_name}", member.where))))


def _refuse_twice(steps: list[Step]) -> None:
    """Two rows for one person: nobody can tell which is hers."""
    times = Counter(step.member.id for step in steps if step.member)
    for step in steps:
        if step.member and times[step.member.id] > 1:
            told = {"name": step.row.values.get("name"), "member": f"{step.member.full_name} ({step.member.number})"}
            step.ask("name", _("Ada dua baris untuk %(member)s. Mana yang benar?") % told, [_choice(step.member)])
            step.member = None


# --- how much ---------------------------------------------------------------------------------------------------


class _Books:
    """What the ledger holds of each member on the day of the opening."""

    def __init__(self, cooperative_id: int, cutover: date, year: int, members: list[Member]):
        self.year, self.cutover = year, cutover
        self.dues = holder_balances(cooperative_id, DUES, cutover)
        self.before = holder_balances(cooperative_id, DUES, date(year - 1, 12, 31))
        self.principal = holder_balances(cooperative_id, PRINCIPAL, cutover)
        self.cards = dues.cards(cooperative_id, members)

    def held(self, member: Member, *, whole: bool) -> int:
        """Dues booked so far: all of them, or of the grid's year alone."""
        return self.dues.get(member.id, 0) - (0 if whole else self.before.get(member.id, 0))


def _figures(step: Step, made: Plan, books: _Books, year: int) -> None:
    values, member = step.row.values, step.member
    last = made.cutover.month if made.cutover.year == year else 12 if made.cutover.year > year else 0
    paid = {month: amount for month, amount in values["paid"].items() if month <= last}
    first = 1
    if member.joined_on and member.joined_on.year >= year:
        first = member.joined_on.month if member.joined_on.year == year else 13
    rate = next((sheet.rate for sheet in made.reading.sheets if sheet.name == step.row.sheet), None)
    step.months = spread(paid, year=year, rate=rate, first=min(first, last or 1), last=last or 12) if last else {}
    whole = "opening" in values
    total = sum(paid.values()) + (values.get("opening") or 0)
    step.amount = total - books.held(member, whole=whole)
    step.principal = max((values.get("principal") or 0) - books.principal.get(member.id, 0), 0)
    _decide(step, total, books)
    if made.mode == "check":
        step.deed = KNOWN


def _decide(step: Step, total: int, books: _Books) -> None:
    """What of it is to be booked; when the books hold more than the sheet, nothing is."""
    member = step.member
    if step.amount < 0:
        told = {"who": f"{member.full_name} ({member.number})", "sheet": money.show(total),
                "books": money.show(total - step.amount)}  # fmt: skip
        step.ask("paid", _("Simpanan wajib %(who)s di berkas %(sheet)s, di buku sudah %(books)s. Periksa.") % told)
        step.amount = 0
    if left_early(member, books.year) and total:
        told = {"who": f"{member.full_name} ({member.number})", "year": books.year}
        step.ask("left", _("%(who)s sudah keluar tetapi membayar iuran %(year)s. Periksa tanggal keluarnya.") % told)
    card = books.cards[member.id]
    step.facts["since"] = min(filter(None, (card.first, f"{books.year:04d}-01")))
    step.deed = OPEN if step.amount or step.principal else KNOWN
    _leave_booked(step, card.paid)


def left_early(member: Member, year: int) -> bool:
    return bool(member.left_on) and member.left_on.year < year


def _leave_booked(step: Step, booked: dict[str, int]) -> None:
    """Only the months that the books do not have yet, and no more money than is booked now."""
    step.facts["grid"] = dict(step.months)
    room, months = step.amount, {}
    for period, amount in sorted(step.months.items()):
        months[period] = min(max(amount - booked.get(period, 0), 0), room)
        room -= months[period]
    step.months = months


# --- a check ------------------------------------------------------------------------------------------------------


def _differences(step: Step, books: _Books) -> list[dict]:
    """Months in which the sheet and the books do not say the same of a member; sen."""
    grid, card = step.facts.get("grid", {}), books.cards[step.member.id]
    periods = {period for period in {*grid, *card.paid} if period[:4] == str(books.year)}
    return [
        {
            "sheet": step.row.sheet, "row": step.row.row, "member": step.member.number,
            "name": step.member.full_name, "month": int(period[5:]), "period": period,
            "sheet_says": grid.get(period, 0), "books_say": card.paid.get(period, 0),
        }
        for period in sorted(periods)
        if period <= period_of(books.cutover) and grid.get(period, 0) != card.paid.get(period, 0)
    ]  # fmt: skip


def said(difference: dict) -> str:
    """`Sutini (0001), Maret: di berkas Rp20.000, di buku Rp0.`"""
    told = {**difference, "month": month_name(difference["month"]), "sheet": money.show(difference["sheet_says"]),
            "books": money.show(difference["books_say"])}  # fmt: skip
    return _("%(name)s (%(member)s), %(month)s: di berkas %(sheet)s, di buku %(books)s.") % told
