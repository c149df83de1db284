"""Whom a name in a grid or a line of a cash book means; when two fit, nobody is meant.

Source  reference/domain.md 7.2
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lumbung.intake.matching import Known as Person
from lumbung.intake.matching import Register as Known
from lumbung.members.models import Member
from lumbung.members.rules import similar
from lumbung.sheets.months import number_of
from lumbung.sheets.people import same_name

MOST = 6  # people offered as an answer
_STOP = frozenset(
    "bln bulan via lewat utk untuk tgl tanggal th thn tahun tunai cash transfer tf trf rapel sd ke rt rw no nomor ket"
    " lunas kurang cicil tahap minggu periode ttp sisa".split()
)
_NOISE = frozenset(
    "terima penerimaan diterima simpanan simp wajib wjb sw pokok simpok sp iuran setoran setor bayar pembayaran"
    " anggota baru dari dr an a n atas nama sdr ibu bu pak bp bpk mbak mas tunggakan bulanan uang sukarela tabungan"
    " kas masuk dan oleh angsuran pinjaman cicilan koperasi".split()
)
_WORD = re.compile(r"s\s*/\s*d|[^\W\d_]+|\d+|[(/]")


class Found(NamedTuple):
    """Whom a name means: one member, or nobody and those it may mean."""

    member: Member | None
    candidates: tuple[Member, ...] = ()


def alike(one: str, other: str) -> bool:
    """Whether two names are one, or one is the other with initials: `Eko S` and Eko Setiawan."""
    return any(Known.of([Person(0, full)]).find(short).only == 0 for short, full in ((one, other), (other, one)))


class Register:
    """The members of a cooperative, to be found by name or number without another query."""

    def __init__(self, members: Iterable[Member]):
        self.members = {member.id: member for member in members}
        self._known = Known.of(Person(m.id, m.full_name, m.number) for m in self.members.values())
        self._met: dict[str, Found] = {}

    def numbered(self, number: str | None) -> Member | None:
        """By the number in the book, however many noughts lead it."""
        return self.members.get(self._known.find(number=number).only) if number else None

    def named(self, name: str) -> Found:
        """By name: the one whose name it is, else the one it can be short for."""
        wanted = same_name(name)
        if wanted not in self._met:
            self._met[wanted] = self._find(wanted)
        return self._met[wanted]

    def _find(self, wanted: str) -> Found:
        match = self._known.find(wanted)
        fitting = tuple(self.members[ident] for ident in match.ids)
        if match.only is not None:
            return Found(fitting[0], fitting)
        near = fitting or tuple(m for m in self.members.values() if wanted and similar(wanted, m.full_name))
        return Found(None, near[:MOST])

    def in_text(self, text: str) -> Found:
        """Whom a line of a cash book names: `Terima simpanan wajib Bu Sutini bln Maret`."""
        plain, whole = name_in(text), name_in(text, months=True)  # a person may be called Mei
        if whole != plain and " " in whole and self.named(whole).member:
            return self.named(whole)
        return self.named(plain) if plain else Found(None)


def name_in(text: str, *, months: bool = False) -> str:
    """The words of a line that can be a name: what is left when the usual words around it are taken away.

    months  names of months stay: somebody may bear one
    """
    found: list[str] = []
    for word in _WORD.findall(text.lower().replace("'", "").replace("’", "")):
        is_month = not months and number_of(word) is not None
        if found and (not word.isalpha() or word in _STOP or is_month or (word in _NOISE and len(word) > 1)):
            break
        if word.isalpha() and not is_month and (found or word not in _NOISE | _STOP):
            found.append(word)
    return " ".join(found)
