"""The server reads where a request ends in one way only: what two readers could read differently is refused."""

import contextlib
import os
import socket
import subprocess
import sys

import pytest

from tests.test_crawl import free_port, wait_for
from tests.test_tidy import ROOT

HOST = b"Host: localhost\r\n"
SECOND = b"GET /kedua HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
SERVE = """
from granian import Granian
from granian.constants import Interfaces
server = Granian(
    "tests.security.tiny:application", address="127.0.0.1", port={port}, interface=Interfaces.WSGI, workers=1,
    blocking_threads=1, websockets=False, log_access=False,
)
@server.on_startup
def ready():
    print("siap", flush=True)
server.serve()
"""
DOUBTFUL = {
    "two ways to say the length": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND,
    "two lengths": b"Content-Length: 0\r\nContent-Length: 60\r\n\r\n" + SECOND,
    "a length with a sign": b"Content-Length: +0\r\n\r\n" + SECOND,
    "a length below nothing": b"Content-Length: -1\r\n\r\n" + SECOND,
    "pieces of another kind": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SECOND,
    "a blank before the colon": b"Content-Length : 0\r\n\r\n" + SECOND,
    "a folded line": b"X-A: b\r\n c\r\nContent-Length: 0\r\n\r\n" + SECOND,
}


@pytest.fixture(scope="module")
def port():
    number, words = free_port(), {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen([sys.executable, "-c", SERVE.format(port=number)], cwd=ROOT, stdout=-1, env=words)
    try:
        assert any(b"siap" in line for line in server.stdout)
        wait_for(f"http://127.0.0.1:{number}/", server)
        yield number
    finally:
        server.terminate()
        server.wait(20)


def answers(port: int, request: bytes) -> bytes:
    """What comes back until the server closes; one that waits for more has answered all it will."""
    with socket.create_connection(("127.0.0.1", port), timeout=1.5) as line, contextlib.suppress(TimeoutError):
        line.sendall(request)
        got = b""
        while piece := line.recv(65_536):
            got += piece
    return got


def test_two_clear_requests_get_two_answers(port):
    got = answers(port, b"POST /satu HTTP/1.1\r\n" + HOST + b"Content-Length: 5\r\n\r\n12345" + SECOND)
    assert b"POST /satu 5" in got and b"GET /kedua 0" in got


@pytest.mark.parametrize("name", DOUBTFUL)
def test_a_doubtful_end_gets_no_second_answer(port, name):
    got = answers(port, b"POST /satu HTTP/1.1\r\n" + HOST + DOUBTFUL[name])
    assert b"/kedua" not in got
