"""The report of a period: what it says, frozen when it is signed."""

from collections import Counter
from datetime import date, timedelta
from hashlib import sha256

from lumbung.ledger.reports.book import book_facts
from lumbung.supervision.models import Drawn, Finding, Report
from lumbung.supervision.reports.following import followed
from lumbung.supervision.reports.looking import moment, odd, posted_in, stood_in
from lumbung.supervision.reports.signs import signs
from lumbung.tlog.canonical import canonical


def body_of(cooperative_id: int, start: date, end: date, words: str) -> dict:
    """Everything the report will ever show, as text and counts: a later reader sees what the signer saw."""
    facts = book_facts(cooperative_id)
    found = odd(cooperative_id, start, end)
    return {
        "words": words,
        "posted": str(len(posted_in(cooperative_id, start, end))),
        "unusual": {word: str(count) for word, count in Counter(w for one in found for w in one.reasons).items()},
        **_sampled(cooperative_id, start, end),
        "doubts": _doubts(cooperative_id, end),
        "signs": _signs(cooperative_id, end),
        "stood_in": str(len(stood_in(cooperative_id, end, (end - start).days + 1))),
        "book": {"entries": str(facts.entries), "root": facts.root},
    }


def _sampled(cooperative_id: int, start: date, end: date) -> dict:
    """The draws made in the period and the verdicts given."""
    days = (moment(start), moment(end + timedelta(days=1)))
    drawn = Drawn.objects.filter(cooperative_id=cooperative_id, draw__at__gte=days[0], draw__at__lt=days[1])
    said = Finding.objects.filter(cooperative_id=cooperative_id, at__gte=days[0], at__lt=days[1])
    verdicts = Counter(said.values_list("verdict", flat=True))
    return {
        "drawn": str(drawn.count()),
        "verdicts": {verdict: str(verdicts[verdict]) for verdict in Finding.Verdict.values},
    }


def _doubts(cooperative_id: int, end: date) -> list[dict]:
    """What was doubted up to the end, and how each stands."""
    before = moment(end + timedelta(days=1))
    return [
        {"document": one.entry.document, "memo": one.entry.memo, "verdict": one.finding.verdict,
         "note": one.finding.note, "state": one.state, "last": one.last}
        for one in followed(cooperative_id) if one.finding.at < before
    ]  # fmt: skip


def _signs(cooperative_id: int, end: date) -> list[dict]:
    """Each sign that was found on the last day, with its figure and since when."""
    return [
        {"number": str(number), "figure": sign.figure, "since": sign.since.isoformat() if sign.since else ""}
        for number, sign in signs(cooperative_id, end).items() if sign.found
    ]  # fmt: skip


def digest_of(body: dict) -> str:
    """SHA-256 of the body, the same on every machine."""
    return sha256(canonical(body)).hexdigest()


def report(cooperative_id: int, number: int) -> Report | None:
    return Report.objects.filter(cooperative_id=cooperative_id, number=number).first()


def signed(cooperative_id: int) -> list[Report]:
    """Every report, newest first."""
    return list(Report.objects.filter(cooperative_id=cooperative_id).order_by("-number"))
