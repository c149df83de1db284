"""Say what is wrong with this machine or installation, and what to do about it."""

import json

from django.utils.translation import gettext as _

from lumbung.site.health import findings


def arguments(parser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    found = findings()
    healthy = all(finding.ok for finding in found)
    if options.json:
        print(json.dumps({"ok": healthy, "checks": [f._asdict() for f in found]}, ensure_ascii=False, indent=2))
        return 0 if healthy else 1
    for finding in found:
        print(f"{_('baik') if finding.ok else _('SALAH'):6} {finding.name}: {finding.state}")
        if not finding.ok:
            print(f"       → {finding.remedy}")
    return 0 if healthy else 1
