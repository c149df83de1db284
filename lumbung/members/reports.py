"""Questions to the register."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from lumbung.members import nik, rules
from lumbung.members.models import Change, Member

TWICE = "tercatat dua kali"  # how the leaving of a row that was merged begins
STANDING = (Member.Status.ACTIVE, Member.Status.INACTIVE)


def get(cooperative_id: int, member_id: int) -> Member | None:
    """One member; None outside this cooperative."""
    return Member.objects.filter(cooperative_id=cooperative_id, id=member_id).first()


def everyone(
    cooperative_id: int, *, text: str = "", status: str = "", rt: str = "", rw: str = "", kind: str = ""
) -> QuerySet[Member]:
    """The register by number, narrowed by any part of name, number, phone, RT/RW and by standing.

    status  one of Member.Status, or "here": active and inactive
    """
    members = Member.objects.filter(cooperative_id=cooperative_id)
    if status:
        members = members.filter(status__in=STANDING if status == "here" else [status])
    narrowed = {"rt": rt, "rw": rw, "kind": kind}
    members = members.filter(**{key: value for key, value in narrowed.items() if value})
    for term in rules.search_terms(text):
        members = members.filter(search_text__contains=term)
    return members.order_by("number")


def find(cooperative_id: int, text: str, *, limit: int = 20) -> list[Member]:
    """Whom the words may mean: the exact number first, then names that begin so, then the others by name.

    The search itself reads one narrow index (`search_text` begins with the name), then the few rows found.
    """
    start, number = rules.folded(text), text.strip()
    exact = Q(search_text__contains=f" {number} ") | Q(search_text__contains=f" {number.zfill(rules.WIDTH)} ")
    begins = When(search_text__startswith=f" {start}", then=Value(1))
    whens = [When(exact, then=Value(0)), begins] if number.isdigit() else [begins]
    nearest = everyone(cooperative_id, text=text).order_by(Case(*whens, default=Value(2)), "search_text")
    ids = list(nearest.values_list("id", flat=True)[:limit])
    rows = {row.id: row for row in Member.objects.filter(cooperative_id=cooperative_id, id__in=ids)}
    return [rows[member_id] for member_id in ids]


def names(cooperative_id: int, ids: Iterable[int]) -> dict[int, str]:
    """Member id → `0007 Siti Aminah`, for books that know members as holders."""
    rows = Member.objects.filter(cooperative_id=cooperative_id, id__in=list(ids))
    return {row.id: f"{row.number} {row.full_name}" for row in rows.only("id", "number", "full_name", "cooperative_id")}


def counts(cooperative_id: int) -> dict[str, int]:
    """How many there are of each standing; `here` are active and inactive together, `all` everyone."""
    rows = Member.objects.filter(cooperative_id=cooperative_id).values_list("status", "kind")
    tally = Counter(status for status, _kind in rows)
    tally["associate"] = sum(1 for status, kind in rows if kind == Member.Kind.ASSOCIATE and status in STANDING)
    tally["here"] = sum(tally[status] for status in STANDING)
    tally["all"] = sum(tally[status] for status in Member.Status.values)
    return tally


def members_at(cooperative_id: int, on: date) -> int:
    """How many were members on a day; who joined on a day that nobody wrote down was one already."""
    rows = Member.objects.filter(cooperative_id=cooperative_id).exclude(status=Member.Status.APPLICANT)
    here = rows.filter(Q(joined_on=None) | Q(joined_on__lte=on))
    return here.filter(Q(left_on=None, status__in=STANDING) | Q(left_on__gt=on)).count()


def neighbourhoods(cooperative_id: int) -> list[tuple[str, str]]:
    """The (RW, RT) pairs that members live in, in order."""
    rows = Member.objects.filter(cooperative_id=cooperative_id).exclude(rt="", rw="")
    return sorted(set(rows.values_list("rw", "rt")))


def history(member: Member) -> list[Change]:
    """What was corrected, newest first."""
    return list(Change.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id).order_by("-id"))


class Suspicion(NamedTuple):
    """Two or more rows that may be one person, and why. Shown to people, never merged."""

    reason: str
    members: tuple[Member, ...]


def suspected_duplicates(cooperative_id: int) -> list[Suspicion]:
    """Rows that may be one person: NIK alike but for its last digit, phone and similar names, name and birth day."""
    rows = Member.objects.filter(cooperative_id=cooperative_id)
    gone = rows.filter(status=Member.Status.LEFT, leave_reason__startswith=TWICE)  # merged already
    members = list(rows.exclude(id__in=gone.values_list("id", flat=True)).order_by("number"))
    by_nik = _groups(members, lambda m: nik.of(m)[:15])
    by_phone = _groups(members, lambda m: m.phone)
    by_birth = _groups(members, lambda m: (rules.folded(m.full_name), m.born_on) if m.born_on else "")
    found = [Suspicion(_("NIK sama, hanya angka terakhir berbeda"), group) for group in by_nik]
    found += [Suspicion(_("Telepon sama dan nama mirip"), group) for group in by_phone if _alike(group)]
    found += [Suspicion(_("Nama dan tanggal lahir sama"), group) for group in by_birth]
    return _once(found)


def _once(found: list[Suspicion]) -> list[Suspicion]:
    """The same people are shown under the first reason alone."""
    first = {}
    for one in found:
        first.setdefault(frozenset(member.id for member in one.members), one)
    return list(first.values())


def _groups(members, key) -> list[tuple[Member, ...]]:
    together = defaultdict(list)
    for member in members:
        if value := key(member):
            together[value].append(member)
    return [tuple(group) for group in together.values() if len(group) > 1]


def _alike(group) -> bool:
    return any(rules.similar(one.full_name, other.full_name) for i, one in enumerate(group) for other in group[i + 1 :])


class RegisterLine(NamedTuple):
    """One row of book 1, Buku Daftar Anggota, as it is printed; the signatures are for the pen."""

    order: int
    number: str
    full_name: str
    nik: str
    birth: str
    gender: str
    occupation: str
    address: str
    joined_on: date | None
    asked_to_leave_on: date | None
    left_on: date | None
    leave_reason: str
    notes: str
    member: Member


def register_book(cooperative_id: int) -> list[RegisterLine]:
    """Book 1: everyone who ever was a member, in the order of numbers, NIK masked.

    Source  reference/domain.md section 2
    """
    members = everyone(cooperative_id).exclude(status=Member.Status.APPLICANT)
    return [_register_line(order, member) for order, member in enumerate(members, start=1)]


def _register_line(order: int, member: Member) -> RegisterLine:
    born = member.born_on.strftime("%d/%m/%Y") if member.born_on else ""
    notes = [_("Anggota luar biasa")] if member.kind == Member.Kind.ASSOCIATE else []
    notes += [_("Meninggal")] if member.status == Member.Status.DECEASED else []
    notes += [member.notes] if member.notes else []
    return RegisterLine(
        order, member.number, member.full_name, nik.shown(member),
        ", ".join(filter(None, (member.birth_place, born))), member.gender, member.occupation,
        " ".join(filter(None, (member.address, member.where))), member.joined_on, member.asked_to_leave_on,
        member.left_on, member.leave_reason, "; ".join(notes), member,
    )  # fmt: skip
