"""Run as a program in the home of a copy: how far its books have come, and whether they continue what is known.

Reads {slug: [size, root]} as JSON from its input; answers {"heads": …, "problems": […]}.
"""

import json
import os
import sys


def main() -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")
    django.setup()
    from lumbung.backup import heads

    memory = heads.now()
    known = {slug: tuple(told) for slug, told in json.load(sys.stdin).items()}
    answer = memory.as_json() | {"problems": _unbalanced() + _other_histories(memory.heads, known)}
    print(json.dumps(answer, ensure_ascii=False))
    return 0


def _unbalanced() -> list[str]:
    """The cooperatives whose trial balance has two different sides."""
    from lumbung import clock
    from lumbung.cooperatives.models import Cooperative
    from lumbung.cooperatives.tenant import acting_for
    from lumbung.ledger.reports import trial_balance

    found = []
    for cooperative in Cooperative.objects.order_by("slug"):
        with acting_for(cooperative.id):
            checks = trial_balance(cooperative.id, None, clock.today()).checks
        found += [f"{cooperative.slug}: {check.name}" for check in checks if not check.ok]
    return found


def _other_histories(have: dict, known: dict) -> list[str]:
    """Books that are long enough and yet do not begin with what is known of them."""
    from django.utils.translation import gettext as _

    from lumbung.cooperatives.models import Cooperative
    from lumbung.cooperatives.tenant import acting_for
    from lumbung.ledger.reports import root_at

    found = []
    for cooperative in Cooperative.objects.filter(slug__in=known):
        size, root = known[cooperative.slug]
        if have[cooperative.slug].size < size:
            continue
        with acting_for(cooperative.id):
            same = root_at(cooperative.id, size).hex() == root
        if not same:
            words = _("%(slug)s: %(size)s catatan pertamanya bukan catatan yang pernah dibukukan")
            found.append(words % {"slug": cooperative.slug, "size": size})
    return found


if __name__ == "__main__":
    sys.exit(main())
