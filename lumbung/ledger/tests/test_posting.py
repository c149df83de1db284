from datetime import date

import pytest
from django_scopes.exceptions import ScopeError
from hypothesis import given
from hypothesis import strategies as st

from lumbung import ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions, reports, rules
from lumbung.ledger.audit import problems
from lumbung.ledger.rules import Side
from lumbung.ledger.tests.conftest import BENDAHARA, KETUA, SLAMET, SUTINI, new_cooperative
from lumbung.money import decimal_string, rp
from lumbung.web.words import Refused


def journal(coop) -> list[str]:
    """The book as text: day, document, debit <- credit, rupiah."""
    rows = []
    for entry in reports.journal(coop, date(2000, 1, 1), date(2100, 1, 1)):
        debits = " ".join(f"{x.account}/{x.holder} {decimal_string(x.debit)}" for x in entry.lines if x.debit)
        credits = " ".join(f"{x.account}/{x.holder} {decimal_string(x.credit)}" for x in entry.lines if x.credit)
        rows.append(f"{entry.booked_on} {entry.document} {debits} <- {credits}")
    return rows


def test_a_receipt_stands_in_the_journal_as_people_write_it(coop, post):
    posted = post()

    assert (posted.number, posted.document, posted.is_new) == (1, "BKM-2025-000001", True)
    assert journal(coop) == [f"2025-02-03 BKM-2025-000001 111100/0 20000 <- 320000/{SUTINI} 20000"]


def test_a_second_tap_posts_once(coop, post):
    tap = {"request_id": ids.new_request()}

    assert post(**tap).is_new
    assert not post(**tap).is_new
    assert len(journal(coop)) == 1


def test_the_same_request_with_other_figures_is_refused_in_words(coop, post):
    request_id = ids.new_request()
    post(request_id=request_id)

    with pytest.raises(Refused, match="formulir baru"):
        post(request_id=request_id, amount=rp(25_000))
    assert len(journal(coop)) == 1


def test_a_batch_may_repeat_a_request_and_posts_it_once(coop):
    draft = actions.draft_event(
        "dues.paid", on=date(2025, 2, 3), amount=rp(20_000), by=1, holder=SUTINI, request_id=ids.new_request()
    )

    first, second = actions.post(coop, [draft, draft])

    assert (first.number, first.is_new, second.number, second.is_new) == (1, True, 1, False)


def test_documents_have_their_own_numbers_without_a_gap(coop, post):
    post()
    post("expense.utilities", holder=0)
    post(on=date(2026, 1, 2))
    post()

    documents = [row.split()[1] for row in journal(coop)]
    assert documents == ["BKM-2025-000001", "BKK-2025-000001", "BKM-2025-000002", "BKM-2026-000001"]


def test_a_reversal_is_the_opposite_linked_and_only_once(coop, post):
    post()
    undo = {"on": date(2025, 2, 5), "by": BENDAHARA, "reason": "salah orang"}
    request_id = ids.new_request()
    posted = actions.reverse(coop, 1, request_id=request_id, **undo)

    assert journal(coop)[1] == f"2025-02-05 JU-2025-000001 320000/{SUTINI} 20000 <- 111100/0 20000"
    assert reports.entry(coop, 1).reversed_by == posted.number == 2
    assert reports.entry(coop, 2).memo == "Batal BKM-2025-000001: salah orang"
    assert actions.reverse(coop, 1, request_id=request_id, **undo).number == 2
    with pytest.raises(Refused, match="sudah dibatalkan dengan JU-2025-000001"):
        actions.reverse(coop, 1, request_id=ids.new_request(), **undo)


def test_a_reversal_is_not_reversed_but_recorded_anew(coop, post):
    post()
    undo = {"on": date(2025, 2, 5), "by": BENDAHARA, "reason": "salah"}
    actions.reverse(coop, 1, request_id=ids.new_request(), **undo)
    with pytest.raises(Refused, match="JU-2025-000001 adalah pembatalan"):
        actions.reverse(coop, 2, request_id=ids.new_request(), **undo)


@pytest.mark.parametrize(("number", "reason"), [(9, "salah"), (1, "  ")])
def test_a_reversal_needs_an_entry_and_a_reason(coop, post, number, reason):
    post()
    with pytest.raises(Refused):
        actions.reverse(coop, number, on=date(2025, 2, 5), by=BENDAHARA, reason=reason, request_id=ids.new_request())


