import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.cash.rules import CATEGORIES, category_account, of_direction, propose
from lumbung.cash.rules.proposals import KEYWORDS, normal
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.events import EVENTS

IN = {
    "Terima simpanan wajib Mulyono": "dues.paid",
    "Iuran Sutrisno Maulana bln Februari": "dues.paid",
    "iuran bu Sutini": "dues.paid",
    "Simp. pokok anggota baru Mulyono": "member.principal_paid",
    "Penjualan keripik tempe": "sale.non_member",
    "Hasil jual snack Karbes Market": "sale.non_member",
    "hasil titip jual": "sale.consigned",
    "Bunga bank": "bank.interest",
    "kas dari bendahara": "unit.funded",
    "tarik tunai BRI": "money.moved",
    "sumbangan warga": "grant.cash",
    "talangan ketua": "officer.lent",
    "Angsuran pinjaman Slamet": "receipt.unidentified",
    "fee BRILink Mei": "agency.fee",
    "tabungan Pak Slamet": "savings.deposited",
}
OUT = {
    "Beli ATK": "expense.stationery",
    "Fotokopi": "expense.stationery",
    "Bayar listrik": "expense.utilities",
    "Pulsa & paket data": "expense.internet",
    "Konsumsi rapat pengurus": "expense.board_meeting",
    "konsumsi RAT": "expense.annual_meeting",
    "Setor ke BRI": "money.moved",
    "setor bank": "money.moved",
    "Beli bahan baku tempe": "goods.bought",
    "beli kemasan standing pouch": "expense.packaging",
    "Transport ke dinas": "expense.transport",
    "honor pengawas": "expense.honoraria",
    "adm bank Maret": "bank.fee",
    "panjar konsumsi": "advance.given",
    "bon Bu Siti": "advance.given",
    "kembalikan talangan ketua": "officer.repaid",
    "bayar titip jual Bu Sutini": "consignor.paid",
    "gaji kasir": "expense.wages",
    "beli laptop": "equipment.bought",
    "sewa kursi": "expense.rent",
}
LINES = [(inward, *line) for inward, lines in ((True, IN), (False, OUT)) for line in lines.items()]
ANY_WORDS = [keyword.words for direction in (True, False) for keyword in KEYWORDS[direction]]


@pytest.mark.parametrize(("inward", "text", "event"), LINES)
def test_the_words_of_treasurers_find_their_category(inward, text, event):
    assert propose(text, inward)[0][0] == event


@given(st.lists(st.sampled_from([*ANY_WORDS, "bu", "sutini", "3", "karbes"]), max_size=6).map(" ".join), st.booleans())
def test_above_nine_tenths_only_when_one_categorys_keyword_stands_alone(text, inward):
    proposals = propose(text, inward)
    held = {k.event for k in KEYWORDS[inward] if f" {k.words} " in normal(text)}

    assert {event for event, _confidence in proposals} == held
    assert all(0 < confidence <= 0.95 for _event, confidence in proposals)
    assert len(held) == 1 or all(confidence <= 0.9 for _event, confidence in proposals)
    assert [c for _e, c in proposals] == sorted((c for _e, c in proposals), reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "Sutini", "12.000", "???", "🙂", "rp", "atkinson", "a" * 5000])
def test_words_that_say_nothing_propose_nothing(text):
    assert propose(text, True) == propose(text, False) == []


def test_every_keyword_belongs_to_a_category_of_its_direction_and_is_plain():
    for inward, keywords in KEYWORDS.items():
        assert {keyword.event for keyword in keywords} == {category.event for category in of_direction(inward)}
        assert all(re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", keyword.words) for keyword in keywords)


def test_every_category_is_an_event_that_moves_cash_its_way():
    for category in CATEGORIES.values():
        event = EVENTS[category.event]
        if category.group:
            assert "cash" in (event.debit if category.inward else event.credit)


def test_the_other_side_of_a_category_is_an_account_of_the_chart():
    for category in CATEGORIES.values():
        if category.group and category.event != "sale.consigned":
            assert category_account(category.event) in ACCOUNTS
    with pytest.raises(KeyError):
        category_account("sale.consigned")
