"""Has every sentence of the code and the templates its English, with the same blanks in it?

Indonesian is the language of the code; lumbung/locale/en carries the English. What is missing is printed as lines
ready to be filled in; `--write` puts them into the catalogue, in order, and takes out what no one asks for any more.
GNU gettext is not needed.
"""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bin"), str(ROOT / "bin" / "checks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")

import messages  # noqa: E402
from sentences import Text, in_python, in_template, untranslatable  # noqa: E402

CATALOGUE = ROOT / "lumbung" / "locale" / "en" / "LC_MESSAGES" / "django.po"
HEADER = """# English of Lumbung; the msgids are its Indonesian. Put in order by bin/checks/translations.py --write
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n\""""
FOR_DEVELOPERS = {"models.py", "models", "samples.py"}  # a model's help_text; the style page
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def sources():
    for path in sorted(ROOT.glob("lumbung/**/*")):
        if path.suffix in {".py", ".html", ".svg", ".txt", ".typ"} and not {"tests", "migrations", "static"} & set(
            path.parts
        ):
            yield path


def wanted():
    """{Text: "place:line"} over the whole project."""
    found = {}
    for path in sources():
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        text = path.read_text()
        here = in_python(text) if path.suffix == ".py" else in_template(text, str(path))
        for message, line in here.items():
            found.setdefault(message, f"{path.relative_to(ROOT)}:{line}")
    return found


def given():
    """({Text: Message}, complaints) of the English catalogues."""
    found, complaints = {}, []
    for catalog in messages.catalogs():
        if catalog.parts[-3] != "en":
            continue
        for message in messages.read(catalog):
            text = Text(*message.key)
            twin = found.get(text)
            if twin and twin.strings != message.strings:
                complaints.append(
                    f"{catalog.relative_to(ROOT)}:{message.line}: translated twice: {text.singular[:60]!r}"
                )
            found[text] = message
    return found, complaints


def faults(text, message):
    """What is wrong with a translation; nothing for a good one."""
    if message.fuzzy or not message.strings or not all(message.strings):
        yield "has no English"
    elif text.plural is None and blanks(text.singular) != blanks(message.strings[0]):
        yield "has other blanks in English"
    elif text.plural is not None and len(message.strings) != 2:
        yield "needs msgstr[0] and msgstr[1]"


def blanks(text):
    return sorted(PLACEHOLDER.findall(text))


def po_lines(text, place, strings=("", "")):
    """The entry of a .po file for a text; with empty strings, one to be filled in."""
    lines = [f"#: {place}"] + ([f"msgctxt {quoted(text.context)}"] if text.context else [])
    lines.append(f"msgid {quoted(text.singular)}")
    if text.plural is None:
        return "\n".join([*lines, f"msgstr {quoted(strings[0])}"])
    plurals = [f"msgstr[{number}] {quoted(string)}" for number, string in enumerate(strings)]
    return "\n".join([*lines, f"msgid_plural {quoted(text.plural)}", *plurals])


def quoted(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def write(asked, english):
    """Put the catalogue in order: what the code asks for, by place; the rest goes."""
    entries = [
        po_lines(text, place.rsplit(":", 1)[0], english[text].strings if text in english else ("", ""))
        for text, place in sorted(asked.items(), key=lambda pair: pair[1].rsplit(":", 1)[0])
    ]
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text("\n\n".join([HEADER, *entries]) + "\n")


def main(arguments):
    import django

    django.setup()
    asked, (english, complaints) = wanted(), given()
    if arguments == ["--write"]:
        return write(asked, english)
    for path in sources():
        if path.suffix == ".py" and FOR_DEVELOPERS.isdisjoint((path.name, path.parent.name)):
            for line, text in untranslatable(path.read_text()):
                complaints.append(f'{path.relative_to(ROOT)}:{line}: write _("…") around {text[:60]}')
    for text in asked.keys() & english.keys():
        complaints += [f"{asked[text]}: {text.singular[:60]!r} {fault}" for fault in faults(text, english[text])]
    missing = [text for text in asked if text not in english]
    unused = [text for text in english if text not in asked and text.singular]
    report(complaints, [po_lines(text, asked[text]) for text in missing], unused)
    return bool(complaints or missing)


def report(complaints, missing, unused):
    print("\n".join(sorted(complaints)))
    if missing:
        print(
            f"{len(missing)} sentences are not in lumbung/locale/en/LC_MESSAGES/django.po:\n\n" + "\n\n".join(missing)
        )
    if unused:
        print(f"\n{len(unused)} translations are not asked for any more, like {unused[0].singular[:60]!r}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
