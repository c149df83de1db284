"""The demo in a folder of its own, served on a free port, as `lumbung serve` does it.

Started as a script it is the server: serving.py PORT WORKERS. Beside the pages it answers /hello/, the least that this
Django with this middleware can say, so that a page can be compared with it in the same minute.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60  # seconds for the server to answer at all
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")


class Demo(NamedTuple):
    """A demo that answers at `port`; its tables lie in `home`."""

    port: int
    home: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"


@contextlib.contextmanager
def demo(workers: int = 1, built: Path | None = None) -> Iterator[Demo]:
    """`built` is a folder with a demo built before: a copy of it is served, which is quicker than building one."""
    folder = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))
    environment = os.environ | {"LUMBUNG_HOME": str(folder), "LUMBUNG_DEMO": "1", "PYTHONPATH": str(ROOT)}
    environment.pop("DATABASE_URL", None)
    try:
        if built:
            shutil.copytree(built, folder, dirs_exist_ok=True)
        else:
            command = [sys.executable, "-m", "lumbung.site.cli", "demo", "--no-serve"]
            subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
        with served([sys.executable, __file__], environment, workers) as port:
            yield Demo(port, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def served(command: list[str], environment: dict, *words) -> Iterator[int]:
    """Run a server that is told its port first; stop it afterwards."""
    port = free_port()
    server = subprocess.Popen([*command, *map(str, (port, *words))], env=environment)
    try:
        wait_for(server, port)
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(server: subprocess.Popen, port: int) -> None:
    for _ in range(PATIENCE * 10):
        assert server.poll() is None, "the server stopped"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def passphrase(login_name: str) -> str:
    """The one that the demo prints."""
    from lumbung.demo import signins

    return signins.passphrase(login_name)


def make_application():
    """Lumbung itself, with /hello/ among its addresses."""
    from lumbung.site.wsgi import application  # isort: skip - it starts Django

    from django.http import HttpResponse
    from django.urls import path

    from lumbung.site import urls

    urls.urlpatterns.append(path("hello/", lambda request: HttpResponse("hello")))
    return application


def main():
    import django

    django.setup()

    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from lumbung.site.commands.serve import THREADS
    from lumbung.site.static_files import collect_when_stale

    port, workers = map(int, sys.argv[1:3])
    collect_when_stale()
    connections.close_all()
    Granian(
        "serving:make_application", address="127.0.0.1", port=port, interface=Interfaces.WSGI, workers=workers,
        blocking_threads=THREADS, websockets=False, log_access=False, log_level=LogLevels.warning, factory=True,
    ).serve()  # fmt: skip


if __name__ == "__main__":
    main()
