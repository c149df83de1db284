"""Put periksa.html together from its sources: one file, whose policy knows each script and style by its digest.

    python3 bin/periksa.py            write lumbung/witness/periksa/periksa.html, and static/witness/reader.js beside it
    python3 bin/periksa.py --check    say whether what lies there is what the sources make

reader.js is the same reader of pictures as a module, for pages of Lumbung that take a code: loaded when one is chosen.

Modules become functions in the order of their imports; nothing is shortened, so the page can be read. Only the standard
library, and the same bytes on every machine.
"""

import base64
import csv
import hashlib
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "lumbung" / "witness" / "periksa"
PAGE, SOURCES = HERE / "periksa.html", HERE / "src"
READER = HERE.parent / "static" / "witness" / "reader.js"
WEB = ROOT / "lumbung" / "web" / "static" / "web"
CHART = ROOT / "lumbung" / "ledger" / "chart.csv"
ICONS = ("camera", "check", "eye", "file-text", "image", "key", "minus", "printer", "x")

MISTAKE, MENDED = "[6, 30, 54, 74, 102]", "[6, 30, 54, 78, 102]"  # where the marks of a code of version 23 are

IMPORT = re.compile(r'^import \{ ([^}]+) \} from "([^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
EXPORTS = re.compile(r"^export \{([^}]+)\};?\n?", re.MULTILINE)
SYMBOL = re.compile(r'<symbol id="([a-z0-9-]+)".*?</symbol>', re.DOTALL)


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    for path, made in ((PAGE, page()), (READER, module())):
        if not arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8")
            print(f"{path.relative_to(ROOT)}: {len(made.encode()):,} bytes")
        elif not path.exists() or path.read_text(encoding="utf-8") != made:
            sys.exit(f"{path.name} is not what its sources make: python3 bin/periksa.py")


def page():
    parts = {"style": style(), "reader": reader(), "program": program()}
    for name in ("reader", "program"):
        if "</script" in parts[name]:
            raise ValueError(f"{name} would end its own element")
    parts |= {"policy": policy(parts), "icon": icon(), "symbols": symbols()}
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], read(SOURCES / "page.html"))


def read(path):
    return path.read_text(encoding="utf-8")


def policy(parts):
    """Nothing but this file: no address may be asked for anything."""
    scripts = " ".join(digest(parts[name]) for name in ("reader", "program"))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {digest(parts['style'])}; img-src data:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


# --- scripts ----------------------------------------------------------------------------------------------------------


def reader():
    """The reader of pictures as its maker gives it, but for one number: see VENDORED.md."""
    text = read(HERE / "vendor" / "jsQR.js")
    if text.count(MISTAKE) != 1:
        raise ValueError("jsQR.js is another one than the one whose mistake is known")
    return text.replace(MISTAKE, MENDED)


def program():
    """All modules, each after those it imports."""
    done = {}
    add_module(SOURCES / "page.js", done)
    return '"use strict";\n' + "\n".join(done.values())


def module():
    """The reader of pictures alone, for `import()`."""
    done = {}
    add_module(SOURCES / "scan.js", done)
    words = "// Made by bin/periksa.py: jsQR, and periksa/src/scan.js.\n"
    return words + reader() + "\n".join(done.values()) + "export const readPicture = $scan.readPicture;\n"


def add_module(path, done):
    if path in done:
        return
    text = names() if path.name == "names.js" else read(path)
    for _names, place in IMPORT.findall(text):
        add_module((path.parent / place).resolve(), done)
    done[path] = as_function(path, text)


def as_function(path, text):
    """A module as one function that gives what it exports."""
    exported = [name for _kind, name in EXPORT.findall(text)]
    for found in EXPORTS.findall(text):
        exported += [name.strip() for name in found.split(",") if name.strip()]
    text = EXPORTS.sub("", EXPORT.sub(r"\1 \2", text))
    text = IMPORT.sub(lambda found: f"const {{ {found[1]} }} = {variable(Path(found[2]))};\n", text)
    return f"const {variable(path)} = (() => {{\n{text}return {{ {', '.join(exported)} }};\n}})();\n"


def variable(path):
    return "$" + re.sub(r"\W", "_", path.stem)


def names():
    """The module with the names of accounts, from the chart."""
    with CHART.open(encoding="utf-8", newline="") as file:
        rows = {row["code"]: [row["name"], row["english"]] for row in csv.DictReader(file, delimiter="|")}
    lines = "\n".join(f"  {json.dumps(code)}: {json.dumps(both, ensure_ascii=False)}," for code, both in rows.items())
    head = "// Accounts, Indonesian and English, from lumbung/ledger/chart.csv."
    return f"{head}\nexport const ACCOUNTS = {{\n{lines}\n}};\n"


# --- style and pictures -----------------------------------------------------------------------------------------------


def style():
    """The colours of every page of Lumbung, the typeface in the file itself, and this page's own style."""
    font = base64.b64encode((WEB / "plus-jakarta-sans.woff2").read_bytes()).decode()
    tokens = read(WEB / "tokens.css").replace('"plus-jakarta-sans.woff2"', f'"data:font/woff2;base64,{font}"')
    return tokens + "\n" + read(SOURCES / "style.css")


def icon():
    return f"data:image/svg+xml;base64,{base64.b64encode((WEB / 'logo.svg').read_bytes()).decode()}"


def symbols():
    found = {match[1]: match[0] for match in SYMBOL.finditer(read(WEB / "icons.svg"))}
    drawings = [found[name].replace('id="', 'id="i-', 1) for name in ICONS]
    logo = re.sub(r"<svg [^>]*>", '<symbol id="i-logo" viewBox="0 0 40 40">', read(WEB / "logo.svg").strip())
    return "\n".join([logo.replace("</svg>", "</symbol>"), *drawings])


if __name__ == "__main__":
    main(sys.argv[1:])
