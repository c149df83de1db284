"""Deeds of the pilot that keep a row of their own beside the ledger, or point at an earlier entry."""

from lumbung.cash import actions as cash
from lumbung.demo.deeds import Deed
from lumbung.demo.evenings import place_term
from lumbung.demo.writer import Writer
from lumbung.ledger import actions as ledger


def _give_advance(writer: Writer, deed: Deed) -> None:
    officer = writer.officer(deed.who)
    writer.advances[deed.key] = cash.give_advance(
        holder=officer.id, holder_name=officer.full_name, purpose=deed.memo, amount=deed.amount, on=deed.on,
        by=writer.by, request_id=writer.request(), place=writer.places[deed.place],
    )  # fmt: skip


def _settle_advance(writer: Writer, deed: Deed) -> None:
    cash.settle_advance(
        advance=writer.advances[deed.after], spent=deed.amount, category=deed.who, on=deed.on, by=writer.by,
        request_id=writer.request(), place=writer.places[deed.place], memo=deed.memo,
    )  # fmt: skip


def _receive_unidentified(writer: Writer, deed: Deed) -> None:
    cash.receive_unidentified(
        text=deed.memo, amount=deed.amount, on=deed.on, by=writer.by, request_id=writer.request(),
        place=writer.places[deed.place],
    )  # fmt: skip


def _reverse(writer: Writer, deed: Deed) -> None:
    ledger.reverse(
        writer.id, writer.numbers[deed.after], on=deed.on, by=writer.by, reason=deed.memo, request_id=writer.request()
    )


SINGLE = {
    "term.placed": place_term,
    "advance.given": _give_advance,
    "advance.settled": _settle_advance,
    "receipt.unidentified": _receive_unidentified,
    "reverse": _reverse,
}
