"""The campaign: `python -m tests.fuzz 1000000 --seed 1`, in an installation of its own that is thrown away.

After every few hundred requests all that they wrote is taken back, so that the last meets the same town as the first.
Papers are not set: what would be printed is answered as it is. Says each request that something is wrong with, and at
the end how many there were; exit code 1 when anything was wrong.
"""

import argparse
import logging
import os
import tempfile
import time
from collections import Counter

EACH = 400  # requests, then all is taken back


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requests", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=24 * 60, help="stop after so long, however many there were")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lumbung-fuzz-", ignore_cleanup_errors=True) as home:
        os.environ |= {"LUMBUNG_HOME": home, "DJANGO_SETTINGS_MODULE": "lumbung.site.settings"}
        os.environ.pop("DATABASE_URL", None)
        return campaign(options.requests, options.seed, time.monotonic() + options.minutes * 60)


def campaign(count: int, seed: int, until: float) -> int:
    import django

    django.setup()
    import typst
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    import conftest
    from lumbung import clock
    from tests.fuzz.town import build_town
    from tests.test_pages import TODAY

    setup_test_environment()
    logging.disable(logging.CRITICAL)
    typst.compile = lambda *_, sys_inputs, **__: sys_inputs["data"].encode()
    conftest.hash_passphrases_quickly()
    conftest.count_as_strongly_signed_in()
    call_command("migrate", verbosity=0)
    with clock.frozen(TODAY):
        return walked(build_town(clock.today()), count, seed, until)


def walked(town, count: int, seed: int, until: float) -> int:
    from django.db import transaction

    from tests.fuzz.walk import Walk

    began, done, wrong, statuses = time.monotonic(), 0, 0, Counter()
    while done < count and time.monotonic() < until:
        with transaction.atomic():
            walk = Walk(town, seed * 1_000_003 + done)
            for said in filter(None, (walk.step() for _ in range(min(EACH, count - done)))):
                wrong += 1
                print(said[:600], flush=True)
            transaction.set_rollback(True)
        done, statuses = done + min(EACH, count - done), statuses + walk.statuses
    print("answers:", *(f"{status} × {times}" for status, times in sorted(statuses.items())))
    print(f"{done} requests, seed {seed}, {wrong} wrong, {time.monotonic() - began:.0f} s", flush=True)
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
