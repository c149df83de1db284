"""Who serves, who has served, and what does not fit the articles."""

from collections import Counter
from datetime import date

from django.utils.translation import gettext as _

from lumbung.cooperatives.reports import bylaws
from lumbung.meetings import rules
from lumbung.meetings.models import Term, TermEnd
from lumbung.meetings.reports.kept import chain, current
from lumbung.members.models import Member
from lumbung.web.dates import long_date

SIGNING = ("ketua", "sekretaris", "bendahara", "pengawas")


def ends_of(cooperative_id: int) -> dict[int, TermEnd]:
    """{the first row of a term: how it ended}, by the newest that was written about it."""
    first = chain(Term, cooperative_id)
    return {first[end.term_id]: end for end in current(TermEnd, cooperative_id)}


def serving(cooperative_id: int, on: date, **only) -> list[Term]:
    """Who is in office on a day, in the order in which they were written."""
    first, ends = chain(Term, cooperative_id), ends_of(cooperative_id)
    terms = current(Term, cooperative_id, on__lte=on, **only)
    return [term for term in terms if first[term.id] not in ends or ends[first[term.id]].on >= on]


def signers(cooperative_id: int, on: date) -> dict[str, str]:
    """{role: name} of who signs papers on a day, by the register of officers."""
    found = {}
    for term in serving(cooperative_id, on):
        role = "pengawas" if term.body == Term.Body.SUPERVISORS else term.position.strip().casefold()
        if role in SIGNING and (term.body != Term.Body.STAFF):
            found.setdefault(role, term.name)
    return found


def people_of(cooperative_id: int, terms: list[Term]) -> dict[int, Member]:
    """{member: the register's row} of the members among them."""
    wanted = {term.member_id for term in terms if term.member_id}
    rows = Member.objects.filter(cooperative_id=cooperative_id, id__in=wanted)
    return {row.id: row for row in rows}


def doubts(cooperative_id: int, body: str, on: date) -> list[str]:
    """What does not fit the articles of association, in sentences; nothing is forbidden by them.

    Source  reference/domain.md 1.3
    """
    if body == Term.Body.STAFF:
        return []
    law, terms = bylaws(cooperative_id, on), serving(cooperative_id, on, body=body)
    least = law.board_min if body == Term.Body.BOARD else law.supervisors_min
    found = []
    if terms and (len(terms) < least or len(terms) % 2 == 0):
        found.append(_("Sekarang %(count)s orang. Anggaran dasar meminta paling sedikit %(least)s dan ganjil.")
                     % {"count": len(terms), "least": least})  # fmt: skip
    found += [
        _("Masa jabatan %(name)s habis %(day)s. Rapat anggota memilih lagi atau mengganti.")
        % {"name": term.name, "day": long_date(term.until)}
        for term in terms
        if term.until and term.until < on
    ]
    return found + _too_often(cooperative_id, body, law.terms_max, terms)


def _too_often(cooperative_id: int, body: str, most: int, serving_now: list[Term]) -> list[str]:
    held = Counter((term.name, term.position) for term in current(Term, cooperative_id, body=body))
    return [
        _("%(name)s sudah %(count)s kali menjadi %(position)s; anggaran dasar membolehkan %(most)s kali.")
        % {"name": term.name, "count": held[term.name, term.position], "position": term.position, "most": most}
        for term in serving_now
        if held[term.name, term.position] > most
    ]


def ages(terms: list[Term], people: dict[int, Member], on: date) -> dict[int, int | None]:
    """{term: the officer's age on a day}, as far as the day of birth is known."""
    return {
        term.id: rules.age(term.born_on or getattr(people.get(term.member_id), "born_on", None), on) for term in terms
    }
