"""Wrong tries wait longer and longer, before anything is hashed.

The key is the name and the device: whoever tries from elsewhere slows only elsewhere, and a person at a device that
knows her comes in on the busiest day. All devices that do not know her share one key, so a thrown-away cookie is no
new beginning. A name that nobody has waits just as long.
"""

import hashlib
import math

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.security import limits
from lumbung.security.models import Acquaintance, Slowed
from lumbung.security.sittings import device_here
from lumbung.sql import writes
from lumbung.web.words import Refused

ELSEWHERE = "elsewhere"


def key_of(request, name: str, person_id: int | None) -> str:
    """Of a name as typed, at the device of this request."""
    device = device_here(request)
    known = device and person_id and Acquaintance.objects.filter(person_id=person_id, device=device).exists()
    where = str(device.id) if known else ELSEWHERE
    return hashlib.sha256(f"{person_id or name}|{where}".encode()).hexdigest()


def refuse_while_slowed(key: str) -> None:
    """Raises  Refused: the last wrong try was too short a while ago"""
    slowed, now = Slowed.objects.filter(key=key).first(), clock.now()
    if slowed and slowed.last_at <= now < slowed.until:
        seconds = math.ceil((slowed.until - now).total_seconds())
        raise Refused(_("Terlalu banyak percobaan yang salah. Tunggu %(wait)s, lalu coba lagi."), wait=_spoken(seconds))


def _spoken(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return _("%(n)s detik") % {"n": seconds} if seconds < 60 else _("%(n)s menit") % {"n": minutes}


@writes
def wrong(key: str) -> None:
    """One more wrong try. What is a day old is forgotten, everybody's."""
    now = clock.now()
    Slowed.objects.filter(last_at__lt=now - limits.FORGET).delete()
    slowed = Slowed.objects.select_for_update().filter(key=key).first() or Slowed(key=key, wrong=0)
    slowed.wrong, slowed.last_at = slowed.wrong + 1, now
    slowed.until = now + limits.wait_after(slowed.wrong)
    slowed.save()


@writes
def right(key: str) -> None:
    """She knew it after all."""
    Slowed.objects.filter(key=key).delete()
