"""Bring a copy back: opened, proven, compared with all that is known of the books; all of it or nothing."""

import getpass
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.backup import actions, halves
from lumbung.backup.actions.readying import Asked
from lumbung.backup.actions.restoring import Consent, Restored
from lumbung.backup.commands.backup import reporting, telling
from lumbung.web.words import Count, Refused


def arguments(parser) -> None:
    parser.add_argument("file", metavar="FILE", help="lumbung-….cadangan")
    parser.add_argument("--into", metavar="HOME", help="the folder that becomes the home")
    parser.add_argument("--prepare", action="store_true",
                        help="only make it ready beside the home in use, for the page Cadangan")  # fmt: skip
    parser.add_argument("--by", default="lumbung restore", help="with --prepare: who asked")
    parser.add_argument("--officer", action="append", default=[], help="with --prepare: who holds a half")
    key_arguments(parser)
    parser.add_argument("--known", action="append", default=[], metavar="FILE",
                        help="a receipt, checkpoint or lumbung-bukti.json that the books must hold")  # fmt: skip
    parser.add_argument("--older-i-know", action="store_true", help="restore although newer or other books are known")
    parser.add_argument("--replace-books", action="store_true", help="put the books that are there aside")


def key_arguments(parser) -> None:
    parser.add_argument("--key", action="append", default=[], metavar="KEY",
                        help="a half of the sheet, AGE-SECRET-KEY-1…, a file, or - for a line of input")  # fmt: skip


def run(options) -> int:
    if options.prepare:
        return _prepare(options)
    if not options.into:
        raise Refused(_("Sebut map tujuannya dengan --into MAP."))
    restored = actions.restore(
        file=Path(options.file), into=Path(options.into), secrets=secrets_of(options.key),
        known=[Path(file) for file in options.known], consent=Consent(options.older_i_know, options.replace_books),
        say=lambda words: print(f"  {words} …", flush=True),
    )  # fmt: skip
    _say(restored, options.into)
    return 0


def _prepare(options) -> int:
    asked = Asked(options.by, options.officer)
    facts = {"file": Path(options.file), "secret": secrets_of(options.key)[0], "asked": asked, "say": telling(False)}
    reporting(lambda: actions.ready(**facts))
    return 0


def secrets_of(given: list[str]) -> list[str]:
    """The keys that somebody gave, halves put together; asked for at the keyboard when nobody gave any.

    Raises  Refused: a half is mistyped or alone
    """
    told = [_content(one) for one in given] or _asked()
    whole = [one for one in told if one.upper().startswith(halves.FRONT)]
    parts = [one for one in told if one not in whole]
    if len(parts) % 2:
        raise Refused(_("Bagian 1 dan bagian 2 diperlukan bersama-sama."))
    return [one.upper() for one in whole] + [halves.join(*parts[at : at + 2]) for at in range(0, len(parts), 2)]


def _content(one: str) -> str:
    if one == "-":
        return sys.stdin.readline().strip()
    if len(one) < 200 and Path(one).is_file():
        lines = Path(one).read_text().splitlines()
        return next((line.strip() for line in lines if line.strip() and not line.startswith("#")), "")
    return one.strip()


def _asked() -> list[str]:
    if not sys.stdin.isatty():
        raise Refused(_("Beri kunci dengan --key: bagian 1 dan bagian 2 dari lembar pemulihan."))
    return [getpass.getpass(_("Bagian %(n)s dari lembar pemulihan: ") % {"n": place}) for place in (1, 2)]


def _say(restored: Restored, into: str) -> None:
    count = Count(sum(head.size for head in restored.books.heads.values()))
    print(_("%(count)s catatan pulih di %(home)s, semuanya cocok.") % {"count": count, "home": into})
    for line in restored.missing:
        print(_("Tidak ada di dalamnya: %(line)s") % {"line": line})
    if restored.database:
        print(_("Basis datanya: %(name)s. Arahkan DATABASE_URL ke sana.") % {"name": restored.database})
    if restored.aside:
        print(_("Pembukuan yang tadinya di sana disisihkan di %(aside)s.") % {"aside": restored.aside})
