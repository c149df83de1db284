"""The forms of a page, as a browser would send them."""

from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urljoin


class Form(NamedTuple):
    action: str
    method: str
    fields: list[tuple[str, str]]


class Forms(HTMLParser):
    """What each form of the page sends when nobody has changed anything in it."""

    def __init__(self, address: str, html: str):
        super().__init__()
        self.found: list[Form] = []
        self._address, self._open, self._select, self._area = address, False, None, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if tag == "form":
            action = urljoin(self._address, facts.get("action") or self._address)
            self.found.append(Form(action, (facts.get("method") or "get").lower(), []))
            self._open = True
        elif self._open and facts.get("name"):
            self._field(tag, facts)
        elif tag == "option" and self._select and ("selected" in facts or self._select[1] in (None, "")):
            self._select[1] = facts.get("value", "")

    def _field(self, tag, facts):
        if tag == "select":
            self._select = [facts["name"], None]
        elif tag == "textarea":
            self._area = facts["name"]
            self._send(facts["name"], "")
        elif tag == "button" or facts.get("type") not in ("checkbox", "radio") or "checked" in facts:
            self._send(facts["name"], facts.get("value", ""))

    def _send(self, name, value):
        self.found[-1].fields.append((name, value))

    def handle_endtag(self, tag):
        if tag == "select" and self._select:
            self._send(self._select[0], self._select[1] or "")
            self._select = None
        elif tag == "form":
            self._open = False
        elif tag == "textarea":
            self._area = None


def forms_of(address: str, html: str) -> list[Form]:
    """Those that change something and stay with us."""
    return [form for form in Forms(address, html).found if form.method == "post" and form.action.startswith("/k/")]
