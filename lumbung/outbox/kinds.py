"""The deeds that can be recorded without a line. The outbox knows none of them: packages add theirs when they start.

kinds.register(Kind("dues.pay", _("Terima iuran"), "dues.receive", 3, take_dues, {1: from_1, 2: from_2}))
kinds.keep("dues:receive", "dues.receive", _("Terima iuran"), icon="coins")
"""

import base64
import binascii
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.security import rules as duties
from lumbung.web.words import Refused

ACCEPTED_BACK = 2  # versions before today's that a device may still hold
PHOTO = "data:image/"


class Done(NamedTuple):
    """What an item became: its paper, and where that can be looked at."""

    document: str
    url: str


class Sent(NamedTuple):
    """What a handler is given: who, where, which request, and the form as it was typed."""

    cooperative: Cooperative
    person_id: int
    uuid: UUID
    written_at: datetime
    body: dict

    def filled(self, form_class, **kwargs):
        """The package's own form, filled in and valid.

        “Kemarin” counts from the day on which it was written; whether a day has come is still ours to say.
        Raises  Refused: what the form says, field by field
        """
        photos = {name: value for name, value in self.body.items() if _is_photo(value)}
        typed = {name: value for name, value in self.body.items() if name not in photos}
        data = MultiValueDict({name: [value] if isinstance(value, str) else value for name, value in typed.items()})
        data["request_id"] = str(self.uuid)
        form = form_class(data, {name: _photo(value) for name, value in photos.items()}, **kwargs)
        for field in form.fields.values():
            if hasattr(field, "said_on"):
                field.said_on = clock.local(self.written_at).date()
        if not form.is_valid():
            raise Refused(_mistakes(form))
        return form


def _is_photo(value) -> bool:
    return isinstance(value, str) and value.startswith(PHOTO)


def _photo(text: str) -> SimpleUploadedFile:
    head, _comma, content = text.partition(",")
    try:
        return SimpleUploadedFile("foto", base64.b64decode(content, validate=True), head[5:].partition(";")[0])
    except binascii.Error:
        raise Refused(_("Fotonya tidak terbaca. Pilih foto lain.")) from None


def _mistakes(form) -> str:
    said = []
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        said.append(f"{label}: {' '.join(errors)}" if label else " ".join(errors))
    return " ".join(said)


class Kind(NamedTuple):
    """A deed that can be recorded without a line.

    deed      whoever may do this may send it; never one that approves, confirms, or undoes
    version   of the form's fields; one more when a field changes its name or its meaning
    record    what is done with it: validate by the package's own form, do its one action under the item's uuid
    upgrades  version → makes a body of the next version out of a body of this one
    facts     the page that tells, as JSON, what the form shows of each choice while there is no line
    """

    name: str
    label: str
    deed: str
    version: int
    record: Callable[[Sent], Done]
    upgrades: dict[int, Callable[[dict], dict]]
    facts: str = ""

    def today(self, version: int, body: dict) -> dict:
        """The body as today's form writes it.

        Raises  Refused: written by a program older than two versions
        """
        if version < max(1, self.version - ACCEPTED_BACK):
            raise Refused(_("Catatan ini ditulis oleh Lumbung yang sudah terlalu lama. Tulis sekali lagi."))
        for step in range(version, self.version):
            body = self.upgrades[step](dict(body))
        return body


class Page(NamedTuple):
    """A page that opens without a line. `shown`: the page for being without a line offers it; else it is one behind."""

    url_name: str
    deed: str
    label: str
    icon: str
    kwargs: dict
    shown: bool


KINDS: dict[str, Kind] = {}
_PAGES: list[Page] = []


def register(kind: Kind) -> None:
    """Let a deed be recorded without a line."""
    needed = range(max(1, kind.version - ACCEPTED_BACK), kind.version)
    assert set(needed) <= set(kind.upgrades), f"{kind.name}: an upgrade is missing"
    assert kind.deed in duties.DEEDS, f"{kind.name}: nobody may {kind.deed}"
    KINDS[kind.name] = kind


def keep(url_name: str, deed: str, label="", *, icon="notebook-pen", shown=True, **kwargs) -> None:
    """Let a page open without a line, to whoever has its deed."""
    page = Page(url_name, deed, label, icon, kwargs, shown)
    if page not in _PAGES:
        _PAGES.append(page)


def pages_for(slug: str, roles) -> list[dict]:
    """The pages that a person keeps on a device: address, words, icon."""
    return [
        {"url": reverse(page.url_name, kwargs={"slug": slug, **page.kwargs}), "label": str(page.label),
         "icon": page.icon, "shown": page.shown}
        for page in _PAGES if duties.may(roles, page.deed)
    ]  # fmt: skip
