"""Remember, while serving, how far the books have come; and stop a start on books that are older than the memory."""

from time import monotonic

from django.db import DatabaseError
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import heads, state
from lumbung.cooperatives.models import Cooperative
from lumbung.sql import seal
from lumbung.web.words import Refused


class NeedsCopy(Refused):
    """The books cannot be served, and only a copy helps: the page that brings one back may be served instead."""


EVERY = 60  # seconds at most between a deed and its memory, while deeds go on
FEW = 50  # cooperatives: on a server of many, the witnesses remember


class Remembering:
    """A WSGI application that writes down, after a post, how far the books have come: at most once a minute."""

    def __init__(self, application):
        self._application, self._last = application, -EVERY

    def __call__(self, environ, start_response):
        answer = self._application(environ, start_response)
        if environ["REQUEST_METHOD"] == "POST" and monotonic() - self._last >= EVERY:
            self._last = monotonic()
            remember_now()
        return answer


_held: list = []


def end_serving() -> None:
    """Let go of the home: it is about to be put aside."""
    while _held:
        _held.pop().close()


def begin_serving() -> None:
    """Say in the home that a server works in it: a restore waits until it has stopped."""
    state.begin_serving(_held)


def remember_now() -> None:
    """Of what stands in the database; a memory that cannot be written keeps nobody from working."""
    try:
        if Cooperative.objects.count() <= FEW:
            heads.remember(heads.now(), clock.now())
    except (OSError, DatabaseError):
        return


def refuse_lost_file() -> None:
    """Raises  Refused: there were books in this home, and the file that they lay in is gone"""
    file = seal.file()
    if file and not file.exists() and heads.remembered().heads:
        raise NeedsCopy(_("Berkas pembukuan di komputer ini hilang. Pulihkan cadangan terbaru."))


def refuse_older_books() -> None:
    """Raises  Refused: the database holds fewer entries than it once held"""
    known = heads.remembered()
    if not known.heads:
        return
    if lines := heads.missing(heads.now().heads, known):
        raise NeedsCopy(
            _("Pembukuan di komputer ini lebih lama dari buktinya, jadi Lumbung tidak mau berjalan. %(missing)s."
              " Pulihkan cadangan terbaru; kalau yang lama ini memang disengaja, jalankan dengan --older-i-know."),
            missing="; ".join(lines),
        )  # fmt: skip
