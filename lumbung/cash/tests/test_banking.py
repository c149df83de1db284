"""A bank statement beside the bank book, until both agree."""

from datetime import date

import pytest

from lumbung import ids
from lumbung.cash import actions, reports
from lumbung.cash.actions.banking import FEE, INTEREST, UNKNOWN
from lumbung.cash.models import BankStatement
from lumbung.cash.statements import Printed, Told
from lumbung.cash.tests.conftest import BENDAHARA, journal
from lumbung.ledger import actions as ledger
from lumbung.money import rp
from lumbung.web.words import Refused

FEBRUARY = date(2025, 2, 28)
PRINTED = [
    (5, 500_000, "SETORAN TUNAI"),
    (10, -120_000, "TRF KE TOKO ABADI"),
    (20, 75_000, "TRSF CR TANPA NAMA"),
    (28, 1_250, "BUNGA"),
    (28, -6_500, "BIAYA ADM"),
]


def told(lines=PRINTED, *, opening=0, month=2, sha="a", closing=None):
    printed = [Printed(date(2025, month, day), rp(amount), text) for day, amount, text in lines]
    counted = rp(opening) + sum(line.amount for line in printed)
    return Told(printed, rp(opening), counted if closing is None else rp(closing), sha * 64)


def bring(place, one, through=FEBRUARY):
    return actions.keep_statement(place=place, told=one, file_name="feb.csv", by=BENDAHARA, through=through)


@pytest.fixture
def book(kas, bri, facts):
    """In the book: 500.000 to the bank on the 3rd, 120.000 to a shop on the 10th, 40.000 to another on the 27th."""
    actions.move(source=kas, target=bri, amount=rp(500_000), memo="Setor", **facts(on=date(2025, 2, 3)))
    shop = {"category": "goods.bought", "place": bri}
    actions.pay(amount=rp(120_000), memo="Toko Abadi", **shop, **facts(on=date(2025, 2, 10)))
    actions.pay(amount=rp(40_000), memo="Toko Baru", **shop, **facts(on=date(2025, 2, 27)))
    return bri


@pytest.fixture
def statement(book):
    return bring(book, told())


def sheet(statement):
    return reports.sheet(statement)


def confirm_all(statement):
    pairs = [(pair.line.statement_id, pair.line.position, pair.touch.number) for pair in sheet(statement).proposed]
    return actions.confirm(statement=statement, pairs=pairs, by=BENDAHARA)


def line_of(statement, text):
    return next(line for line, _near in sheet(statement).unbooked if line.text == text)


def book_line(statement, text, way):
    line = line_of(statement, text)
    where = {"statement_id": line.statement_id, "position": line.position}
    return actions.book_line(statement=statement, way=way, by=BENDAHARA, **where)


def test_what_fits_is_proposed_and_the_rest_told_apart(statement):
    shown = sheet(statement)

    assert [(pair.line.text, pair.touch.memo, pair.apart) for pair in shown.proposed] == [
        ("SETORAN TUNAI", "Setor", 2),
        ("TRF KE TOKO ABADI", "Toko Abadi", 0),
    ]
    assert [line.text for line, _near in shown.unbooked] == ["TRSF CR TANPA NAMA", "BUNGA", "BIAYA ADM"]
    assert [touch.memo for touch in shown.waiting] == ["Toko Baru"]


def test_a_month_is_reconciled_in_a_few_taps(coop, statement):
    assert confirm_all(statement) == 2
    book_line(statement, "BUNGA", INTEREST)
    book_line(statement, "BIAYA ADM", FEE)
    book_line(statement, "TRSF CR TANPA NAMA", UNKNOWN)
    form = sheet(statement).form

    booked = [line.split(" ", 2)[2] for line in journal(coop, names={statement.place_id: "bri"})]
    assert "112100/bri <- 431100 1250" in booked and "522800 <- 112100/bri 6500" in booked
    assert (form.bank, form.not_cashed, form.book, form.difference) == (rp(449_750), rp(40_000), rp(409_750), 0)
    agreed = actions.agree(statement=statement, by=BENDAHARA)
    assert (agreed.through, agreed.outstanding, agreed.unbooked) == (FEBRUARY, -rp(40_000), 0)
    assert [row.amount for row, _left in reports.unidentified(coop)] == [rp(75_000)]
    assert reports.unreconciled(coop, FEBRUARY) == []
    assert [place.id for place in reports.unreconciled(coop, date(2025, 3, 31))] == [statement.place_id]


def test_before_that_it_is_said_by_how_much_they_differ(statement):
    with pytest.raises(Refused, match="belum dipasangkan atau dibukukan"):
        actions.agree(statement=statement, by=BENDAHARA)
    assert sheet(statement).form.difference == 0  # what is only open on either side is named in the form
    assert sheet(statement).form.not_booked_in == rp(576_250)


