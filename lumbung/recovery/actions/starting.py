"""A fresh installation has nobody in it: a code on its console is the only way to the first account."""

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.recovery import reports, rules
from lumbung.recovery.actions.cases import WrongCode
from lumbung.recovery.models import StartCode
from lumbung.security.models import Person
from lumbung.sql import writes


@writes
def make_start_code() -> str:
    """The code for the first person, for a quarter of an hour; "" where somebody is here already."""
    if Person.objects.exists():
        return ""
    code, now = ids.new_code(), clock.now()
    StartCode.objects.create(code_hash=reports.hashed(code), made_at=now, expires_at=now + rules.START_LIVES)
    return code


@writes
def use_start_code(code: str) -> None:
    """It is used from now on, as soon as the deed that asks for this is done.

    Raises  WrongCode: not the newest, too old, used, or somebody is here already
    """
    newest = StartCode.objects.select_for_update().order_by("-id").first()
    fits = newest and newest.code_hash == reports.hashed(rules.normal_code(code)) and not newest.used_at
    if not fits or newest.expires_at < clock.now() or Person.objects.exists():
        raise WrongCode(_("Kode ini tidak berlaku. Jalankan lagi `lumbung serve`, lalu pakai kode yang baru."))
    StartCode.objects.filter(id=newest.id).update(used_at=clock.now())
