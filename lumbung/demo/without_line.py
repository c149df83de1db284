"""An evening without a line: what the treasurer wrote on her telephone yesterday, and what came of it this morning."""

from datetime import date, datetime, time, timedelta

from lumbung import clock, ids, money
from lumbung.demo.writer import Writer
from lumbung.dues import reports as dues
from lumbung.outbox import actions
from lumbung.outbox.rules import Item

EVENING, MORNING = time(19, 20, tzinfo=clock.ZONE), time(6, 50, tzinfo=clock.ZONE)
PAYERS, ONE_MONTH = 2, money.rp(20_000)


def bring(writer: Writer, today: date) -> None:
    """Dues of two members who were behind; and a payment with a zero too many, which waits to be put right."""
    late = dues.arrears(writer.id, today)[:PAYERS]
    forms = [_paid(one.member, ONE_MONTH) for one in late] + [_token()]
    yesterday = datetime.combine(today - timedelta(days=1), EVENING)
    items = [_item(writer, place, yesterday, *form) for place, form in enumerate(forms, 1)]
    roles = frozenset({"bendahara"})
    with clock.frozen(datetime.combine(today, MORNING)):
        actions.take_many(cooperative=writer.cooperative, person_id=writer.by, roles=roles, items=items)


def _paid(member, amount: int) -> tuple:
    body = {"member": str(member.id), "amount": money.plain(amount), "paid_on": "hari ini", "place": "111100-0"}
    shown = [["Dari anggota", f"{member.number} {member.full_name}"], ["Jumlah yang diterima", body["amount"]]]
    return "dues.pay", body, shown, "iuran/terima/"


def _token() -> tuple:
    body = {"category": "listrik-dan-air", "amount": "200.000.000", "memo": "Token listrik sekretariat",
            "on": "hari ini", "place": "0"}  # fmt: skip
    shown = [["Jumlah", body["amount"]], ["Keterangan", body["memo"]]]
    return "cash.out", body, shown, "kas/keluar/listrik-dan-air/"


def _item(writer: Writer, place: int, evening: datetime, kind: str, body: dict, shown: list, page: str) -> Item:
    device = ids.from_fact(f"demo:{writer.cooperative.slug}:telepon")
    return Item(
        uuid=writer.request(), device=device, person_id=writer.by, cooperative_id=writer.id, kind=kind, version=3,
        sequence=place, previous=None, written_at=evening + timedelta(minutes=4 * place), body=body,
        shown=shown, page=f"/k/{writer.cooperative.slug}/{page}", withdrawn=False, replaces=None,
    )  # fmt: skip
