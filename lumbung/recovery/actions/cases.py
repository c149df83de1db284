"""The way back in, step by step. Each step is one row, one line of the trail, and stands before every officer at once.

Nothing here takes a phone number, an e-mail or a NIK: officers who have seen the person are the only way.
"""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung import clock, ids
from lumbung.cooperatives.actions import take_turn
from lumbung.cooperatives.tenant import acting_for
from lumbung.recovery import reports, rules
from lumbung.recovery.models import Case, Step
from lumbung.security import actions as security
from lumbung.security import factors
from lumbung.security.models import Person
from lumbung.sql import writes
from lumbung.web.words import Refused

Kind = Step.Kind


class WrongCode(Refused):
    """No code that opens: whoever typed it may be guessing."""


TOO_LATE = {
    rules.OPEN: gettext_noop("Belum disahkan petugas kedua. Mintalah pengurus lain mengesahkannya dulu."),
    rules.WAITING: gettext_noop("Masih masa tunggu. Kembali sesudah waktunya lewat."),
    rules.READY: gettext_noop("Kodenya kedaluwarsa. Mintalah kode baru kepada pengurus."),
    rules.HANDED: gettext_noop("Kodenya sudah dibuat. Pakai kode itu, atau buat kode baru."),
    rules.DONE: gettext_noop("Pemulihan ini sudah selesai. Buka yang baru bila masih diperlukan."),
    rules.OBJECTED: gettext_noop("Pemulihan ini dihentikan karena ada keberatan. Bicarakan dalam rapat pengurus."),
    rules.WITHDRAWN: gettext_noop("Pemulihan ini sudah ditarik kembali. Buka yang baru bila masih diperlukan."),
    rules.LAPSED: gettext_noop("Pemulihan ini terlalu lama dibiarkan. Buka yang baru."),
}


@writes
def open_case(*, cooperative_id: int, person_id: int, by: int, reason: str, seen: bool, request_id: UUID) -> Case:
    """Officer 1 has her and her KTP before him, and says why she needs a way in; a second tap finds the first.

    Raises  Refused: for oneself, not seen, no reason, one is open already, or she has no office here
    """
    take_turn(cooperative_id)
    if earlier := Case.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    if not seen:
        raise Refused(_("Orangnya harus datang sendiri dan memperlihatkan KTP. Tanpa itu, jangan dibuka."))
    _refuse_unfit(cooperative_id, person_id, by)
    hours = rules.wait_hours(reports.offices_everywhere(person_id, clock.today()))
    return keep_case(Case.Kind.LOST, cooperative_id, person_id, by, reason, request_id, hours)


def _refuse_unfit(cooperative_id: int, person_id: int, by: int) -> None:
    if person_id == by:
        raise Refused(_("Tidak untuk diri sendiri. Mintalah pengurus lain."))
    if by not in reports.handlers(cooperative_id, clock.today()):
        raise Refused(_("Yang membuka adalah ketua, sekretaris, bendahara, atau pengawas. Mintalah salah satunya."))
    if not reports.offices_here(cooperative_id, person_id, clock.today()):
        raise Refused(_("Ini untuk pengurus dan pengawas. Untuk anggota biasa, cetak kartu masuk baru di halamannya."))
    if reports.open_case_of(cooperative_id, person_id):
        raise Refused(_("Pemulihan untuk orang ini sedang berjalan. Buka dari daftarnya."))


def keep_case(kind: str, cooperative_id: int, person_id: int, by: int, reason: str, request_id: UUID, hours=0) -> Case:
    reason = " ".join(reason.split())
    if not reason:
        raise Refused(_("Tulis alasannya, misalnya: HP hilang, kata sandi lupa."))
    case = Case.objects.create(
        cooperative_id=cooperative_id, kind=kind, person_id=person_id, opened_by=by, opened_at=clock.now(),
        reason=reason, seen=kind == Case.Kind.LOST, wait_hours=hours, request_id=request_id,
    )  # fmt: skip
    _tell(case, by, "opened")
    return case


def _tell(case: Case, by: int, what: str) -> None:
    """One line of the trail for each step."""
    security.record(
        cooperative_id=case.cooperative_id, person_id=by, deed=f"recovery.{what}", subject=str(case.person_id),
        detail={"case": str(case.id), "kind": case.kind},
    )  # fmt: skip


