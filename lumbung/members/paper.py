"""What every paper of a cooperative begins and ends with, and how a file is answered."""

from datetime import date

from django.http import HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Cooperative
from lumbung.members.places import signed_at
from lumbung.security.reports import officers

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
OFFICES = {
    "ketua": gettext_lazy("Ketua"),
    "sekretaris": gettext_lazy("Sekretaris"),
    "bendahara": gettext_lazy("Bendahara"),
}


def paper(cooperative: Cooperative, title: str, on: date) -> dict:
    """The head and foot of a paper signed on a day, as `web.pdf` takes them."""
    lines = [line for line in (cooperative.legal_entity_no, cooperative.address) if line]
    return {
        "cooperative": {"name": cooperative.name, "lines": lines}, "title": title, "footer": cooperative.name,
        "language": get_language() or "id", "page_word": _("halaman"),
        "place_date": signed_at(cooperative.village_code, on),
    }  # fmt: skip


def signers(cooperative_id: int, on: date, *roles: str) -> list[dict]:
    """Who signs: each office with the name of who holds it on a day."""
    names = dict(officers(cooperative_id, on))
    return [{"role": str(OFFICES[role]), "name": names.get(role, "")} for role in roles]


def columns(*described: tuple[str, str, str]) -> list[dict]:
    """Columns of a printed table from (label, side, width)."""
    return [dict(zip(("label", "align", "width"), column, strict=True)) for column in described]


def file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to look at or to keep."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'inline; filename="{name}"'})
