"""Witnesses at the command line: ask ours, or be one. Without a line the request and the answer travel as files.

send      ask the witnesses that have an address, or the one at --to
request   write the request for one of them as a file (--to NAME), to be carried
take      keep the answer that was carried back
keys      print our keys: of the log, and of the witnesses that run here
watch     watch another log, by its key (--key VKEY --name NAME)
answer    answer a request that was carried here; what may be evidence is kept
place     make a place that only witnesses, for an office or a supervisor's own laptop
"""

import json
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.sql import writes
from lumbung.web.words import Refused
from lumbung.witness import telling
from lumbung.witness.actions import asking, watching
from lumbung.witness.models.seen import Asked, Watcher, Witness
from lumbung.witness.reports import asking as asked
from lumbung.witness.reports import head, log_keys
from lumbung.witness.reports import watching as seen
from lumbung.witness.watching import LONGEST, tidied

NOBODY = 0  # at the command line nobody has signed in


def arguments(parser) -> None:
    parser.add_argument("deed", choices=[*DEEDS, "place"])
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="take, answer: the file that came; - reads what is piped"
    )
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--to", metavar="URL", help="only the witness at this address, or of this name")
    parser.add_argument("--as", dest="holder", choices=Watcher.Holder.values, default=Watcher.Holder.COOPERATIVE.value,
                        help="which of our own witnesses (koperasi)")  # fmt: skip
    parser.add_argument("--key", metavar="VKEY", help="watch: the key of the log")
    parser.add_argument("--name", metavar="NAME", help="watch, place: what people call it")
    parser.add_argument("--village", metavar="CODE", default="35.73.04.1009", help="place: where it is")
    parser.add_argument("-o", "--output", metavar="FILE", help="request, answer: where to write it")
    parser.add_argument("--json", action="store_true", help="send, take: for machines")


def run(options) -> int:
    refuse_unless_tables()
    if options.deed == "place":
        return _place(options)
    (cooperative,) = chosen(options.cooperative)
    with acting_for(cooperative.id):
        return DEEDS[options.deed](cooperative, options)


# As a log


def _send(cooperative: Cooperative, options) -> int:
    witnesses = [one for one in _ours(cooperative, options.to) if one.url]
    if not witnesses:
        raise Refused(_("Belum ada saksi yang punya alamat. Tambahkan di halaman Saksi, atau antar dengan berkas."))
    return _say(asking.send(cooperative.id, witnesses), options)


def _ours(cooperative: Cooperative, to: str | None) -> list[Witness]:
    """Our witnesses, or those of one name or address. Raises  Refused: none is called so."""
    every = [one.witness for one in asked.standings(cooperative.id, 0)]
    if not to:
        return every
    found = [one for one in every if to.rstrip("/").removesuffix("/add-checkpoint") in (one.url, one.label)]
    if not found:
        raise Refused(_("Tidak ada saksi “%(name)s”. Tambahkan dulu di halaman Saksi."), name=to)
    return found


def _say(told: list[asking.Told], options) -> int:
    if options.json:
        print(json.dumps([{"witness": one.witness.label, "outcome": one.outcome, "words": one.words} for one in told],
                         ensure_ascii=False, indent=2))  # fmt: skip
    else:
        for one in told:
            print(one.words)
    return 0 if all(one.outcome == Asked.Outcome.SIGNED for one in told) else 1


def _request(cooperative: Cooperative, options) -> int:
    if not options.to:
        raise Refused(_("Untuk saksi yang mana? Tulis --to dan namanya."))
    witness = _ours(cooperative, options.to)[0]
    return _write(str(asked.request_for(witness, head(cooperative.id))), options.output)


def _take(cooperative: Cooperative, options) -> int:
    text = _read(options.file)
    witnesses = _ours(cooperative, options.to)
    named = [one for one in witnesses if seen.witness_key(one.vkey).name in text] or witnesses
    if len(named) != 1:
        raise Refused(_("Jawaban saksi yang mana? Tulis --to dan namanya."))
    return _say([asking.take_answer(witness=named[0], text=text, way="file")], options)


def _keys(cooperative: Cooperative, _options) -> int:
    for key in log_keys(cooperative.id)[:1]:
        print(key.vkey)
    for holder in Watcher.Holder.values:
        if watcher := seen.watcher(cooperative.id, holder):
            print(seen.key_of(watcher).vkey)
    return 0


# As a witness


def _watcher(cooperative: Cooperative, options) -> Watcher:
    return watching.begin(cooperative_id=cooperative.id, holder=options.holder, by=NOBODY)


def _watch(cooperative: Cooperative, options) -> int:
    if not options.key or not options.name:
        raise Refused(_("Tulis --key dengan kunci bukunya, dan --name dengan nama koperasinya."))
    watching.watch(watcher=_watcher(cooperative, options), vkey=options.key, label=options.name, by=NOBODY)
    return 0


def _answer(cooperative: Cooperative, options) -> int:
    text = _read(options.file)
    given = watching.answer(watcher=_watcher(cooperative, options), text=text, way="file")
    if given.status not in (200, 409):
        raise Refused(telling.answer_words(given.kind, given.size))
    print(telling.answer_words(given.kind, given.size), file=sys.stderr)
    _write(telling.for_stick(given.status, given.body, text), options.output)
    return 0 if given.status == 200 else 1


@writes
def _place(options) -> int:
    """A roof for a witness that is no cooperative: it keeps no book, and its key is of its own machine."""
    if Cooperative.objects.filter(slug=options.cooperative).exists():
        raise Refused(_("“%(slug)s” sudah ada di sini."), slug=options.cooperative)
    made = create_cooperative(
        slug=options.cooperative, name=options.name or options.cooperative, kind=Cooperative.Kind.EXISTING,
        village_code=options.village, books_from=clock.today(),
    )  # fmt: skip
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        print(seen.key_of(_watcher(made, options)).vkey)
    return 0


# Files


def _read(file: str | None) -> str:
    if not file:
        raise Refused(_("Tulis nama berkasnya, atau - untuk yang dialirkan."))
    try:
        raw = sys.stdin.buffer.read(LONGEST + 1) if file == "-" else Path(file).read_bytes()[: LONGEST + 1]
    except OSError as error:
        raise Refused(_("Berkas %(file)s tidak dapat dibaca: %(why)s."), file=file, why=error.strerror) from None
    return tidied(raw.decode("utf-8", "replace"))


def _write(text: str, file: str | None) -> int:
    if not file:
        sys.stdout.write(text)
        return 0
    try:
        Path(file).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused(_("Berkas %(file)s tidak dapat ditulis: %(why)s."), file=file, why=error.strerror) from None
    return 0


DEEDS = {"send": _send, "request": _request, "take": _take, "keys": _keys, "watch": _watch, "answer": _answer}
