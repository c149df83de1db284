"""Requests that no page would make: any address, any way, any words, by anybody; the same ones for the same seed."""

import random
from collections import Counter

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import Resolver404, resolve

from lumbung.security.models import Person
from tests.fuzz.forms import forms_of
from tests.fuzz.town import WORD, Town, browsers, rows_of
from tests.pages import SLUG, addresses
from tests.test_walls import addresses as routes

METHODS = ["get"] * 5 + ["post"] * 6 + ["head", "put", "delete", "options", "patch"]
HEADERS = [{}, {}, {"HX-Request": "true"}, {"X-Forwarded-For": "10.0.0.1"}, {"Accept-Language": "en"}]
WORDS = [
    "", "0", "-1", "1", "9" * 19, "9" * 40, "1e9", "NaN", "1,5", "20rb", "Rp 20.000", "a", "x" * 5000, "\x00", "%00",
    "é", "\u202etxt", "😀", "' OR 1=1 --", "<script>alert(1)</script>", "{{7*7}}", "../../etc/passwd", "2026-02-30",
    "0000-00-00", "9999-12-31", "2026-03", "on", "true", "[]", "{}", "//evil.example", "=1+1", "\r\nSet-Cookie: a=b",
    "١٢٣", "3573041234500001",
]  # fmt: skip
NAMES = ["amount", "member", "cari", "bulan", "next", "id", "lihat", "q", "file", "request_id"]
SLUGS = [SLUG] * 8 + [WORD.lower(), "tidak-ada"]


class Walk:
    """One walk through a town: `step` makes a request and says what is wrong with the answer."""

    def __init__(self, town: Town, seed: int):
        self._dice, self._browsers, self._forms = random.Random(seed), browsers(), []
        self._town, self.statuses = town, Counter()
        self._ours = [address for _name, address, _who in addresses(town.ours)]
        self._theirs = [address for _name, address, _who in addresses(town.theirs)]
        self._routes = [route for route, _view in routes()]
        self._values = [str(value) for known in town for value in known.values()]
        self._kept = self._all()

    def step(self) -> str:
        """What is wrong with the answer to one request; nothing when all is well."""
        who, (method, address, data) = self._dice.choice(list(self._browsers)), self._request()
        before = connection.connection.total_changes
        answer = getattr(self._browsers[who], method)(address, data, headers=self._dice.choice(HEADERS))
        wrote = connection.connection.total_changes != before and self._is_changed()
        self.statuses[answer.status_code] += 1
        self._remember(address, answer)
        wrong = _wrong(who, address, answer, wrote)
        return f"{who} {method} {address} {data}: {wrong}" if wrong else ""

    def _is_changed(self) -> bool:
        """Whether more than the trail was written: each refusal leaves a line in it."""
        before, self._kept = self._kept, self._all()
        return self._kept != before

    def _all(self) -> tuple:
        people = list(Person.objects.order_by("id").values_list("id", "login_name", "password", "phone", "is_active"))
        return [rows_of(known["cooperative"]) for known in (self._town.ours, self._town.theirs)], people

    def _request(self) -> tuple[str, str, dict]:
        if self._forms and self._dice.random() < 0.4:
            form = self._dice.choice(self._forms)
            return "post", form.action, {name: self._value(value) for name, value in form.fields}
        method, names = self._dice.choice(METHODS), ["amount", "member", "cari", "bulan", "next", "id", "lihat", "q"]
        return (
            method,
            self._address(),
            {self._dice.choice(names): self._value("") for _ in range(self._dice.randrange(4))},
        )

    def _address(self) -> str:
        if (chance := self._dice.random()) < 0.6:
            return self._dice.choice(self._ours if chance < 0.4 else self._theirs)
        parts, out = self._dice.choice(self._routes).split("<"), ""
        for place, part in enumerate(parts):
            name, _end, rest = part.partition(">")
            out += (self._piece(name) + rest) if place else part
        return "/" + out

    def _piece(self, name: str) -> str:
        if name == "slug:slug":
            return self._dice.choice(SLUGS)
        pool = [*self._values, "1", "0", "x", "2026-03", "2026-W12", "9" * 19, "koperasi", "%00", "..%2f.."]
        return self._dice.choice(pool)

    def _value(self, usual: str):
        if (chance := self._dice.random()) < 0.6:
            return usual
        if chance < 0.95:
            return self._dice.choice(WORDS if chance < 0.85 else self._values)
        return SimpleUploadedFile("a.xlsx", self._dice.choice([b"", b"PK\x03\x04", b"GIF89a", b"a,b\n1,2\n"]))

    def _remember(self, address: str, answer) -> None:
        is_page = answer.status_code == 200 and answer.get("Content-Type", "").startswith("text/html")
        if is_page and not answer.streaming and len(self._forms) < 500:
            self._forms += forms_of(address, answer.content.decode())


def _wrong(who: str, address: str, answer, wrote: bool) -> str:
    if answer.status_code >= 500:
        return f"{answer.status_code} {getattr(answer, 'exc_info', None) and answer.exc_info[1]!r}"
    if wrote and not _may(who, address):
        return f"{answer.status_code}, and it wrote"
    if not answer.streaming and WORD.encode() in answer.content:
        return f"{answer.status_code}, and it shows what is theirs"
    return ""


def _may(who: str, address: str) -> bool:
    """Outside the cooperatives everybody may do what stands there; inside, whoever has the deed, and at ours."""
    try:
        found = resolve(address.split("?")[0])
    except Resolver404:
        return False
    allowed = getattr(found.func, "allowed", None)
    return allowed is None or (who in allowed and found.kwargs.get("slug") == SLUG)
