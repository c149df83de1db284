"""Collecting dues: begin, take from one member after another, close and hand the money over."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.dues import actions, reports
from lumbung.dues.forms import CloseForm, OpenForm, RowForm
from lumbung.dues.models import Collection
from lumbung.dues.views import gathering
from lumbung.dues.views.drawing import Asked
from lumbung.ledger.journal import Place
from lumbung.members.models import Member
from lumbung.members.views.showing import get_member
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import go, page, wants_part
from lumbung.web.words import Refused

NEWEST = 60


def _crumbs(request, *more) -> list:
    slug = {"slug": request.cooperative.slug}
    return [(_("Iuran"), reverse("dues:grid", kwargs=slug)), (_("Kumpulkan"), reverse("dues:collections", kwargs=slug)),
            *more]  # fmt: skip


def _get(request, collection_id: int) -> Collection:
    one = reports.collection(request.cooperative.id, collection_id)
    if one is None:
        raise Http404
    return one


@may("dues.see")
def collections(request):
    """Every collection, those still open first in the eye."""
    found = list(reports.collections(request.cooperative.id)[:NEWEST])
    tallies, called = (
        reports.tallies(request.cooperative.id, [one.id for one in found]),
        names(c.opened_by for c in found),
    )
    return page(
        request, "dues/collections.html", may_receive=duties.may(request.roles, "dues.receive"),
        found=[(one, tallies[one.id], called.get(one.opened_by, "")) for one in found], crumbs=_crumbs(request)[:1],
    )  # fmt: skip


@may("dues.receive")
def open_collection(request):
    """Say where, when, and where the money goes."""
    form = OpenForm(request.POST or None, cooperative=request.cooperative)
    if form.is_valid():
        facts = {"cooperative_id": request.cooperative.id, "by": request.person.id, "at": clock.now(), **form.facts()}
        try:
            one = actions.open_collection(today=clock.today(), **facts)
        except Refused as refusal:
            form.add_refusal(refusal, "day")
        else:
            return go(request, "dues:collect", slug=request.cooperative.slug, collection_id=one.id)
    status = 422 if form.errors else 200
    crumbs = _crumbs(request, (_("Mulai"), None))
    return page(request, "dues/collect_open.html", "form", status, form=form, crumbs=crumbs)


@may("dues.see")
def collect(request, collection_id):
    """The list to tick off while the collection is open; what came in once it is closed."""
    one = _get(request, collection_id)
    if not (one.is_open and duties.may(request.roles, "dues.receive")):
        return _summary(request, one)
    return _rows(request, one)


def _rows(request, one: Collection, status=200, instead: gathering.Row | None = None):
    """The whole list; one row may lead it: with its mistake, or asking once more."""
    shown = gathering.whole(request.cooperative, one, Asked.of(request.GET))
    if instead:
        shown["rows"] = [instead, *(row for row in shown["rows"] if row.member.id != instead.member.id)]
    return page(request, "dues/collect.html", "rows", status, crumbs=_crumbs(request, (one, None)), **shown)


def _summary(request, one: Collection):
    called = names([one.opened_by, one.closed_by or 0])
    where = {place.place: place.label for place in reports.places(one.cooperative_id)}
    return page(
        request, "dues/collection.html", collection=one, lines=gathering.listed(one),
        crumbs=_crumbs(request, (one, None)),
        opener=called.get(one.opened_by, ""), closer=called.get(one.closed_by, ""),
        place=where.get(Place(one.cash_code, one.cash_holder), ""), **gathering.in_hand(reports.taken(one)),
    )  # fmt: skip


@may("dues.receive")
def collect_from(request, collection_id, member_id):
    """One member's row: her money in, her receipt at once. Looked at, the row asks once more."""
    one, member = _get(request, collection_id), get_member(request, member_id)
    if request.method != "POST":
        return _row(request, one, gathering.fresh_row(one, member)._replace(again=True))
    form = RowForm(request.POST)
    if form.is_valid():
        try:
            actions.collect(collection=one, member=member, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
    if form.errors:
        return _row(request, one, _mistaken(request, one, member, form), 422)
    if wants_part(request):
        return _row(request, one, gathering.fresh_row(one, member))
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    here = reverse("dues:collect", kwargs={"slug": request.cooperative.slug, "collection_id": one.id})
    return redirect(f"{here}{asked}#m-{member.id}")


def _mistaken(request, one: Collection, member: Member, form) -> gathering.Row:
    words = " ".join(str(error) for errors in form.errors.values() for error in errors)
    return gathering.fresh_row(one, member)._replace(typed=request.POST.get("amount", ""), mistake=words)


def _row(request, one: Collection, row: gathering.Row, status=200):
    """The row alone for a page that shows the others; the whole list for one without script."""
    if wants_part(request):
        sums = gathering.in_hand(reports.taken(one))
        return page(request, "dues/collect.html", "answer", status, collection=one, row=row, oob=True, **sums)
    return _rows(request, one, status, row)


@may("dues.receive")
def close_collection(request, collection_id):
    """Count, say who takes the money, close; the list is there to be checked against the hand."""
    one = _get(request, collection_id)
    form = CloseForm(request.POST or None)
    if form.is_valid():
        try:
            actions.close_collection(collection=one, by=request.person.id, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal, "note")
        else:
            return go(request, "dues:collect", slug=request.cooperative.slug, collection_id=one.id)
    return page(
        request, "dues/collect_close.html", "form", 422 if form.errors else 200, form=form, collection=one,
        crumbs=_crumbs(request, (one, reverse("dues:collect", kwargs={"slug": request.cooperative.slug,
                                                                    "collection_id": one.id})), (_("Selesai"), None)),
        **gathering.in_hand(reports.taken(one)),
    )  # fmt: skip
