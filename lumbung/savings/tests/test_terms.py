from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import actions as ledger
from lumbung.money import rp
from lumbung.savings import actions
from lumbung.savings.models import TermDeposit
from lumbung.savings.reports.terms import deposit, deposits
from lumbung.savings.tests.conftest import SRI, credit, held, journal, put_away, save
from lumbung.web.words import Refused

MATURITY = date(2026, 11, 15)


def end(one, on=MATURITY, **facts):
    given = {"by": SRI, "request_id": uuid4(), **facts}
    return actions.end_term(cooperative_id=one.cooperative_id, deposit_id=one.id, on=on, **given)


def rule(siti, key, value):
    set_bylaw(cooperative_id=siti.cooperative_id, key=key, value=value, valid_from=date(2026, 1, 1))


def state(one, on=date(2026, 11, 24)):
    return deposit(one.cooperative_id, one.id, on).state


def test_a_term_is_placed_earns_each_month_and_is_paid_at_its_end(siti):
    one = put_away(siti, 10_000_000)
    for period, last in (("2026-08", 31), ("2026-09", 30), ("2026-10", 31)):
        credit(siti.cooperative_id, period=period, on=date(2026, int(period[5:]), last))
    end(one)

    assert one.serial == "SB-2026-0001"
    assert journal(siti.cooperative_id, {siti.id: "siti"})[1:] == [
        "2026-08-15 BKM-2026-000002 111100 <- 211300/siti 10000000",
        "2026-09-30 BM-2026-000001 512200 <- 211400/siti 75000",
        "2026-10-31 BM-2026-000002 512200 <- 211400/siti 75000",
        "2026-11-15 BM-2026-000003 512200 <- 211400/siti 75000",  # the month that the run has not come to
        "2026-11-15 BKK-2026-000001 211400/siti+211300/siti <- 111100 10225000",
    ]
    assert state(one) == "ended"
    assert (held(siti, "211300"), held(siti, "211400")) == (0, 0)


def test_a_second_tap_ends_it_once(siti):
    one, request_id = put_away(siti, 1_000_000), uuid4()
    first = end(one, request_id=request_id)

    assert end(one, request_id=request_id) == first._replace(is_new=False)
    with pytest.raises(Refused, match="tidak berjalan"):
        end(one)


def test_a_second_tap_places_it_once(siti):
    request_id = uuid4()
    assert put_away(siti, 1_000_000, request_id=request_id) == put_away(siti, 1_000_000, request_id=request_id)
    assert TermDeposit.objects.count() == 1


def test_before_its_time_the_bylaws_take_a_part_and_only_when_asked(siti):
    rule(siti, "term_early_interest", "50")
    rule(siti, "term_early_penalty", "1")
    one = put_away(siti, 10_000_000)

    with pytest.raises(Refused, match="Jatuh tempo simpanan ini 15 November 2026"):
        end(one, on=date(2026, 10, 20))
    end(one, on=date(2026, 10, 20), early=True)
    assert journal(siti.cooperative_id, {siti.id: "siti"})[-3:] == [
        "2026-10-20 BM-2026-000003 211400/siti <- 512200 75000",
        "2026-10-20 BM-2026-000004 211300/siti <- 431900 100000",
        "2026-10-20 BKK-2026-000001 211400/siti+211300/siti <- 111100 9975000",
    ]


def test_taking_an_early_end_back_takes_back_all_of_it(siti):
    one = put_away(siti, 10_000_000)
    posted = end(one, on=date(2026, 10, 20), early=True)
    actions.undo_payment(
        cooperative_id=siti.cooperative_id, number=posted.number, on=date(2026, 10, 21), by=SRI, reason="batal",
        request_id=uuid4(),
    )  # fmt: skip

    assert state(one) == "due"
    assert (held(siti, "211300"), held(siti, "211400")) == (10_000_000, 150_000)
    end(one)
    assert state(one) == "ended"


def test_when_only_the_payment_was_reversed_what_was_lost_is_not_given_twice(siti):
    rule(siti, "term_early_penalty", "1")
    one = put_away(siti, 10_000_000)
    posted = end(one, on=date(2026, 10, 20), early=True)
    ledger.reverse(siti.cooperative_id, posted.number, on=date(2026, 10, 21), by=SRI, reason="x", request_id=uuid4())
    end(one)
    assert journal(siti.cooperative_id)[-1].endswith("<- 111100 9975000")  # a hundred thousand was a penalty
    assert (held(siti, "211300"), held(siti, "211400")) == (0, 0)


def test_it_may_come_from_savings_and_go_back_there(siti):
    save(siti, 5_000_000)
    one = put_away(siti, 4_000_000, cash=None)
    assert (held(siti), held(siti, "211300")) == (1_000_000, 4_000_000)
    with pytest.raises(Refused, match="paling banyak"):
        put_away(siti, 995_000, cash=None)
    end(one, cash=None)
    assert held(siti) == 5_090_000


