"""What a log does with its witnesses: choose them, ask them, keep what they answer."""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import Key, Malformed, Note, Unverified
from lumbung.web.words import Count, Refused
from lumbung.witness import line
from lumbung.witness.models.seen import Asked, Cosignature, Witness
from lumbung.witness.reports import asking as reports
from lumbung.witness.reports.heads import head
from lumbung.witness.reports.keys import log_keys
from lumbung.witness.reports.watching import witness_key

AT_ONCE = 8  # witnesses asked side by side


class Told(NamedTuple):
    """What came of asking one witness, in words."""

    witness: Witness
    outcome: str
    words: str


@writes
def add_witness(*, cooperative_id: int, vkey: str, label: str, kind: str, url: str, by: int) -> Witness:
    """Let somebody witness our book, by the key that they gave us; one that had ended begins again.

    Raises  Refused: no verifier key of a witness, or an address that is not one
    """
    key, prefix = witness_key(vkey), line.address(url) if url.strip() else ""
    take_turn(cooperative_id)
    facts = {"label": label.strip()[:120], "kind": kind, "url": prefix, "ended_at": None}
    first = {**facts, "by": by, "at": clock.now()}
    made, new = Witness.objects.get_or_create(cooperative_id=cooperative_id, vkey=key.vkey, defaults=first)
    if not new:
        Witness.objects.filter(cooperative_id=cooperative_id, id=made.id).update(
            label=facts["label"], url=prefix, ended_at=None
        )
    record(cooperative_id=cooperative_id, person_id=by, deed="witness.added", subject=key.vkey[:120])
    return reports.witness_of(cooperative_id, made.id)


@writes
def change_address(*, witness: Witness, url: str, by: int) -> None:
    """Where the witness is asked from now on; nothing: by file and QR only.

    Raises  Refused: no address that we would connect to
    """
    prefix = line.address(url) if url.strip() else ""
    Witness.objects.filter(cooperative_id=witness.cooperative_id, id=witness.id).update(url=prefix)
    record(
        cooperative_id=witness.cooperative_id,
        person_id=by,
        deed="witness.moved",
        subject=f"{witness.id} {prefix}"[:120],
    )


@writes
def end_witness(*, witness: Witness, by: int) -> None:
    """It is asked no more and counts no more; what it signed stays."""
    rows = Witness.objects.filter(cooperative_id=witness.cooperative_id, id=witness.id, ended_at=None)
    if rows.update(ended_at=clock.now()):
        record(cooperative_id=witness.cooperative_id, person_id=by, deed="witness.ended", subject=str(witness.id))


# Over a line


def send(cooperative_id: int, witnesses: list[Witness]) -> list[Told]:
    """Ask the witnesses that have an address, side by side, and keep their answers. No transaction waits for a line."""
    signed = head(cooperative_id)
    asked = [(witness, str(reports.request_for(witness, signed))) for witness in witnesses]
    with ThreadPoolExecutor(AT_ONCE) as lines:
        answers = list(lines.map(_reach, asked))
    return [_take(witness, signed, said) for (witness, _text), said in zip(asked, answers, strict=True)]


def _reach(asked: tuple[Witness, str]) -> line.Said | str:
    """The answer, or why there is none. Runs beside others: it touches no database."""
    witness, text = asked
    try:
        return line.post(witness.url, text)
    except line.Unreached as error:
        return str(error)


def _take(witness: Witness, signed: Note, said: line.Said | str, *, again: bool = True) -> Told:
    """Keep an answer. A witness that saw us at another size is asked once more, from there."""
    if isinstance(said, str):
        return _keep_asked(witness, Asked.Outcome.UNREACHED, signed, f"{witness.label}: {said}")
    if said.status == 409 and (known := _size(said.body)) is not None:
        if again and reports.known_size(witness) != known <= checkpoints.parse(signed.text).size:
            request = str(reports.request_for(witness, signed, known))
            return _take(witness, signed, _reach((witness, request)), again=False)
        return _ahead_or_refused(witness, signed, known)
    if said.status == 200:
        return _signed_or_not(witness, signed, said.body)
    return _keep_asked(witness, Asked.Outcome.REFUSED, signed, _why(said.status, witness))


def _signed_or_not(witness: Witness, signed: Note, body: str) -> Told:
    try:
        return _keep_cosignature(witness, note.parse(str(signed) + body), signed, "http")
    except (Malformed, Refused):
        words = _("Jawabannya bukan tanda tangan saksi yang kita kenal. Cocokkan kuncinya dengan saksi itu.")
        return _keep_asked(witness, Asked.Outcome.REFUSED, signed, words)


