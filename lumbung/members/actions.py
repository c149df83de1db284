"""What is done to the register: apply, join, correct, leave."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.members import nik, rules
from lumbung.members.models import Change, Member
from lumbung.security.actions import record
from lumbung.sheets.people import name as bare_name
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

Status = Member.Status
PLAIN = (
    "honorific", "nickname", "gender", "birth_place", "born_on", "occupation", "address", "village_code", "kind",
    "status", "applied_on", "joined_on", "asked_to_leave_on", "left_on", "leave_reason", "notes", "source",
)  # fmt: skip
READ = {"phone": rules.normal_phone, "rt": rules.three_digits, "rw": rules.three_digits, "nik": nik.normal}
FORGOTTEN = "Data dihapus"  # the name of whoever was forgotten
CORRECTABLE = frozenset({*PLAIN, *READ, "full_name", "number"} - {"status", "source"})


@writes
def register(
    *, cooperative_id: int, full_name: str, by: int, number: str | None = None, joined_on: date | None = None,
    request_id: UUID | None = None, **facts,
) -> Member:  # fmt: skip
    """Put a person into the register: an applicant, or a member at once when the day of joining is known.

    number      kept as the paper book has it; the next free one when none is given
    request_id  of the form: a second tap answers with the first result
    facts       the other fields of Member; nik, phone, rt and rw as people write them
    Raises      Refused: no name, or a number or NIK that somebody has
    """
    if request_id and (earlier := _registered_with(cooperative_id, request_id)):
        return earlier
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)  # two forms at once: one number each
    number = (number or "").strip() or _next_number(cooperative_id)
    pen = nik.Pen(cooperative_id)
    member = _member(pen, number=number, full_name=full_name, joined_on=joined_on, **facts)
    member.request_id = request_id
    _refuse_taken(member)
    member.save(force_insert=True)
    pen.note()
    record(cooperative_id=cooperative_id, person_id=by, deed="member.registered", subject=str(member.id))
    return member


@writes
def register_many(*, cooperative_id: int, rows: list[dict], by: int, source: str = "") -> list[Member]:
    """Put many people into the register in a few statements; each row is what `register` takes.

    Raises  Refused: as `register`, before anything is written
    """
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)
    taken = set(_numbers(cooperative_id))
    members, pen = [], nik.Pen(cooperative_id)
    for row in rows:
        number = (row.get("number") or "").strip() or rules.next_number(taken)
        if number in taken:
            raise Refused(_("Nomor anggota %(number)s sudah dipakai. Pakai nomor lain."), number=number)
        taken.add(number)
        members.append(_member(pen, **{"source": source, **row, "number": number}))
    _refuse_twice(nik.known(cooperative_id), members)
    Member.objects.bulk_create(members, batch_size=500)
    pen.note()
    record(cooperative_id=cooperative_id, person_id=by, deed="members.registered", subject=source,
           detail={"count": len(members)})  # fmt: skip
    return members


@writes
def activate(*, member: Member, on: date, by: int) -> Member:
    """An applicant whose simpanan pokok is fully paid becomes a member; anyone else stays what he is."""
    if member.status != Status.APPLICANT:
        return member
    return _change(member, by=by, reason="", status=Status.ACTIVE, joined_on=on)


@writes
def correct(*, member: Member, by: int, reason: str = "", **changes) -> Member:
    """Change what is written of a member; every field that becomes another is kept in the history.

    Raises  Refused: a number or NIK that somebody has, or a value that cannot be
    """
    assert changes.keys() <= CORRECTABLE, f"not to be corrected: {changes.keys() - CORRECTABLE}"
    return _change(member, by=by, reason=reason, **_read(changes))


@writes
def set_inactive(*, member: Member, by: int, reason: str) -> Member:
    """A member who has not been seen for long; the dues go on."""
    return _stand(member, Status.ACTIVE, Status.INACTIVE, by, reason)


@writes
def set_active(*, member: Member, by: int, reason: str) -> Member:
    """An inactive member is back."""
    return _stand(member, Status.INACTIVE, Status.ACTIVE, by, reason)


@writes
def leave(
    *, member: Member, on: date, reason: str, by: int, asked_on: date | None = None, died: bool = False
) -> Member:
    """A member leaves or has died; the row stays in the register with the day and the reason.

    Raises  Refused: has left already, leaves before joining, or without a reason
    """
    if member.status in (Status.LEFT, Status.DECEASED):
        raise Refused(_("%(name)s sudah keluar %(day)s."), name=member.full_name, day=long_date(member.left_on or on))
    if member.joined_on and on < member.joined_on:
        raise Refused(
            _("%(name)s baru bergabung %(day)s. Pilih tanggal sesudah itu."),
            name=member.full_name, day=long_date(member.joined_on),
        )  # fmt: skip
    if not reason.strip():
        raise Refused(_("Tulis sebab keluar, misalnya “pindah rumah”."))
    status = Status.DECEASED if died else Status.LEFT
    return _change(member, by=by, reason=reason.strip(), status=status, left_on=on,
                   asked_to_leave_on=asked_on, leave_reason=reason.strip())  # fmt: skip


@writes
def rejoin(*, member: Member, on: date, by: int, anew: bool = False) -> Member:
    """Who had left applies again: an applicant until the simpanan pokok is paid; the earlier leaving stays written.

    anew    with the next free number instead of the old one, where the bylaws say so
    Raises  Refused: has not left
    """
    if member.status != Status.LEFT:
        raise Refused(_("%(name)s tidak tercatat keluar."), name=member.full_name)
    Cooperative.objects.select_for_update(no_key=True).get(id=member.cooperative_id)
    was = f"pernah keluar {member.left_on:%d/%m/%Y}" if member.left_on else "pernah keluar"
    if anew:
        was = f"dulu nomor {member.number}, {was}"
    notes = "; ".join(filter(None, (member.notes, was)))
    number = _next_number(member.cooperative_id) if anew else member.number
    return _change(
        member, by=by, reason="menjadi anggota lagi", status=Status.APPLICANT, number=number, applied_on=on,
        joined_on=None, left_on=None, asked_to_leave_on=None, leave_reason="", notes=notes[:300],
    )  # fmt: skip


@writes
def take_back_leaving(*, member: Member, by: int, reason: str) -> Member:
    """The leaving was written by mistake: the member is what she was; both stay in the history."""
    if member.status not in (Status.LEFT, Status.DECEASED):
        return member
    status = Status.ACTIVE if member.joined_on else Status.APPLICANT
    return _change(member, by=by, reason=reason, status=status, left_on=None, asked_to_leave_on=None, leave_reason="")


@writes
def drop_contact(*, member: Member) -> None:
    """What was kept by her leave only, and her telephone: gone, without a line in the history that would keep it."""
    _empty(member, nickname="", phone="")


@writes
def forget(*, member: Member) -> None:
    """Nothing is left of whoever this row was: its number, its days and its standing stay, for the books."""
    nik.put(member, "")
    _empty(
        member, full_name=FORGOTTEN, honorific="", nickname="", gender="", birth_place="", born_on=None, occupation="",
        address="", rt="", rw="", village_code="", phone="", leave_reason="", notes="", source="",
    )  # fmt: skip


# --- within -------------------------------------------------------------------------------------------------------


def _registered_with(cooperative_id: int, request_id: UUID) -> Member | None:
    return Member.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first()


def _numbers(cooperative_id: int):
    return Member.objects.filter(cooperative_id=cooperative_id).values_list("number", flat=True)


def _next_number(cooperative_id: int) -> str:
    return rules.next_number(_numbers(cooperative_id))


def _read(facts: dict) -> dict:
    """The facts as they are stored: names without titles, phones as +62…, neighbourhoods of three digits."""
    read = {key: READ[key](value or "") if key in READ else value for key, value in facts.items()}
    if "full_name" in read:
        read["full_name"] = bare_name(read["full_name"])
        if not read["full_name"]:
            raise Refused(_("Nama belum diisi. Satu nama pun cukup."))
    return read


def _member(pen: nik.Pen, *, joined_on: date | None = None, status: str = "", **facts) -> Member:
    unknown = facts.keys() - {*PLAIN, *READ, "full_name", "number"}
    assert not unknown, f"a member has no {unknown}"
    facts = _read({key: value for key, value in facts.items() if value is not None})
    digits = facts.pop("nik", "")
    if not status:
        status = Status.LEFT if facts.get("left_on") else Status.ACTIVE if joined_on else Status.APPLICANT
    member = Member(cooperative_id=pen.cooperative_id, joined_on=joined_on, status=status, **facts)
    pen.put(member, digits)
    member.search_text = _search_text(member)
    return member


def _search_text(member: Member) -> str:
    return rules.search_text(
        number=member.number, full_name=member.full_name, nickname=member.nickname, phone=member.phone,
        rt=member.rt, rw=member.rw,
    )  # fmt: skip


def _refuse_taken(member: Member) -> None:
    others = Member.objects.filter(cooperative_id=member.cooperative_id).exclude(id=member.id)
    if other := others.filter(number=member.number).first():
        raise Refused(
            _("Nomor anggota %(number)s sudah dipakai %(name)s. Pakai nomor lain."),
            number=member.number, name=other.full_name,
        )  # fmt: skip
    other = others.filter(nik_index=member.nik_index).first() if member.nik_index else None
    if other:
        raise Refused(
            _("NIK ini sudah terdaftar atas nama %(name)s (%(number)s). Buka anggota itu; jangan mendaftar dua kali."),
            name=other.full_name, number=other.number,
        )  # fmt: skip


def _refuse_twice(known: dict, members: list[Member]) -> None:
    for member in members:
        if member.nik_index and member.nik_index in known:
            raise Refused(_("NIK %(name)s sudah terdaftar. Periksa barisnya."), name=member.full_name)
        known[member.nik_index] = member.id


def _empty(member: Member, **blanks) -> None:
    for field, blank in blanks.items():
        setattr(member, field, blank)
    member.search_text = _search_text(member)
    member.save(force_update=True)


def _stand(member: Member, old: str, new: str, by: int, reason: str) -> Member:
    return _change(member, by=by, reason=reason, status=new) if member.status == old else member


def _change(member: Member, *, by: int, reason: str, **changes) -> Member:
    member = Member.objects.select_for_update().get(cooperative_id=member.cooperative_id, id=member.id)
    lines = []
    for field, new in changes.items():
        old = nik.of(member) if field == "nik" else getattr(member, field)
        if (old or "") == (new or ""):
            continue
        lines.append(_line(member, field, old, new, by, reason))
        nik.put(member, new) if field == "nik" else setattr(member, field, new)
    if lines:
        _refuse_taken(member)
        member.search_text = _search_text(member)
        member.save(force_update=True)
        Change.objects.bulk_create(lines)
    return member


def _line(member: Member, field: str, old, new, by: int, reason: str) -> Change:
    old, new = (nik.masked(value) if field == "nik" else str(value or "")[:300] for value in (old, new))
    return Change(
        cooperative_id=member.cooperative_id, member_id=member.id, at=clock.now(), by=by, field=field, old=old,
        new=new, reason=reason[:160],
    )  # fmt: skip
