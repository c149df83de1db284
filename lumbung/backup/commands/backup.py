"""Copy everything while it is in use, prove the copy, seal it, and write it to every stick that is plugged in."""

import json
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.backup import actions, background, places, words
from lumbung.backup.actions.making import Made
from lumbung.cooperatives.models import Cooperative
from lumbung.web.words import Count, Refused


def arguments(parser) -> None:
    parser.add_argument("folders", nargs="*", metavar="DIR", help="write there too")
    parser.add_argument("--to", action="append", default=[], metavar="DIR", help="write there too; may be repeated")
    parser.add_argument("--recipient", action="append", default=[], metavar="age1…", help="seal to this key too")
    parser.add_argument("--label", action="append", default=[], metavar="DIR", help="make this stick a place, and stop")
    parser.add_argument(
        "--elsewhere", action="append", default=[], metavar="DIR", help="the same for the place elsewhere"
    )
    parser.add_argument("--by", default="lumbung backup", help="who asked, for the list of copies")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    if options.label or options.elsewhere:
        return _label(options)
    made = reporting(lambda: _make(options))
    if options.json:
        print(json.dumps(_facts(made), ensure_ascii=False, indent=2))
    else:
        _say(made)
    return 0 if all(written.ok for written in made.written) and made.written else 1


def _make(options) -> Made:
    to = [Path(folder) for folder in options.folders + options.to]
    return actions.make(by=options.by, to=to, extra=options.recipient, say=telling(options.json))


def _label(options) -> int:
    owner = Cooperative.objects.order_by("id").values_list("name", flat=True).first() or "Lumbung"
    for kind, folders in ((places.STICK, options.label), (places.ELSEWHERE, options.elsewhere)):
        for folder in folders:
            place = actions.adopt(path=Path(folder).resolve(), kind=kind, owner=owner)
            print(f"{place['name']}: {folder}")
    return 0


def reporting(deed):
    """Do it; the page that waits hears how it ended."""
    try:
        done = deed()
    except Refused as refused:
        background.tell(failed=str(refused))
        raise
    except Exception:
        background.tell(
            failed=_("Berhenti karena kesalahan program. Coba sekali lagi, lalu beri tahu pemasang Lumbung.")
        )
        raise
    background.tell()
    return done


def telling(silent: bool):
    """Each step to the page that waits, and to the screen."""
    steps = []

    def say(step: str) -> None:
        steps.append(step)
        background.tell(step=step, done=len(steps))
        if not silent:
            print(f"  {step} …", flush=True)

    return say


def _facts(made: Made) -> dict:
    return {
        "file": str(made.file), "made_at": made.manifest.made_at.isoformat(), "entries": made.entries,
        "method": made.manifest.method, "size": made.file.stat().st_size, "seconds": made.seconds,
        "places": [written._asdict() for written in made.written],
    }  # fmt: skip


def _say(made: Made) -> None:
    told = _("%(entries)s catatan terbukti utuh, disandi menjadi %(size)s dalam %(seconds)s detik (%(method)s).")
    size = words.megabytes(made.file.stat().st_size)
    print(
        told % {"entries": Count(made.entries), "size": size, "seconds": made.seconds, "method": made.manifest.method}
    )
    for written in made.written:
        print(f"{written.name}: {_('tersimpan') if written.ok else written.words}")
    if not made.written:
        print(_("Belum tersimpan di luar komputer ini. Tancapkan stik, atau tambahkan --to MAP."))
