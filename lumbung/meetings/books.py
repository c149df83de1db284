"""Books 2 to 5, 7 to 13, 16 and 18: what the secretary's rows say in their columns."""

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.books import registry
from lumbung.books.catalogue import DISPATCH
from lumbung.books.shape import Asked, Part, Row
from lumbung.meetings import reports, rules
from lumbung.meetings.models import Incident, Letter, Meeting, Suggestion, Term, Visit
from lumbung.meetings.registers import REGISTERS, Register
from lumbung.meetings.reports.officers import ages
from lumbung.web.dates import day_date, short_date

Body, Met, Kind = Term.Body, Meeting.Body, Suggestion.Kind


def fill() -> None:
    """Tell the registry where these books come from."""
    for register in REGISTERS.values():
        rows = partial(TOLD[register.model], register)
        registry.fill(register.book, rows, record=f"meetings:{register.word}_new", record_deed=register.deed)


def _lines(register: Register, asked: Asked) -> list[reports.Line]:
    return reports.lines(register.model, asked.cooperative_id, asked.start, asked.end, **register.only)


def _part(rows: list[Row]) -> list[Part]:
    return [Part(rows)] if rows else []


def _url(register: Register, asked: Asked, line: reports.Line) -> str:
    return reverse(f"meetings:{register.word}_one", kwargs={"slug": asked.cooperative.slug, "row_id": line.row.id})


def _marked(text: str, remark: str) -> str:
    """The text with what is to be said about corrections behind it, for books that have no column for remarks."""
    return f"{text} [{remark}]" if remark else text


# --- people -------------------------------------------------------------------------------------------------------


def people(register: Register, asked: Asked) -> list[Part]:
    """The officers of one body, or the employees."""
    lines = _lines(register, asked)
    first = reports.chain(Term, asked.cooperative_id)
    ends = reports.ends_of(asked.cooperative_id)
    terms = [line.row for line in lines]
    known = reports.people_of(asked.cooperative_id, terms)
    old = ages(terms, known, asked.end)

    def cells(line: reports.Line) -> dict:
        term = line.row
        aged = {} if term.body == Body.STAFF else {"age": old[term.id]}
        return {**_person(term, known.get(term.member_id)), **_office(line, ends.get(first[term.id])), **aged}

    return _part([Row(cells(line), url=_url(register, asked, line)) for line in lines])


def _person(term: Term, member) -> dict:
    """Who it is: what was written, else what the register of members knows."""
    address = term.address or (member and " ".join(filter(None, (member.address, member.where)))) or ""
    if term.body != Body.STAFF:
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


def guests(register: Register, asked: Asked) -> list[Part]:
    return _part([
        Row({"day": line.row.on, "name": line.row.name, "origin": line.row.origin, "met": line.row.met,
             "purpose": _marked(line.row.purpose, line.remark), "impression": line.row.impression},
            url=_url(register, asked, line))
        for line in _lines(register, asked)
    ])  # fmt: skip


# --- what was said ------------------------------------------------------------------------------------------------


def said(register: Register, asked: Asked) -> list[Part]:
    """The rows of one kind of suggestion, each with its answers."""
    lines, told = _lines(register, asked), reports.answers_of(asked.cooperative_id)
    known = reports.people_of(asked.cooperative_id, [line.row for line in lines])
    return _part([
        Row({"day": line.row.on, "name": line.row.name, "text": _marked(line.row.text, line.remark),
             "answer": _answered(told.get(line.row.id, [])), **_whose(line.row, known)},
            url=_url(register, asked, line))
        for line in lines
    ])  # fmt: skip


def _whose(row: Suggestion, known: dict) -> dict:
    if row.kind == Kind.MEMBER:
        return {"number": known[row.member_id].number if row.member_id in known else ""}
    return {} if row.kind == Kind.SUPERVISOR else {"office": row.office}


def _answered(answers) -> str:
    return "; ".join(f"{short_date(answer.on)} {answer.name}: {answer.text}" for answer in answers)


# --- meetings, incidents, letters ---------------------------------------------------------------------------------


def meetings(register: Register, asked: Asked) -> list[Part]:
    """The minutes of one body."""
    return _part([Row(_minutes(line), url=_url(register, asked, line)) for line in _lines(register, asked)])


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


def incidents(register: Register, asked: Asked) -> list[Part]:
    return _part([
        Row({"day": ", ".join(filter(None, (short_date(line.row.on), line.row.hour))),
             "what": _marked(line.row.what, line.remark), "settled": line.row.settled, "cause": line.row.cause,
             "recorder": line.row.recorder}, url=_url(register, asked, line))
        for line in _lines(register, asked)
    ])  # fmt: skip


def letters(register: Register, asked: Asked) -> list[Part]:
    """The agenda of letters in and out; below it, for whoever carries them, those that went out."""
    lines = _lines(register, asked)
    agenda = [Row(_agenda(line), url=_url(register, asked, line)) for line in lines]
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
TOLD = {Term: people, Visit: guests, Suggestion: said, Meeting: meetings, Incident: incidents, Letter: letters}
