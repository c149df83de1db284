"""Erase what is somebody's once nothing must be kept any more; without a member, list who may be forgotten, and when.

It cannot be undone. The file is written anew afterwards, so that nothing of it lies between the rows either.
"""

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.members.models import Member
from lumbung.privacy.actions import forget
from lumbung.privacy.reports import Parted, parted
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.sql.erasing import sweep
from lumbung.web.dates import long_date
from lumbung.web.words import Count, Refused


def arguments(parser) -> None:
    parser.add_argument(
        "member", metavar="MEMBER", nargs="?", help="the member's number; without it, who may be erased"
    )
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--reason", metavar="WORDS", default="", help="who asked for it, and when; kept for ever")


def run(options) -> int:
    refuse_unless_tables()
    (cooperative,) = chosen(options.cooperative)
    with acting_for(cooperative.id):
        if not options.member:
            for one in parted(cooperative.id, clock.today()):
                print(_line(one))
            return 0
        numbers = forget(member=_member(options.member), by=None, reason=options.reason, today=clock.today())
    print(
        _("%(n)s catatan tidak lagi dapat dikaitkan dengan orangnya. Bukunya tetap utuh.") % {"n": Count(len(numbers))}
    )
    if not sweep():
        print(_("Di PostgreSQL, pemilik tabel menjalankan VACUUM FULL sesudah ini."))
    return 0


def _line(one: Parted) -> str:
    day = long_date(one.due)
    if one.open:
        state = _("simpanan belum selesai")
    elif one.may_forget(clock.today()):
        state = _("boleh dihapus")
    else:
        state = _("menunggu %(day)s") % {"day": day}
    return f"{one.member.number:<8} {one.member.full_name:<32} {state}"


def _member(number: str) -> Member:
    member = Member.objects.filter(number=number).first()
    if member is None:
        raise Refused(_("Tidak ada anggota bernomor %(number)s."), number=number)
    return member
