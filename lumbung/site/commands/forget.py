"""Erase the salts and the words in the entries of a member who has left. It cannot be undone, and no page offers it."""

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import erase_holder
from lumbung.members.models import Member
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.web.words import Count, Refused


def arguments(parser) -> None:
    parser.add_argument("member", metavar="MEMBER", help="the member's number in the register")
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--reason", metavar="WORDS", required=True, help="who asked for it, and when; kept for ever")


def run(options) -> int:
    refuse_unless_tables()
    (cooperative,) = chosen(options.cooperative)
    with acting_for(cooperative.id):
        numbers = erase_holder(
            cooperative_id=cooperative.id, holder=_member(options.member).id, today=clock.today(), by=None,
            reason=options.reason,
        )  # fmt: skip
    print(
        _("%(n)s catatan tidak lagi dapat dikaitkan dengan orangnya. Bukunya tetap utuh.") % {"n": Count(len(numbers))}
    )
    return 0


def _member(number: str) -> Member:
    member = Member.objects.filter(number=number).first()
    if member is None:
        raise Refused(_("Tidak ada anggota bernomor %(number)s."), number=number)
    if member.status not in (Member.Status.LEFT, Member.Status.DECEASED):
        raise Refused(_("%(name)s masih anggota. Data pribadinya dihapus sesudah ia keluar."), name=member.full_name)
    return member
