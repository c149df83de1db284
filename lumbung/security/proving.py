"""Proving once more who sits here: by passphrase, or by the PIN of a sitting."""

from django.contrib.auth.hashers import check_password
from django.utils.translation import gettext as _

from lumbung.security import limits, notices, slowing
from lumbung.security.models import Pin, Sitting
from lumbung.security.sittings import end, opened
from lumbung.sql import writes
from lumbung.web.words import Refused

DIGITS = 6


def wrong_words(request, given: str) -> str:
    """Why what she wrote does not prove it; nothing when it does."""
    try:
        if len(given) == DIGITS and given.isdecimal():
            return "" if pin_opens(request.sitting, given) else _("PIN tidak cocok. Coba lagi.")
        return "" if passphrase_proves(request, given) else _("Kata sandi tidak cocok. Periksa lagi.")
    except Refused as refusal:
        return str(refusal)


def passphrase_proves(request, given: str) -> bool:
    """Whether this is the passphrase of the person who is signed in; wrong ones wait as at the door."""
    key = slowing.key_of(request, "", request.person.id)
    slowing.refuse_while_slowed(key)
    proves = request.person.check_password(given)
    (slowing.right if proves else slowing.wrong)(key)
    return proves


def pin_opens(sitting: Sitting, given: str) -> bool:
    """Whether the PIN is that of the sitting's person. The fifth wrong one ends the sitting.

    Raises  Refused: she has no PIN, or this sitting has had its five
    """
    pin = Pin.objects.filter(person_id=sitting.person_id).first()
    if pin is None:
        raise Refused(_("PIN belum dipasang. Tulis kata sandi Anda."))
    if sitting.wrong_pins >= limits.PINS:
        raise Refused(_("PIN sudah salah lima kali. Masuk lagi dengan kata sandi."))
    opens = check_password(given, pin.pin_hash)
    if not opens:
        _one_more_wrong(sitting)
    return opens


def unlock(request, sitting: Sitting, given: str) -> None:
    """Open a locked sitting again.

    Raises  Refused: the PIN is not its person's
    """
    if not pin_opens(sitting, given):
        raise Refused(_("PIN tidak cocok. Sesudah lima kali salah, masuk lagi dengan kata sandi."))
    opened(request, sitting)


@writes
def _one_more_wrong(sitting: Sitting) -> None:
    kept = Sitting.objects.select_for_update().select_related("device").get(id=sitting.id)
    kept.wrong_pins += 1
    kept.save(update_fields=["wrong_pins"])
    if kept.wrong_pins >= limits.PINS:
        end([kept.id], "pins")
        notices.tell([kept.person_id], "pins.wrong", device=kept.device.name)
