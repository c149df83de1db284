"""What a draft's fingerprint is, and what may be paid by one person alone. No database, no clock.

Sums are over payments that nobody approved: by one person, to one payee, for one purpose; over a day, and over any
days in a row that hold the day of the new one. Whatever the order of the payments and of their dates, no sum of a
maker or to a payee passes its cap without a second person.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.utils.translation import gettext_noop

FREE = ("cash.short", "bank.fee")  # nobody is paid: the money is gone already
WHY = {  # in the order in which they are told: word in the draft → the sentence
    "one": gettext_noop("Jumlahnya di atas %(cap)s."),
    "same": gettext_noop("Bersama pembayaran sejenis hari itu menjadi %(sum)s, di atas %(cap)s."),
    "payee": gettext_noop("Kepada penerima yang sama dalam %(days)s hari menjadi %(sum)s, di atas %(cap)s."),
    "person": gettext_noop("Yang dibayarkan pengaju sendiri hari itu menjadi %(sum)s, di atas %(cap)s."),
    "person_days": gettext_noop("Yang dibayarkan pengaju dalam %(days)s hari menjadi %(sum)s, di atas %(cap)s."),
    "related": gettext_noop("Penerimanya pengurus atau keluarganya: di atas %(cap)s perlu orang kedua."),
    "dormant": gettext_noop("Anggota ini sudah lama tidak bertransaksi: perlu dua orang, dan keluarganya dikabari."),
}  # fmt: skip


class Caps(NamedTuple):
    """What the cooperative lets one person pay alone, sen; `days` in a row for the sums over days."""

    one: int
    payee: int
    person: int
    person_days: int
    related: int
    days: int


class Paid(NamedTuple):
    """A payment; `payee` 0 when it went to nobody in particular, `kind` is then what joins it with others."""

    on: date
    by: int
    amount: int
    kind: str = ""
    payee: int = 0

    @property
    def purpose(self) -> tuple:
        return (self.payee, "") if self.payee else (0, self.kind)


class Why(NamedTuple):
    """A reason to wait: a word of `WHY`, the sum with the new payment, and the cap that it passes."""

    word: str
    sum: int
    cap: int


SHORTEST_REASON = 10


def digest(*, draft_id: int, version: int, deed: str, amount: int, on: date, memo: str, facts: dict) -> str:
    """SHA-256 of everything that an approver agrees to, in hex: another amount, another fingerprint."""
    asked = [str(draft_id), version, deed, str(amount), on.isoformat(), memo, facts]
    return sha256(json.dumps(asked, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def why_wait(new: Paid, alone: Iterable[Paid], caps: Caps, *, related=False, dormant=False) -> list[Why]:
    """The reasons for which a payment needs a second person; none: it may be paid at once.

    alone  what was paid without one, on any day less than `caps.days` from the new one
    """
    alone = list(alone)
    same = [one for one in alone if one.purpose == new.purpose]
    mine = [one for one in alone if one.by == new.by]
    to_payee = [one for one in same if new.payee]
    sums = [
        ("one", 0, caps.one),
        ("same", on_day(same, new.on), caps.one),
        ("payee", most_in_days(to_payee, new.on, caps.days), max(caps.payee, caps.one)),
        ("person", on_day(mine, new.on), max(caps.person, caps.one)),
        ("person_days", most_in_days(mine, new.on, caps.days), max(caps.person_days, caps.one)),
    ]
    if related:
        sums.append(("related", most_in_days(to_payee, new.on, caps.days), caps.related))
    found = [Why(word, before + new.amount, cap) for word, before, cap in sums if before + new.amount > cap]
    return [*found, Why("dormant", new.amount, 0)] if dormant else found


def on_day(paid: Iterable[Paid], day: date) -> int:
    return sum(one.amount for one in paid if one.on == day)


def most_in_days(paid: Iterable[Paid], day: date, days: int) -> int:
    """The largest sum over `days` days in a row that hold this day."""
    by_day: dict[date, int] = defaultdict(int)
    for one in paid:
        by_day[one.on] += one.amount
    starts = (day - timedelta(days=back) for back in range(max(days, 1)))
    return max(sum(by_day[start + timedelta(days=n)] for n in range(max(days, 1))) for start in starts)


def differences(old: dict, new: dict) -> list[tuple[str, object, object]]:
    """(what, before, after) of all that is other between two versions: `amount`, `on`, `memo`."""
    return [(name, old[name], new[name]) for name in ("amount", "on", "memo") if old[name] != new[name]]


def needed(why: Iterable[Why]) -> int:
    """How many people must agree: two for the savings of somebody who has not been seen for long."""
    return 2 if any(one.word == "dormant" for one in why) else 1
