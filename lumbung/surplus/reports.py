"""What is still missing before a month can be closed, and how its closings and openings went."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.approvals import reports as approvals
from lumbung.cash import reports as cash
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import reports as dues
from lumbung.ledger import reports as books
from lumbung.ledger.chart import SUSPENSE
from lumbung.ledger.reports import JournalEntry
from lumbung.ledger.reports.book import book_facts, closings, not_nil
from lumbung.money import show
from lumbung.security.reports import names
from lumbung.surplus import rules
from lumbung.surplus.models import DuesLook, Reopening, ReopeningAnswer
from lumbung.web.dates import long_date, short_date
from lumbung.web.words import Count


class Check(NamedTuple):
    """One line of the list: done or not, in words, and the page where it is settled."""

    key: str
    title: str
    done: bool
    told: str
    page: str


class Asked(NamedTuple):
    """Somebody's wish to open the books again, with its answer (None while it waits)."""

    wish: Reopening
    answer: ReopeningAnswer | None
    asker: str
    answerer: str


def month_to_close(cooperative_id: int, today: date) -> date | None:
    """The next month to be closed; None when all that are over have been."""
    since = Cooperative.objects.values_list("books_from", flat=True).get(id=cooperative_id)
    return rules.next_to_close(since, book_facts(cooperative_id).closed_through, today)


def closed_through(cooperative_id: int) -> date | None:
    return book_facts(cooperative_id).closed_through


def checks(cooperative_id: int, month: date) -> list[Check]:
    """The list for a month, in the order in which it is best worked through."""
    end = rules.last_day(month)
    return [
        _drafts(cooperative_id, end),
        _suspense(cooperative_id, end),
        *_other_accounts(cooperative_id, end),
        _advances(cooperative_id, end),
        _tills(cooperative_id, end),
        _banks(cooperative_id, end),
        _dues(cooperative_id, month),
    ]


def _drafts(cooperative_id: int, end: date) -> Check:
    waiting = approvals.waiting_until(cooperative_id, end)
    told = (
        _("%(n)s ajuan belum diputuskan ketua.") % {"n": Count(waiting)} if waiting else _("Tidak ada yang menunggu.")
    )
    return Check("drafts", _("Ajuan diputuskan"), not waiting, told, "approvals:list")


def _suspense(cooperative_id: int, end: date) -> Check:
    left = books.balance_of(cooperative_id, SUSPENSE, end)
    words = _("%(amount)s belum jelas. Jelaskan, dengan tanggal paling lambat %(day)s.")
    told = words % {"amount": show(abs(left)), "day": long_date(end)} if left else _("Semua uang sudah jelas.")
    return Check("suspense", _("Uang belum jelas"), not left, told, "cash:unidentified")


def _other_accounts(cooperative_id: int, end: date) -> list[Check]:
    """Accounts that must be nil and seldom are not: money in transit, the clearing of opening balances."""
    return [
        Check(f"account_{code}", books.account_name(code), False, _("Masih %(amount)s; harus nihil.")
              % {"amount": show(left)}, "ledger:journal")
        for code, left in not_nil(cooperative_id, end) if code != SUSPENSE
    ]  # fmt: skip


def _advances(cooperative_id: int, end: date) -> Check:
    most = bylaws(cooperative_id, end).panjar_max_days
    late = [row for row in cash.open_advances(cooperative_id) if rules.overdue(row.given_on, end, most)]
    words = _("Belum selesai: %(names)s.")
    told = words % {"names": ", ".join(f"{row.holder_name} ({short_date(row.given_on)})" for row in late)}
    none = _("Tidak ada panjar yang lewat %(days)s hari.") % {"days": most}
    return Check("advances", _("Panjar selesai"), not late, told if late else none, "cash:advances")


def _tills(cooperative_id: int, end: date) -> Check:
    last = {place: row.counted_on for place, row in cash.last_counts(cooperative_id).items()}
    missing = {row.place_id for row in cash.still_missing(cooperative_id)}
    undone = [
        place.name
        for place in cash.tills_in_use(cooperative_id, end)
        if place.id in missing or not rules.counted_for(last.get(place.id), end)
    ]
    told = _("Belum dihitung, atau selisihnya belum dibukukan: %(places)s.") % {"places": ", ".join(undone)}
    none = _("Semua laci sudah dihitung.")
    return Check("tills", _("Kas dihitung"), not undone, told if undone else none, "cash:counts")


def _banks(cooperative_id: int, end: date) -> Check:
    left = [place.name for place in cash.unreconciled(cooperative_id, end)]
    told = _("Belum dicocokkan sampai %(day)s: %(places)s.") % {"day": long_date(end), "places": ", ".join(left)}
    return Check("banks", _("Bank dicocokkan"), not left, told if left else _("Semua rekening cocok."), "cash:bank")


def _dues(cooperative_id: int, month: date) -> Check:
    look = DuesLook.objects.filter(cooperative_id=cooperative_id, month=month).first()
    if look:
        told = _("Sudah dilihat oleh %(name)s.") % {"name": names([look.by]).get(look.by, "")}
        return Check("dues", _("Iuran dilihat"), True, told, "dues:arrears")
    waiting = dues.summary(cooperative_id, rules.last_day(month)).waiting
    told = _("%(n)s anggota belum membayar bulan ini. Lihat dulu, tagih bila perlu.") % {"n": Count(waiting)}
    return Check("dues", _("Iuran dilihat"), False, told, "dues:arrears")


def history(cooperative_id: int) -> list[tuple[JournalEntry, str, str]]:
    """Every closing and opening of months, the latest first, with the names of its people: it shows for ever."""
    entries = closings(cooperative_id)
    called = names(who for one in entries for who in (one.made_by, one.approved_by) if who)
    return [(one, called.get(one.made_by, ""), called.get(one.approved_by or 0, "")) for one in entries]


def wishes(cooperative_id: int) -> list[Asked]:
    """Every wish to open the books again, the latest first."""
    rows = list(Reopening.objects.filter(cooperative_id=cooperative_id).order_by("-id"))
    answers = ReopeningAnswer.objects.filter(cooperative_id=cooperative_id)
    given = {row.reopening_id: row for row in answers}
    called = names([*(row.asked_by for row in rows), *(row.by for row in given.values())])
    return [
        Asked(row, given.get(row.id), called.get(row.asked_by, ""),
              called.get(given[row.id].by, "") if row.id in given else "")
        for row in rows
    ]  # fmt: skip


def waiting_wish(cooperative_id: int) -> Reopening | None:
    """The wish that nobody has answered."""
    answered = ReopeningAnswer.objects.filter(cooperative_id=cooperative_id).values("reopening_id")
    return Reopening.objects.filter(cooperative_id=cooperative_id).exclude(id__in=answered).first()
