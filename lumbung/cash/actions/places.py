"""Opening and closing the places where money lies, and knowing who brings goods."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cash import reports
from lumbung.cash.models import CashPlace, Supplier
from lumbung.cash.rules import ACCOUNTS_OF, bank_account_for
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def open_place(
    *,
    cooperative_id: int,
    kind: str,
    name: str,
    opened_on: date,
    bank_name="",
    bank_number="",
    account="",
    unit_id=None,
) -> CashPlace:
    """Give money a place: a till, petty cash, a bank account. The treasurer's cash is there from the start.

    account  for a bank account: 112300 when it belongs to a programme; else it follows from the bank's name
    Raises   Refused: a place of this name exists; there is a petty cash already
    """
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Tulis nama tempat uang, misalnya “Laci Gerai Sembako”."))
    if reports.place_named(cooperative_id, name):
        raise Refused(_("Tempat uang “%(name)s” sudah ada. Pakai nama lain."), name=name)
    if kind == "petty" and CashPlace.objects.filter(cooperative_id=cooperative_id, kind="petty").exists():
        raise Refused(_("Kas kecil sudah ada; satu koperasi memakai satu kas kecil."))
    code = account or (bank_account_for(bank_name) if kind == "bank" else ACCOUNTS_OF[kind][0])
    row = CashPlace(
        cooperative_id=cooperative_id, kind=kind, name=name, account_code=code, unit_id=unit_id, opened_on=opened_on,
        bank_name=bank_name, bank_number=bank_number,
    )  # fmt: skip
    if kind == "general":
        row.id = 0
    row.save(force_insert=True)
    return row


@writes
def close_place(*, place: CashPlace, on: date) -> None:
    """Use a place no longer.

    Raises  Refused: money still lies there
    """
    left = reports.balance(place)
    if left:
        raise Refused(_("Masih ada %(amount)s di %(place)s. Pindahkan dulu."), amount=money.show(left), place=place)
    CashPlace.objects.filter(cooperative_id=place.cooperative_id, id=place.id).update(closed_on=on)


@writes
def add_supplier(*, cooperative_id: int, name: str, phone="", member_id=None, commission: int = 0) -> Supplier:
    """Know whoever brings goods.

    commission  hundredths of a percent that the cooperative keeps of what a producer's goods bring
    Raises      Refused: one of this name exists
    """
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Tulis nama penitip atau pemasok."))
    if Supplier.objects.filter(cooperative_id=cooperative_id, name=name).exists():
        raise Refused(
            _("“%(name)s” sudah ada dalam daftar. Pilih dari daftar, atau tambahkan RT pada namanya."), name=name
        )
    return Supplier.objects.create(
        cooperative_id=cooperative_id, name=name, phone=phone, member_id=member_id, commission=commission
    )
