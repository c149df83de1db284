"""Three figures for the chair, each beside last month and the same month a year ago; and which of them got worse."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.dues import reports as dues
from lumbung.ledger import reports as books
from lumbung.ledger.chart import ACCOUNTS, is_cash
from lumbung.members import reports as register
from lumbung.web.words import Count


class Then(NamedTuple):
    """An earlier figure: `words` as people read it, `change` with its sign, `worse` when now is worse than then."""

    label: str
    on: date
    words: str
    change: str
    worse: bool


class Figure(NamedTuple):
    """One figure as it stands, the page with the records behind it, and how it stood before."""

    name: str
    words: str
    url: str
    before: tuple[Then, ...]

    @property
    def worse(self) -> bool:
        return any(then.worse for then in self.before)


def three_figures(cooperative, today: date) -> list[Figure]:
    """Cash, arrears and members, now and on the same day of last month and of last year while the books reach back."""
    earlier = {_("bulan lalu"): months_before(today, 1), _("tahun lalu"): months_before(today, 12)}
    known = {label: day for label, day in earlier.items() if day >= cooperative.books_from}
    days = [today, *known.values()]
    cash, coop = _cash(cooperative.id, days), cooperative.id
    arrears = {day: dues.arrears_at(coop, day) for day in days}
    members = {day: register.members_at(coop, day) for day in days}
    return [
        _figure(_("Uang kas dan bank"), cash, known, _at(cooperative, "cash:overview"), money.show),
        _figure(_("Tunggakan iuran"), arrears, known, _at(cooperative, "dues:arrears"), money.show, more_is_worse=True),
        _figure(_("Anggota"), members, known, _at(cooperative, "members:list"), lambda n: str(Count(n))),
    ]


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _at(cooperative, name: str) -> str:
    return reverse(name, kwargs={"slug": cooperative.slug})


def _cash(cooperative_id: int, days: list[date]) -> dict[date, int]:
    cuts = books.balances_at(cooperative_id, days)
    return {day: sum(cuts.debit_balance(code, day) for code in ACCOUNTS if is_cash(code)) for day in days}


def _figure(name: str, at: dict[date, int], known: dict[str, date], url: str, say, *, more_is_worse=False) -> Figure:
    now, *_earlier = at.values()
    before = []
    for label, day in known.items():
        grown = now - at[day]
        sign = "+" if grown > 0 else "−" if grown else ""
        worse = grown > 0 if more_is_worse else grown < 0
        before.append(Then(label, day, say(at[day]), f"{sign}{say(abs(grown))}" if grown else _("tetap"), worse))
    return Figure(name, say(now), url, tuple(before))
