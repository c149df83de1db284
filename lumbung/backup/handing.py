"""Bring a copy back by pages: choose it, both halves, see what is missing, switch over. Signed in, or to the rescue.

Both stand on this; neither asks the database, for it may be what is broken.
"""

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import background, found, halves, prepared, reports, stopping, words
from lumbung.backup.actions import readying
from lumbung.backup.forms import RestoreForm, UseForm
from lumbung.web.words import Count, Refused


def facts(form=None, use_form=None) -> dict:
    """What both pages show: the form, or what lies ready, or that the switch is on its way."""
    now, waiting = clock.now(), prepared.waiting()
    return {
        "standing": reports.standing(now), "prepared": waiting, "restarts": stopping.can(),
        "restore_form": form or RestoreForm(copies=found.copies()), "use_form": use_form or UseForm(),
        "ready": waiting and {"ago": words.ago(waiting.made_at, now), "entries": Count(waiting.entries),
                              "lost": Count(waiting.lost)},
    }  # fmt: skip


def start(request, by: str) -> RestoreForm | None:
    """Open a copy in a program of its own; the form, when it has mistakes."""
    form = RestoreForm(request.POST, request.FILES, copies=found.copies())
    if form.is_valid():
        try:
            _start(form, by)
        except Refused as refusal:
            form.add_refusal(refusal)
    return form if form.errors else None


def _start(form: RestoreForm, by: str) -> None:
    given = form.cleaned_data
    refuse_while_running()
    prepared.refuse_unmovable()
    secret = halves.join(given["one"], given["other"])
    readying.refuse_strange_key(secret)
    upload = given["file"]
    file = readying.take_upload(upload) if upload else form.files_of[given["copy"]]
    officers = [f"--officer={given[name]}" for name in ("first", "second")]
    background.start("restore", str(file), "--prepare", f"--by={by}", *officers, "--key", "-", told=f"{secret}\n")


def use(request) -> UseForm | None:
    """Switch over: now where the server can begin anew by itself, else at its next start. The form, when unread."""
    waiting = prepared.waiting()
    if waiting is None:
        raise Refused(_("Belum ada cadangan yang siap. Pilih cadangannya dulu."))
    form = UseForm(request.POST)
    if waiting.missing and not form.is_valid():
        return form
    prepared.ask()
    stopping.soon()
    return None


def refuse_while_running() -> None:
    """Raises  Refused: a copy is being taken, tried or brought back"""
    if reports.standing(clock.now()).running:
        raise Refused(_("Pencadangan lain sedang berjalan. Tunggu sampai selesai, lalu lihat hasilnya."))
