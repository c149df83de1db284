from datetime import date
from uuid import uuid4

import pytest

from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.journal import Place
from lumbung.money import rp
from lumbung.savings import actions
from lumbung.savings.models import Interest
from lumbung.savings.reports.interest import plan
from lumbung.savings.tests.conftest import SRI, credit, held, journal, put_away, save
from lumbung.web.words import Refused


def lines(cooperative_id, period="2026-10"):
    """name: basis, gross, tax, net, lost; in rupiah."""
    return {
        line.member.full_name: tuple(sen // 100 for sen in (line.basis, line.gross, line.tax, line.net, line.lost))
        for line in plan(cooperative_id, period).to_credit
    }


def test_interest_is_credited_as_the_table_says(siti, enrol):
    rich = enrol("Hartono")
    save(siti, 10_000_000)
    save(rich, 50_000_000)

    credit(siti.cooperative_id)

    assert journal(siti.cooperative_id, {siti.id: "siti", rich.id: "hartono"})[-2:] == [
        "2026-10-31 BM-2026-000001 512100 <- 211100/siti 50000",  # J09
        "2026-10-31 BM-2026-000002 512100 <- 211100/hartono+213100 250000",  # J10a
    ]
    assert held(rich) == 50_225_000
    assert books.balance_of(siti.cooperative_id, "213100") == rp(25_000)


def test_the_plan_shows_basis_interest_tax_net_and_the_cliff(siti, enrol):
    save(siti, 48_000_000)
    save(enrol("Hartono"), 48_000_400)

    assert lines(siti.cooperative_id) == {
        "Siti Aminah": (48_000_000, 240_000, 0, 240_000, 0),
        "Hartono": (48_000_400, 240_002, 24_000, 216_002, 23_998),
    }


def test_the_lowest_balance_counts_unless_the_bylaws_say_otherwise(siti):
    save(siti, 1_000_000, on=date(2026, 9, 1))
    save(siti, 1_000_000, on=date(2026, 10, 17))
    found = []
    for method in ("lowest", "average", "end"):
        set_bylaw(
            cooperative_id=siti.cooperative_id, key="savings_interest_method", value=method,
            valid_from=date(2026, 10, 1),
        )  # fmt: skip
        found.append(lines(siti.cooperative_id)["Siti Aminah"][0])

    assert found == [1_000_000, 1_483_870, 2_000_000]


def test_a_second_run_posts_only_what_is_missing(siti, enrol):
    slamet = enrol("Slamet")
    save(siti, 10_000_000)
    assert len(credit(siti.cooperative_id)) == 1

    save(slamet, 2_000_000)
    assert len(credit(siti.cooperative_id)) == 1
    assert credit(siti.cooperative_id) == []
    assert (held(siti), held(slamet)) == (10_050_000, 2_010_000)


def test_the_seal_of_what_was_seen_must_still_be_true(siti):
    save(siti, 10_000_000)
    seen = plan(siti.cooperative_id, "2026-10").seal
    save(siti, 5_000_000)

    with pytest.raises(Refused, match="Periksa angka yang baru"):
        credit(siti.cooperative_id, seal=seen)
    credit(siti.cooperative_id, seal=plan(siti.cooperative_id, "2026-10").seal)


def test_interest_that_was_taken_back_is_credited_anew(siti):
    save(siti, 10_000_000)
    [entry] = credit(siti.cooperative_id)
    ledger.reverse(
        siti.cooperative_id, entry.number, on=date(2026, 11, 2), by=SRI, reason="tarif salah", request_id=uuid4()
    )
    set_bylaw(cooperative_id=siti.cooperative_id, key="savings_rate_year", value="3", valid_from=date(2026, 10, 1))

    credit(siti.cooperative_id)
    assert held(siti) == 10_025_000
    assert credit(siti.cooperative_id) == []


def test_a_month_that_runs_is_not_reckoned(siti):
    save(siti, 10_000_000)
    with pytest.raises(Refused, match="November 2026 belum selesai"):
        credit(siti.cooperative_id, period="2026-11", on=date(2026, 11, 24))
    with pytest.raises(Refused, match="Pilih tanggal dari 31 Oktober 2026"):
        credit(siti.cooperative_id, on=date(2026, 10, 30))


def test_savings_and_term_deposits_of_a_month_are_taxed_together(siti):
    save(siti, 40_000_000, on=date(2026, 8, 3))  # 200.000 a month
    put_away(siti, 10_000_000, on=date(2026, 8, 15))  # 75.000 a month: together above the cliff

    assert lines(siti.cooperative_id)["Siti Aminah"] == (40_000_000, 275_000, 27_500, 247_500, 0)
    credit(siti.cooperative_id)
    kept = Interest.objects.order_by("number").values_list("gross", "tax")
    assert list(kept) == [(rp(200_000), rp(20_000)), (rp(75_000), rp(7_500))]
    assert held(siti, "211400") == 67_500


def test_without_a_rate_nobody_gets_anything(siti):
    save(siti, 10_000_000)
    set_bylaw(cooperative_id=siti.cooperative_id, key="savings_rate_year", value="0", valid_from=date(2026, 10, 1))

    assert lines(siti.cooperative_id) == {}
    assert credit(siti.cooperative_id) == []


def test_many_members_cost_no_more_questions(siti, enrol, django_assert_num_queries):
    save(siti, 10_000_000)
    with django_assert_num_queries(15):
        plan(siti.cooperative_id, "2026-10")
    for number in range(12):
        save(enrol(f"Anggota {number}"), 1_000_000)
    with django_assert_num_queries(15):
        plan(siti.cooperative_id, "2026-10")


def test_withheld_tax_is_paid_to_the_state_and_no_more_than_that(siti):
    save(siti, 50_000_000)
    credit(siti.cooperative_id)
    given = {"cooperative_id": siti.cooperative_id, "on": date(2026, 11, 9), "by": SRI, "cash": Place("111100")}

    with pytest.raises(Refused, match=r"hanya Rp25\.000"):
        actions.remit_tax(amount=rp(30_000), request_id=uuid4(), **given)
    actions.remit_tax(amount=rp(25_000), request_id=uuid4(), memo="0A1B2C", **given)
    assert journal(siti.cooperative_id)[-1] == "2026-11-09 BKK-2026-000001 213100 <- 111100 25000"


def test_rules_are_decided_with_a_basis_and_below_the_highest_rate(siti):
    given = {"cooperative_id": siti.cooperative_id, "valid_from": date(2026, 11, 1)}
    with pytest.raises(Refused, match="paling tinggi 9 persen"):
        actions.decide(values={"savings_rate_year": "9.5"}, basis="RAT", **given)
    with pytest.raises(Refused, match="dasar keputusannya"):
        actions.decide(values={"savings_rate_year": "5"}, basis=" ", **given)
    changed = actions.decide(values={"savings_rate_year": "5.25", "savings_floor": "10000"}, basis="RAT", **given)
    assert changed == ["savings_rate_year"]
