"""Pages of a log about its witnesses: who they are, ask them, with a line or without."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.tlog import checkpoint as checkpoints
from lumbung.web.page import go, page
from lumbung.web.words import Refused
from lumbung.witness import drawing
from lumbung.witness.actions import asking
from lumbung.witness.forms import AddressForm, AddWitnessForm, BringForm
from lumbung.witness.models.seen import Asked, Witness
from lumbung.witness.reports import asking as reports
from lumbung.witness.reports import head, log_keys
from lumbung.witness.reports.witnessed import quorum, witnessed

GOOD = (Asked.Outcome.SIGNED,)
ROWS = 30  # of the past of a witness


def _here(request) -> str:
    return reverse("witness:witnesses", kwargs={"slug": request.cooperative.slug})


def _rights(request) -> dict:
    return {f"may_{word}": holds(request.roles, f"witness.{word}") for word in ("send", "choose", "watch")}


@may("witness.see")
def witnesses(request):
    """Who witnesses us, how far each saw our book, and what to do next."""
    coop = request.cooperative.id
    newest = checkpoints.parse(head(coop).text)
    known = reports.standings(coop, newest.size)
    seen = witnessed(coop)
    return page(
        request, "witness/witnesses.html", known=known, size=newest.size, quorum=quorum(coop),
        vkey=log_keys(coop)[0].vkey,
        alone=sum(one.independent for one in known), alarms=[one for one in known if one.alarm],
        seen=seen and checkpoints.parse(seen.text).size, reachable=[one for one in known if one.witness.url],
        **_rights(request),
    )  # fmt: skip


@may("witness.choose")
def add(request):
    """Let somebody witness us, by the key that they gave."""
    form = AddWitnessForm(request.POST or None, initial={"kind": Witness.Kind.NEIGHBOUR})
    if form.is_valid():
        try:
            made = asking.add_witness(cooperative_id=request.cooperative.id, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Saksi dicatat. Kirim buku kita kepadanya."))
            return go(request, "witness:one", slug=request.cooperative.slug, witness_id=made.id)
    return page(
        request, "witness/add.html", "form", status=422 if form.errors else 200, form=form, back=_here(request),
        crumbs=[(_("Saksi"), _here(request)), (_("Tambah saksi"), None)],
    )  # fmt: skip


@require_POST
@may("witness.send")
def send(request):
    """Ask every witness that has an address, or only the one that was named."""
    only = request.POST.get("saksi", "")
    standing = reports.standings(request.cooperative.id, 0)
    chosen = [one.witness for one in standing if one.witness.url and only in ("", str(one.witness.id))]
    for told in asking.send(request.cooperative.id, chosen):
        (messages.success if told.outcome in GOOD else messages.error)(request, told.words)
    if not chosen:
        messages.warning(request, _("Belum ada saksi yang punya alamat. Antar dengan berkas atau QR."))
    if only and chosen:
        return go(request, "witness:one", slug=request.cooperative.slug, witness_id=chosen[0].id)
    return go(request, "witness:witnesses", slug=request.cooperative.slug)


def _witness(request, witness_id: int) -> Witness:
    found = reports.witness_of(request.cooperative.id, witness_id)
    if found is None:
        raise Http404
    return found


@may("witness.see")
def one(request, witness_id):
    """One witness: how far it saw us, the ways to ask it, and what came of it before."""
    witness, signed = _witness(request, witness_id), head(request.cooperative.id)
    size, text = checkpoints.parse(signed.text).size, str(reports.request_for(witness, signed))
    standing = next((s for s in reports.standings(request.cooperative.id, size) if s.witness.id == witness.id), None)
    return page(
        request, "witness/one.html", witness=witness, standing=standing, size=size, text=text,
        qr=drawing.square(text), form=BringForm(), past=reports.answers(witness)[:ROWS],
        crumbs=[(_("Saksi"), _here(request)), (witness.label, None)], **_rights(request),
    )  # fmt: skip


@may("witness.send")
def request_file(request, witness_id):
    """The request as a file, for a stick."""
    asked = reports.request_for(_witness(request, witness_id), head(request.cooperative.id))
    return text_file(str(asked), f"permintaan-saksi-{request.cooperative.slug}-{asked.head.size}.txt")


def text_file(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


@require_POST
@may("witness.send")
def take(request, witness_id):
    """The answer that came back by stick, QR or message."""
    witness, form = _witness(request, witness_id), BringForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(form.non_field_errors()))
        return go(request, "witness:one", slug=request.cooperative.slug, witness_id=witness.id)
    try:
        told = asking.take_answer(witness=witness, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        (messages.success if told.outcome in GOOD else messages.error)(request, told.words)
    return go(request, "witness:one", slug=request.cooperative.slug, witness_id=witness.id)


@may("witness.choose")
def address(request, witness_id):
    """Where this witness is asked, or that it is asked no more."""
    witness = _witness(request, witness_id)
    form = AddressForm(request.POST or None, initial={"url": witness.url})
    if form.is_valid():
        try:
            asking.change_address(witness=witness, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal, "url")
        else:
            messages.success(request, _("Alamat saksi disimpan."))
            return go(request, "witness:one", slug=request.cooperative.slug, witness_id=witness.id)
    here = reverse("witness:one", kwargs={"slug": request.cooperative.slug, "witness_id": witness.id})
    return page(
        request, "witness/address.html", "form", status=422 if form.errors else 200, form=form, witness=witness,
        back=here, crumbs=[(_("Saksi"), _here(request)), (witness.label, here), (_("Alamat"), None)],
    )  # fmt: skip


@require_POST
@may("witness.choose")
def end(request, witness_id):
    """It witnesses us no more."""
    asking.end_witness(witness=_witness(request, witness_id), by=request.person.id)
    messages.success(request, _("Tidak ditanya lagi. Tanda tangannya yang lama tetap tersimpan."))
    return go(request, "witness:witnesses", slug=request.cooperative.slug)
