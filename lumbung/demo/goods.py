"""What the pilot has and uses: bought from its own money, given by the ministry, lent by the kelurahan."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import NamedTuple

from lumbung.assets.actions import Thing
from lumbung.demo.deeds import BANK, KAS, Deed, day_in, months_from
from lumbung.demo.pilot import Profile
from lumbung.money import rp


class Plan(NamedTuple):
    """A thing and when it comes: so many months after the start. `needs` a word of the profile's deeds."""

    event: str
    after: int
    thing: Thing
    needs: str = "goods"


def _bought(name, rupiah, after, kind="office", quantity=1, **facts) -> Plan:
    event = "equipment.bought" if kind == "office" else "machinery.bought"
    needs = "goods" if kind == "office" else "snacks"
    return Plan(event, after, Thing(name, kind, "bought", rp(rupiah), quantity, **facts), needs)


def _lent(name, rupiah, after, quantity=1, **facts) -> Plan:
    return Plan("grant.lent", after, Thing(name, "office", "lent", rp(rupiah), quantity, **facts))


LAPTOP = Thing(
    "Laptop 14 inci", "office", "granted", rp(8_000_000), party="Kementerian Komunikasi dan Digital",
    serial_no="5CD4-2817-MLG", location="Kantor", keeper="Bendahara",
)  # fmt: skip
THINGS = {
    "kursi": _lent("Kursi plastik", 1_200_000, 1, 20, party="Kelurahan", location="Balai RW"),
    "timbangan": _bought("Timbangan digital 30 kg", 425_000, 2, "outlet", location="Pojok UMKM"),
    "lemari": _bought("Lemari arsip dua pintu", 850_000, 3, location="Kantor", party="Toko Mebel Sawojajar"),
    "proyektor": _lent("Proyektor", 4_500_000, 4, party="Kelurahan", location="Kantor", keeper="Sekretaris"),
    "meja": _bought("Meja kerja", 1_400_000, 5, quantity=2, location="Kantor", party="Toko Mebel Sawojajar"),
    "etalase": _bought("Etalase kaca", 1_900_000, 6, "outlet", location="Pojok UMKM"),
    "printer": _bought("Printer tinta", 1_650_000, 7, location="Kantor", keeper="Sekretaris"),
    "pendingin": _bought("Lemari pendingin minuman", 2_750_000, 8, "outlet", location="Pojok UMKM"),
}
LOOKED_AT = {"printer": (4, "worn", "tinta merembes, sudah diservis"), "kursi": (6, "worn", "tiga kursi retak")}


def goods(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """Bought when the month's dues are in; lent things come with a letter."""
    months = months_from(start, today)
    for key, plan in THINGS.items():
        if plan.needs in profile.deeds and plan.after < len(months):
            place = BANK if "bank" in profile.deeds and plan.event.endswith("bought") else KAS
            words = f"{'Pinjam pakai' if plan.thing.source == 'lent' else 'Beli'} {plan.thing.name.lower()}"
            yield Deed(day_in(months[plan.after], 12), plan.event, plan.thing.cost, place, words, key=key)
