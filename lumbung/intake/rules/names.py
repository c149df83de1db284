"""Whom a name means. Exact words first, then initials and shortened names; when two fit, nobody is meant.

Source  reference/domain.md 7.2
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

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


def fits(short: str, full: str) -> bool:
    """Whether `short` can be a shorter way to write `full`: `Eko S`, `M. Yusuf`, `Siti Aminah` for Siti Aminah Putri.

    Both as `same_name` gives them; at least one word is written in full.
    """
    some, all_ = short.split(), full.split()
    if not some or len(some) > len(all_):
        return False
    pairs = list(zip(some, all_, strict=False))
    return all(long.startswith(word) for word, long in pairs) and any(word == long for word, long in pairs)


class Register:
    """The members of a cooperative, to be found by name or number without another query."""

    def __init__(self, members: Iterable[Member]):
        self.members = list(members)
        self._by_name: dict[str, list[Member]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[str, Member]]] = defaultdict(list)
        self._by_number: dict[str, Member] = {}
        self._by_text: dict[str, Found] = {}
        for member in self.members:
            name = same_name(member.full_name)
            self._by_name[name].append(member)
            self._by_first[name[:1]].append((name, member))
            self._by_number[bare_number(member.number)] = member

    def numbered(self, number: str | None) -> Member | None:
        """By the number in the book, however many noughts lead it."""
        return self._by_number.get(bare_number(number)) if number else None

    def named(self, name: str) -> Found:
        """By name: the one whose name it is, else the one it can be short for."""
        wanted = same_name(name)
        if wanted not in self._by_text:
            self._by_text[wanted] = self._find(wanted)
        return self._by_text[wanted]

    def _find(self, wanted: str) -> Found:
        if exact := self._by_name.get(wanted):
            return Found(exact[0] if len(exact) == 1 else None, tuple(exact[:MOST]))
        near = self._by_first.get(wanted[:1], ())
        fitting = [member for name, member in near if fits(wanted, name) or (" " in name and fits(name, wanted))]
        if len(fitting) == 1:
            return Found(fitting[0], tuple(fitting))
        alike = fitting or [member for name, member in near if wanted and similar(wanted, name)]
        return Found(None, tuple(alike[:MOST]))

    def in_text(self, text: str) -> Found:
        """Whom a line of a cash book names: `Terima simpanan wajib Bu Sutini bln Maret`."""
        plain, whole = name_in(text), name_in(text, months=True)  # a person may be called Mei
        exact = self._by_name.get(same_name(whole), ()) if whole != plain else ()
        if exact and " " in whole:
            return self.named(whole)
        return self.named(plain) if plain else Found(None, tuple(exact[:MOST]))


def bare_number(number: str) -> str:
    """`007`, `7` and `7.` are one number; numbers with letters are compared without case."""
    said = number.strip().rstrip(".").lower()
    return said.lstrip("0") or "0" if said.isdigit() else said


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
