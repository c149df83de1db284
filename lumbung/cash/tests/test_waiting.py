from datetime import date
from uuid import uuid4

import pytest

from lumbung.cash import actions, reports
from lumbung.cash.tests.conftest import BENDAHARA, DAY, SITI, journal
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.money import rp
from lumbung.web.words import Refused

SITI_SAYS = {SITI: "siti"}


@pytest.fixture
def give(kas, facts):
    def _give(amount=45_000_000, **more):
        who = {"holder": SITI, "holder_name": "Bu Siti", "purpose": "konsumsi RAT", "place": kas}
        return actions.give_advance(**facts(amount=amount, **{**who, **more}))

    return _give


def settle(advance, kas, facts, spent):
    return actions.settle_advance(
        advance=advance, spent=spent, category="expense.annual_meeting", place=kas, **facts(on=date(2025, 2, 5))
    )


@pytest.mark.parametrize(
    ("spent", "line"),
    [
        (440_000, "JU-2025-000001 531200 440000 + 111100 10000 <- 113900/siti 450000"),
        (450_000, "JU-2025-000001 531200 <- 113900/siti 450000"),
        (0, "BKM-2025-000002 111100 <- 113900/siti 450000"),
        (500_000, "BKK-2025-000002 531200 500000 <- 113900/siti 450000 + 111100 50000"),
    ],
)
def test_an_advance_is_settled_by_slips_and_what_is_left(coop, kas, give, facts, spent, line):
    settle(give(), kas, facts, rp(spent))

    assert journal(coop, names=SITI_SAYS)[1:] == [
        "2025-02-03 BKK-2025-000001 113900/siti <- 111100 450000",
        f"2025-02-05 {line}",
    ]
    assert reports.open_advances(coop) == []


def test_an_open_advance_blocks_a_second_one_for_the_same_person_only(give):
    give()
    with pytest.raises(Refused, match="Bu Siti masih memegang panjar Rp450.000"):
        give(rp(10_000))
    assert give(rp(10_000), holder=SITI + 1, holder_name="Pak Budi").amount == rp(10_000)


def test_a_second_tap_gives_one_advance_and_settles_it_once(coop, kas, give, facts):
    request_id = uuid4()
    advance = give(request_id=request_id)
    assert give(request_id=request_id).id == advance.id
    tap = facts(advance=advance, spent=rp(450_000), category="expense.annual_meeting", place=kas)

    assert actions.settle_advance(**tap).number == actions.settle_advance(**tap).number
    with pytest.raises(Refused, match="sudah selesai dengan JU-2025-000001"):
        settle(advance, kas, facts, rp(450_000))
    assert len(journal(coop)) == 3


def test_a_reversed_settlement_opens_the_advance_again(coop, kas, give, facts):
    advance = give()
    posted = settle(advance, kas, facts, rp(440_000))
    ledger.reverse(coop, posted.number, on=DAY, by=BENDAHARA, reason="nota salah", request_id=uuid4())

    assert [str(row.holder_name) for row in reports.open_advances(coop)] == ["Bu Siti"]
    settle(advance, kas, facts, rp(430_000))
    assert reports.open_advances(coop) == []


def test_an_advance_taken_back_by_reversal_is_not_open(coop, give):
    advance = give()
    ledger.reverse(coop, advance.given_number, on=DAY, by=BENDAHARA, reason="batal rapat", request_id=uuid4())

    assert reports.open_advances(coop) == []


def test_slips_are_not_older_than_their_advance_and_not_less_than_nothing(kas, give, facts):
    advance = give()
    with pytest.raises(Refused, match="diberikan 3 Februari 2025"):
        actions.settle_advance(
            advance=advance, spent=0, category="expense.general", place=kas, **facts(on=date(2025, 2, 2))
        )
    with pytest.raises(Refused, match="kurang dari nol"):
        settle(advance, kas, facts, -1)


