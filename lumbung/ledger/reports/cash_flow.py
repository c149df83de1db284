"""Laporan arus kas, metode langsung: each rupiah that came or went, by what it came from or went to."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.ledger.chart import ACCOUNTS, is_cash
from lumbung.ledger.events import EVENTS
from lumbung.ledger.layout_flows import CASH_FLOW, WAYS, cash_lines
from lumbung.ledger.reports.balances import Cuts, balances_at
from lumbung.ledger.reports.flows import Flow, flows
from lumbung.ledger.reports.lines import add_up, drawn
from lumbung.ledger.reports.period import over_days, period_of, span_head
from lumbung.ledger.reports.shape import Check, Column, Row, Statement


def cash_flow(cooperative_id: int, start: date | None, end: date) -> Statement:
    """The cash flow of a period beside the same days a year before; in above zero, out below."""
    period = period_of(cooperative_id, start, end)
    spans = {"amount": (period.start, period.end), "prior": (period.prior_start, period.prior_end)}
    cuts = balances_at(cooperative_id, [period.before, period.end, period.prior_before])
    moved = {key: flows(cooperative_id, *days) for key, days in spans.items()}
    figures = {
        "amount": figures_of(moved["amount"], _cash(cuts, period.before)),
        "prior": figures_of(moved["prior"], _cash(cuts, period.prior_before)),
    }
    rows = tuple(_with_accounts(row) for row in drawn(CASH_FLOW, figures) if _worth_a_line(row))
    checks = (
        Check(_("Saldo akhir = kas dan setara kas di posisi keuangan"), figures["amount"]["end"], _cash(cuts, end)),
    )
    columns = tuple(Column(key, span_head(*days), span=days) for key, days in spans.items())
    notes = without_cash(moved["amount"])
    return Statement(
        "cash-flow", _("Laporan Arus Kas"), over_days(period), period.start, end, columns, rows, checks, notes
    )


def figures_of(moved: dict[Flow, int], start: int) -> dict[str, int]:
    """Every line of the cash flow by its key, sen; `start` is the cash before."""
    figures = {line.key: 0 for line in CASH_FLOW}
    figures["start"] = start
    for flow, amount in moved.items():
        for line, direction in cash_lines(*flow):
            figures[line] += direction * amount
    add_up(CASH_FLOW, figures)
    return figures


def _cash(cuts: Cuts, day: date) -> int:
    return sum(cuts.debit_balance(code, day) for code in cuts.used() if is_cash(code))


def _worth_a_line(row: Row) -> bool:
    """Cash from an old book is only spoken of where there is some."""
    return row.key != "opening" or any(row.cells.values())


def _with_accounts(row: Row) -> Row:
    return row._replace(accounts=tuple(code for code, ways in WAYS.items() if row.key in ways))


def without_cash(moved: dict[Flow, int]) -> tuple[str, ...]:
    """What changed assets, debts or capital without a rupiah of cash: grants in kind, set-offs."""
    sums: dict[str, int] = {}
    for flow, amount in moved.items():
        if _changes_without_cash(flow) and amount:
            words = EVENTS[flow.kind].label if flow.kind in EVENTS else flow.kind
            sums[words] = sums.get(words, 0) + amount
    if not sums:
        return (_("Transaksi tanpa kas: nihil."),)
    listed = "; ".join(f"{_(words)} {money.show(amount)}" for words, amount in sums.items())
    return (_("Transaksi tanpa kas: %(list)s.") % {"list": listed},)


def _changes_without_cash(flow: Flow) -> bool:
    if is_cash(flow.debit) or is_cash(flow.credit) or cash_lines(*flow) or flow.kind.startswith("opening."):
        return False
    sides = {flow.debit, flow.credit}
    if sides & {"350000", "351000", "352000", "390000", "590000"} or any(ACCOUNTS[code].memo for code in sides):
        return False
    return any(_of_note(code) for code in sides)


def _of_note(code: str) -> bool:
    """Fixed assets, savings, what is owed to consignors, capital: what a set-off or a grant in kind touches."""
    return (
        code[:2] in ("12", "31", "32", "33") or code[:4] in ("2111", "2112", "2113", "2122", "2213") or code == "216100"
    )
