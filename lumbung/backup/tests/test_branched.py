"""An older copy by consent: the book goes on under another name, and what it lacks is recorded again from receipts."""

from datetime import date

import pytest
from django.db import transaction

import lumbung_periksa
from lumbung.backup import branched, returned, state
from lumbung.backup.branched import Gone
from lumbung.backup.tests.conftest import receive
from lumbung.backup.tests.test_page import seen, signed_in
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.reports import JournalEntry
from lumbung.money import rp
from lumbung.security.models import Event
from lumbung.sql import SQLITE, engine
from lumbung.tlog import checkpoint, note
from lumbung.witness import audit, reports

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="a home with its own file; the arithmetic is the same everywhere"),
]
HERE = "/k/karbes/cadangan/catat-lagi/"
DAY = date(2025, 2, 6)


@pytest.fixture
def back(coop):
    """Three entries stand, a fourth and fifth were booked once: the receipt of the fourth, and the head of then."""
    with transaction.atomic(), acting_for(coop.id):
        for day in (6, 7):
            receive(coop, day, amount=7_500)
        receipt, head = reports.receipt(coop.id, 4).as_file(), str(reports.head(coop.id))
        transaction.set_rollback(True)
    documents = [[4, "BKM-2025-000004", "2025-02-06"], [5, "BKM-2025-000005", "2025-02-07"]]
    with state.changing() as kept:
        kept["restored"] = {
            "missing": ["karbes: 2"],
            "lost": {"karbes": {"after": 3, "until": 5, "documents": documents}},
        }
    return receipt, head


def test_a_shorter_book_goes_on_under_another_name_and_convicts_nobody(coop, back):
    _receipt, old = back
    returned.note_return()
    returned.note_return()
    for day in (6, 7):
        receive(coop, day, amount=1_000)  # as many entries as were signed before, and others

    with acting_for(coop.id):
        signed, policy = str(reports.head(coop.id)), reports.policy(coop.id)
        assert audit.problems(coop.id) == []
    assert checkpoint.parse(note.parse(signed).text).origin == "lumbung.example/karbes/2"
    evidence = f"# lumbung: bukti saksi x\n# 1\nold 5\n\n{signed}\n# 2\n{old}"
    judged = lumbung_periksa.judge_evidence(evidence, lumbung_periksa.read_policy(policy))
    assert judged.name[0] == "bukan bukti"
    assert [Event.objects.filter(deed=deed).count() for deed in ("backup.restored", "witness.log_branched")] == [1, 1]


def test_the_same_book_would_have_convicted_itself_under_its_old_name(coop, back):
    _receipt, old = back
    for day in (6, 7):
        receive(coop, day, amount=1_000)
    with acting_for(coop.id):
        signed, policy = str(reports.head(coop.id)), reports.policy(coop.id)
    evidence = f"# lumbung: bukti saksi x\n# 1\nold 5\n\n{signed}\n# 2\n{old}"
    judged = lumbung_periksa.judge_evidence(evidence, lumbung_periksa.read_policy(policy))
    assert judged.name[0] == "terbukti"


def test_a_receipt_tells_what_is_gone_and_the_new_entry_is_found_by_itself(coop, back):
    receipt, _head = back
    returned.note_return()
    treasurer = signed_in(coop, "bendahara")
    html = seen(treasurer, HERE)
    assert "2 catatan belum dicatat lagi" in html and "BKM-2025-000005" in html and "cari kuitansinya" in html

    assert "BKM-2025-000004, catatan nomor 4" in treasurer.post(HERE, {"text": receipt}, follow=True).content.decode()
    assert "7.500" in seen(treasurer, HERE) and "/k/karbes/kas/" in seen(treasurer, HERE)
    receive(coop, 6, amount=7_500)
    html = seen(treasurer, HERE)
    assert "1 catatan belum dicatat lagi" in html
    with acting_for(coop.id):
        found = branched.gone(coop)
    assert [one.again for one in found] == ["BKM-2025-000004", ""]


def test_what_is_no_receipt_of_this_book_is_refused_in_words(coop, back):
    receipt, _head = back
    treasurer = signed_in(coop, "bendahara")
    for text in ("bukan", receipt.replace('"7500"', '"9500"'), receipt.replace("karbes", "tetangga")):
        answer = treasurer.post(HERE, {"text": text})
        assert answer.status_code == 422 and "bukan kuitansi buku ini" in answer.content.decode()
    assert "cari kuitansinya" in seen(treasurer, HERE)


def test_supervisors_see_the_list_and_nobody_sees_one_where_nothing_is_gone(coop, back):
    supervisor = signed_in(coop, "pengawas")
    assert "BKM-2025-000004" in seen(supervisor, HERE) and "<h2>Baca kuitansi" not in seen(supervisor, HERE)
    with state.changing() as kept:
        kept.pop("restored")
    assert "Tidak ada yang hilang" in seen(supervisor, HERE)


def test_the_end_of_a_day_is_not_looked_for(coop, back):
    with state.changing() as kept:
        kept["restored"]["lost"]["karbes"]["documents"][1][1] = "TH-2025-000001"
    assert "1 catatan belum dicatat lagi" in (html := seen(signed_in(coop, "pengawas"), HERE))
    assert "tidak perlu: tutup hari" in html


def entry(document: str, amount: int, kind="dues.paid", reversed_by=None):
    return JournalEntry(9, DAY, document, kind, "", "", None, reversed_by, 1, None, None, ()), amount


def test_two_equal_losses_need_two_new_entries_and_a_reversed_one_is_none(monkeypatch):
    monkeypatch.setattr(JournalEntry, "amount", rp(20_000))
    new = [entry("A", 0, reversed_by=4)[0], entry("B", 0)[0]]
    lost = [Gone(number, "", DAY, "dues.paid", rp(20_000)) for number in (4, 5)]
    assert [one.again for one in branched.paired(lost, new)] == ["B", ""]
