"""List the cooperatives of this installation."""

import json

from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Cooperative
from lumbung.places.models import Area
from lumbung.site.readiness import refuse_unless_tables


def arguments(parser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    refuse_unless_tables()
    listed = all_of_them()
    if options.json:
        print(json.dumps(listed, ensure_ascii=False, indent=2))
    elif not listed:
        print(_("Belum ada koperasi. `lumbung demo` membuat lima belas untuk dicoba."))
    else:
        _table(listed)
    return 0


def all_of_them() -> list[dict]:
    """Slug, name, kind and village of each cooperative, by slug."""
    rows = list(Cooperative.objects.order_by("slug"))
    villages = Area.objects.in_bulk({row.village_code for row in rows})
    return [
        {
            "slug": row.slug,
            "name": row.name,
            "kind": row.kind,
            "village": villages[row.village_code].name if row.village_code in villages else "",
            "village_code": row.village_code,
        }
        for row in rows
    ]


def _table(listed: list[dict]) -> None:
    slugs, names = (max(len(row[key]) for row in listed) for key in ("slug", "name"))
    for row in listed:
        print(f"{row['slug']:<{slugs}}  {row['name']:<{names}}  {row['village']} ({row['village_code']})")
