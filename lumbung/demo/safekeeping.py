"""What the pilot needs to try copies without a stick or a printer: three folders that count as sticks, and its sheets.

The sheets of a real cooperative exist on paper only; the pilot's lie beside its invented members.
"""

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import actions, heads, places, state

SHEETS = "lembar-contoh.txt"
NAME = "KMP Karbes"


def lay_out() -> None:
    """Three sticks and four sheets, in use, where there are none; the memory of earlier books goes with those books."""
    heads.forget()
    for number in (1, 2, 3):
        folder = settings.HOME / f"stik-contoh-{number}"
        folder.mkdir(exist_ok=True)
        if not places.read_label(folder):
            actions.adopt(path=folder, kind=places.STICK, owner=NAME)
    if not state.usable_keys(state.load()):
        _write_sheets(actions.make_keys(at=clock.now(), by=NAME))


def _write_sheets(made) -> None:
    actions.confirm_keys(words={(one.key, one.part): one.half.words for one in made}, at=clock.now())
    lines = [_("Contoh saja: lembar pemulihan yang sungguhan hanya ada di kertas."), ""]
    for one in made:
        lines += [f"{one.key} · {one.part}/2 · {one.holder} · {one.half.words}", one.half.text, ""]
    (settings.HOME / SHEETS).write_text("\n".join(lines), encoding="utf-8")
