"""Who is whose family, and whom to tell: written by the secretary, read by whoever watches."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.approvals import actions
from lumbung.approvals import reports as approvals
from lumbung.cash.models import Supplier
from lumbung.cooperatives.actions import set_bylaw
from lumbung.members.reports import everyone
from lumbung.security.access import may
from lumbung.security.reports import names, serving
from lumbung.security.rules import may as holds
from lumbung.supervision.forms import HeirForm, PhraseForm, TieForm
from lumbung.supervision.views.looking import crumbs
from lumbung.web.page import go, page
from lumbung.web.words import Refused

MESSAGES = 22  # the pattern of impostors


@may("supervision.see")
def ties(request):
    """The ties that hold and the contacts; and, for the secretary, another."""
    may_record = holds(request.roles, "ties.record")
    form = _tie_form(request, request.POST if request.method == "POST" and may_record else None)
    if form.is_bound and form.is_valid():
        return _kept(request, form, actions.tie, form.facts(), _("Hubungan keluarga dicatat."))
    return _page(request, form, _heir_form(request, None))


@may("ties.record")
@require_POST
def heir(request):
    """Whom to tell when somebody asks for the savings of a member."""
    form = _heir_form(request, request.POST)
    if form.is_valid():
        return _kept(request, form, actions.name_heir, form.cleaned_data, _("Kontak ahli waris dicatat."))
    return _page(request, _tie_form(request, None), form)


@may("messages.phrase")
@require_POST
def phrase(request):
    """The words that every message carries from today on."""
    form = PhraseForm(request.POST)
    if form.is_valid():
        set_bylaw(
            cooperative_id=request.cooperative.id, key="message_phrase", value=form.cleaned_data["phrase"],
            valid_from=clock.today(), basis="Keputusan pengurus",
        )  # fmt: skip
        messages.success(request, _("Kata pengenal disimpan."))
    return go(request, "supervision:sign", slug=request.cooperative.slug, number=MESSAGES)


def _kept(request, form, deed, facts: dict, words: str):
    try:
        deed(cooperative_id=request.cooperative.id, by=request.person.id, **facts)
    except Refused as refusal:
        form.add_refusal(refusal)
        both = (form, _heir_form(request, None)) if isinstance(form, TieForm) else (_tie_form(request, None), form)
        return _page(request, *both)
    messages.success(request, words)
    return go(request, "supervision:ties", slug=request.cooperative.slug)


def _page(request, tie_form, heir_form):
    coop = request.cooperative.id
    found = approvals.ties(coop)
    called = names(tie.officer for tie in found) | _payees(coop, {tie.payee for tie in found})
    return page(
        request, "supervision/ties.html", status=422 if tie_form.errors or heir_form.errors else 200,
        ties=[(called.get(tie.payee, ""), tie.relation, called.get(tie.officer, "")) for tie in found],
        heirs=approvals.heirs(coop), tie_form=tie_form, heir_form=heir_form,
        may_record=holds(request.roles, "ties.record"), crumbs=crumbs(request, (_("Hubungan keluarga"), None)),
    )  # fmt: skip


def _payees(cooperative_id: int, payees: set[int]) -> dict[int, str]:
    suppliers = Supplier.objects.filter(cooperative_id=cooperative_id, id__in=payees).values_list("id", "name")
    return approvals.payee_names(cooperative_id, payees) | dict(suppliers)


def _members(request) -> tuple[str, list]:
    people = everyone(request.cooperative.id).only("cooperative_id", "id", "number", "full_name")
    choices = [(one.id, f"{one.number} {one.full_name}") for one in people]
    return reverse("members:search", kwargs={"slug": request.cooperative.slug}), choices


def _tie_form(request, data) -> TieForm:
    coop, form = request.cooperative.id, TieForm(data, auto_id="tie_%s")
    suppliers = Supplier.objects.filter(cooperative_id=coop).order_by("name").values_list("id", "name")
    form.offer(*_members(request), list(suppliers), serving(coop, clock.today()))
    return form


def _heir_form(request, data) -> HeirForm:
    form = HeirForm(data, auto_id="heir_%s")
    form.fields["member_id"].offer(*_members(request))
    return form
