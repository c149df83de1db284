"""Part D of the notes: the accounts behind every line, and who holds their parts."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.layout import NOTE_OF, POSITION, SURPLUS, Line, accounts_of
from lumbung.ledger.reports.balances import Cuts, closing_effect
from lumbung.ledger.reports.holders import holder_sums
from lumbung.ledger.reports.names import account_name, holder_names
from lumbung.ledger.reports.period import Period
from lumbung.ledger.reports.shape import Row
from lumbung.ledger.reports.surplus import earned
from lumbung.web.words import Count

NAMED = ("bank", "till", "supplier", "officer")  # holders that the notes name one by one; members only by their number


def behind_each_line(cooperative_id: int, cuts: Cuts, period: Period, figures: dict[str, dict[str, int]]) -> list[Row]:
    """D. Penjelasan pos: one numbered note a line, its accounts, the banks, tills, suppliers and officers within."""
    held = holder_sums(cooperative_id, period.end), holder_sums(cooperative_id, period.year_before)
    closed = {c: closing_effect(cooperative_id, cuts, *days) for c, days in _spans(period).items()}
    rows = [Row("D", _("D. PENJELASAN POS"), "head", {})]
    for line in [*POSITION, *SURPLUS]:
        if line.level == "line":
            cells = {column: each[line.key] for column, each in figures.items()}
            text = {} if any(cells.values()) else {"text": _("nihil")}
            label = f"{NOTE_OF[line.key]}. {_(line.label)}"
            rows.append(Row(f"D.{line.key}", label, "subtotal", text or cells, accounts_of(line)))
            rows += _accounts(cooperative_id, line, cuts, period, held, closed)
    return rows


def _spans(period: Period) -> dict[str, tuple[date, date]]:
    return {"amount": (period.before, period.end), "prior": (period.prior_before, period.prior_end)}


def _accounts(cooperative_id: int, line: Line, cuts: Cuts, period: Period, held: tuple, closed: dict) -> list[Row]:
    rows = []
    for code in accounts_of(line):
        cells = _amounts(line, code, cuts, period, closed)
        if any(cells.values()):
            cells["text"] = _how_many_hold(code, held[0])
            rows.append(Row(f"D.{code}", f"{code} {account_name(code)}", "line", cells, (code,)))
            rows += _holders(cooperative_id, line, code, held)
    return rows


def _amounts(line: Line, code: str, cuts: Cuts, period: Period, closed: dict) -> dict[str, int]:
    """Balances of a position's account, what moved on a surplus's; with the sign of the statement, sen."""
    if code[0] in "45":
        return {column: earned(code, cuts, *days, None, closed[column]) for column, days in _spans(period).items()}
    sign = 1 if line.key.startswith("A") else -1
    days = {"amount": period.end, "prior": period.year_before}
    return {column: sign * cuts.debit_balance(code, day) for column, day in days.items()}


def _how_many_hold(code: str, held: dict[str, dict[int, int]]) -> str:
    count = sum(1 for amount in held.get(code, {}).values() if amount)
    if ACCOUNTS[code].holder_kind != "member" or not count:
        return ""
    return ngettext("%(count)s anggota", "%(count)s anggota", count) % {"count": Count(count)}


def _holders(cooperative_id: int, line: Line, code: str, held: tuple[dict, dict]) -> list[Row]:
    if ACCOUNTS[code].holder_kind not in NAMED:
        return []
    now, then = (each.get(code, {}) for each in held)
    sign = 1 if line.key.startswith("A") else -1
    names = holder_names(cooperative_id, code, [*now, *then])
    rows = []
    for holder, name in names.items():
        cells = {"amount": sign * now.get(holder, 0), "prior": sign * then.get(holder, 0)}
        if any(cells.values()):
            rows.append(Row(f"D.{code}.{holder}", name, "detail", cells, (code,)))
    return rows
