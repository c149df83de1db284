"""What every deed here does: find the draft as it stands, write its one decision."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung import clock
from lumbung.approvals import reports
from lumbung.approvals.models import Decision, Draft
from lumbung.web.words import Refused

Verdict = Decision.Verdict


def decide(draft: Draft, verdict: str, by: int, **more) -> Decision:
    return Decision.objects.create(
        cooperative_id=draft.cooperative_id, draft_id=draft.id, version=draft.version, verdict=verdict,
        digest=draft.digest, by=by, decided_at=clock.now(), **more,
    )  # fmt: skip


ENDED = {
    Verdict.APPROVED: gettext_noop("Ajuan ini sudah disetujui. Buka catatannya dari halaman Persetujuan."),
    Verdict.REFUSED: gettext_noop("Ajuan ini sudah ditolak. Ajukan lagi bila masih diperlukan."),
    Verdict.WITHDRAWN: gettext_noop("Ajuan ini sudah ditarik kembali. Ajukan lagi bila masih diperlukan."),
}


def still_open(cooperative_id: int, draft_id: int) -> Draft:
    draft = reports.newest(cooperative_id, draft_id)
    if draft is None:
        raise Refused(_("Ajuan ini tidak ditemukan. Buka lagi dari halaman Persetujuan."))
    if ended := reports.decision(cooperative_id, draft_id):
        raise Refused(_(ENDED[Verdict(ended.verdict)]))
    return draft
