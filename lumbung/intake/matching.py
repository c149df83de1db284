"""Whose row is this: members found by what a sheet tells of them, and never by a name that fits two.

By NIK, then phone and name, then member number (when the name does not contradict it), then a name that fits exactly
one member: written in full, or with the last words shortened to letters (`Eko S.`). Two that fit are two candidates,
and a question.

Source  reference/domain.md 7.2
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from lumbung.sheets.cells import key
from lumbung.sheets.people import same_name

LONGEST_NAME = 6  # words looked at together in a sentence


@dataclass(frozen=True, slots=True)
class Known:
    """One member of the register, as far as matching goes."""

    id: int
    name: str
    number: str | None = None
    nik: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """`ids` of the members that fit: one is found, several are a question, none is a stranger. `by` tells by what."""

    ids: tuple[int, ...] = ()
    by: str = ""

    @property
    def only(self) -> int | None:
        return self.ids[0] if len(self.ids) == 1 else None


def _number(number: str | None) -> str:
    """`007` and `7` are one number, and so are `A-0007` and `A0007`."""
    return key(number).replace(" ", "").lstrip("0") if number else ""


@dataclass(slots=True)
class Register:
    """All members of one cooperative, indexed once."""

    by_nik: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_phone: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    by_number: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[tuple[list[str], int]]] = field(default_factory=lambda: defaultdict(list))
    names: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, members: Iterable[Known]) -> "Register":
        register = cls()
        for member in members:
            name = same_name(member.name)
            register.names[member.id] = name
            register.by_name[name].append(member.id)
            register.by_first[name.partition(" ")[0]].append((name.split(), member.id))
            if member.nik:
                register.by_nik[member.nik].append(member.id)
            if member.phone:
                register.by_phone[member.phone, name].append(member.id)
            if _number(member.number):
                register.by_number[_number(member.number)].append(member.id)
        return register

    def find(
        self, name: str | None = None, *, number: str | None = None, nik: str | None = None, phone: str | None = None
    ) -> Match:
        """The members a row may speak of."""
        said = same_name(name)
        if nik and nik in self.by_nik:
            return Match(tuple(self.by_nik[nik]), "nik")
        if phone and (phone, said) in self.by_phone:
            return Match(tuple(self.by_phone[phone, said]), "phone")
        numbered = self.by_number.get(_number(number), []) if number else []
        agreeing = tuple(ident for ident in numbered if not said or self._agrees(said, self.names[ident]))
        if agreeing:
            return Match(agreeing, "number")
        if said in self.by_name and said:
            return Match(tuple(self.by_name[said]), "name")
        return Match(tuple(self._shortened(said)), "initials") if said else Match()

    def _agrees(self, said: str, known: str) -> bool:
        return said == known or _shortens(said.split(), known.split()) or _shortens(known.split(), said.split())

    def _shortened(self, said: str) -> list[int]:
        words = said.split()
        return [ident for known, ident in self.by_first.get(words[0], []) if _shortens(words, known)]

    def in_sentence(self, sentence: str) -> Match:
        """The member a remark names (`Terima simpanan wajib Siti Hidayat bln Mei`): the longest name that stands in it.

        Two members of that name, or two names as long, are candidates.
        """
        words = key(sentence).split()
        for length in range(LONGEST_NAME, 0, -1):
            spans = (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
            found = {ident for span in spans for ident in self.by_name.get(span, ())}
            if found:
                return Match(tuple(sorted(found)), "name")
        return Match()


def _shortens(words: list[str], known: list[str]) -> bool:
    """Whether `words` is `known` with words after the first cut to their first letter: `eko s` for `eko setiawan`."""
    return (
        len(words) == len(known) > 1
        and words[0] == known[0]
        and any(len(word) == 1 for word in words[1:])
        and all(
            word == full or (len(word) == 1 and full.startswith(word)) for word, full in zip(words, known, strict=True)
        )
    )
