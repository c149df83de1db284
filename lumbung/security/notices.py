"""What people are told about their own account and about a colleague's, in the application and nowhere else."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.cooperatives.tenant import across
from lumbung.security.models import Appointment, Notice
from lumbung.security.rules import READERS
from lumbung.sql import writes

SHOWN = 5

WORDS = {  # kind → sentence; %(name)s stand in the notice's detail. Other packages add their own with `introduce`.
    "passphrase.changed": gettext_lazy("Kata sandi Anda diganti. Bukan Anda? Beri tahu pengurus lain sekarang juga."),
    "factor.added": gettext_lazy("Kunci kedua baru terpasang: %(what)s. Bukan Anda? Beri tahu pengurus lain."),
    "factor.removed": gettext_lazy("Kunci kedua dilepas: %(what)s. Bukan Anda? Beri tahu pengurus lain."),
    "codes.made": gettext_lazy("Kode cadangan baru dibuat. Lembar yang lama tidak berlaku lagi."),
    "code.used": gettext_lazy("Satu kode cadangan dipakai untuk masuk. Bukan Anda? Beri tahu pengurus lain."),
    "pin.set": gettext_lazy("PIN Anda diganti."),
    "pins.wrong": gettext_lazy("PIN Anda salah lima kali di %(device)s. Kunci itu ditutup."),
    "device.own": gettext_lazy("Anda masuk dari perangkat baru: %(device)s. Bukan Anda? Keluarkan di Perangkat saya."),
    "device.two": gettext_lazy(
        "Akun Anda dipakai di dua tempat sekaligus: %(here)s dan %(there)s. Satu orang, satu akun."
    ),
    "device.new": gettext_lazy("%(name)s masuk dari perangkat baru: %(device)s. Tanyakan langsung: benar dia?"),
    "device.lifted": gettext_lazy("Perangkat baru Anda (%(device)s) sudah boleh dipakai mengeluarkan uang."),
}


def introduce(kind: str, words) -> None:
    """Let another package tell a kind of notice."""
    WORDS[kind] = words


@writes
def tell(people, kind: str, **detail) -> None:
    """Leave a notice for each of these persons."""
    assert kind in WORDS, kind
    rows = [Notice(person_id=person_id, kind=kind, detail=detail, at=clock.now()) for person_id in set(people)]
    Notice.objects.bulk_create(rows)


@writes
def read_all(person_id: int) -> None:
    """She has read what there was."""
    Notice.objects.filter(person_id=person_id, read_at=None).update(read_at=clock.now())


def waiting(person_id: int) -> list[Notice]:
    """What she has not read, the newest first, in words."""
    found = list(Notice.objects.filter(person_id=person_id, read_at=None).order_by("-id")[:SHOWN])
    for notice in found:
        notice.words = _(WORDS[notice.kind]) % notice.detail if notice.kind in WORDS else ""
    return found


def colleagues(person_id: int) -> set[int]:
    """Everyone who leads or watches over a cooperative beside this person today."""
    today = clock.today()
    with across(Appointment) as appointments:
        serving = appointments.filter(role__in=READERS, since__lte=today).exclude(until__lt=today)
        beside = serving.filter(person_id=person_id).values_list("cooperative_id", flat=True)
        return set(serving.filter(cooperative_id__in=list(beside)).values_list("person_id", flat=True)) - {person_id}
