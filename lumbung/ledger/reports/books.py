"""Buku jurnal: the entries of a period with their lines, as people write them."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung.ledger.reports.entries import JournalEntry, journal
from lumbung.ledger.reports.names import account_name
from lumbung.ledger.reports.period import over_days, period_of
from lumbung.ledger.reports.shape import Check, Column, Row, Statement


def journal_book(cooperative_id: int, start: date | None, end: date) -> Statement:
    """The journal of a period: a head for each entry, a line for each account it touched."""
    period = period_of(cooperative_id, start, end)
    rows, debit, credit = [], 0, 0
    for entry in journal(cooperative_id, period.start, end):
        rows.append(_head(entry))
        rows += _lines(entry)
        debit += sum(line.debit for line in entry.lines)
        credit += sum(line.credit for line in entry.lines)
    rows.append(Row("total", _("Jumlah"), "total", {"debit": debit, "credit": credit}))
    columns = (
        Column("date", _("Tanggal"), "date"),
        Column("document", _("Bukti"), "text"),
        Column("account", _("Kode"), "text"),
        Column("debit", _("Debit")),
        Column("credit", _("Kredit")),
        Column("holder", _("Pemegang"), "number", shown=False),
    )
    checks = (Check(_("Jumlah debit = jumlah kredit"), debit, credit),)
    return Statement(
        "journal", _("Buku Jurnal"), over_days(period), period.start, end, columns, tuple(rows), checks,
        label=_("Keterangan"), label_at=2,
    )  # fmt: skip


def _head(entry: JournalEntry) -> Row:
    cells = {"date": entry.booked_on, "document": entry.document}
    return Row(str(entry.number), _marked(entry), "text", cells, entry=entry.number)


def _marked(entry: JournalEntry) -> str:
    if entry.reversed_by:
        return _("%(memo)s (sudah dibatalkan)") % {"memo": entry.memo}
    return entry.memo


def _lines(entry: JournalEntry) -> list[Row]:
    return [
        Row(
            f"{entry.number}.{place}",
            account_name(line.account),
            "line",
            {"account": line.account, "debit": line.debit, "credit": line.credit, "holder": line.holder},
            (line.account,),
            entry.number,
        )
        for place, line in enumerate(entry.lines, start=1)
    ]
