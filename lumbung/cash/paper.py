"""What every paper of the cooperative begins with."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung.places.models import Area


def head(cooperative) -> dict:
    """The letterhead, for the templates of `web.pdf`."""
    lines = [cooperative.legal_entity_no, " · ".join(part for part in (cooperative.address, cooperative.phone) if part)]
    return {
        "cooperative": {"name": cooperative.name, "lines": [line for line in lines if line]},
        "language": get_language() or "id", "page_word": _("Halaman"),
    }  # fmt: skip


def town(cooperative) -> str:
    """`Malang, `: where the paper was signed; empty when the village is not in the list."""
    found = Area.objects.filter(code=cooperative.village_code[:5]).first()
    return f"{found.name.removeprefix('Kota ').removeprefix('Kabupaten ')}, " if found else ""
