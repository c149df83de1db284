"""Let a payment wait, change it, approve it, refuse it, take it back.

Every deed stands in one queue (the cooperative's row), so that of eight approvals at once one posts and the others
meet its result.
"""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung import clock, ids
from lumbung.approvals import reports, rules
from lumbung.approvals.deeds import known
from lumbung.approvals.models import Decision, Draft
from lumbung.cooperatives.actions import take_turn
from lumbung.money import show
from lumbung.sql import writes
from lumbung.web.words import Refused

Verdict = Decision.Verdict


@writes
def propose(
    *, cooperative_id: int, deed: str, title: str, amount: int, on: date, by: int, request_id: UUID, facts: dict,
    memo: str = "",
) -> Draft:  # fmt: skip
    """Let a payment wait for an approval instead of posting it; a second tap finds the first.

    deed   a name of `deeds.know`
    title  what it is, in a few words, for the list
    facts  JSON: what the deed must be told beside amount, day and memo; a kept `photo` {file, width, height, …} is
           shown to whoever decides
    """
    take_turn(cooperative_id)
    if earlier := reports.asked_before(cooperative_id, request_id):
        return earlier
    known(deed)
    content = {"deed": deed, "amount": amount, "on": on, "memo": memo, "facts": facts}
    return _keep(cooperative_id, ids.new(), 1, title[:200], by, request_id, content)


@writes
def do_or_ask(
    deed: str, *, cooperative_id: int, title: str, amount: int, on: date, by: int, request_id: UUID, facts: dict,
    memo: str = "",
) -> int | Draft:  # fmt: skip
    """Do a deed at once, or let it wait when it pays more than the limit; facts as of `propose`.

    Shape   the number of the entry; or the draft that waits
    Raises  Refused: as the deed itself
    """
    if not reports.must_wait(cooperative_id, amount, on):
        return known(deed).carry_out(
            cooperative_id, facts, amount=amount, on=on, memo=memo, by=by, approved_by=None, request_id=request_id
        )
    return propose(
        cooperative_id=cooperative_id, deed=deed, title=title, amount=amount, on=on, by=by, request_id=request_id,
        facts=facts, memo=memo,
    )  # fmt: skip


def refuse_unapproved(cooperative_id: int, amount: int, on: date, approved_by: int | None) -> None:
    """Above the limit of the cooperative nobody pays alone: for the deeds that `do_or_ask` leads to."""
    if approved_by is None and reports.must_wait(cooperative_id, amount, on):
        words = _("Pengeluaran di atas %(limit)s menunggu persetujuan ketua. Ajukan dulu.")
        raise Refused(words, limit=show(reports.limit(cooperative_id, on)))


@writes
def change(*, cooperative_id: int, draft_id: int, amount: int, on: date, memo: str, by: int, request_id: UUID) -> Draft:
    """The maker mends what waits: another version with another fingerprint, so an approval of the old one is void.

    Raises  Refused: not hers, or decided already
    """
    take_turn(cooperative_id)
    if earlier := reports.asked_before(cooperative_id, request_id):
        return earlier
    old = _open(cooperative_id, draft_id)
    _refuse_unless_maker(old, by)
    content = {"deed": old.deed, "amount": amount, "on": on, "memo": memo, "facts": old.facts}
    return _keep(cooperative_id, old.id, old.version + 1, old.title, by, request_id, content)


def _keep(cooperative_id: int, draft_id: int, version: int, title: str, by: int, request_id: UUID, content) -> Draft:
    fingerprint = rules.digest(draft_id=draft_id, version=version, **content)
    return Draft.objects.create(
        cooperative_id=cooperative_id, id=draft_id, version=version, title=title, digest=fingerprint, made_by=by,
        made_at=clock.now(), request_id=request_id, booked_on=content["on"],
        **{name: content[name] for name in ("deed", "amount", "memo", "facts")},
    )  # fmt: skip


