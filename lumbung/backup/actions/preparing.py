"""Keys on paper, places with a label, and when to warn."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.backup import escrow, halves, places, rules, sealing, state
from lumbung.web.words import Refused


class Sheet(NamedTuple):
    """One half of one key, as it is printed: which key, which half, for whom."""

    key: str
    part: int
    holder: str
    half: halves.Half
    made_at: datetime


HOLDERS = (("Ketua", "Bendahara"), ("Pengawas", "Kantor desa atau dinas"))


def make_keys(*, at: datetime, by: str) -> list[Sheet]:
    """Two new keys in two halves each. The halves exist in the answer alone: print it, nothing keeps them.

    Raises  Refused: there are keys already; they are replaced by name first (`retire_keys`)
    """
    with state.changing() as kept:
        if state.usable_keys(kept):
            raise Refused(_("Lembar pemulihan sudah ada. Ganti dulu yang lama kalau memang perlu."))
        for key in state.waiting_keys(kept):
            key["retired_at"] = at.isoformat()  # a printing that nobody read back
        made = [_new_key(f"{at:%Y%m%d}-{place}", holders, at, by) for place, holders in zip("AB", HOLDERS, strict=True)]
        kept["keys"] += [key for key, _sheets in made]
    return [sheet for _key, sheets in made for sheet in sheets]


def _new_key(name: str, holders: tuple[str, str], at: datetime, by: str) -> tuple[dict, list[Sheet]]:
    secret, recipient = sealing.new_key()
    pair = halves.split(secret)
    sheets = [
        Sheet(name, part, holder, half, at) for part, (holder, half) in enumerate(zip(holders, pair, strict=True), 1)
    ]
    words = [half.words for half in pair]
    return {"name": name, "recipient": recipient, "words": words, "made_at": at.isoformat(), "by": by}, sheets


def confirm_keys(*, words: dict[tuple[str, int], str], at: datetime) -> None:
    """Take keys into use when the words of every sheet have been read from paper.

    words    (key, part) → the two words on that sheet
    Raises   Refused: a sheet's words are others
    """
    with state.changing() as kept:
        waiting = state.waiting_keys(kept)
        for key in waiting:
            for part, right in enumerate(key["words"], start=1):
                if " ".join(words.get((key["name"], part), "").lower().split()) != right:
                    raise Refused(
                        _("Kata uji lembar %(key)s bagian %(part)s tidak cocok. Baca lagi dari kertasnya."),
                        key=key["name"], part=part,
                    )  # fmt: skip
        for key in waiting:
            key["confirmed_at"] = at.isoformat()
    escrow.renew()


def retire_keys(*, at: datetime) -> None:
    """Seal to these keys no more. Copies that exist still need them, so the sheets are kept."""
    with state.changing() as kept:
        for key in state.usable_keys(kept) + state.waiting_keys(kept):
            key["retired_at"] = at.isoformat()


def adopt(*, path: Path, kind: str, owner: str) -> dict:
    """Make a stick or a folder a place for copies.

    Raises  Refused
    """
    with state.changing() as kept:
        return places.adopt(kept, path, kind, owner)


def remove_place(*, place_id: str) -> None:
    """Forget a place; what lies there stays."""
    with state.changing() as kept:
        kept["places"] = [place for place in kept["places"] if place["id"] != place_id]


def set_warning(*, days: int) -> None:
    """After how many days without a copy outside this computer to warn."""
    assert days >= 1
    with state.changing() as kept:
        kept["warn_after"] = days


assert len(HOLDERS) >= rules.LEAST_KEYS
