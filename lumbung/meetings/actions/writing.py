"""What a secretary writes down, a deed each. Every one takes `by` (the person's id) and `request_id` (of the form)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.cooperatives.reports import bylaws
from lumbung.meetings import reports, rules
from lumbung.meetings.actions.keeping import keep, take_turns
from lumbung.meetings.models import Answer, Incident, Letter, Meeting, Suggestion, Term, TermEnd, Visit
from lumbung.members.models import Member
from lumbung.members.reports import members_at
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


def record_term(*, cooperative_id: int, body: str, on: date, until: date | None = None, name="", **facts) -> Term:
    """Somebody takes an office: `body` board, supervisors or staff; `member_id` when a member does.

    Raises  Refused: nobody named, or a board term longer than the bylaws allow
    """
    longest = rules.years_later(on, bylaws(cooperative_id, on).board_term_years)
    if until and body != Term.Body.STAFF and until > longest:
        raise Refused(_("Masa jabatan paling lama sampai %(day)s. Perbaiki tanggal akhirnya."), day=long_date(longest))
    name = _called(cooperative_id, facts.get("member_id"), name)
    return keep(Term, cooperative_id=cooperative_id, body=body, on=on, until=until, name=name, **facts)


@writes
def end_term(*, term: Term, on: date, reason: str, by: int, request_id: UUID) -> TermEnd:
    """An officer or employee leaves.

    Raises  Refused: before the first day in office, or has left already
    """
    if on < term.on:
        raise Refused(_("%(name)s baru diangkat %(day)s. Pilih tanggal sesudah itu."),
                      name=term.name, day=long_date(term.on))  # fmt: skip
    take_turns(term.cooperative_id)
    first = reports.chain(Term, term.cooperative_id)[term.id]
    earlier = reports.ends_of(term.cooperative_id).get(first)
    if earlier and earlier.request_id != request_id:
        raise Refused(_("%(name)s sudah dicatat berhenti %(day)s."), name=term.name, day=long_date(earlier.on))
    return keep(TermEnd, cooperative_id=term.cooperative_id, term_id=term.id, on=on, reason=reason, by=by,
                request_id=request_id)  # fmt: skip


def record_visit(*, cooperative_id: int, on: date, name: str, purpose: str, by: int, request_id: UUID, **facts):
    """A guest came; `origin`, `met` and `impression` as far as she says."""
    return keep(Visit, cooperative_id=cooperative_id, on=on, name=name, purpose=purpose, by=by,
                request_id=request_id, **facts)  # fmt: skip


def record_suggestion(
    *, cooperative_id: int, kind: str, on: date, text: str, by: int, request_id: UUID, name: str = "",
    member_id: int | None = None, office: str = "",
) -> Suggestion:  # fmt: skip
    """Put something before the board.

    kind       member, official, agency or supervisor: in which book it stands
    name       who says it; of a member the register knows it
    member_id  the member, when one says it
    Raises     Refused: nothing said, or nobody says it
    """
    if not text.strip():
        raise Refused(_("Sarannya belum ditulis. Tulis satu kalimat saja pun cukup."))
    name = _called(cooperative_id, member_id, name)
    return keep(Suggestion, cooperative_id=cooperative_id, kind=kind, on=on, text=text, name=name, by=by,
                member_id=member_id, office=office, request_id=request_id)  # fmt: skip


def answer_suggestion(*, suggestion: Suggestion, on: date, text: str, name: str, by: int, request_id: UUID) -> Answer:
    """The board answers, or says what it did; a later answer stands beside the earlier ones.

    name    who answers for the board, as it is printed
    Raises  Refused: nothing said, or answered before it was asked
    """
    if not text.strip():
        raise Refused(_("Tanggapannya belum ditulis."))
    if on < suggestion.on:
        raise Refused(_("Saran ini baru masuk %(day)s. Pilih tanggal sesudah itu."), day=long_date(suggestion.on))
    return keep(Answer, cooperative_id=suggestion.cooperative_id, suggestion_id=suggestion.id, on=on, text=text,
                name=name, by=by, request_id=request_id)  # fmt: skip


def record_meeting(*, cooperative_id: int, body: str, invited: int, present: int, **facts) -> Meeting:
    """Keep the minutes of a meeting of supervisors, board or members.

    Raises  Refused: more were there than were invited; at a meeting of members, than there were members
    """
    refuse_crowd(invited, present)
    if body == Meeting.Body.MEMBERS:
        _refuse_strangers(cooperative_id, present, facts["on"])
    return keep(Meeting, cooperative_id=cooperative_id, body=body, invited=invited, present=present, **facts)


def refuse_crowd(invited: int, present: int) -> None:
    if present > invited:
        raise Refused(_("Yang hadir %(present)s orang, lebih banyak dari %(invited)s yang berhak. Periksa angkanya."),
                      present=present, invited=invited)  # fmt: skip


def _refuse_strangers(cooperative_id: int, present: int, on: date) -> None:
    """While the register is empty nobody can say."""
    members = members_at(cooperative_id, on)
    if members and present > members:
        words = _("Yang hadir %(present)s orang, padahal hari itu hanya %(members)s anggota. Tamu masuk buku tamu.")
        raise Refused(words, present=present, members=members)


def record_incident(*, cooperative_id: int, **facts) -> Incident:
    """Something happened: `on`, `what`, `recorder`, and as far as known `hour`, `settled`, `cause`."""
    return keep(Incident, cooperative_id=cooperative_id, **facts)


def record_letter(*, cooperative_id: int, way: str, **facts) -> Letter:
    """A letter came (`way` in) or went (out): `on`, `party`, `subject`, and its number, date and enclosures."""
    return keep(Letter, cooperative_id=cooperative_id, way=way, **facts)


def _called(cooperative_id: int, member_id: int | None, name: str) -> str:
    """The name as written; a member's from the register when none was.

    Raises  Refused: neither
    """
    if member_id and not name.strip():
        name = Member.objects.values_list("full_name", flat=True).get(cooperative_id=cooperative_id, id=member_id)
    if not name.strip():
        raise Refused(_("Namanya belum ada. Pilih anggotanya, atau tulis namanya."))
    return name