@writes
def approve(*, cooperative_id: int, draft_id: int, digest: str, by: int) -> Decision:
    """Post what waits, with both names. Whoever approves it again meets the same entry.

    digest  of the version that was seen
    Raises  Refused: made by oneself, changed since, refused or taken back; or what the deed itself refuses
    """
    take_turn(cooperative_id)
    ended = reports.decision(cooperative_id, draft_id)
    if ended and ended.verdict == Verdict.APPROVED:
        return ended
    draft = _seen(cooperative_id, draft_id, digest)
    _refuse_maker(draft, by)
    number = known(draft.deed).carry_out(
        cooperative_id, draft.facts, amount=draft.amount, on=draft.booked_on, memo=draft.memo, by=draft.made_by,
        approved_by=by, request_id=ids.from_fact(f"approval:{draft.id}"),
    )  # fmt: skip
    return _decide(draft, Verdict.APPROVED, by, number=number)


@writes
def refuse(*, cooperative_id: int, draft_id: int, digest: str, by: int, reason: str) -> Decision:
    """Say no, and why; nothing is posted.

    Raises  Refused: as `approve`; no reason
    """
    take_turn(cooperative_id)
    ended = reports.decision(cooperative_id, draft_id)
    if ended and ended.verdict == Verdict.REFUSED:
        return ended
    draft = _seen(cooperative_id, draft_id, digest)
    _refuse_maker(draft, by)
    reason = " ".join(reason.split())
    if not reason:
        raise Refused(_("Tulis mengapa ditolak, supaya yang mengajukan tahu apa yang harus diperbaiki."))
    return _decide(draft, Verdict.REFUSED, by, reason=reason)


@writes
def withdraw(*, cooperative_id: int, draft_id: int, by: int) -> Decision:
    """The maker takes it back.

    Raises  Refused: not hers, or decided already
    """
    take_turn(cooperative_id)
    ended = reports.decision(cooperative_id, draft_id)
    if ended and ended.verdict == Verdict.WITHDRAWN:
        return ended
    draft = _open(cooperative_id, draft_id)
    _refuse_unless_maker(draft, by)
    return _decide(draft, Verdict.WITHDRAWN, by)


def _decide(draft: Draft, verdict: str, by: int, **more) -> Decision:
    return Decision.objects.create(
        cooperative_id=draft.cooperative_id, draft_id=draft.id, version=draft.version, verdict=verdict,
        digest=draft.digest, by=by, decided_at=clock.now(), **more,
    )  # fmt: skip


ENDED = {
    Verdict.APPROVED: gettext_noop("Ajuan ini sudah disetujui. Buka catatannya dari halaman Persetujuan."),
    Verdict.REFUSED: gettext_noop("Ajuan ini sudah ditolak. Ajukan lagi bila masih diperlukan."),
    Verdict.WITHDRAWN: gettext_noop("Ajuan ini sudah ditarik kembali. Ajukan lagi bila masih diperlukan."),
}


def _open(cooperative_id: int, draft_id: int) -> Draft:
    draft = reports.newest(cooperative_id, draft_id)
    if draft is None:
        raise Refused(_("Ajuan ini tidak ditemukan. Buka lagi dari halaman Persetujuan."))
    if ended := reports.decision(cooperative_id, draft_id):
        raise Refused(_(ENDED[Verdict(ended.verdict)]))
    return draft


def _seen(cooperative_id: int, draft_id: int, digest: str) -> Draft:
    """The draft as the person saw it: approval is of what was read, not of what it has become."""
    draft = _open(cooperative_id, draft_id)
    if draft.digest != digest:
        raise Refused(_("Ajuan ini diubah sesudah Anda membukanya. Baca lagi isinya, lalu putuskan."))
    return draft


def _refuse_maker(draft: Draft, by: int) -> None:
    if draft.made_by == by:
        raise Refused(_("Yang mengajukan tidak boleh memutuskan. Mintalah pengurus lain yang berwenang."))


def _refuse_unless_maker(draft: Draft, by: int) -> None:
    if draft.made_by != by:
        raise Refused(_("Hanya yang mengajukan yang dapat mengubah atau menariknya."))