def test_interest_may_go_to_savings_every_month(siti):
    put_away(siti, 10_000_000, interest_to="savings")
    credit(siti.cooperative_id, period="2026-09", on=date(2026, 9, 30))
    assert (held(siti), held(siti, "211400")) == (75_000, 0)


def test_interest_that_waits_is_paid_and_the_deposit_goes_on(siti):
    one = put_away(siti, 10_000_000)
    given = {"cooperative_id": one.cooperative_id, "deposit_id": one.id, "on": date(2026, 10, 5), "by": SRI}
    with pytest.raises(Refused, match="Belum ada jasa"):
        actions.pay_interest(request_id=uuid4(), **given)
    credit(siti.cooperative_id, period="2026-09", on=date(2026, 9, 30))
    actions.pay_interest(request_id=uuid4(), **given)

    assert deposit(one.cooperative_id, one.id, date(2026, 10, 5)).waiting == 0
    end(one)
    assert journal(one.cooperative_id, {siti.id: "siti"})[-1].endswith("<- 111100 10150000")


def test_with_rollover_it_goes_on_at_the_rate_of_the_day(siti):
    one = put_away(siti, 12_000_000, on=date(2026, 5, 15), months=3, rollover=True)
    set_bylaw(cooperative_id=siti.cooperative_id, key="term_rate_year", value="7.5", valid_from=date(2026, 8, 1))

    credit(siti.cooperative_id, period="2026-08", on=date(2026, 8, 31))
    credit(siti.cooperative_id, period="2026-09", on=date(2026, 9, 30))
    assert [row.gross for row in deposit(one.cooperative_id, one.id, MATURITY).interests] == [rp(90_000), rp(75_000)]
    assert deposit(one.cooperative_id, one.id, date(2026, 9, 30)).matures_on == MATURITY
    with clock.frozen(datetime(2026, 11, 20, 5, tzinfo=UTC)):
        end(one, on=date(2026, 11, 20))  # within the days of grace
    assert state(one) == "ended"


def test_what_no_term_can_be_is_refused(siti):
    for facts, words in (
        ({"rupiah": 100_000}, r"paling sedikit Rp500\.000"),
        ({"months": 24}, "1 sampai 12 bulan"),
        ({"rate": 10_00}, "paling tinggi 9 persen"),
    ):
        with pytest.raises(Refused, match=words):
            put_away(siti, **{"rupiah": 1_000_000, **facts})


def test_from_the_journal_an_early_end_goes_whole_and_the_placing_only_when_nothing_came_of_it(siti):
    one = put_away(siti, 10_000_000)
    posted = end(one, on=date(2026, 10, 20), early=True)
    facts = {"on": date(2026, 11, 2), "by": SRI, "reason": "salah orang"}
    with pytest.raises(Refused, match="sudah diberi jasa atau dibayar"):
        ledger.undo(siti.cooperative_id, one.number, request_id=uuid4(), **facts)

    before, tap = len(journal(siti.cooperative_id)), uuid4()
    undone = ledger.undo(siti.cooperative_id, posted.number, request_id=tap, **facts)
    assert len(journal(siti.cooperative_id)) > before + 1  # the forfeit and the penalty as well
    assert ledger.undo(siti.cooperative_id, posted.number, request_id=tap, **facts).number == undone.number
    other = put_away(siti, 2_000_000, on=date(2026, 11, 2))
    assert ledger.undo(siti.cooperative_id, other.number, request_id=uuid4(), **facts).is_new


def test_a_placing_is_taken_back_while_nothing_has_come_of_it(siti):
    one = put_away(siti, 1_000_000)
    given = {"cooperative_id": one.cooperative_id, "deposit_id": one.id, "by": SRI, "reason": "salah orang"}
    credit(siti.cooperative_id, period="2026-09", on=date(2026, 9, 30))
    with pytest.raises(Refused, match="sudah diberi jasa"):
        actions.undo_placing(on=date(2026, 11, 20), request_id=uuid4(), **given)
    other = put_away(siti, 2_000_000, on=date(2026, 11, 2))
    actions.undo_placing(**{**given, "deposit_id": other.id}, on=date(2026, 11, 20), request_id=uuid4())
    assert state(other) == "void"


def test_what_falls_due_stands_first(siti):
    put_away(siti, 2_000_000, on=date(2026, 10, 1), months=6)
    put_away(siti, 1_000_000)
    found = deposits(siti.cooperative_id, date(2026, 11, 24))
    assert [(one.deposit.serial, one.state) for one in found] == [("SB-2026-0002", "due"), ("SB-2026-0001", "running")]
