"""How the pilot watches over its money: tills counted, the bank compared, one payment that waits for the chair."""

from datetime import date, timedelta

from lumbung.approvals import actions as approvals
from lumbung.cash import actions as cash
from lumbung.cash import reports
from lumbung.cash.models import BankStatement, CashPlace
from lumbung.cash.rules.counting import PIECES
from lumbung.cash.statements import Printed, Told
from lumbung.demo.deeds import BANK, KAS, TILL, months_back
from lumbung.demo.writer import Writer
from lumbung.ledger.reports.cash import Touch, place_touches
from lumbung.money import rp

MONTHS_COUNTED, MONTHS_COMPARED = 3, 5  # of late; before that nobody thought of it
CASE = rp(3_750_000)
MISSING = rp(2_000)  # once, in each till, last month
SMALLEST = PIECES["keping_100"].sen


def weekly(day: date) -> date:
    """The end of the week that a day lies in: the 7th, the 14th, the 21st."""
    return day.replace(day=-(-day.day // 7) * 7)


def count_tills(writer: Writer, day: date, today: date) -> None:
    """Count what is in the cash and in the till, of late; somebody watches."""
    if day < months_back(today, MONTHS_COUNTED - 1):
        return
    for name in (KAS, TILL):
        if name in writer.places:
            _count(writer, writer.places[name], min(day, today), today)


def _count(writer: Writer, place: CashPlace, day: date, today: date) -> None:
    held = reports.balance(place)
    lost = MISSING if place.kind == "till" and day == months_back(today, 1).replace(day=14) else 0
    if held < lost + SMALLEST:
        return
    reason = "Salah memberi kembalian" if lost else "Pembulatan, tidak ada uang Rp50"
    cash.count_cash(
        place=place, pieces=change(held - lost), seen=held, on=day, by=writer.by, request_id=writer.request(),
        witness=writer.officer("sekretaris").full_name, reason=reason, book_it=True,
    )  # fmt: skip


def change(amount: int) -> dict[str, int]:
    """So much money in as few notes and coins as there can be."""
    pieces = {}
    for key, piece in PIECES.items():
        pieces[key], amount = divmod(amount, piece.sen)
    return pieces


def compare_bank(writer: Writer, day: date, today: date) -> None:
    """At the end of a month the bank's statement comes; those before the last are confirmed, the last one waits."""
    last, this = months_back(today, 1), today.replace(day=1)
    if BANK not in writer.places or not months_back(today, MONTHS_COMPARED) <= day < this:
        return
    if (day + timedelta(days=1)).day != 1:
        return
    kept = _bring(writer, writer.places[BANK], day)
    if kept and day < last:
        pairs = [(p.line.statement_id, p.line.position, p.touch.number) for p in reports.sheet(kept).proposed]
        cash.confirm(statement=kept, pairs=pairs, by=writer.by)
        cash.agree(statement=kept, by=writer.by)


def _bring(writer: Writer, place: CashPlace, end: date) -> BankStatement | None:
    start = end.replace(day=1)
    touches = [touch for touch in place_touches(writer.id, place.spot, start, end)
               if not touch.reverses and not touch.reversed_by]  # fmt: skip
    opening, closing = (reports.balance(place, on) for on in (start - timedelta(days=1), end))
    told = Told([_printed(touch) for touch in touches], opening, closing, f"{writer.id:x}{end:%Y%m}")
    name = f"rekening-koran-{end:%Y-%m}.csv"
    return cash.keep_statement(place=place, told=told, file_name=name, by=writer.by, through=end) if touches else None


def _printed(touch: Touch) -> Printed:
    """The bank books a day later what came over its counter, and says it in its own words."""
    amount = touch.inward - touch.outward
    later = touch.booked_on + timedelta(days=touch.kind == "money.moved")
    words = {"money.moved": "SETORAN TUNAI", "bank.fee": "BIAYA ADM", "bank.interest": "BUNGA"}
    return Printed(later, amount, words.get(touch.kind, f"TRSF {touch.memo.upper()}"[:60]))


def ask_the_chair(writer: Writer, chair: int, today: date) -> None:
    """A tent was refused; a glass case waits, where there is money for it."""
    place = writer.places.get(BANK, writer.places[KAS])
    if reports.balance(place) < CASE:
        return
    facts = {"place": place, "on": today, "by": writer.by}
    tent = cash.pay_or_ask(
        "cash.pay", category="expense.general", amount=rp(2_400_000), memo="Sewa tenda bazar kelurahan",
        request_id=writer.request(), **facts,
    )  # fmt: skip
    approvals.refuse(
        cooperative_id=writer.id, draft_id=tent.id, digest=tent.digest, by=chair, reason="pakai tenda kelurahan saja"
    )
    cash.pay_or_ask(
        "cash.pay", category="machinery.bought", amount=CASE, memo="Etalase pendingin Pojok UMKM",
        request_id=writer.request(), **facts,
    )  # fmt: skip
