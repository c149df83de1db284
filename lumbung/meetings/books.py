"""Books 2 to 5, 7 to 13, 16 and 18: what the secretary's rows say in their columns."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.books import registry
from lumbung.books.catalogue import DISPATCH
from lumbung.books.shape import Asked, Part, Row
from lumbung.meetings import reports, rules
from lumbung.meetings.models import Incident, Letter, Meeting, Suggestion, Term, Visit
from lumbung.meetings.reports.officers import ages
from lumbung.web.dates import day_date, short_date

Body, Met, Kind = Term.Body, Meeting.Body, Suggestion.Kind


def fill() -> None:
    """Tell the registry where these books come from."""
    for key, word, rows in BOOKS:
        deed = "meetings.supervise" if word in ("rapat-pengawas", "saran-pengawas") else "meetings.record"
        deed = "meetings.guest" if word == "tamu" else deed
        registry.fill(key, rows, record=f"meetings:{word}_new", record_deed=deed)


def _lines(model, asked: Asked, **only) -> list[reports.Line]:
    return reports.lines(model, asked.cooperative_id, asked.start, asked.end, **only)


def _part(rows: list[Row], *more: Part) -> list[Part]:
    return [Part(rows), *more] if rows else []


def _url(asked: Asked, word: str, line: reports.Line) -> str:
    return reverse(f"meetings:{word}_one", kwargs={"slug": asked.cooperative.slug, "row_id": line.row.id})


def _marked(text: str, remark: str) -> str:
    """The text with what is to be said about corrections behind it, for books that have no column for remarks."""
    return f"{text} [{remark}]" if remark else text


# --- people -------------------------------------------------------------------------------------------------------


def _served(body: str, word: str):
    """The rows of one body: its officers, or the employees."""

    def rows(asked: Asked) -> list[Part]:
        lines = _lines(Term, asked, body=body)
        first = reports.chain(Term, asked.cooperative_id)
        ends = reports.ends_of(asked.cooperative_id)
        terms = [line.row for line in lines]
        people = reports.people_of(asked.cooperative_id, terms)
        old = ages(terms, people, asked.end)

        def cells(line: reports.Line) -> dict:
            term = line.row
            aged = {} if body == Body.STAFF else {"age": old[term.id]}
            return {
                **_person(term, people.get(term.member_id), body),
                **_office(line, ends.get(first[term.id])),
                **aged,
            }

        return _part([Row(cells(line), url=_url(asked, word, line)) for line in lines])

    return rows


def _person(term: Term, member, body: str) -> dict:
    """Who it is: what was written, else what the register of members knows."""
    address = term.address or (member and " ".join(filter(None, (member.address, member.where)))) or ""
    if body != Body.STAFF:
        occupation = term.occupation or (member.occupation if member else "")
        return {"name": term.name, "number": member.number if member else "", "occupation": occupation,
                "address": address}  # fmt: skip
    born = term.born_on or (member and member.born_on)
    birth = ", ".join(filter(None, (term.birth_place or (member and member.birth_place) or "",
                                    short_date(born) if born else "")))  # fmt: skip
    gender = term.gender or (member and member.gender) or ""
    return {"name": term.name, "birth": birth, "gender": gender, "address": address, "approval": term.approval}


def _office(line: reports.Line, end) -> dict:
    term = line.row
    until = _("sampai %(day)s") % {"day": short_date(term.until)} if term.until else ""
    decided = term.approval if term.body != Body.STAFF else ""
    return {"position": term.position, "since": term.on, "ended": end.on if end else None,
            "reason": end.reason if end else "",
            "remark": "; ".join(filter(None, (decided, until, line.remark)))}  # fmt: skip


def guests(asked: Asked) -> list[Part]:
    return _part([
        Row({"day": line.row.on, "name": line.row.name, "origin": line.row.origin, "met": line.row.met,
             "purpose": _marked(line.row.purpose, line.remark), "impression": line.row.impression},
            url=_url(asked, "tamu", line))
        for line in _lines(Visit, asked)
    ])  # fmt: skip


# --- what was said ------------------------------------------------------------------------------------------------


def _said(kind: str, word: str):
    """The rows of one kind of suggestion, each with its answers."""

    def rows(asked: Asked) -> list[Part]:
        lines, told = _lines(Suggestion, asked, kind=kind), reports.answers_of(asked.cooperative_id)
        people = reports.people_of(asked.cooperative_id, [line.row for line in lines])
        return _part([
            Row({"day": line.row.on, "name": line.row.name, "text": _marked(line.row.text, line.remark),
                 "answer": _answered(told.get(line.row.id, [])), **_whose(line.row, people, kind)},
                url=_url(asked, word, line))
            for line in lines
        ])  # fmt: skip

    return rows


def _whose(row: Suggestion, people: dict, kind: str) -> dict:
    if kind == Kind.MEMBER:
        return {"number": people[row.member_id].number if row.member_id in people else ""}
    return {} if kind == Kind.SUPERVISOR else {"office": row.office}


def _answered(answers) -> str:
    return "; ".join(f"{short_date(answer.on)} {answer.name}: {answer.text}" for answer in answers)


# --- meetings, incidents, letters ---------------------------------------------------------------------------------


def _met(body: str, word: str):
    """The minutes of one body."""

    def rows(asked: Asked) -> list[Part]:
        return _part([Row(_minutes(line), url=_url(asked, word, line)) for line in _lines(Meeting, asked, body=body)])

    return rows


def _minutes(line: reports.Line) -> dict:
    one = line.row
    day = ", ".join(filter(None, (day_date(one.on), one.hour)))
    course = " ".join(filter(None, (one.course, _("Keputusan: %(words)s") % {"words": one.decisions})))
    cells = {
        "day": day, "place": one.place, "kind": _(one.get_kind_display()), "invited": one.invited,
        "present": one.present, "leader": one.leader, "agenda": one.agenda, "course": _marked(course, line.remark),
    }  # fmt: skip
    return {**cells, "quorum": quorum_words(one), "votes": one.votes} if one.body == Met.MEMBERS else cells


def quorum_words(one: Meeting) -> str:
    """`Tercapai: hadir 80, perlu 61`; at a second call its own measure."""
    words = {"present": one.present, "needed": rules.needed(one.invited, second_call=one.second_call)}
    if rules.quorum(one.invited, one.present, second_call=one.second_call):
        said = _("Tercapai: hadir %(present)s, perlu %(needed)s") % words
    else:
        said = _("Tidak tercapai: hadir %(present)s, perlu %(needed)s") % words
    return f"{said} ({_('panggilan kedua')})" if one.second_call else said


def incidents(asked: Asked) -> list[Part]:
    return _part([
        Row({"day": ", ".join(filter(None, (short_date(line.row.on), line.row.hour))),
             "what": _marked(line.row.what, line.remark), "settled": line.row.settled, "cause": line.row.cause,
             "recorder": line.row.recorder}, url=_url(asked, "kejadian", line))
        for line in _lines(Incident, asked)
    ])  # fmt: skip


def letters(asked: Asked) -> list[Part]:
    """The agenda of letters in and out; below it, for whoever carries them, those that went out."""
    lines = _lines(Letter, asked)
    agenda = [Row(_agenda(line), url=_url(asked, "surat", line)) for line in lines]
    sent = [
        Row({"day": line.row.on, "number": line.row.number, "party": line.row.party, "subject": line.row.subject})
        for line in lines
        if line.row.way == Letter.Way.OUT and not line.corrected
    ]
    if not agenda:
        return []
    return [Part(agenda, heading=_("Agenda surat")),
            *([Part(sent, heading=_("Ekspedisi: surat keluar"), columns=DISPATCH)] if sent else [])]  # fmt: skip


def _agenda(line: reports.Line) -> dict:
    letter = line.row
    return {"day": letter.on, "number": letter.number, "dated": letter.dated, "subject": letter.subject,
            "party": f"{WAYS[letter.way]} {letter.party}", "attachments": letter.attachments,
            "remark": line.remark}  # fmt: skip


WAYS = {"in": gettext_lazy("Dari"), "out": gettext_lazy("Kepada")}
BOOKS = (
    ("daftar-pengurus", "pengurus", _served(Body.BOARD, "pengurus")),
    ("daftar-pengawas", "pengawas", _served(Body.SUPERVISORS, "pengawas")),
    ("daftar-karyawan", "karyawan", _served(Body.STAFF, "karyawan")),
    ("buku-tamu", "tamu", guests),
    ("saran-anggota", "saran", _said(Kind.MEMBER, "saran")),
    ("anjuran-pejabat-koperasi", "anjuran-dinas", _said(Kind.OFFICIAL, "anjuran-dinas")),
    ("anjuran-instansi-lain", "anjuran-instansi", _said(Kind.AGENCY, "anjuran-instansi")),
    ("rapat-pengawas", "rapat-pengawas", _met(Met.SUPERVISORS, "rapat-pengawas")),
    ("rapat-pengurus", "rapat-pengurus", _met(Met.BOARD, "rapat-pengurus")),
    ("rapat-anggota", "rapat-anggota", _met(Met.MEMBERS, "rapat-anggota")),
    ("kejadian-penting", "kejadian", incidents),
    ("agenda-ekspedisi", "surat", letters),
    ("saran-pengawas", "saran-pengawas", _said(Kind.SUPERVISOR, "saran-pengawas")),
)
