"""Let a payment wait, change it, take it back.

Every deed stands in one queue (the cooperative's row), so that two payments at once are added up one after the other.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.approvals import reports, rules
from lumbung.approvals.actions.keeping import Verdict, decide, still_open
from lumbung.approvals.actions.knowing import tell_the_family
from lumbung.approvals.deeds import known
from lumbung.approvals.models import Decision, Draft
from lumbung.approvals.rules import Paid, Why
from lumbung.cooperatives.actions import take_turn
from lumbung.money import show
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def propose(
    *, cooperative_id: int, deed: str, title: str, amount: int, on: date, by: int, request_id: UUID, facts: dict,
    memo: str = "", why: Sequence[Why] = (), kind: str = "", payee: int = 0,
) -> Draft:  # fmt: skip
    """Let a payment wait for an approval instead of posting it; a second tap finds the first.

    deed   a name of `deeds.know`
    title  what it is, in a few words, for the list
    facts  JSON: what the deed must be told beside amount, day and memo; a kept `photo` {file, width, height, …} is
           shown to whoever decides
    why    for what it waits, of `reports.why_wait`; kind and payee as of `do_or_ask`
    """
    take_turn(cooperative_id)
    if earlier := reports.asked_before(cooperative_id, request_id):
        return earlier
    known(deed)
    facts = {**facts, "why": [list(one) for one in why], "kind": kind, "payee": payee}
    content = {"deed": deed, "amount": amount, "on": on, "memo": memo, "facts": facts}
    made = _keep(cooperative_id, ids.new(), 1, title[:200], by, request_id, content)
    if made.needs > 1:
        tell_the_family(made)
    return made


@writes
def do_or_ask(
    deed: str, *, kind: str, payee: int = 0, cooperative_id: int, title: str, amount: int, on: date, by: int,
    request_id: UUID, facts: dict, memo: str = "",
) -> int | Draft:  # fmt: skip
    """Do a deed at once, or let it wait when it pays more than one person may; facts as of `propose`.

    kind    the event that it posts, and
    payee   who gets it: what joins it with other payments
    Shape   the number of the entry; or the draft that waits
    Raises  Refused: as the deed itself
    """
    take_turn(cooperative_id)
    why = reports.why_wait(cooperative_id, Paid(on, by, amount, kind, payee), besides=request_id)
    if not why:
        return known(deed).carry_out(
            cooperative_id, facts, amount=amount, on=on, memo=memo, by=by, approved_by=None, request_id=request_id
        )
    return propose(
        cooperative_id=cooperative_id, deed=deed, title=title, amount=amount, on=on, by=by, request_id=request_id,
        facts=facts, memo=memo, why=why, kind=kind, payee=payee,
    )  # fmt: skip


def refuse_unapproved(cooperative_id: int, new: Paid, approved_by: int | None, request_id: UUID) -> None:
    """Above what the cooperative lets one person pay nobody pays alone: for the deeds that `do_or_ask` leads to."""
    if approved_by is not None:
        return
    take_turn(cooperative_id)  # two payments at once are added up one after the other
    if why := reports.why_wait(cooperative_id, new, besides=request_id):
        words = _("%(why)s Ajukan dulu; pengeluaran ini menunggu persetujuan ketua.")
        raise Refused(words, why=told(why[0], cooperative_id, new.on))


def told(why: Why, cooperative_id: int, on: date) -> str:
    """A reason in words."""
    days = reports.caps(cooperative_id, on).days
    return _(rules.WHY[why.word]) % {"sum": show(why.sum), "cap": show(why.cap), "days": days}


@writes
def change(*, cooperative_id: int, draft_id: int, amount: int, on: date, memo: str, by: int, request_id: UUID) -> Draft:
    """The maker mends what waits: another version with another fingerprint, so an approval of the old one is void.

    Raises  Refused: not hers, or decided already
    """
    take_turn(cooperative_id)
    if earlier := reports.asked_before(cooperative_id, request_id):
        return earlier
    old = still_open(cooperative_id, draft_id)
    _refuse_unless_maker(old, by)
    content = {"deed": old.deed, "amount": amount, "on": on, "memo": memo, "facts": old.facts}
    return _keep(cooperative_id, old.id, old.version + 1, old.title, by, request_id, content)


def _keep(cooperative_id: int, draft_id: int, version: int, title: str, by: int, request_id: UUID, content) -> Draft:
    fingerprint = rules.digest(draft_id=draft_id, version=version, **content)
    needs = rules.needed(Why(*one) for one in content["facts"].get("why", ()))
    return Draft.objects.create(
        cooperative_id=cooperative_id, id=draft_id, version=version, title=title, digest=fingerprint, made_by=by,
        made_at=clock.now(), request_id=request_id, booked_on=content["on"], needs=needs,
        **{name: content[name] for name in ("deed", "amount", "memo", "facts")},
    )  # fmt: skip


@writes
def withdraw(*, cooperative_id: int, draft_id: int, by: int) -> Decision:
    """The maker takes it back.

    Raises  Refused: not hers, or decided already
    """
    take_turn(cooperative_id)
    ended = reports.decision(cooperative_id, draft_id)
    if ended and ended.verdict == Verdict.WITHDRAWN:
        return ended
    draft = still_open(cooperative_id, draft_id)
    _refuse_unless_maker(draft, by)
    return decide(draft, Verdict.WITHDRAWN, by)


def _refuse_unless_maker(draft: Draft, by: int) -> None:
    if draft.made_by != by:
        raise Refused(_("Hanya yang mengajukan yang dapat mengubah atau menariknya."))
