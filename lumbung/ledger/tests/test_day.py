"""Tutup hari: an entry without money that says what the book before it adds up to."""

import json
from datetime import date
from hashlib import sha256

import pytest

from lumbung import ids
from lumbung.ledger import actions, audit, rules
from lumbung.ledger.reports import entry
from lumbung.ledger.reports.book import book_facts
from lumbung.ledger.tests.conftest import BENDAHARA
from lumbung.ledger.tests.test_audit import stripped
from lumbung.web.words import Refused

MONDAY, TUESDAY = date(2025, 2, 3), date(2025, 2, 4)


def close(coop, on=MONDAY):
    return actions.close_day(cooperative_id=coop, on=on, by=BENDAHARA)


def test_it_says_how_many_entries_and_what_the_accounts_add_up_to(coop, post):
    post()
    post(amount=500_050)

    closed = close(coop)

    balance = [["111100", "25000.50", "0"], ["320000", "0", "25000.50"]]
    digest = sha256(json.dumps(balance, separators=(",", ":")).encode()).hexdigest()
    words = "Tutup hari 3 Februari 2025: 2 catatan baru, 2 seluruhnya, jumlah debit Rp25.000,50, sidik neraca"
    said, printed = entry(coop, 3).memo.split(" sidik neraca ")
    assert (closed.document, f"{said} sidik neraca") == ("TH-2025-000001", words)
    assert printed.replace(" ", "") == digest
    assert audit.problems(coop) == []


def test_a_second_time_on_the_same_day_answers_with_the_first_even_when_more_was_recorded(coop, post):
    post()
    first = close(coop)
    post()
    assert close(coop) == first._replace(is_new=False)
    assert book_facts(coop).entries == 3


def test_the_next_day_counts_what_came_since(coop, post):
    post()
    close(coop)
    post()
    post()
    closed = close(coop, TUESDAY)
    assert "2 catatan baru, 4 seluruhnya" in entry(coop, closed.number).memo
    assert audit.problems(coop) == []


def test_with_nothing_new_there_is_nothing_to_close(coop, post):
    with pytest.raises(Refused, match="Belum ada catatan baru"):
        close(coop)
    post()
    close(coop)
    with pytest.raises(Refused, match="Belum ada catatan baru"):
        close(coop, TUESDAY)


def test_it_cannot_be_undone(coop, post):
    post()
    closed = close(coop)
    facts = {"on": TUESDAY, "by": BENDAHARA, "reason": "salah", "request_id": ids.new_request()}
    for undoing in (actions.reverse, actions.undo):
        with pytest.raises(Refused):
            undoing(coop, closed.number, **facts)


@pytest.mark.parametrize(
    "lie", [{"new": 7}, {"size": 9}, {"sums": {"111100": [1, 0]}}], ids=lambda lie: next(iter(lie))
)
def test_a_days_end_that_was_never_true_is_found(coop, post, lie, monkeypatch):
    """As if the program had been changed: the leaf is as it was posted, and yet not what the book adds up to."""
    post()
    honest = rules.day_memo
    with monkeypatch.context() as changed:
        changed.setattr(rules, "day_memo", lambda on, **facts: honest(on, **{**facts, **lie}))
        closed = close(coop)
    assert [problem.number for problem in audit.problems(coop)] == [closed.number]


def test_an_entry_that_is_taken_out_with_its_traces_shows_at_the_days_end(coop, post):
    for _ in range(2):
        post()
    closed = close(coop)
    with stripped() as cursor:
        cursor.execute(
            "UPDATE ledger_transfer SET amount = amount + 5 WHERE number = 1 AND cooperative_id = %s", [coop]
        )
        found = {problem.number for problem in audit.problems(coop)}
    assert closed.number in found
