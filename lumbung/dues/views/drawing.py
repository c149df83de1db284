"""The grid's page in figures: which members, which year, how the year stands; and one row again after a payment."""

from itertools import groupby
from typing import NamedTuple

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.cooperatives.models import Cooperative
from lumbung.dues import reports, rules
from lumbung.dues.reports.arrears import LONG
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.members.rules import search_terms
from lumbung.web.dates import month_name

A_PAGE = 30
EARLIEST = 2000


class Asked(NamedTuple):
    """What the address asks for: year, words, neighbourhood (`002-003`, RW first), and whom to show."""

    year: int
    text: str
    quarter: str
    only: str
    page: str

    @classmethod
    def of(cls, asked):
        """From the query of an address; what makes no sense counts as not asked."""
        this_year = clock.today().year
        year = asked.get("tahun", "")
        good = year.isdecimal() and len(year) == 4 and EARLIEST <= int(year) <= this_year + 5
        return cls(
            int(year) if good else this_year, asked.get("cari", "")[:80], asked.get("rt", ""), asked.get("saring", ""),
            asked.get("halaman", "1"),
        )  # fmt: skip

    def wants(self, member: Member, card: rules.Card, now: str) -> bool:
        """Whether a member's row is asked for."""
        if self.quarter and f"{member.rw}-{member.rt}" != self.quarter:
            return False
        if not all(term in member.search_text for term in search_terms(self.text)):
            return False
        if self.only == "belum":
            return card.left(now) > 0
        if self.only == "lama":
            return len(card.unpaid(rules.later(now, -1))) >= LONG
        return True


def whole(cooperative: Cooperative, asked: Asked) -> dict:
    """Everything the page of the grid shows. The cards are read once, for the figures and for the rows."""
    today = clock.today()
    now, members = rules.period_of(today), list(register.everyone(cooperative.id))
    known = reports.cards(cooperative.id, members)
    everyone = [(member, known[member.id]) for member in members]
    in_year = [(member, card) for member, card in everyone if reports.in_year(card, asked.year)]
    found = [(member, card) for member, card in in_year if asked.wants(member, card, now)]
    shown = Paginator(found, A_PAGE).get_page(asked.page)
    sums = reports.sums_of(asked.year, (card for _member, card in found))
    return {
        "asked": asked, "page_of": shown, "grid": reports.drawn(asked.year, today, shown.object_list),
        "sums": sums, "sums_total": sum(sums), "now": today.month if asked.year == today.year else 0,
        "summary": reports.summary_of(cooperative.id, today, everyone), "today": today,
        "rate": rules.rate_in(now, reports.rates(cooperative.id)), "quarters": register.neighbourhoods(cooperative.id),
        "years": years(cooperative, today.year), "all_of": len(in_year),
    }  # fmt: skip


def years(cooperative: Cooperative, this_year: int) -> list[int]:
    """The years one can look at: from the first of the books to the next."""
    return list(range(min(cooperative.books_from.year, this_year), this_year + 2))


def one_row(cooperative: Cooperative, member: Member, asked: Asked) -> dict:
    """A member's row and the figures around the grid behind the dialog, as they stand now."""
    shown = whole(cooperative, asked)
    card = reports.card(member)
    return {**shown, "row": reports.grid_row(member, card, asked.year, shown["today"])}


def settled_words(parts) -> str:
    """`April–Juli 2025 (4 × Rp20.000), Agustus 2025 (Rp10.000)`: the months of a payment, alike ones together."""
    told = []
    for amount, run in groupby(parts, key=lambda part: part.amount):
        periods = [part.period for part in run]
        times = f"{len(periods)} × " if len(periods) > 1 else ""
        told.append(f"{months_words(periods)} ({times}{money.show(amount)})")
    return ", ".join(told)


def months_words(periods) -> str:
    """`Mei–Juli 2026` in the language of the screen; what is written into the book stays Indonesian."""
    return rules.spoken(periods, [month_name(month) for month in range(1, 13)], _("dan"))
