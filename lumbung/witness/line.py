"""The line to a witness: one POST to an address that a person wrote down, over https or to this machine itself.

No proxy, no redirect, no second address: what `http.client` is told is all that it does.
"""

import ipaddress
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from time import monotonic
from typing import NamedTuple
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.web.words import Refused

HEADERS = {"Content-Type": "text/plain; charset=utf-8"}
SECONDS, MOST_SECONDS, LONGEST = 10, 20, 16 * 1024  # of silence, of all, bytes of an answer

CERTIFICATE = gettext_lazy("Sertifikat alamat itu tidak sah. Periksa jam komputer ini, lalu tanyakan kepada saksinya.")
SILENT = gettext_lazy("Tidak dijawab dalam waktunya. Coba lagi nanti, atau antar berkasnya dengan flashdisk.")
NO_LINE = gettext_lazy("Tidak tersambung. Periksa sambungan internet dan alamatnya, atau antar berkasnya.")


class Said(NamedTuple):
    """A witness's answer, not believed yet."""

    status: int
    body: str


class Unreached(Exception):
    """Nobody answered; the message is for people."""


def address(text: str) -> str:
    """The submission prefix that was typed, without its last slash.

    Raises  Refused: not https, nor this machine itself; or more than host and path
    """
    text = text.strip().rstrip("/").removesuffix("/add-checkpoint")
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    plain = not (parts.username or parts.query or parts.fragment or " " in text) and text.isascii()
    if not (host and plain and (parts.scheme == "https" or (parts.scheme == "http" and _is_here(host)))):
        raise Refused(_("Alamat saksi dimulai dengan https://. Salin seluruhnya dari halaman saksi itu."))
    return text


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def post(prefix: str, text: str) -> Said:
    """Send an add-checkpoint. Raises  Unreached."""
    parts = urlsplit(prefix)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    line = kind(parts.hostname, parts.port, timeout=SECONDS)
    try:
        line.request("POST", f"{parts.path}/add-checkpoint", text.encode(), HEADERS)
        answer = line.getresponse()
        return Said(answer.status, _read(answer).decode("utf-8", "replace"))
    except ssl.SSLCertVerificationError:
        raise Unreached(CERTIFICATE) from None
    except TimeoutError:
        raise Unreached(SILENT) from None
    except (OSError, HTTPException):
        raise Unreached(NO_LINE) from None
    finally:
        line.close()


def _read(answer) -> bytes:
    """At most `LONGEST` bytes within `MOST_SECONDS`: a witness that drips holds nobody up."""
    began, got = monotonic(), b""
    while len(got) < LONGEST and (piece := answer.read1(LONGEST - len(got))):
        got += piece
        if monotonic() - began > MOST_SECONDS:
            raise TimeoutError
    return got
