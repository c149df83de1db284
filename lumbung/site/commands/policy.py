"""Print the policy (c2sp.org/tlog-policy) of a cooperative's log: what whoever checks its proofs should trust."""

import sys

from lumbung.cooperatives.tenant import acting_for
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.witness import reports


def arguments(parser) -> None:
    parser.add_argument("--cooperative", metavar="SLUG", required=True)


def run(options) -> int:
    refuse_unless_tables()
    (cooperative,) = chosen(options.cooperative)
    with acting_for(cooperative.id):
        sys.stdout.write(reports.policy(cooperative.id))
    return 0
