"""Booking a month of depreciation: one call of the ledger, keys from the facts; a second run adds what is missing."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.assets.models import Depreciation
from lumbung.assets.reports.wearing import Due, plan
from lumbung.assets.rules import GROUPS
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import Place
from lumbung.ledger.rules import Draft
from lumbung.sql import writes
from lumbung.web import months
from lumbung.web.dates import MONTHS, long_date, month_name
from lumbung.web.words import Refused


@writes
def depreciate(*, cooperative_id: int, period: str, on: date, by: int, seal: str = "") -> list[Posted]:
    """Book what wore off in a month for everything that has not got it; a second run changes nothing.

    on      the day in the book: the month's last, or a later one when that is closed
    seal    of the plan that was seen before
    Shape   the entries made now
    Raises  Refused: the month still runs, other figures than were seen, month closed
    """
    take_turn(cooperative_id)
    _refuse_day(period, on)
    planned = plan(cooperative_id, period)
    if seal and seal != planned.seal and planned.lines:
        raise Refused(_("Pembukuan berubah sejak daftar ini dibuka. Periksa angka yang baru, lalu catat."))
    return book(cooperative_id, period, planned.lines, on=on, by=by)


def _refuse_day(period: str, on: date) -> None:
    last = months.last_day(period)
    if last > clock.today():
        raise Refused(_("%(month)s belum selesai. Penyusutannya dicatat sesudah %(day)s."), month=month_name(last),
                      day=long_date(last))  # fmt: skip
    if not last <= on <= clock.today():
        raise Refused(_("Pilih tanggal dari %(day)s sampai hari ini."), day=long_date(last))


def book(cooperative_id: int, period: str, lines, *, on: date, by: int) -> list[Posted]:
    """Post what was planned and keep what it was for."""
    tries = _attempts(cooperative_id, period)
    drafts = [_draft(line, period, on, by, tries.get(line.item.id, 0)) for line in lines]
    posted = ledger.post(cooperative_id, drafts) if drafts else []
    Depreciation.objects.bulk_create(
        Depreciation(cooperative_id=cooperative_id, number=entry.number, item_id=line.item.id, period=period,
                     amount=line.amount)
        for line, entry in zip(lines, posted, strict=True) if entry.is_new
    )  # fmt: skip
    return [entry for entry in posted if entry.is_new]


def _attempts(cooperative_id: int, period: str) -> dict[int, int]:
    """How many entries a thing's month has already, those taken back among them: the next is another fact."""
    tally: dict[int, int] = {}
    rows = Depreciation.objects.filter(cooperative_id=cooperative_id, period=period)
    for item_id in rows.values_list("item_id", flat=True):
        tally[item_id] = tally.get(item_id, 0) + 1
    return tally


def _draft(line: Due, period: str, on: date, by: int, again: int) -> Draft:
    fact = f"depreciation:{period}:{line.item.id}" + (f"/{again}" if again else "")
    year, month = period.split("-")
    words = f"Penyusutan {MONTHS[int(month) - 1]} {year}, {line.item.name} ({line.item.code})"
    return ledger.draft_event(
        "asset.depreciated", on=on, by=by, amount=line.amount, request_id=ids.from_fact(fact), memo=words,
        account=Place(GROUPS[line.item.kind].accumulated),
    )  # fmt: skip
