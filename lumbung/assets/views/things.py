"""Writing a thing into the book, looking at it, taking it out."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.assets import actions
from lumbung.assets.forms import DepartForm, LookForm, PhotoForm, RegisterForm, UndoForm
from lumbung.assets.reports.inventory import Unwritten, unwritten
from lumbung.assets.rules import LENT_ACCOUNT, OF_ACCOUNT
from lumbung.assets.views.showing import crumbs, get_line, item_page
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("assets.register")
def register(request):
    """A thing for the book; with `?catatan=…&akun=…` one that the ledger has already."""
    coop = request.cooperative
    waiting = _waiting(request)
    of_entry = {"of_entry": True, "opening": waiting.entry.kind.startswith("opening.")} if waiting else {}
    form = RegisterForm(request.POST or None, cooperative=coop, initial=_known(waiting), **of_entry)
    if form.is_valid():
        number = waiting.number if waiting else None
        made = tried(form, lambda: actions.register(
            cooperative_id=coop.id, by=request.person.id, number=number, **form.facts()))  # fmt: skip
        if made:
            messages.success(
                request, _("%(name)s dicatat dengan kode %(code)s.") % {"name": made.name, "code": made.code}
            )
            return go(request, "assets:item", slug=coop.slug, item_id=made.id)
    return form_page(
        request, form, title=_("Barang baru"), button=_("Catat barang"), icon="check", waiting=waiting,
        back=reverse("assets:book", kwargs={"slug": coop.slug}), crumbs=crumbs(request, (_("Barang baru"), None)),
    )  # fmt: skip


def _waiting(request) -> Unwritten | None:
    """What the address points at: goods in the ledger that no line of the book names."""
    number, account = request.GET.get("catatan", ""), request.GET.get("akun", "")
    if not number.isdecimal():
        return None
    found = unwritten(request.cooperative.id, clock.today())
    return next((each for each in found if str(each.number) == number and account in ("", each.account)), None)


def _known(waiting: Unwritten | None) -> dict:
    if waiting is None:
        return {}
    source = (
        "lent"
        if waiting.account == LENT_ACCOUNT
        else "granted"
        if waiting.entry.kind.startswith("grant.")
        else "bought"
    )
    return {"cost": waiting.left, "name": waiting.entry.memo[:120], "source": source,
            "kind": OF_ACCOUNT.get(waiting.account, "office")}  # fmt: skip


def tried(form, act):
    try:
        return act()
    except Refused as refusal:
        form.add_refusal(refusal)
        return None


def form_page(request, form, **words):
    return page(request, "assets/form.html", "form", status=422 if form.errors else 200, form=form, **words)


def _of_one(request, line, form, act, *, done: str, **words):
    """A deed on one thing: its form, or back to the thing."""
    slug = request.cooperative.slug
    if form.is_valid() and tried(form, act):
        messages.success(request, done)
        return go(request, "assets:item", slug=slug, item_id=line.item.id)
    here = reverse("assets:item", kwargs={"slug": slug, "item_id": line.item.id})
    trail = crumbs(request, (line.item.code, here), (words["title"], None))
    return form_page(request, form, line=line, back=here, crumbs=trail, **words)


def _ids(request, line) -> dict:
    return {"cooperative_id": request.cooperative.id, "item_id": line.item.id, "by": request.person.id}


@may("assets.look")
def look(request, item_id):
    """Where it is and how it is."""
    line = get_line(request, item_id)
    known = (
        {"condition": line.seen.condition, "location": line.seen.location, "keeper": line.seen.keeper}
        if line.seen
        else {}
    )
    form = LookForm(request.POST or None, initial=known)
    return _of_one(
        request, line, form, lambda: actions.look(**_ids(request, line), **form.cleaned_data),
        title=_("Periksa %(name)s") % {"name": line.item.name}, button=_("Simpan"), icon="check",
        done=_("Hasil pemeriksaan disimpan."),
    )  # fmt: skip


@may("assets.look")
@require_POST
def add_photo(request, item_id):
    """One more photo of a thing."""
    line = get_line(request, item_id)
    form = PhotoForm(request.POST, request.FILES)
    facts = {**_ids(request, line)}
    if form.is_valid() and tried(form, lambda: actions.add_photo(slip=form.cleaned_data["photo"], **facts)):
        messages.success(request, _("Foto barang disimpan."))
        return go(request, "assets:item", slug=request.cooperative.slug, item_id=item_id)
    return item_page(request, line, 422, photo_form=form)


@may("assets.register")
def depart(request, item_id):
    """It leaves the book."""
    line = get_line(request, item_id)
    form = DepartForm(request.POST or None, cooperative=request.cooperative, lent=line.item.is_lent)
    return _of_one(
        request, line, form, lambda: actions.depart(**_ids(request, line), **form.facts()), danger=True,
        title=_("Keluarkan %(name)s") % {"name": line.item.name}, button=_("Keluarkan dari buku"), icon="log-out",
        done=_("Barang dikeluarkan dari buku."),
    )  # fmt: skip


@may("ledger.reverse")
def undo_departure(request, item_id):
    """It had not left after all."""
    line = get_line(request, item_id)
    form = UndoForm(request.POST or None)
    return _of_one(
        request, line, form, lambda: actions.undo_departure(**_ids(request, line), **form.cleaned_data), danger=True,
        title=_("Batalkan keluarnya %(name)s?") % {"name": line.item.name}, button=_("Batalkan catatan"),
        icon="undo-2", done=_("Barang kembali di buku."),
    )  # fmt: skip
