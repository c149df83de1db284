"""What all deeds of savings refuse alike, and the rows they keep."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.ledger import reports as books
from lumbung.ledger.journal import Place
from lumbung.members.models import Member
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

SAVINGS = "211100"
NOT_HERE = (Member.Status.APPLICANT, Member.Status.LEFT, Member.Status.DECEASED)


def refuse_day(on: date) -> None:
    if on > clock.today():
        raise Refused(_("Tanggal %(day)s belum terjadi. Pilih hari ini atau sebelumnya."), day=long_date(on))


def refuse_no_member(member: Member) -> None:
    if member.status in NOT_HERE:
        raise Refused(
            _("%(name)s belum atau tidak lagi menjadi anggota. Simpanan hanya untuk anggota."), name=member.full_name
        )


def refuse_empty_place(cooperative_id: int, place: Place, amount: int, on: date) -> None:
    """After posting `amount` out of a place: neither today nor on that day may it hold less than nothing."""
    days = {on: _("Pada %(day)s uang di %(place)s hanya %(held)s. Pilih tempat lain.")} if on < clock.today() else {}
    for day, words in {None: _("Uang di %(place)s hanya %(held)s. Pilih tempat lain."), **days}.items():
        if (left := books.held_at(cooperative_id, place, day)) < 0:
            where = books.place_name(cooperative_id, place)
            facts = {"place": where, "held": money.show(left + amount)}
            raise Refused(words, **facts, **({"day": long_date(day)} if day else {}))


def named(member: Member) -> str:
    """As the book says it."""
    return f"{member.full_name} ({member.number})"