def test_an_officer_who_paid_gets_back_what_she_paid_and_no_more(coop, kas, facts):
    actions.officer_paid_for_us(
        cooperative_id=coop, holder=SITI, category="expense.stationery", amount=rp(68_000), memo="Cetak", **facts()
    )
    assert reports.owed_to_officers(coop) == {SITI: rp(68_000)}
    with pytest.raises(Refused, match="hanya Rp68.000"):
        actions.officer_repaid(holder=SITI, amount=rp(70_000), place=kas, **facts())
    actions.officer_repaid(holder=SITI, amount=rp(68_000), place=kas, **facts())

    assert journal(coop, names=SITI_SAYS)[1:] == [
        "2025-02-03 JU-2025-000001 522300 <- 216200/siti 68000",
        "2025-02-03 BKK-2025-000001 216200/siti <- 111100 68000",
    ]
    assert reports.owed_to_officers(coop) == {}


def test_an_officers_own_money_in_the_cash_is_owed_to_her(coop, kas, facts):
    actions.officer_lent(holder=SITI, amount=rp(250_000), place=kas, **facts())

    assert journal(coop, names=SITI_SAYS)[-1] == "2025-02-03 BKM-2025-000002 111100 <- 216200/siti 250000"


def test_money_of_unknown_origin_waits_until_it_is_named(coop, bri, facts):
    tap = facts(text="TRF 0812 tanpa nama", amount=rp(120_000), place=bri)
    receipt = actions.receive_unidentified(**tap)
    assert actions.receive_unidentified(**tap) == receipt
    assert [(row.text, left) for row, left in reports.unidentified(coop)] == [("TRF 0812 tanpa nama", rp(120_000))]

    actions.identify_as_other(receipt=receipt, category="sale.member", amount=rp(20_000), **facts())
    assert reports.unnamed(receipt) == rp(100_000)
    actions.identify_as_other(receipt=receipt, category="service.member", **facts())

    names = {bri.id: "bri", receipt.id: "itu"}
    assert journal(coop, names=names) == [
        "2025-02-03 BKM-2025-000001 112100/bri <- 212300/itu 120000",
        "2025-02-03 JU-2025-000001 212300/itu <- 411100 20000",
        "2025-02-03 JU-2025-000002 212300/itu <- 414100 100000",
    ]
    assert reports.unidentified(coop) == []


def test_no_more_is_named_than_came(bri, facts):
    receipt = actions.receive_unidentified(**facts(text="?", amount=rp(120_000), place=bri))
    with pytest.raises(Refused, match="kelebihan Rp1"):
        actions.identify_as_other(receipt=receipt, category="sale.member", amount=rp(120_001), **facts())
    actions.identify_as_other(receipt=receipt, category="sale.member", **facts())
    with pytest.raises(Refused, match="kelebihan Rp120.000"):
        actions.identify_as_other(receipt=receipt, category="sale.member", **facts())


def test_a_payment_for_something_unknown_is_named_too(coop, kas, facts):
    paid = actions.pay_unidentified(**facts(text="keluar 40rb", amount=rp(40_000), place=kas))
    actions.identify_as_other(receipt=paid, category="expense.transport", **facts())

    assert journal(coop, names={paid.id: "itu"})[1:] == [
        "2025-02-03 BKK-2025-000001 212300/itu <- 111100 40000",
        "2025-02-03 JU-2025-000001 522400 <- 212300/itu 40000",
    ]


def test_a_batch_of_unknown_lines_is_kept_once(coop, bri, facts):
    drafts = [
        actions.unidentified_draft(inward=True, text=text, amount=rp(10_000), place=bri, **facts())
        for text in ("TRF A", "TRF B")
    ]
    for _run in range(2):
        posted = ledger.post(coop, drafts)
        actions.keep_unidentified(cooperative_id=coop, posted=zip(drafts, posted, strict=True))

    assert [row.text for row, _left in reports.unidentified(coop)] == ["TRF A", "TRF B"]
    assert books.balance_of(coop, "212300") == rp(20_000)