def test_an_amount_that_was_typed_wrong_keeps_both_apart(kas, bri, facts):
    actions.move(source=kas, target=bri, amount=rp(50_000), memo="Setor", **facts(on=date(2025, 2, 3)))
    mistyped = bring(bri, told([(3, 50_000, "SETORAN"), (4, 9_000, "?")], opening=7_000))
    confirm_all(mistyped)
    book_line(mistyped, "?", UNKNOWN)

    assert sheet(mistyped).form.difference == rp(7_000)
    with pytest.raises(Refused, match="masih berselisih Rp7.000"):
        actions.agree(statement=mistyped, by=BENDAHARA)


def test_what_was_paired_is_not_paired_again_and_may_be_let_go(statement):
    confirm_all(statement)
    assert confirm_all(statement) == 0
    [first, _second] = sheet(statement).matched
    pair = (first.line.statement_id, first.line.position, first.touch.number)
    assert actions.confirm(statement=statement, pairs=[pair], by=BENDAHARA) == 0  # the second tap
    with pytest.raises(Refused, match="sudah berpasangan"):
        actions.confirm(statement=statement, pairs=[(*pair[:2], pair[2] + 1)], by=BENDAHARA)

    actions.release(statement=statement, match_id=first.match_id, by=BENDAHARA)
    assert [pair.line.text for pair in sheet(statement).proposed] == ["SETORAN TUNAI"]


def test_different_amounts_are_never_a_pair(statement):
    line = line_of(statement, "BUNGA")
    number = sheet(statement).waiting[0].number
    with pytest.raises(Refused, match="jumlahnya lain"):
        actions.confirm(statement=statement, pairs=[(line.statement_id, line.position, number)], by=BENDAHARA)


def test_a_line_is_booked_once_however_often_it_is_tapped(coop, statement):
    line = line_of(statement, "BUNGA")
    tap = {"statement": statement, "statement_id": line.statement_id, "position": line.position, "by": BENDAHARA}
    first = actions.book_line(way=INTEREST, **tap)

    assert actions.book_line(way=INTEREST, **tap) == first
    with pytest.raises(Refused, match="isi lain"):
        actions.book_line(way=UNKNOWN, **tap)
    for way, text in ((FEE, "TRSF CR TANPA NAMA"), (INTEREST, "BIAYA ADM")):
        with pytest.raises(Refused, match="jadi bukan"):
            book_line(statement, text, way)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (told([], sha="b"), "Tidak ada satu pun mutasi"),
        (told(sha="b"), "sampai 28 Februari 2025 sudah ada"),
        (told([(3, 1_000, "x")], month=3, opening=449_750, closing=9, sha="b"), "Ada baris yang hilang"),
        (told([(3, 1_000, "x")], month=3, opening=1, sha="b"), "kirim dulu yang di antaranya"),
    ],
)
def test_a_file_that_cannot_be_the_next_one_is_refused(statement, given, words):
    with pytest.raises(Refused, match=words):
        bring(statement.place, given)
    assert BankStatement.objects.filter(cooperative_id=statement.cooperative_id).count() == 1


def test_the_same_file_twice_is_one(statement):
    assert bring(statement.place, told()).id == statement.id


def test_what_was_on_its_way_arrives_with_the_next_statement(coop, statement, facts):
    confirm_all(statement)
    for text, way in (("BUNGA", INTEREST), ("BIAYA ADM", FEE), ("TRSF CR TANPA NAMA", UNKNOWN)):
        book_line(statement, text, way)
    actions.agree(statement=statement, by=BENDAHARA)
    march = bring(statement.place, told([(2, -40_000, "CEK TOKO BARU")], month=3, opening=449_750, sha="b"),
                  date(2025, 3, 31))  # fmt: skip
    assert march.start == date(2025, 3, 1)
    assert [pair.apart for pair in sheet(march).proposed] == [3]
    confirm_all(march)
    assert actions.agree(statement=march, by=BENDAHARA).outstanding == 0
    old = sheet(reports.statement(coop, statement.id))
    assert (old.form.not_cashed, old.form.difference) == (rp(40_000), 0)  # as it was on that day
    with pytest.raises(Refused, match="sudah selesai"):
        actions.release(statement=statement, match_id=old.matched[0].match_id, by=BENDAHARA)


def test_a_mistake_and_its_undoing_never_wait_for_the_bank(coop, book, facts):
    wrong = actions.pay(category="goods.bought", amount=rp(9_000), place=book, **facts(on=date(2025, 2, 12)))
    ledger.undo(coop, wrong.number, reason="salah", on=date(2025, 2, 12), by=BENDAHARA, request_id=ids.new_request())
    assert [touch.memo for touch in sheet(bring(book, told())).waiting] == ["Toko Baru"]
