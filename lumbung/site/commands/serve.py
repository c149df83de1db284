"""Serve this installation: one process behind granian, on this machine only unless told otherwise."""

import socket

from django.db import connections
from django.utils.translation import gettext as _

from lumbung.backup import memory
from lumbung.site.commands.setup import start_words
from lumbung.site.readiness import refuse_damaged, refuse_powerful_role, refuse_unless_guarded
from lumbung.site.static_files import collect_when_stale
from lumbung.sql import seal
from lumbung.web.words import Refused

THREADS = 4  # pages that can wait for the database at once; each holds a connection with its cache


def arguments(parser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="H", help="address to listen on (127.0.0.1)")
    parser.add_argument("--older-i-know", action="store_true", help="serve books that are older than they once were")
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="port to listen on (8000)")


def run(options) -> int:
    refuse_unless_guarded()
    refuse_powerful_role()
    refuse_damaged()
    if not options.older_i_know:
        memory.refuse_older_books()
    memory.remember_now()
    memory.begin_serving()
    refuse_taken_port(options.host, options.port)
    collect_when_stale()
    serve(options.host, options.port, start_words(address(options.port)))
    seal.put()
    return 0


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


def serve(host: str, port: int, words: str = "") -> None:
    """Answer until somebody stops it; what is being answered is finished first. `words` are said once it listens."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "lumbung.site.wsgi:application",
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
