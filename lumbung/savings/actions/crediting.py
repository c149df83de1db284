"""Crediting a month of interest: one call of the ledger, keys from the facts; a second run adds what is missing."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.rules import Draft
from lumbung.members.models import Member
from lumbung.savings.actions.keeping import named
from lumbung.savings.models import TermDeposit
from lumbung.savings.reports.interest import plan
from lumbung.savings.reports.interest_plan import Part
from lumbung.savings.reports.interest_rows import attempts
from lumbung.sql import bulk, writes
from lumbung.web import months
from lumbung.web.dates import MONTHS, long_date, month_name
from lumbung.web.words import Refused

ROW = ("cooperative_id", "number", "member_id", "deposit_id", "period", "basis", "rate", "gross", "tax")


@writes
def credit_interest(*, cooperative_id: int, period: str, on: date, by: int, seal: str = "") -> list[Posted]:
    """Credit the interest of a month to everyone who has not got it yet; a second run changes nothing.

    on      the day in the book: the month's last, or a later one when that is closed
    seal    of the plan that was seen before; when the books have moved since, it is shown again first
    Shape   the entries made now
    Raises  Refused: the month still runs, nobody has anything to get, other figures than were seen, month closed
    """
    take_turn(cooperative_id)
    _refuse_day(period, on)
    planned = plan(cooperative_id, period)
    if seal and seal != planned.seal and planned.to_credit:
        raise Refused(_("Pembukuan berubah sejak daftar ini dibuka. Periksa angka yang baru, lalu catat."))
    pairs = [(line.member, part) for line in planned.to_credit for part in line.fresh]
    return post_parts(cooperative_id, pairs, on=on, by=by)


def _refuse_day(period: str, on: date) -> None:
    last = months.last_day(period)
    if last > clock.today():
        raise Refused(
            _("%(month)s belum selesai. Jasanya dihitung sesudah %(day)s."), month=month_name(last), day=long_date(last)
        )
    if not last <= on <= clock.today():
        raise Refused(_("Pilih tanggal dari %(day)s sampai hari ini."), day=long_date(last))


def post_parts(cooperative_id: int, pairs: list[tuple[Member, Part]], *, on: date, by: int) -> list[Posted]:
    """Book interest that was reckoned, member by member, and keep what it was for."""
    tries = {period: attempts(cooperative_id, period) for period in {part.period for _member, part in pairs}}
    drafts = [draft(member, part, tries[part.period], on, by) for member, part in pairs]
    posted = ledger.post(cooperative_id, drafts) if drafts else []
    keep_parts(cooperative_id, zip(pairs, posted, strict=True))
    return [entry for entry in posted if entry.is_new]


def keep_parts(cooperative_id: int, booked) -> None:
    """The rows of ((member, part), posted) pairs; entries that an earlier call had made are kept already."""
    rows = [
        (cooperative_id, entry.number, member.id, part.deposit.id if part.deposit else None, part.period, part.basis,
         part.rate, part.gross, part.tax)
        for (member, part), entry in booked if entry.is_new
    ]  # fmt: skip
    bulk.insert("savings_interest", ROW, rows)


def draft(member: Member, part: Part, tries: dict, on: date, by: int) -> Draft:
    """A part of the plan as the ledger takes it."""
    deposit_id = part.deposit.id if part.deposit else 0
    fact = f"interest:{part.period}:{member.id}" + (f":{deposit_id}" if deposit_id else "")
    again = tries.get((member.id, deposit_id), 0)
    return ledger.draft_event(
        _event(part), on=on, by=by, holder=member.id, memo=_memo(member, part),
        request_id=ids.from_fact(f"{fact}/{again}" if again else fact), **_figures(part),
    )  # fmt: skip


def _event(part: Part) -> str:
    if part.deposit is None:
        return "savings.interest_taxed" if part.tax else "savings.interest"
    return "term.credited" if part.deposit.interest_to == TermDeposit.InterestTo.SAVINGS else "term.accrued"


def _figures(part: Part) -> dict:
    if part.deposit is None and not part.tax:
        return {"amount": part.gross}
    return {"parts": {"share": part.net, "tax": part.tax}}


def _memo(member: Member, part: Part) -> str:
    what = f"berjangka {part.deposit.serial}" if part.deposit else "simpanan sukarela"
    year, month = part.period.split("-")
    return f"Jasa {what} {MONTHS[int(month) - 1]} {year}, {named(member)}"
