"""Are the templates fit for the content policy, and is every visible word translatable?

No inline script, style or handler; nothing htmx would have to evaluate; no `|safe`; nothing from another host; and no
word that a person reads outside `{% translate %}`, `{% blocktranslate %}` or `_("…")`.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "lumbung" / "web" / "templates" / "web" / "style"

COMMENT = re.compile(r"\{#.*?#\}|\{%-?\s*comment\b.*?\{%-?\s*endcomment\s*%\}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"\{%\s*(blocktranslate|blocktrans)\b.*?\{%\s*end\1\s*%\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
BLANK = " "

FORBIDDEN = {
    re.compile(r"\|\s*safe\b"): "|safe: make the value safe where it is made (format_html)",
    re.compile(r"\{%\s*autoescape\s+off"): "autoescape off",
    re.compile(r"\bhx-on\b"): "hx-on: needs eval; use a module in static/",
    re.compile(r"\bhx-vars\b|=\s*[\"']js:"): "hx-vars or js: needs eval",
    re.compile(r"\bhx-trigger\s*=\s*[\"'][^\"']*\["): "a filter in hx-trigger needs eval",
    re.compile(r"javascript:", re.IGNORECASE): "javascript: address",
}

READ_ALOUD = {"title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription"}
READ_ALOUD |= {"aria-valuetext", "hx-confirm", "hx-prompt"}
NOT_WORDS = {"code", "kbd", "samp", "script", "style", "template-source"}
NAMES = re.compile(r"\b(Lumbung|Rp|PDF|XLSX|XLS|ODS|CSV|JSON|NIK|KTP|RT|RW|BKM|BKK|BM|JU|nbsp|GitHub)\b")
WORD = re.compile(r"[^\W\d_]{2,}")

LITERAL = re.compile(r"""(?P<before>\w*[(:=]?)\s*(?P<quote>["'])(?P<text>[^"']*)(?P=quote)""")
SENTENCE = re.compile(r"^[A-Z][a-z]+$|[^\W\d_]{2,}\s+[^\W\d_]{2,}")
SILENT_TAGS = {"load", "extends", "url", "static", "now", "translate", "trans", "partial", "partialdef", "if", "elif"}
SILENT_TAGS |= {"icon", "picture", "term"}  # they name a drawing or a word of the glossary
CLASSES = re.compile(r"\{% block width %\}[\w -]*\{% endblock %\}")  # stands inside class="…" of the frame
SHOWING_FILTERS = {"default:", "default_if_none:", "yesno:"}


class Page(HTMLParser):
    """Collects (line, complaint) from the HTML around the template tags."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self.open = [], []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.open.append(tag)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.complain(f"inline <{tag}>")
        for name, value in attributes:
            self.attribute(tag, name, value or "", given)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.open.pop()

    def handle_endtag(self, tag):
        while tag in self.open and self.open.pop() != tag:
            pass

    def attribute(self, tag, name, value, given):
        if name == "style" or re.match(r"on[a-z]+$", name):
            self.complain(f'inline {name}="…"')
        if name in {"src", "srcset"} and re.match(r"(https?:)?//", value):
            self.complain(f"from another host: {value}")
        if name in READ_ALOUD or (name == "value" and given.get("type") in {"submit", "button", "reset"}):
            self.words(value, f'{name}="…"')

    def handle_data(self, data):
        if not NOT_WORDS & set(self.open):
            self.words(data, "text")

    def words(self, text, where):
        found = WORD.search(NAMES.sub("", text))
        if found:
            self.complain(f"{where} is not translatable: {' '.join(text.replace(BLANK, '…').split())[:60]}")

    def complain(self, what):
        self.found.append((self.getpos()[0], what))


def complaints(source):
    """[(line, what is wrong)] of a template's text."""
    source = CLASSES.sub(blank, COMMENT.sub(blank, source))
    lines = source.splitlines()
    found = [
        (number, what)
        for number, line in enumerate(lines, 1)
        for pattern, what in FORBIDDEN.items()
        if pattern.search(line)
    ]
    for tag in TAG.finditer(TRANSLATED.sub(blank, source)):
        found += [(source.count("\n", 0, tag.start()) + 1, what) for what in bare_words(tag[0])]
    page = Page()
    page.feed(TAG.sub(blank, TRANSLATED.sub(blank, source)))
    page.close()
    return sorted(found + page.found)


def blank(match):
    """The same number of lines, so that a complaint names the right one."""
    return BLANK + "\n" * match[0].count("\n")


def bare_words(tag):
    """Strings handed to a template tag, to be shown, without `_("…")` around them."""
    name = tag.strip("{%} \n-").split(maxsplit=1)[0] if tag.startswith("{%") else ""
    if name in SILENT_TAGS:
        return
    for literal in LITERAL.finditer(tag):
        before = literal["before"]
        translated = before == "_(" or (before.endswith(":") and before not in SHOWING_FILTERS)
        if not translated and SENTENCE.search(NAMES.sub("", literal["text"])):
            yield f'write _("{literal["text"]}") in {tag[:60]}'


def fit(file):
    """The complaints about a file; the style page shows samples to developers, in words that need no English."""
    found = complaints(file.read_text())
    if file.is_relative_to(SAMPLES) or file == SAMPLES.with_suffix(".html"):
        return [
            (line, what) for line, what in found if "not translatable" not in what and not what.startswith("write _(")
        ]
    return found


def main():
    files = sorted({*ROOT.glob("lumbung/**/templates/**/*.html"), *ROOT.glob("lumbung/**/templates/**/*.svg")})
    found = [f"{file.relative_to(ROOT)}:{line}: {what}" for file in files for line, what in fit(file)]
    print("\n".join(found) or f"{len(files)} templates are fit")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
