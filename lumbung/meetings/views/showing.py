"""Looking: the rows of a year, and one row with all that was said about it."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.books.period import FIRST_DAY, years
from lumbung.meetings import reports
from lumbung.meetings import rules as meeting_rules
from lumbung.meetings.books import quorum_words
from lumbung.meetings.models import Meeting, Suggestion
from lumbung.meetings.registers import Register
from lumbung.security import rules
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import page

A_PAGE = 40


def get_row(request, register: Register, row_id: int):
    """A row of this register in this cooperative. Raises Http404: none."""
    row = register.model.objects.filter(cooperative_id=request.cooperative.id, id=row_id, **register.only).first()
    if row is None:
        raise Http404
    return row


def trail(request, register: Register, *more: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    slug = {"slug": request.cooperative.slug}
    here = reverse(f"meetings:{register.word}", kwargs=slug) if more else None
    return [(_("Sekretariat"), reverse("meetings:index", kwargs=slug)), (register.title, here), *more]


@may("meetings.see")
def listing(request, register):
    """The rows of a year, the newest first (people in the order in which they were written); narrowed by words."""
    today, coop = clock.today(), request.cooperative
    choice = years(coop.books_from, today)
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked.isdecimal() and int(asked) in choice else 0
    found = reports.lines(register.model, coop.id, *_days(register, year or today.year, today), **register.only)
    text = request.GET.get("cari", "")[:80]
    shown = reports.search(found, text, [register.main, *register.beside]) if text else found
    some = Paginator(shown if register.is_term else shown[::-1], A_PAGE).get_page(request.GET.get("halaman"))
    return page(
        request, "meetings/list.html", "rows", register=register, lines=some, rows=_rows(register, coop.id, some),
        total=len(found), text=text, years=[] if register.is_term else choice, year=year or today.year,
        may_write=rules.may(request.roles, register.deed), doubts=_doubts(register, coop.id, today),
        address=_addresses(coop.slug, register), crumbs=trail(request, register),
    )  # fmt: skip


def _days(register: Register, year: int, today: date) -> tuple[date, date]:
    """A year; everything for registers of people, who serve for years."""
    return (FIRST_DAY, today) if register.is_term else (date(year, 1, 1), date(year, 12, 31))


def _doubts(register: Register, cooperative_id: int, today: date) -> list[str]:
    return reports.doubts(cooperative_id, register.only["body"], today) if register.is_term else []


def _addresses(slug: str, register: Register) -> dict[str, str]:
    return {
        "new": reverse(f"meetings:{register.word}_new", kwargs={"slug": slug}),
        "book": reverse("books:one", kwargs={"slug": slug, "key": register.book}),
        "list": reverse(f"meetings:{register.word}", kwargs={"slug": slug}),
    }


def _rows(register: Register, cooperative_id: int, lines) -> list[dict]:
    """Each line with what a list shows of it, and its state in a word."""
    states = _states(register, cooperative_id)
    return [
        {"line": line, "main": getattr(line.row, register.main),
         "beside": [value for name in register.beside if (value := getattr(line.row, name))],
         "state": states(line)}
        for line in lines
    ]  # fmt: skip


def _states(register: Register, cooperative_id: int):
    """line → (tone, words) or None."""
    if register.is_said:
        told = reports.answers_of(cooperative_id)
        return lambda line: ("ok", _("dijawab")) if line.row.id in told else ("wait", _("belum dijawab"))
    if register.is_term:
        first, ends = reports.chain(register.model, cooperative_id), reports.ends_of(cooperative_id)
        return lambda line: ("", _("berhenti")) if first[line.row.id] in ends else ("ok", _("bertugas"))
    if register.is_members_meeting:
        return lambda line: None if _was_enough(line.row) else ("bad", _("tidak kuorum"))
    return lambda line: None


def _was_enough(one: Meeting) -> bool:
    return meeting_rules.quorum(one.invited, one.present, second_call=one.second_call)


@may("meetings.see")
def one(request, row_id, register):
    """A row as it was written, what corrected it, what was answered."""
    row = get_row(request, register, row_id)
    versions = reports.chain_of(row)
    slug = request.cooperative.slug
    may_answer = register.is_said and rules.may(request.roles, "meetings.answer")
    return page(
        request, "meetings/one.html", register=register, row=row, facts=facts_of(register, row),
        versions=_versions(versions, register, slug) if len(versions) > 1 else [], newest=versions[-1],
        answers=_answers(row) if register.is_said else [], may_answer=may_answer, end=_end(register, row),
        maker=names([row.by]).get(row.by, ""), may_write=rules.may(request.roles, register.deed),
        urls={name: reverse(f"meetings:{register.word}_{name}", kwargs={"slug": slug, "row_id": row.id})
              for name in _deeds(register)},
        crumbs=trail(request, register, (str(getattr(row, register.main))[:60], None)),
    )  # fmt: skip


def _deeds(register: Register) -> list[str]:
    return ["correct", *(["answer"] if register.is_said else []), *(["end"] if register.is_term else [])]


def _versions(rows, register: Register, slug: str) -> list[dict]:
    people = names(row.by for row in rows)
    return [
        {"row": row, "who": people.get(row.by, ""),
         "url": reverse(f"meetings:{register.word}_one", kwargs={"slug": slug, "row_id": row.id})}
        for row in rows
    ]  # fmt: skip


def _answers(row: Suggestion) -> list:
    return reports.answers_of(row.cooperative_id).get(row.id, [])


def _end(register: Register, row):
    if not register.is_term:
        return None
    return reports.ends_of(row.cooperative_id).get(reports.chain(register.model, row.cooperative_id)[row.id])


def facts_of(register: Register, row) -> list[dict]:
    """Everything that the form asks and the row answers: {label, value, kind}."""
    found = []
    for name, field in register.form.base_fields.items():
        value = getattr(row, name, None)
        if name in ("request_id", "member_id", register.main) or value in (None, "", False):
            continue
        shown = getattr(row, f"get_{name}_display", lambda value=value: value)()
        kind = "date" if isinstance(value, date) else "text"
        found.append({"label": field.label, "value": _(shown) if shown != value else shown, "kind": kind})
    if register.is_members_meeting:
        found.append({"label": _("Kuorum"), "value": quorum_words(row), "kind": "text"})
    return found
