"""An incident is written down, with the members it touches; what is done about it follows, step by step."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.members.models import Member
from lumbung.privacy.models import Affected, Incident, Step
from lumbung.privacy.reports import incidents
from lumbung.privacy.rules.incidents import KINDS
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def report(
    *, cooperative_id: int, title: str, what: str, remedy: str, known_at: datetime, kinds: list[str], scope: str,
    by: int, request_id: UUID, happened_on: date | None = None, cause: str = "", drill: bool = False, **narrowed,
) -> Incident:  # fmt: skip
    """Write an incident down and freeze whom it touches; the same form twice is one incident.

    known_at  from when the three days run; not in the future
    scope     of Incident.Scope; `narrowed` as `incidents.touched` takes it
    Raises    Refused: no kind of data, known before it happened or in the future, or nobody is touched
    """
    take_turn(cooperative_id)
    if earlier := Incident.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    if known_at > clock.now():
        raise Refused(_("Waktu diketahuinya belum tiba. Tulis jam yang sudah lewat."))
    if happened_on and happened_on > clock.local(known_at).date():
        raise Refused(_("Kejadiannya tidak mungkin sesudah diketahui. Periksa tanggalnya."))
    if not kinds or not set(kinds) <= KINDS.keys():
        raise Refused(_("Pilih sedikitnya satu jenis data yang kena."))
    words, touched = incidents.touched(cooperative_id, scope, **narrowed)
    if not touched:
        raise Refused(_("Tidak ada anggota yang cocok. Pilih siapa yang datanya kena."))
    kept = Incident.objects.create(
        cooperative_id=cooperative_id, title=title.strip(), what=what.strip(), cause=cause.strip(),
        happened_on=happened_on, known_at=known_at, kinds=kinds, scope=scope, scope_words=words[:200],
        remedy=remedy.strip(), drill=drill, at=clock.now(), by=by, request_id=request_id,
    )  # fmt: skip
    _touch(kept, touched)
    record(cooperative_id=cooperative_id, person_id=by, deed="incident.reported", subject=str(kept.id))
    return kept


def _touch(incident: Incident, members: list[Member]) -> None:
    rows = [Affected(cooperative_id=incident.cooperative_id, incident_id=incident.id, member_id=one.id)
            for one in members]  # fmt: skip
    Affected.objects.bulk_create(rows, batch_size=500)


@writes
def step(*, incident: Incident, kind: str, note: str, by: int, request_id: UUID) -> Step:
    """What was done: people were told, the authority was told, something was mended, it is over.

    Raises  Refused: nothing was written, it is over already, or it is to end before people were told
    """
    take_turn(incident.cooperative_id)
    taken = Step.objects.filter(cooperative_id=incident.cooperative_id, incident_id=incident.id)
    if earlier := taken.filter(request_id=request_id).first():
        return earlier
    if not note.strip():
        raise Refused(_("Tulis apa yang dilakukan, misalnya “surat dibagikan lewat ketua RT”."))
    done = set(taken.values_list("kind", flat=True))
    if Step.Kind.CLOSED in done:
        raise Refused(_("Insiden ini sudah selesai. Tulis insiden baru bila terjadi lagi."))
    if kind == Step.Kind.CLOSED and not incident.drill and not {Step.Kind.MEMBERS, Step.Kind.AUTHORITY} <= done:
        raise Refused(_("Beri tahu anggota dan lembaga dulu, catat di sini, baru tutup."))
    return Step.objects.create(
        cooperative_id=incident.cooperative_id, incident_id=incident.id, kind=kind, note=note.strip()[:400],
        at=clock.now(), by=by, request_id=request_id,
    )  # fmt: skip
