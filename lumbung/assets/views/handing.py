"""Handover papers: the list, and a new one."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.assets import actions
from lumbung.assets.forms import HandoverForm
from lumbung.assets.reports import handovers as papers
from lumbung.assets.reports.inventory import inventory
from lumbung.assets.views.showing import crumbs, rights
from lumbung.assets.views.things import form_page, tried
from lumbung.security.access import may
from lumbung.security.reports import officers
from lumbung.web.page import go, page


@may("assets.see")
def handovers(request):
    return page(
        request, "assets/handovers.html", handovers=papers.handovers(request.cooperative.id),
        crumbs=crumbs(request, (_("Serah terima"), None)), **rights(request),
    )  # fmt: skip


@may("assets.hand_over")
def hand_over(request):
    """A new paper; what is known of the thing and of the chair is filled in."""
    coop = request.cooperative
    lines = [line for line in inventory(coop.id, clock.today()) if line.is_here]
    form = HandoverForm(request.POST or None, lines=lines, initial=_known(request, lines))
    if form.is_valid():
        made = tried(form, lambda: actions.hand_over(cooperative_id=coop.id, by=request.person.id, **form.facts()))
        if made:
            messages.success(request, _("%(code)s dibuat. Cetak, lalu tanda tangani berdua.") % {"code": made.code})
            return go(request, "assets:handovers", slug=coop.slug)
    here = reverse("assets:handovers", kwargs={"slug": coop.slug})
    return form_page(
        request, form, title=_("Berita acara baru"), button=_("Buat berita acara"), icon="check", back=here,
        crumbs=crumbs(request, (_("Serah terima"), here), (_("Baru"), None)),
    )  # fmt: skip


def _known(request, lines) -> dict:
    asked = request.GET.get("barang", "")
    line = next((line for line in lines if str(line.item.id) == asked), None)
    chair = dict(officers(request.cooperative.id, clock.today())).get("ketua", "")
    known = {"taker": chair, "taker_post": _("Ketua"), "taker_party": request.cooperative.name}
    if line is None:
        return known
    purposes = {"granted": _("hibah menjadi milik koperasi"), "lent": _("pinjam pakai"), "bought": ""}
    return {**known, "items": [asked], "giver_party": line.item.party, "purpose": purposes[line.item.source]}