@writes
def confirm(*, cooperative_id: int, case_id: int, by: int) -> Case:
    """Officer 2 agrees in her own session; now everybody has one day, or three, to object.

    Raises  Refused: it is her own case or she opened it, not one of the officers, or it is not waiting for this
    """
    take_turn(cooperative_id)
    case = _at(cooperative_id, case_id, Kind.CONFIRMED)
    if by in (case.opened_by, case.person_id):
        raise Refused(_("Yang mengesahkan harus orang lain: bukan yang membuka, bukan orangnya sendiri."))
    if by not in reports.may_confirm(case, clock.today()):
        raise Refused(_("Yang mengesahkan adalah ketua, sekretaris, bendahara, atau pengawas. Mintalah salah satunya."))
    now = clock.now()
    _step(case, Kind.CONFIRMED, by, at=now, ready_at=now + timedelta(hours=case.wait_hours))
    return case


@writes
def object_to(*, cooperative_id: int, case_id: int, by: int, note: str) -> Case:
    """Somebody says no, and the case is over: any officer, or the person herself where she still is signed in."""
    take_turn(cooperative_id)
    case, note = _at(cooperative_id, case_id, Kind.OBJECTED), " ".join(note.split())
    if not note:
        raise Refused(_("Tulis mengapa Anda keberatan, supaya pengurus lain dapat menindaklanjuti."))
    _step(case, Kind.OBJECTED, by, note=note)
    return case


@writes
def withdraw(*, cooperative_id: int, case_id: int, by: int) -> Case:
    """Whoever opened it takes it back."""
    take_turn(cooperative_id)
    case = _at(cooperative_id, case_id, Kind.WITHDRAWN)
    if case.opened_by != by:
        raise Refused(_("Hanya yang membuka yang dapat menariknya. Anda dapat menyatakan keberatan."))
    _step(case, Kind.WITHDRAWN, by)
    return case


@writes
def make_code(*, cooperative_id: int, case_id: int, by: int) -> str:
    """The code that lets her in once, for ten minutes. It is nowhere but in this answer; another one ends it.

    Raises  Refused: not by whoever confirmed, too early, or the case is over
    """
    take_turn(cooperative_id)
    case = _at(cooperative_id, case_id, Kind.CODE)
    if case.kind == Case.Kind.LOST and reports.confirmed_by(case) != by:
        raise Refused(_("Kodenya hanya diperlihatkan kepada petugas kedua, yang mengesahkan."))
    if case.person_id == by:
        raise Refused(_("Tidak untuk diri sendiri. Mintalah pengurus lain."))
    code, now = ids.new_code(), clock.now()
    _step(case, Kind.CODE, by, at=now, code_hash=reports.hashed(code), expires_at=now + rules.CODE_LIVES)
    return code


def activate(*, code: str, passphrase: str) -> Person:
    """She makes a passphrase of her own; with it every old session and factor is worth nothing.

    Raises  Refused: the code is used, replaced or too old; the passphrase is too easy
    """
    step = reports.step_of_code(code)
    if step is None:
        raise WrongCode(_("Kode ini tidak berlaku: salah tulis, sudah dipakai, atau lewat sepuluh menit."
                          " Minta kode baru kepada pengurus."))  # fmt: skip
    person = reports.person_of_step(step)
    security.prepare_passphrase(person, passphrase)  # slow on purpose, so before the turn to write
    with acting_for(step.cooperative_id):
        return _use(step, person)


@writes
def _use(step: Step, person: Person) -> Person:
    take_turn(step.cooperative_id)
    case = _at(step.cooperative_id, step.case_id, Kind.ACTIVATED)
    if reports.steps(case)[-1].code_hash != step.code_hash:
        raise Refused(_("Kode ini sudah diganti dengan yang lebih baru. Pakai kode yang terakhir."))
    _step(case, Kind.ACTIVATED, case.person_id, code_hash=step.code_hash)
    security.keep_passphrase(person)  # every sitting of hers ends with it
    factors.forget_all(person.id)
    return person


def _at(cooperative_id: int, case_id: int, step: str) -> Case:
    """The case, when this step may follow now."""
    case = reports.case(cooperative_id, case_id)
    if case is None:
        raise Refused(_("Pemulihan ini tidak ditemukan. Buka lagi dari daftarnya."))
    stands = reports.state(case, clock.now())
    if not rules.may_follow(case.kind, stands, step):
        raise Refused(_(TOO_LATE[stands]))
    return case


def _step(case: Case, kind: str, by: int, **facts) -> None:
    Step.objects.create(
        cooperative_id=case.cooperative_id, case_id=case.id, position=len(reports.steps(case)) + 1, kind=kind, by=by,
        **{"at": clock.now(), **facts},
    )  # fmt: skip
    _tell(case, by, kind)
