"""Serve this installation: one process behind granian, on this machine only unless told otherwise."""

import os
import socket
import sys

from django.db import connections
from django.utils.translation import gettext as _

from lumbung.backup import memory, prepared, rescue, returned, stopping
from lumbung.site.commands.setup import start_words
from lumbung.site.readiness import refuse_damaged, refuse_powerful_role, refuse_unless_guarded
from lumbung.site.static_files import collect_when_stale
from lumbung.sql import seal
from lumbung.web.words import Refused

THREADS = 4  # pages that can wait for the database at once; each holds a connection with its cache


def arguments(parser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="H", help="address to listen on (127.0.0.1)")
    parser.add_argument("--older-i-know", action="store_true", help="serve books that are older than they once were")
    parser.add_argument("--restore", action="store_true",
                        help="serve only the page that brings a copy back: for a new computer")  # fmt: skip
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="port to listen on (8000)")


def run(options) -> int:
    """Serve the books; where only a copy helps, the page that brings one back."""
    if prepared.is_asked():
        return _switch_over()
    try:
        _refuse_unless_whole(options)
    except memory.NeedsCopy as needs:
        if not rescue.helps(options.host, anew=options.restore):
            raise
        return _rescue(options, needs)
    returned.note_return()
    memory.remember_now()
    memory.begin_serving()
    _serve(options, "lumbung.site.wsgi:application", start_words(address(options.port)))
    seal.put()
    return _switch_over() if prepared.is_asked() else 0


def _refuse_unless_whole(options) -> None:
    """Raises  Refused, and NeedsCopy where a copy helps."""
    if options.restore:
        raise memory.NeedsCopy(_("Pembukuan di komputer ini akan diganti dengan yang ada di cadangan."))
    memory.refuse_lost_file()
    refuse_damaged()
    refuse_unless_guarded()
    refuse_powerful_role()
    if not options.older_i_know:
        memory.refuse_older_books()


def _rescue(options, needs: memory.NeedsCopy) -> int:
    """Serve the page that brings a copy back, and nothing else."""
    print(needs, file=sys.stderr)
    print(_("Buka halaman ini di komputer ini untuk memulihkan cadangan."), file=sys.stderr, flush=True)
    os.environ[rescue.WHY] = str(needs)
    _serve(options, "lumbung.backup.rescue:application")
    del os.environ[rescue.WHY]
    return _switch_over() if prepared.is_asked() else 2


def _serve(options, application: str, words: str = "") -> None:
    refuse_taken_port(options.host, options.port)
    collect_when_stale()
    stopping.by_this_process()
    serve(options.host, options.port, application, words)


def _switch_over() -> int:
    """Make the home that waits the home, and begin anew in it: the secret and the database are others."""
    connections.close_all()
    memory.end_serving()
    aside = prepared.switch()
    print(_("Pembukuan dari cadangan dipakai. Yang lama disisihkan di %(aside)s.") % {"aside": aside}, flush=True)
    command = [word for word in sys.orig_argv[1:] if word not in ("--restore", "--older-i-know")]
    os.execv(sys.executable, [sys.executable, *command])  # noqa: S606 - the very command that runs


def refuse_taken_port(host: str, port: int) -> None:
    """Raises  Refused: somebody listens there already, or the address is not this machine's."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise Refused(
                _("Alamat %(host)s:%(port)s tidak dapat dipakai. Pilih pintu lain, misalnya --port %(other)s."),
                host=host, port=port, other=port + 1,
            ) from error  # fmt: skip


def serve(host: str, port: int, application: str, words: str = "") -> None:
    """Answer until somebody stops it; what is being answered is finished first. `words` are said once it listens."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
        workers_kill_timeout=10,
    )

    @server.on_startup
    def listening():
        print(_("Lumbung berjalan di %(address)s (Ctrl+C untuk berhenti)") % {"address": address(port)}, flush=True)
        print(words, end="\n" if words else "", flush=True)

    connections.close_all()  # the worker is a fork: it must open its own
    server.serve()


def address(port: int) -> str:
    """What people type: passkeys and secure cookies know `localhost`, not a bare number."""
    return f"http://localhost:{port}"
