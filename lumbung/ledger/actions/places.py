"""What nobody can do with a place of money or a day, in words that say what to do instead."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.ledger.journal import Place
from lumbung.ledger.reports.places import held_at, place_name
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


def refuse_future(on: date) -> None:
    if on > clock.today():
        raise Refused(_("Tanggal %(day)s belum terjadi. Pilih hari ini atau sebelumnya."), day=long_date(on))


def refuse_empty_place(cooperative_id: int, place: Place, amount: int, on: date) -> None:
    """After posting `amount` out of a place: neither today nor on that day may it hold less than nothing."""
    facts = {"place": place_name(cooperative_id, place)}
    if (left := held_at(cooperative_id, place)) < 0:
        raise Refused(
            _("Uang di %(place)s hanya %(held)s. Pilih tempat lain."), held=money.show(left + amount), **facts
        )
    if on < clock.today() and (left := held_at(cooperative_id, place, on)) < 0:
        words = _("Pada %(day)s uang di %(place)s hanya %(held)s. Pilih tempat lain.")
        raise Refused(words, day=long_date(on), held=money.show(left + amount), **facts)
