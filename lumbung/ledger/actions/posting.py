"""Post: the one entrance to the books. A single receipt is a batch of one; a hundred thousand dues are one call."""

import secrets
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import rules, store
from lumbung.ledger.actions.heads import Head, sealed
from lumbung.ledger.events import EVENTS
from lumbung.ledger.journal import moves_of
from lumbung.ledger.rules import Draft
from lumbung.sql import writes
from lumbung.tlog import tree
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

SALT = 32  # bytes


class Posted(NamedTuple):
    """An entry in the book; `is_new` is false when an earlier call had posted it."""

    number: int
    document: str
    is_new: bool


def draft_event(
    name: str,
    *,
    on: date,
    by: int,
    request_id: UUID,
    amount: int = 0,
    memo: str = "",
    approved_by: int | None = None,
    series: str = "",
    **figures,
) -> Draft:
    """An event as a draft, for a batch; `figures` are those of `journal.moves_of`."""
    event = EVENTS[name]
    moves = moves_of(name, amount=amount, **figures)
    return Draft(name, on, series or event.series, memo or event.label, request_id, by, moves, approved_by)


def post_event(name: str, cooperative_id: int, **facts) -> Posted:
    """Post one event; see `draft_event` for the facts.

    Raises  Refused: the month is closed, or the request id was used for something else
    """
    return post(cooperative_id, [draft_event(name, **facts)])[0]


@writes
def post(cooperative_id: int, drafts: Iterable[Draft]) -> list[Posted]:
    """Write entries into the book, each once, in the order given.

    Shape   one Posted for each draft
    Raises  Refused: a month is closed; a request id came back with other figures
            ValueError: a draft that no person can have meant (unbalanced, unknown account)
    """
    must_act_for(cooperative_id)
    drafts = list(drafts)
    for draft in drafts:
        if wrong := rules.wrong_with(draft):
            raise ValueError(wrong)
    digests = [rules.digest(draft) for draft in drafts]
    book, known = store.take_book(cooperative_id, [draft.request_id for draft in drafts])
    fresh, answers = _sort_out(drafts, digests, known)
    _refuse_closed(book, [drafts[place] for place in fresh])
    _refuse_undecided([drafts[place] for place in fresh])
    written = _write(book, [drafts[place] for place in fresh], [digests[place] for place in fresh])
    for place, posted in zip(fresh, written, strict=True):
        answers[place] = posted
    return [answer if isinstance(answer, Posted) else _again(answers[answer]) for answer in answers]


def _again(posted: Posted) -> Posted:
    return posted._replace(is_new=False)


def _sort_out(drafts, digests, known) -> tuple[list[int], list]:
    """Which drafts are new, and the answers to those that are not (a place points at its twin in this batch)."""
    fresh, answers, first_at = [], [None] * len(drafts), {}
    for place, draft in enumerate(drafts):
        if earlier := known.get(draft.request_id):
            _same_request(earlier.digest, digests[place])
            answers[place] = Posted(earlier.number, earlier.document, is_new=False)
        elif draft.request_id in first_at:
            answers[place] = first_at[draft.request_id]
            _same_request(digests[answers[place]], digests[place])
        else:
            first_at[draft.request_id] = place
            fresh.append(place)
    return fresh, answers


def _same_request(then: bytes, now: bytes) -> None:
    if then != now:
        raise Refused(_("Formulir ini sudah dikirim dengan isi lain. Buka formulir baru untuk mencatat yang ini."))


def _refuse_closed(book: store.BookRow, drafts) -> None:
    for draft in drafts:
        if book.closed_through and draft.booked_on <= book.closed_through:
            raise Refused(
                _("Buku sudah ditutup sampai %(day)s. Pilih tanggal sesudah itu."), day=long_date(book.closed_through)
            )


def _refuse_undecided(drafts) -> None:
    if any(rules.borrows_undecided(draft) for draft in drafts):
        words = _("Utang bank perlu keputusan rapat anggota. Tulis nomornya di keterangan, misalnya “RAT-2026-03”.")
        raise Refused(words)


def _write(book: store.BookRow, drafts, digests) -> list[Posted]:
    """Number, document, transfers, balances, leaves, new root: all in the caller's transaction."""
    if not drafts:
        return []
    posted_at = clock.now().replace(microsecond=0)
    documents = store.take_documents(book.cooperative_id, [(d.series, d.booked_on.year) for d in drafts])
    entries = []
    for number, (draft, document, digest, salt) in enumerate(
        zip(drafts, documents, digests, _salts(len(drafts)), strict=True), start=book.last_number + 1
    ):
        leaf = rules.leaf(
            draft, number=number, document=document, posted_at=posted_at, request_digest=digest, salt=salt
        )
        entries.append(store.EntryRow(number, draft, document, digest, posted_at, salt, tree.leaf_hash(leaf)))
    store.insert(book.cooperative_id, entries, rules.deltas(book.cooperative_id, drafts))
    leaves = [entry.leaf_hash for entry in entries]
    to = store.grown(book, leaves)
    seal = sealed(Head(book.cooperative_id, to.size, len(leaves), to.root, posted_at, drafts[-1].kind, book.seal))
    store.advance_book(book, to, closed_through=_closed_through(book, drafts[-1]), seal=seal)
    return [Posted(entry.number, entry.document, is_new=True) for entry in entries]


def _salts(count: int) -> Iterator[bytes]:
    """Random bytes for each entry, asked of the system at once."""
    randomness = secrets.token_bytes(SALT * count)
    return (randomness[place : place + SALT] for place in range(0, SALT * count, SALT))


def _closed_through(book: store.BookRow, last: Draft) -> date | None:
    """Closing and reopening are entries of their own; the last of a batch decides."""
    if last.kind == "period.closed":
        return last.booked_on
    if last.kind == "period.reopened":
        return date.fromisoformat(last.memo[:10])
    return book.closed_through
