"""What supervisors do: draw the week's sample, judge, ask, close, sign; and what officers do: answer."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.ledger import reports as books
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.supervision import reports, rules
from lumbung.supervision.models import Draw, Drawn, Finding, Remark, Report, WeekRead
from lumbung.supervision.reports import body_of, digest_of
from lumbung.web.words import Refused


@writes
def draw(*, cooperative_id: int, week: str, by: int) -> Draw:
    """Write down the sample of a week; it follows from the book, and drawing again draws the same.

    Raises  Refused: the week has not begun, or the book held nothing before it
    """
    _take_turn(cooperative_id)
    if earlier := Draw.objects.filter(cooperative_id=cooperative_id, week=week).first():
        return earlier
    sample = reports.sample_of(cooperative_id, week)
    if not sample.numbers:
        raise Refused(_("Empat minggu sebelum minggu ini tidak ada catatan yang bisa diperiksa."))
    made = Draw.objects.create(
        cooperative_id=cooperative_id, week=week, size=sample.size, root=sample.root.hex(), by=by, at=clock.now()
    )
    rows = (Drawn(cooperative_id=cooperative_id, week=week, number=number) for number in sample.numbers)
    Drawn.objects.bulk_create(rows)
    return made


@writes
def judge(
    *, cooperative_id: int, number: int, verdict: str, note: str, by: int, request_id: UUID, week: str | None = None
) -> Finding:
    """Say whether an entry agrees with its paper. "Tidak" and "tanya" are followed until the supervisor closes them.

    Raises  Refused: not of this week's sample, judged already, or a doubt without a word about it
    """
    _take_turn(cooperative_id)
    if earlier := Finding.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    if verdict != Finding.Verdict.OK and not note.strip():
        raise Refused(_("Tulis apa yang tidak cocok, atau apa yang ingin ditanyakan."))
    if week:
        _refuse_judged(cooperative_id, week, number)
    elif books.entry(cooperative_id, number) is None:
        raise Refused(_("Catatan ini tidak ada di buku. Buka lagi dari Jurnal."))
    return Finding.objects.create(
        cooperative_id=cooperative_id, week=week, number=number, verdict=verdict, note=note.strip()[:400], by=by,
        at=clock.now(), request_id=request_id,
    )  # fmt: skip


def _refuse_judged(cooperative_id: int, week: str, number: int) -> None:
    of_week = {"cooperative_id": cooperative_id, "week": week, "number": number}
    if not Drawn.objects.filter(**of_week).exists():
        raise Refused(_("Catatan ini bukan sampel minggu itu. Buka lagi daftar sampelnya."))
    if Finding.objects.filter(**of_week).exists():
        raise Refused(_("Catatan ini sudah dijawab. Tambahkan pertanyaan lewat tindak lanjut."))


@writes
def remark(*, finding: Finding, kind: str, text: str, by: int, request_id: UUID) -> Remark:
    """Answer, ask again, or close.

    Raises  Refused: nothing said, closed already, or nothing to follow up
    """
    coop = finding.cooperative_id
    _take_turn(coop)
    if earlier := Remark.objects.filter(cooperative_id=coop, request_id=request_id).first():
        return earlier
    if not text.strip():
        raise Refused(_("Tulis dulu isinya."))
    if finding.verdict == Finding.Verdict.OK:
        raise Refused(_("Catatan yang cocok tidak perlu tindak lanjut."))
    if Remark.objects.filter(cooperative_id=coop, finding_id=finding.id, kind=Remark.Kind.CLOSE).exists():
        raise Refused(_("Tindak lanjut ini sudah ditutup pengawas. Yang baru dibuka dari catatannya."))
    return Remark.objects.create(
        cooperative_id=coop, finding_id=finding.id, kind=kind, text=text.strip()[:400], by=by, at=clock.now(),
        request_id=request_id,
    )  # fmt: skip


@writes
def sign(*, cooperative_id: int, starts_on: date, ends_on: date, words: str, by: int, request_id: UUID) -> Report:
    """Freeze what was found in a period and put one's name under it; a second tap is the same report.

    Raises  Refused: the period runs backwards or into tomorrow, or says nothing of its own
    """
    _take_turn(cooperative_id)
    if earlier := Report.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    if not starts_on <= ends_on <= clock.today():
        raise Refused(_("Periode berakhir paling lambat hari ini, dan tidak sebelum awalnya."))
    if not words.strip():
        raise Refused(_("Tulis kesimpulan pengawas dengan satu atau dua kalimat."))
    body = body_of(cooperative_id, starts_on, ends_on, words.strip())
    made = Report.objects.create(
        cooperative_id=cooperative_id, number=Report.objects.filter(cooperative_id=cooperative_id).count() + 1,
        starts_on=starts_on, ends_on=ends_on, body=body, digest=digest_of(body), signed_by=by, signed_at=clock.now(),
        request_id=request_id,
    )  # fmt: skip
    record(cooperative_id=cooperative_id, person_id=by, deed="supervision.signed", subject=str(made.number))
    return made


@writes
def read_week(*, cooperative_id: int, week: str, by: int) -> WeekRead:
    """Say that one has read what was done in a week; a second reader changes nothing.

    Raises  Refused: the week is not over
    """
    _take_turn(cooperative_id)
    if earlier := WeekRead.objects.filter(cooperative_id=cooperative_id, week=week).first():
        return earlier
    if rules.last_day(week) >= clock.today():
        raise Refused(_("Minggu ini belum selesai. Tandai dibaca mulai hari Senin."))
    days = reports.digest(cooperative_id, week)
    made = WeekRead.objects.create(
        cooperative_id=cooperative_id, week=week, entries=sum(day.entries for day in days),
        people=len({line.person for day in days for line in day.lines if line.made}), by=by, at=clock.now(),
    )  # fmt: skip
    record(cooperative_id=cooperative_id, person_id=by, deed="supervision.week_read", subject=week)
    return made


def _take_turn(cooperative_id: int) -> None:
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)
