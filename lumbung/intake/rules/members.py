"""From a row of a member book to what the register keeps, and to questions in words."""

import re

from django.utils.translation import gettext as _

from lumbung.intake.reading import Problem, Row
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.sheets.people import NIK_AS_NUMBER
from lumbung.web.dates import long_date

_NOT_YET = re.compile(r"\b(calon|belum jadi anggota|pokok (belum|blm))\b", re.IGNORECASE)
_NOT_PAID = re.compile(r"\b(belum|blm)( (lunas|bayar|setor))?\b", re.IGNORECASE)
Status = Member.Status


def facts(row: Row) -> dict:
    """What `members.actions.register_many` takes; fields that could not be read stay empty."""
    values = row.values
    plain = {
        "address": 200, "occupation": 60, "birth_place": 60, "notes": 300, "rt": 3, "rw": 3, "nik": 16, "phone": 20,
        "gender": 1,
    }  # fmt: skip
    sources = {"occupation": "job", "birth_place": "birthplace", "notes": "note"}
    told = {name: (values.get(sources.get(name, name)) or "")[:most] for name, most in plain.items()}
    number = (values.get("number") or "").strip()
    return told | {
        "full_name": spoken_name(values["name"])[:120],
        "number": number if 0 < len(number) <= 20 else None,
        "born_on": values.get("born"),
        "joined_on": values.get("joined"),
        "left_on": values.get("left"),
        "status": status(values),
        "leave_reason": (values.get("note") or _("keluar menurut buku anggota"))[:160] if is_gone(values) else "",
    }


def spoken_name(name: str) -> str:
    """A name typed in capitals throughout as people write it: `WATI PURNOMO` is Wati Purnomo."""
    return name.title() if name.isupper() and len(name) > 3 else name


def is_gone(values: dict) -> bool:
    return bool(values.get("left") or values.get("standing"))


def status(values: dict) -> str:
    """A member book lists members: whoever is in it is one, unless it says that she left, died, or is not yet one."""
    if values.get("standing") == "deceased":
        return Status.DECEASED
    if is_gone(values):
        return Status.LEFT
    note = values.get("note") or ""
    waiting = _NOT_YET.search(note) or ("principal" in values and not values["principal"] and _NOT_PAID.search(note))
    return Status.APPLICANT if waiting else Status.ACTIVE


def question(problem: Problem, row: Row, number: str) -> str:
    """A problem of a row as a task about a person, without the digits of anybody's NIK."""
    name = spoken_name(row.values.get("name") or "")
    told = {"who": f"{name} ({number})" if number else name, "text": problem.text}
    if problem.field == "nik":
        if problem.message == NIK_AS_NUMBER:
            return _("NIK %(who)s kehilangan angka terakhir. Lihat KTP-nya.") % told
        if problem.params:
            return _("NIK %(who)s salah tulis di berkas. Lihat KTP-nya.") % told
        return _("NIK %(who)s belum tertulis. Lihat KTP-nya.") % told
    words = {
        "born": _("Tanggal lahir %(who)s tidak terbaca. Lihat KTP-nya."),
        "joined": _("Tanggal masuk %(who)s tidak terbaca. Lihat formulir masuknya."),
        "left": _("Tanggal keluar %(who)s tidak terbaca. Tanyakan kapan ia keluar."),
        "phone": _("Nomor telepon %(who)s tidak lengkap. Tanyakan yang benar."),
        "gender": _("Jenis kelamin %(who)s tidak terbaca. Lihat KTP-nya."),
        "principal": _("Simpanan pokok %(who)s tidak terbaca. Lihat kuitansinya."),
    }
    return words.get(problem.field, "%(text)s") % told


def difference(field: str, theirs, ours, member: Member) -> str:
    """The workbook and the register say different things of one person."""
    labels = {"nik": _("NIK"), "phone": _("Nomor telepon"), "born": _("Tanggal lahir"),
              "joined": _("Tanggal masuk"), "left": _("Tanggal keluar")}  # fmt: skip
    told = {
        "field": labels[field], "who": f"{member.full_name} ({member.number})", "theirs": _shown(theirs),
        "ours": _shown(ours) if ours else _("kosong"),
    }  # fmt: skip
    return _("%(field)s %(who)s: di berkas %(theirs)s, di daftar anggota %(ours)s. Mana yang benar?") % told


def _shown(value) -> str:
    return value if isinstance(value, str) else long_date(value)


def contradict(values: dict, member: Member) -> bool:
    """Namesakes: both sides tell something that only one person has, and it differs."""
    pairs = [(values.get("nik"), nik.of(member)), *_pairs(values, member)[1:]]
    return any(theirs and ours and theirs != ours for theirs, ours in pairs)


def agree(values: dict, member: Member) -> bool:
    """Both sides tell the same phone, day of birth or of joining."""
    return any(theirs and theirs == ours for theirs, ours in _pairs(values, member))


def _pairs(values: dict, member: Member) -> list[tuple]:
    columns = (("phone", "phone"), ("born", "born_on"), ("joined", "joined_on"))
    return [(values.get(field), getattr(member, column)) for field, column in columns]