def test_a_closed_month_takes_nothing_and_says_so(coop, post):
    post()
    actions.close_month(cooperative_id=coop, month=date(2025, 2, 1), by=BENDAHARA, request_id=ids.new_request())

    with pytest.raises(Refused, match="Buku sudah ditutup sampai 28 Februari 2025"):
        post()
    post(on=date(2025, 3, 1))


def test_money_of_unknown_origin_keeps_a_month_open(coop, post):
    post("receipt.unidentified", holder=5)
    with pytest.raises(Refused, match=r"masih Rp20\.000"):
        actions.close_month(cooperative_id=coop, month=date(2025, 2, 1), by=BENDAHARA, request_id=ids.new_request())


def test_reopening_takes_two_people_and_shows_for_ever(coop, post):
    post()
    actions.close_month(cooperative_id=coop, month=date(2025, 2, 1), by=BENDAHARA, request_id=ids.new_request())
    facts = {"cooperative_id": coop, "month": date(2025, 2, 1), "on": date(2025, 3, 2), "by": BENDAHARA}
    with pytest.raises(Refused, match="dua orang"):
        actions.reopen(approved_by=BENDAHARA, reason="nota tertinggal", request_id=ids.new_request(), **facts)
    actions.reopen(approved_by=KETUA, reason="nota tertinggal", request_id=ids.new_request(), **facts)

    post()

    assert [reports.entry(coop, n).kind for n in (1, 2, 3, 4)] == [
        "dues.paid",
        "period.closed",
        "period.reopened",
        "dues.paid",
    ]
    assert problems(coop) == []


@pytest.mark.parametrize(
    "facts", [{"amount": 0}, {"amount": -5}, {"holder": 0}, {"name": "no.such.event"}], ids=lambda f: next(iter(f))
)
def test_what_no_person_can_have_meant_stops_at_once(coop, post, facts):
    with pytest.raises((ValueError, KeyError)):
        post(**facts)
    assert journal(coop) == []


def test_the_books_of_another_cooperative_are_out_of_reach(coop):
    other = new_cooperative("tetangga").id
    facts = {"on": date(2025, 2, 3), "amount": rp(1), "by": 1, "holder": SUTINI}
    with pytest.raises(ScopeError):
        actions.post_event("dues.paid", other, request_id=ids.new_request(), **facts)
    with acting_for(other):
        assert actions.post_event("dues.paid", other, request_id=ids.new_request(), **facts).number == 1


def test_a_thousand_dues_are_one_call_and_a_repeat_posts_nothing(coop):
    drafts = [
        actions.draft_event(
            "dues.paid",
            on=date(2025, 1 + i % 12, 3),
            amount=rp(20_000),
            by=1,
            holder=1000 + i,
            request_id=ids.from_fact(f"dues:{i}"),
        )
        for i in range(1000)
    ]

    first, again = actions.post(coop, drafts), actions.post(coop, drafts)

    assert [p.number for p in first] == list(range(1, 1001))
    assert [p.number for p in again] == [p.number for p in first] and not any(p.is_new for p in again)
    assert reports.balance_of(coop, "320000") == 1000 * rp(20_000)
    assert problems(coop) == []


def test_balances_follow_the_day(coop, post):
    post(on=date(2025, 1, 31))
    post(on=date(2025, 2, 3), holder=SLAMET)
    post("savings.deposited", on=date(2025, 2, 10))

    assert reports.balance_of(coop, "111100", date(2025, 2, 3)) == rp(40_000)
    assert reports.balance_of(coop, "111100", date(2025, 1, 30)) == 0
    assert reports.holder_balances(coop, "320000") == {SUTINI: rp(20_000), SLAMET: rp(20_000)}
    assert reports.holder_balance(coop, "211100", SUTINI, date(2025, 2, 9)) == 0
    assert reports.holder_balance(coop, "211100", SUTINI, date(2025, 2, 10)) == rp(20_000)


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=6), st.data())
def test_a_journal_of_many_sides_is_poured_without_losing_a_sen(debits, data):
    total = sum(debits)
    cuts = sorted({c for c in data.draw(st.lists(st.integers(1, max(total - 1, 1)), max_size=4)) if c < total})
    credits = [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]
    left = [Side(f"5{i:05}", 0, a) for i, a in enumerate(debits)]
    right = [Side(f"4{i:05}", 0, a) for i, a in enumerate(credits)]

    moves = rules.pour(left, right)

    into, out_of = rules.merged(moves)
    assert [into[side.account, 0] for side in left] == debits
    assert [out_of[side.account, 0] for side in right] == credits
    assert all(move.amount > 0 for move in moves)
