"""Looking: the inventory book, one thing, a photo."""

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.assets.forms import CONDITIONS, KINDS, LEAVINGS, SOURCES, PhotoForm
from lumbung.assets.reports import handovers as papers
from lumbung.assets.reports.inventory import Line, checks, inventory, one, unwritten
from lumbung.members.rules import folded
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.security.rules import may as holds
from lumbung.vault import papers as vault
from lumbung.web.page import page

A_PAGE = 50


def crumbs(request, *rest) -> list:
    return [(_("Inventaris"), reverse("assets:book", kwargs={"slug": request.cooperative.slug})), *rest]


def rights(request) -> dict:
    """What this person may do, for the buttons of a page."""
    deeds = {"may_register": "assets.register", "may_look": "assets.look", "may_wear": "assets.wear",
             "may_hand_over": "assets.hand_over", "may_undo": "ledger.reverse"}  # fmt: skip
    return {name: holds(request.roles, deed) for name, deed in deeds.items()}


def told(line: Line) -> dict:
    """A line with its words."""
    return {
        "line": line, "item": line.item, "kind": KINDS[line.item.kind], "source": SOURCES[line.item.source],
        "short": {"bought": _("Beli"), "granted": _("Hibah"), "lent": _("Pinjam pakai")}[line.item.source],
        "condition": CONDITIONS[line.seen.condition] if line.seen else "", "seen": line.seen,
        "leaving": LEAVINGS[line.left.kind] if line.left else "",
    }  # fmt: skip


FILTERS = {
    "": lambda line: line.is_here,
    "milik": lambda line: line.is_here and not line.item.is_lent,
    "pinjam": lambda line: line.is_here and line.item.is_lent,
    "rusak": lambda line: line.is_here and line.seen is not None and line.seen.condition != "good",
    "keluar": lambda line: not line.is_here,
}


def chosen(request, lines: list[Line]) -> list[Line]:
    """The lines that the address asks for."""
    keep = FILTERS.get(request.GET.get("keadaan", ""), FILTERS[""])
    words = folded(request.GET.get("cari", "")[:80]).split()
    return [line for line in lines if keep(line) and all(word in _words(line) for word in words)]


def _words(line: Line) -> str:
    item, seen = line.item, line.seen
    parts = [item.code, item.name, item.party, item.serial_no, *((seen.location, seen.keeper) if seen else ())]
    return folded(" ".join(parts))


@may("assets.see")
def book(request):
    """Book 15 on a screen, with what the ledger says about it underneath."""
    coop, today = request.cooperative.id, clock.today()
    lines = inventory(coop, today)
    found = chosen(request, lines)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("halaman"))
    own = [line for line in found if not line.item.is_lent]
    return page(
        request, "assets/book.html", "rows", shown=shown, rows=[told(line) for line in shown], total=len(found),
        cost=sum(line.item.cost for line in own), worn=sum(line.worn for line in own),
        value=sum(line.value for line in own), checks=checks(coop, today, lines), waiting=unwritten(coop, today),
        state=request.GET.get("keadaan", ""), whole=bool(lines), **rights(request),
    )  # fmt: skip


def get_line(request, item_id: int) -> Line:
    """A thing of this cooperative's book.

    Raises  Http404: not here
    """
    line = one(request.cooperative.id, item_id, clock.today())
    if line is None:
        raise Http404
    return line


@may("assets.see")
def item(request, item_id):
    return item_page(request, get_line(request, item_id))


def item_page(request, line: Line, status=200, **forms):
    coop, seen = request.cooperative.id, papers.sightings(request.cooperative.id, line.item.id)
    people = names(look.by for look in seen)
    looks = [{"look": look, "condition": CONDITIONS[look.condition], "who": people.get(look.by, "")} for look in seen]
    return page(
        request, "assets/item.html", status=status, **told(line), looks=looks,
        handovers=papers.handovers(coop, item_id=line.item.id), photos=papers.photos(coop, line.item.id),
        crumbs=crumbs(request, (line.item.code, None)), **rights(request), **{"photo_form": PhotoForm(), **forms},
    )  # fmt: skip


@may("assets.see")
def photo(request, photo_id):
    """A photo of a thing; nothing in it can run."""
    kept = papers.photo(request.cooperative.id, photo_id)
    if kept is None:
        raise Http404
    return vault.shown(request.cooperative.id, kept.file, f"barang-{kept.id}.jpg")
