"""Pages of a witness: whom we watch, how far we saw them, a request that was brought, what we refused and why."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused
from lumbung.witness import drawing, telling
from lumbung.witness.actions import watching
from lumbung.witness.forms import BringForm, RetireForm, WatchForm
from lumbung.witness.models.seen import Watcher
from lumbung.witness.reports import watching as reports
from lumbung.witness.views.asking import text_file

RUN_BY = {Watcher.Holder.COOPERATIVE: {"ketua", "sekretaris"}, Watcher.Holder.SUPERVISOR: {"pengawas"}}

A_PAGE = 25  # refusals


def _runs(request, holder: str) -> bool:
    """Officers sign for the cooperative, supervisors for themselves, and neither for the other."""
    return bool(RUN_BY[holder] & set(request.roles))


def _watcher(request, holder: str) -> Watcher:
    """The witness of this address, for whoever signs for it."""
    if holder not in RUN_BY:
        raise Http404
    if not _runs(request, holder):
        raise PermissionDenied
    found = reports.watcher(request.cooperative.id, holder)
    if found is None:
        raise Http404
    return found


def _address(request, name: str, holder: str, **more) -> str:
    return reverse(f"witness:{name}", kwargs={"slug": request.cooperative.slug, "holder": holder, **more})


def _crumbs(request, holder: str, *more) -> list:
    ours = reverse("witness:witnesses", kwargs={"slug": request.cooperative.slug})
    return [(_("Saksi"), ours), (_("Menjadi saksi"), _address(request, "watching", holder)), *more]


@may("witness.see")
def door(request):
    """To the witness that this person signs for."""
    holder = Watcher.Holder.SUPERVISOR if "pengawas" in request.roles else Watcher.Holder.COOPERATIVE
    return go(request, "witness:watching", slug=request.cooperative.slug, holder=holder.value)


@may("witness.see")
def overview(request, holder):
    """The key to hand out, whom we watch, and what we refused."""
    if holder not in RUN_BY:
        raise Http404
    at_work = reports.watcher(request.cooperative.id, holder)
    facts = {"holder": holder, "watcher": at_work, "runs": _runs(request, holder)}
    if at_work:
        prefix = reverse("add_checkpoint", kwargs={"slug": request.cooperative.slug, "holder": holder})
        facts |= {
            "vkey": reports.key_of(at_work).vkey, "logs": reports.logs(at_work), "pressing": reports.pressing(at_work),
            **_listed(request, at_work),
            "prefix": request.build_absolute_uri(prefix).removesuffix("/add-checkpoint"),
        }  # fmt: skip
    return page(
        request, "witness/watching.html", crumbs=_crumbs(request, holder)[:1] + [(_("Menjadi saksi"), None)], **facts
    )


def _listed(request, at_work: Watcher) -> dict:
    """A page of all refusals, and which page."""
    refused = Paginator(reports.refusals(at_work), A_PAGE).get_page(request.GET.get("halaman"))
    return {"refused": refused, "evidence": reports.evidence(at_work, list(refused))}


@require_POST
@may("witness.watch")
def begin(request, holder):
    """Make the key with which this witness signs."""
    if holder not in RUN_BY:
        raise Http404
    if not _runs(request, holder):
        raise PermissionDenied
    watching.begin(cooperative_id=request.cooperative.id, holder=holder, by=request.person.id)
    messages.success(request, _("Kunci saksi dibuat. Sekarang catat koperasi yang akan disaksikan."))
    return go(request, "witness:watching", slug=request.cooperative.slug, holder=holder)


@may("witness.watch")
def watch(request, holder):
    """Watch one more log, by the key that its people gave."""
    witness, form = _watcher(request, holder), WatchForm(request.POST or None)
    if form.is_valid():
        try:
            watching.watch(watcher=witness, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal, "vkey")
        else:
            messages.success(request, _("Dicatat. Buku mereka disaksikan sejak kiriman pertamanya."))
            return go(request, "witness:watching", slug=request.cooperative.slug, holder=holder)
    return page(
        request, "witness/watch.html", "form", status=422 if form.errors else 200, form=form,
        back=_address(request, "watching", holder), crumbs=_crumbs(request, holder, (_("Tambah koperasi"), None)),
    )  # fmt: skip


@may("witness.watch")
def answer(request, holder):
    """A request that was brought by stick, message or camera: signed, or refused in words."""
    witness = _watcher(request, holder)
    form = BringForm(request.POST or None, request.FILES or None)
    facts = {"form": form, "back": _address(request, "watching", holder), "holder": holder}
    if form.is_valid():
        try:
            given = watching.answer(watcher=witness, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            facts |= _told(given, form.cleaned_data["text"])
            if "unduh" in request.POST and facts["text"]:
                return text_file(facts["text"], f"jawaban-saksi-{given.size}.txt")
    return page(
        request, "witness/answer.html", "form", status=422 if form.errors else 200,
        crumbs=_crumbs(request, holder, (_("Jawab permintaan"), None)), **facts,
    )  # fmt: skip


def _told(given: watching.Answer, asked: str) -> dict:
    """What the page says of an answer, and the text that goes back."""
    text, words = telling.for_stick(given.status, given.body, asked), telling.answer_words(given.kind, given.size)
    return {"given": given, "text": text, "words": words, "qr": drawing.square(text) if text else "", "asked": asked}


def _evidence(request, holder: str, refusal_id: int):
    if holder not in RUN_BY:
        raise Http404
    witness = reports.watcher(request.cooperative.id, holder)
    found = reports.evidence(witness, list(reports.refusals(witness).filter(id=refusal_id))) if witness else []
    if not found:
        raise Http404
    return witness, found[0]


@may("witness.see")
def evidence(request, holder, refusal_id):
    """One refusal: what was shown, what we had seen, what to do."""
    witness, piece = _evidence(request, holder, refusal_id)
    return page(
        request, "witness/evidence.html", piece=piece, row=piece.refusal, holder=holder,
        text=reports.evidence_text(witness, piece.refusal),
        crumbs=_crumbs(request, holder, (_("Bukti"), None)),
    )  # fmt: skip


@may("witness.see")
def evidence_file(request, holder, refusal_id):
    """The evidence for whoever should check it with tools of their own."""
    witness, piece = _evidence(request, holder, refusal_id)
    return text_file(reports.evidence_text(witness, piece.refusal), f"bukti-saksi-{piece.refusal.id}.txt")


@may("witness.watch")
def retire(request, holder):
    """A witness that lost its memory signs no more."""
    witness, form = _watcher(request, holder), RetireForm(request.POST or None)
    if form.is_valid():
        try:
            watching.retire(watcher=witness, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal, "why")
        else:
            messages.success(request, _("Saksi ini dipensiunkan. Beri tahu koperasi yang disaksikan."))
            return go(request, "witness:watching", slug=request.cooperative.slug, holder=holder)
    return page(
        request, "witness/retire.html", "form", status=422 if form.errors else 200, form=form,
        back=_address(request, "watching", holder), crumbs=_crumbs(request, holder, (_("Pensiunkan"), None)),
    )  # fmt: skip
