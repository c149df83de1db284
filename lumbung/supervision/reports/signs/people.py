"""Signs about members, officers and meetings."""

from collections import defaultdict
from datetime import timedelta

from django.utils.translation import gettext as _

from lumbung.ledger import reports as books
from lumbung.ledger.reports.holders import holder_sums
from lumbung.meetings.models import Meeting
from lumbung.meetings.reports import current
from lumbung.members.models import Member
from lumbung.members.reports import STANDING, members_at, names
from lumbung.security.models import Appointment, Person
from lumbung.supervision.reports.signs.kinds import Glance, Row, Sign, listed

LOANS, WEEK, TOGETHER = "113100", timedelta(days=7), 3


def ghosts(look: Glance) -> Sign:
    """Members who never paid or took anything, and three or more with one phone who joined in one week."""
    here = Member.objects.filter(cooperative_id=look.coop, status__in=STANDING).order_by("number")
    here = list(here.only("id", "number", "full_name", "phone", "joined_on", "cooperative_id"))
    moved = {who for sums in holder_sums(look.coop, look.today).values() for who in sums}
    quiet = look.today - timedelta(days=30)
    silent = [one for one in here if one.id not in moved and one.joined_on and one.joined_on <= quiet]
    rows = [_member(one, _("belum pernah bertransaksi")) for one in silent]
    known = {one.id for one in silent}
    rows += [_member(one, _("satu nomor telepon, masuk bersamaan")) for one in _batches(here) if one.id not in known]
    return listed(_("%(n)s anggota"), rows)


def _member(one: Member, small: str) -> Row:
    return Row(f"{one.number} {one.full_name}", one.joined_on, None, "members:detail", {"member_id": one.id}, small)


def _batches(members: list[Member]) -> list[Member]:
    """Those who share a phone and joined within a week of one another, three or more."""
    sharing = defaultdict(list)
    for one in members:
        if one.phone and one.joined_on:
            sharing[one.phone].append(one)
    found = []
    for group in sharing.values():
        group.sort(key=lambda one: one.joined_on)
        for place in range(len(group) - TOGETHER + 1):
            near = [one for one in group[place:] if one.joined_on - group[place].joined_on <= WEEK]
            if len(near) >= TOGETHER:
                found += near
                break
    return found


def borrowed_in_names(look: Glance) -> Sign:
    """Every member in whose name a loan stands: each is asked at the confirmation of balances."""
    owing = {who: amount for who, amount in books.holder_balances(look.coop, LOANS).items() if amount}
    called = names(look.coop, owing)
    rows = [Row(called.get(who, ""), None, amount, "members:detail", {"member_id": who})
            for who, amount in sorted(owing.items())]  # fmt: skip
    return listed(_("%(n)s pinjaman"), rows)


def crowded_meetings(look: Glance) -> Sign:
    """Members' meetings of the last year with more people, or more invited, than there were members."""
    year = look.today - timedelta(days=365)
    rows = []
    for one in current(Meeting, look.coop, body=Meeting.Body.MEMBERS, on__gte=year):
        members = members_at(look.coop, one.on)
        if one.present > members:
            small = _("%(present)s hadir, %(members)s anggota") % {"present": one.present, "members": members}
            rows.append(Row(one.agenda, one.on, None, "meetings:rapat-anggota_one", {"row_id": one.id}, small))
    return listed(_("%(n)s rapat"), rows)


def shared_phones(look: Glance) -> Sign:
    """Officers whose accounts have one phone, or one member, behind them: one hand with two names."""
    held = Appointment.objects.filter(cooperative_id=look.coop, until=None).exclude(role="anggota")
    officers = dict(held.values_list("person_id", "member_id"))
    people = Person.objects.filter(id__in=list(officers), is_active=True)
    alike = defaultdict(set)
    for one in people.order_by("full_name"):
        for mark in (one.phone, officers[one.id]):
            if mark:
                alike[mark].add((one.full_name, one.login_name))
    pairs = {tuple(sorted(group)) for group in alike.values() if len(group) > 1}
    rows = [Row(", ".join(f"{name} ({login})" for name, login in pair)) for pair in sorted(pairs)]
    return listed(_("%(n)s pasang akun"), rows)


def phrase_for_papers(look: Glance) -> Sign:
    """Whether members can tell our messages from those of somebody who only knows our name."""
    phrase = look.law.message_phrase
    return Sign(_("sudah ada") if phrase else _("belum ada"), not phrase)
