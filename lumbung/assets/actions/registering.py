"""Writing a thing into the book: bought now, given to us, lent to us, or in the ledger already."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.approvals import reports as approvals
from lumbung.approvals.rules import Paid
from lumbung.assets import rules
from lumbung.assets.actions.keeping import next_code
from lumbung.assets.models import Item, Sighting
from lumbung.assets.reports.inventory import unwritten
from lumbung.assets.rules import BOUGHT, GRANTED, GROUPS, LENT
from lumbung.cooperatives.actions import open_task, take_turn
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import CASH, Place
from lumbung.sql import writes
from lumbung.web.words import Refused


class Thing(NamedTuple):
    """What is known of a thing; amounts in sen, for the whole quantity.

    life    months from its first on; none: as the bylaws say for its kind
    before  worn off before these books, only for what was brought along
    """

    name: str
    kind: str
    source: str
    cost: int
    quantity: int = 1
    residual: int = 0
    life: int | None = None
    before: int = 0
    party: str = ""
    serial_no: str = ""
    condition: str = "good"
    location: str = ""
    keeper: str = ""
    note: str = ""


@writes
def register(
    *, cooperative_id: int, thing: Thing, on: date, by: int, request_id: UUID, cash: Place = CASH,
    number: int | None = None,
) -> Item:  # fmt: skip
    """Write a thing into the book and, unless it is there already, into the ledger; a second tap changes nothing.

    number   the entry that it is in already: bought on the cash pages, granted, brought along
    Raises   Refused: more than the entry holds; a value that cannot be; a place that holds less; month closed
    """
    take_turn(cooperative_id)
    if earlier := Item.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return _same(earlier, thing)
    ledger.refuse_future(on)
    _refuse_impossible(thing)
    with transaction.atomic():
        assets = _assets(cooperative_id) if thing.source == GRANTED else 0
        if number is None:
            number = _post(cooperative_id, thing, on, by, request_id, cash).number
        else:
            on = _of_entry(cooperative_id, thing, number)
        item = _kept(cooperative_id, thing, on, number, request_id)
        _look(item, thing, on, by)
        _tell_of_large_grant(item, assets, by)
    return item


def _same(item: Item, thing: Thing) -> Item:
    if (item.name, item.kind, item.source, item.cost) != (thing.name, thing.kind, thing.source, thing.cost):
        raise Refused(_("Formulir ini sudah dikirim dengan isi lain. Buka formulir baru untuk mencatat yang ini."))
    return item


def _refuse_impossible(thing: Thing) -> None:
    assert thing.kind in GROUPS and thing.source in (BOUGHT, GRANTED, LENT), "the form offers only what there is"
    if thing.residual + thing.before > thing.cost:
        raise Refused(_("Nilai sisa dan penyusutan lama tidak boleh melebihi harganya."))
    if thing.life is not None and thing.life < 1 and thing.source != LENT:
        raise Refused(_("Umur barang paling sedikit satu bulan."))


def _post(cooperative_id: int, thing: Thing, on: date, by: int, request_id: UUID, cash: Place) -> Posted:
    group, facts = GROUPS[thing.kind], {"on": on, "by": by, "request_id": request_id, "amount": thing.cost}
    if thing.source == BOUGHT:
        _refuse_without_the_chair(cooperative_id, Paid(on, by, thing.cost, group.bought), request_id)
        posted = ledger.post_event(group.bought, cooperative_id, cash=cash, memo=f"Beli {_words(thing)}", **facts)
        if posted.is_new:
            ledger.refuse_empty_place(cooperative_id, cash, thing.cost, on)
        return posted
    if thing.source == LENT:
        return ledger.post_event("grant.lent", cooperative_id, memo=f"Pinjam pakai {_words(thing)}", **facts)
    name, where = ("grant.laptop", {}) if thing.kind == "office" else ("grant.goods", {"account": Place(group.account)})
    return ledger.post_event(name, cooperative_id, memo=f"Hibah {_words(thing)}", **where, **facts)


def _refuse_without_the_chair(cooperative_id: int, new: Paid, request_id: UUID) -> None:
    if approvals.why_wait(cooperative_id, new, besides=request_id):
        words = _(
            "Pembelian di atas %(limit)s menunggu persetujuan ketua. Ajukan lewat Kas, Uang keluar; sesudah disetujui, "
            "daftarkan barangnya dari catatan itu."
        )
        raise Refused(words, limit=money.show(approvals.limit(cooperative_id, new.on)))


def _words(thing: Thing) -> str:
    many = f"{thing.quantity} " if thing.quantity > 1 else ""
    return f"{many}{thing.name}" + (f", {thing.party}" if thing.party else "")


def _of_entry(cooperative_id: int, thing: Thing, number: int) -> date:
    """The day of the entry that the thing is in.

    Raises  Refused: it holds no such goods, or less than that
    """
    entry = books.entry(cooperative_id, number)
    wanted = rules.LENT_ACCOUNT if thing.source == LENT else GROUPS[thing.kind].account
    waiting = {each.account: each.left for each in unwritten(cooperative_id, entry.booked_on)
               if each.number == number} if entry else {}  # fmt: skip
    if wanted not in waiting:
        raise Refused(_("Catatan itu tidak memuat barang jenis ini, atau semuanya sudah ada di buku inventaris."))
    if thing.cost > waiting[wanted]:
        raise Refused(_("Catatan itu tinggal memuat %(left)s. Tulis paling banyak sebesar itu."),
                      left=money.show(waiting[wanted]))  # fmt: skip
    return entry.booked_on


def _kept(cooperative_id: int, thing: Thing, on: date, number: int, request_id: UUID) -> Item:
    rule, lent = bylaws(cooperative_id, on), thing.source == LENT
    life = 0 if lent else thing.life or getattr(rule, GROUPS[thing.kind].life)
    return Item.objects.create(
        cooperative_id=cooperative_id, code=next_code(Item.objects.filter(cooperative_id=cooperative_id), "INV-"),
        name=thing.name, kind=thing.kind, source=thing.source, party=thing.party, serial_no=thing.serial_no,
        quantity=thing.quantity, cost=thing.cost, residual=0 if lent else thing.residual,
        before=0 if lent else thing.before, life_months=life,
        starts="" if lent else rules.starts_in(on, rule.depreciation_from), acquired_on=on, note=thing.note,
        number=number, request_id=request_id,
    )  # fmt: skip


def _look(item: Item, thing: Thing, on: date, by: int) -> None:
    Sighting.objects.create(
        cooperative_id=item.cooperative_id, item_id=item.id, seen_on=on, condition=thing.condition,
        location=thing.location, keeper=thing.keeper, by=by,
    )  # fmt: skip


def _assets(cooperative_id: int) -> int:
    """All assets as the ledger has them now, sen."""
    today = clock.today()
    cuts = books.balances_at(cooperative_id, [today])
    return sum(cuts.debit_balance(code, today) for code in cuts.used() if code.startswith("1"))


def _tell_of_large_grant(item: Item, assets_before: int, by: int) -> None:
    """A grant above a part of all assets needs an extraordinary meeting; reference/domain.md 1.3."""
    threshold = bylaws(item.cooperative_id, item.acquired_on).grant_ralb_threshold
    if item.source != GRANTED or item.cost <= money.part_of(assets_before, threshold):
        return
    open_task(
        cooperative_id=item.cooperative_id, kind="grant.ralb", by=by, subject_kind="item", subject_id=item.id,
        message=f"Hibah {item.name} ({money.show(item.cost)}) lebih dari {threshold // 100}% aset. "
        "Anggaran dasar meminta persetujuan Rapat Anggota Luar Biasa.",
    )  # fmt: skip
