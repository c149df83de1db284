"""Recompute every book from its rows and name what is not as it was posted; exit 1 when anything is."""

import json

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.audit import erased
from lumbung.site import findings
from lumbung.site.readiness import refuse_unless_tables
from lumbung.web.words import Refused


def arguments(parser) -> None:
    parser.add_argument("--cooperative", metavar="SLUG", help="only this one")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    refuse_unless_tables()
    found = [_verified(cooperative) for cooperative in chosen(options.cooperative)]
    machine = findings.of_machine()
    whole = not any(machine) and all(book["ok"] for book in found)
    if options.json:
        beside = {"guards_missing": machine.guards, "damage": machine.damage, "trail": machine.trail}
        print(json.dumps({"ok": whole} | beside | {"cooperatives": found}, ensure_ascii=False, indent=2))
    else:
        _say(found, machine)
    return 0 if whole else 1


def chosen(slug: str | None) -> list[Cooperative]:
    every = Cooperative.objects.order_by("slug")
    chosen = list(every.filter(slug=slug) if slug else every)
    if slug and not chosen:
        raise Refused(_("Tidak ada koperasi “%(slug)s”. `lumbung cooperatives` menampilkan yang ada."), slug=slug)
    return chosen


def _verified(cooperative: Cooperative) -> dict:
    with acting_for(cooperative.id):
        problems = findings.of_book(cooperative.id)
        forgotten = [{"number": number, "document": document} for number, document in erased(cooperative.id)]
    found = {"ok": not problems, "problems": [problem._asdict() for problem in problems], "erased": forgotten}
    return {"slug": cooperative.slug, "name": cooperative.name} | found


def _say(found: list[dict], machine: findings.Machine) -> None:
    for book in found:
        print(f"{book['slug']}: " + (_("utuh") if book["ok"] else _faults(len(book["problems"]))))
        for problem in book["problems"]:
            where = f"{problem['document']} (#{problem['number']})" if problem["number"] else _("buku")
            print(f"  {where}: {problem['message']}")
        for entry in book["erased"]:
            print(f"  {entry['document']} (#{entry['number']}): " + _("data pribadinya dihapus; catatannya utuh"))
    for words in machine.said():
        print(words)
    if not found:
        print(_("Belum ada koperasi."))


def _faults(count: int) -> str:
    return ngettext("%(count)s hal tidak beres", "%(count)s hal tidak beres", count) % {"count": count}
