"""Recompute every book from its rows and name what is not as it was posted; exit 1 when anything is."""

import json

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import audit as ledger
from lumbung.security import trail_audit
from lumbung.site.readiness import damage, refuse_unless_tables
from lumbung.site.sealed import unopened
from lumbung.sql import guards
from lumbung.web.words import Refused
from lumbung.witness import audit


def arguments(parser) -> None:
    parser.add_argument("--cooperative", metavar="SLUG", help="only this one")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    refuse_unless_tables()
    found = [_verified(cooperative) for cooperative in chosen(options.cooperative)]
    missing, damaged, trail = guards.missing(), damage(), trail_audit.problems(None)
    whole = not missing and not damaged and not trail and all(book["ok"] for book in found)
    if options.json:
        told = {"ok": whole, "guards_missing": missing, "damage": damaged, "trail": trail, "cooperatives": found}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _say(found, missing, damaged)
        _say_trail(trail)
    return 0 if whole else 1


def chosen(slug: str | None) -> list[Cooperative]:
    every = Cooperative.objects.order_by("slug")
    chosen = list(every.filter(slug=slug) if slug else every)
    if slug and not chosen:
        raise Refused(_("Tidak ada koperasi “%(slug)s”. `lumbung cooperatives` menampilkan yang ada."), slug=slug)
    return chosen


def _verified(cooperative: Cooperative) -> dict:
    with acting_for(cooperative.id):
        problems = audit.problems(cooperative.id) + ledger.strangers(cooperative.id) + unopened(cooperative.id)
        erased = [{"number": number, "document": document} for number, document in ledger.erased(cooperative.id)]
    found = {"ok": not problems, "problems": [problem._asdict() for problem in problems], "erased": erased}
    return {"slug": cooperative.slug, "name": cooperative.name} | found


def _say(found: list[dict], missing: list[str], damaged: list[str]) -> None:
    for book in found:
        print(f"{book['slug']}: " + (_("utuh") if book["ok"] else _faults(len(book["problems"]))))
        for problem in book["problems"]:
            where = f"{problem['document']} (#{problem['number']})" if problem["number"] else _("buku")
            print(f"  {where}: {problem['message']}")
        for entry in book["erased"]:
            print(f"  {entry['document']} (#{entry['number']}): " + _("data pribadinya dihapus; catatannya utuh"))
    if missing:
        print(_("Penjaga yang hilang: %(names)s. Jalankan `lumbung migrate`.") % {"names": ", ".join(missing)})
    if damaged:
        print(_("Berkas data rusak: %(what)s. Pulihkan cadangan terbaru.") % {"what": "; ".join(damaged)})
    if not found:
        print(_("Belum ada koperasi."))


def _say_trail(problems: list[str]) -> None:
    """The installation's own: who signed in, who got an account."""
    for problem in problems:
        print(_("jejak: ") + problem)


def _faults(count: int) -> str:
    return ngettext("%(count)s hal tidak beres", "%(count)s hal tidak beres", count) % {"count": count}
