"""Show the keys of a cooperative's log, or let new ones take over: now and then, or because the old ones are lost."""

import json

from django.utils.translation import gettext as _

from lumbung.cooperatives.tenant import acting_for
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.tlog.note import NOTE
from lumbung.witness import actions
from lumbung.witness.reports.keys import keys, public


def arguments(parser) -> None:
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--rotate", action="store_true", help="new keys, signed by the old ones, sign from now on")
    parser.add_argument(
        "--lost", action="store_true", help="the old keys are lost or stolen: the log goes on under a new name"
    )
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    refuse_unless_tables()
    (cooperative,) = chosen(options.cooperative)
    with acting_for(cooperative.id):
        if options.rotate or options.lost:
            actions.rotate_key(cooperative_id=cooperative.id, by=None, lost=options.lost)
        listed = [_told(key) for key in keys(cooperative.id)]
    if options.json:
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return 0
    for key in listed:
        print(f"{key['since']}  {key['kind']:9}  {key['name']}+{key['id']}")
    if options.rotate or options.lost:
        print(_("Bagikan `lumbung policy` yang baru kepada saksi dan tempelkan di kantor."))
    return 0


def _told(key) -> dict:
    return {
        "name": key.name,
        "kind": "Ed25519" if key.kind == NOTE else "ML-DSA-44",
        "id": public(key).id.hex(),
        "since": f"{key.made_at:%Y-%m-%dT%H:%M:%SZ}",
        "vkey": public(key).vkey,
    }