def _ahead_or_refused(witness: Witness, signed: Note, known: int, way: str = "http") -> Told:
    size = checkpoints.parse(signed.text).size
    if known > size:
        words = reports.ahead_words(witness, known, size)
        return _keep_asked(witness, Asked.Outcome.AHEAD, signed, words, known=known, way=way)
    words = _("%(who)s terakhir melihat sampai catatan %(known)s. Buat permintaan baru: mulai dari sana.")
    return _keep_asked(
        witness, Asked.Outcome.ANEW, signed, words % {"who": witness.label, "known": Count(known)}, known=known, way=way
    )


def _why(status: int, witness: Witness) -> str:
    words = {
        404: _("%(who)s belum mengenal buku kita. Beri mereka kunci buku kita dari halaman ini."),
        403: _("%(who)s tidak mengenal kunci kita. Bila kunci baru saja diganti, beri mereka kunci yang baru."),
        422: _("%(who)s menolak: buku yang kita tunjukkan tidak menyambung dengan yang pernah mereka lihat."
               " Buka Periksa dan tunjukkan hasilnya kepada pengawas."),
        429: _("%(who)s sedang menerima terlalu banyak permintaan. Coba lagi beberapa menit lagi."),
    }  # fmt: skip
    other = _("%(who)s menjawab dengan kode %(status)s. Tanyakan kepada mereka.")
    return words.get(status, other) % {"who": witness.label, "status": status}


# By file, paper or QR


def take_answer(*, witness: Witness, text: str, way: str) -> Told:
    """Keep the answer that came back by stick, QR or text: a whole note, its last lines alone, or a size.

    Raises  Refused: it is not this witness's signature under a head of ours
    """
    text = "\n".join(text.replace("\r", "").strip("\n ").split("\n")) + "\n"
    newest = head(witness.cooperative_id)
    if (known := _size(text)) is not None:
        return _ahead_or_refused(witness, newest, known, way)
    signed, whole = _ours(witness, text, newest)
    return _keep_cosignature(witness, whole, signed, way)


def _ours(witness: Witness, text: str, newest: Note) -> tuple[Note, Note]:
    """Our own head, and the same with the lines that came. Raises  Refused: it is not our head."""
    try:
        if text.startswith("— "):
            return newest, note.parse(str(newest) + text)
        whole = note.parse(text)
        known = log_keys(witness.cooperative_id)
        note.verify(whole, known)
        return Note(whole.text, tuple(one for key in known for one in whole.by(key))), whole
    except (Malformed, Unverified):
        raise Refused(_("Ini bukan jawaban saksi untuk buku kita. Ambil lagi berkas jawaban dari saksinya.")) from None


@writes
def _keep_cosignature(witness: Witness, whole: Note, signed: Note, way: str) -> Told:
    try:
        time = cosignature.verify(whole, Key.from_vkey(witness.vkey))
    except Unverified:
        time = None
    if time is None:
        raise Refused(_("Tidak ada tanda tangan %(who)s yang sah di sini untuk buku kita yang sekarang."
                        " Buat permintaan baru, lalu minta jawabannya lagi."), who=witness.label)  # fmt: skip
    seen, key = checkpoints.parse(whole.text), Key.from_vkey(witness.vkey)
    best = next(one for one in whole.by(key) if int.from_bytes(one.value[:8]) == time)
    of_it = {"cooperative_id": witness.cooperative_id, "witness_id": witness.id, "size": seen.size, "time": time}
    Cosignature.objects.get_or_create(
        **of_it, defaults={"note": str(signed), "line": best.line, "way": way, "at": clock.now()}
    )
    words = _("%(who)s menandatangani buku kita sampai catatan %(size)s.") % {
        "who": witness.label,
        "size": Count(seen.size),
    }
    return _keep_asked(witness, Asked.Outcome.SIGNED, signed, words, known=seen.size, way=way)


@writes
def _keep_asked(witness: Witness, outcome: str, signed: Note, words: str, known=None, way: str = "http") -> Told:
    Asked.objects.create(
        cooperative_id=witness.cooperative_id, witness_id=witness.id, outcome=outcome, known=known, way=way,
        size=checkpoints.parse(signed.text).size, words=words[:300], at=clock.now(),
    )  # fmt: skip
    return Told(witness, outcome, words)


def _size(text: str) -> int | None:
    """A size alone, as a witness answers when it saw another one last."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
