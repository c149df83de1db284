"""Beside the samples: two that fit, books that grow, bank books, bad input, closed months, undone and taken again."""

import json
from datetime import date

import pytest

from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.actions import set_bylaw
from lumbung.cooperatives.reports import open_tasks
from lumbung.dues import actions as dues
from lumbung.dues import reports as cards
from lumbung.ids import new_request
from lumbung.intake import actions, reports
from lumbung.intake.models import BatchRow
from lumbung.intake.tests.conftest import BENDAHARA, TODAY
from lumbung.intake.tests.workshop import Page, write
from lumbung.ledger import actions as ledger
from lumbung.ledger import audit
from lumbung.ledger import reports as books
from lumbung.ledger.actions import close_month
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp
from lumbung.web.words import Refused

GRID_HEAD = ["No", "Nama", "No Agt", "Saldo s/d 2024", *"Jan Peb Mar Apr Mei Jun Jul Agt Sep Okt Nop Des".split()]
CASH_HEAD = ["Tanggal", "Bukti", "Uraian", "Masuk", "Keluar", "Saldo"]
BANK_HEAD = ["Tanggal", "Uraian", "Debet", "Kredit", "Saldo"]


@pytest.fixture
def book(tmp_path):
    """Write a workbook of one sheet."""

    def _book(rows, name="buku.xlsx", sheet="Lembar"):
        return write([Page(sheet, rows)], tmp_path / name)

    return _book


@pytest.fixture
def enrol(coop):
    def one(full_name, **facts):
        given = {"joined_on": date(2024, 1, 5), **facts}
        return members.register(cooperative_id=coop, full_name=full_name, by=BENDAHARA, **given)

    return one


@pytest.fixture
def grid(book):
    """A dues grid of 2025: name, number, opening, then the months."""

    def _grid(*rows, name="iuran.xlsx"):
        lines = [[place, *row] for place, row in enumerate(rows, 1)]
        return book([["SIMPANAN WAJIB TAHUN 2025 (Rp20.000/bulan)"], [], GRID_HEAD, *lines], name)

    return _grid


@pytest.fixture
def kas(book):
    """A cash book: (day, words, in, out); balances are worked out from the opening."""

    def _kas(*lines, opening=500_000, name="kas.xlsx", head="BUKU KAS UMUM 2025"):
        rows, balance = [["", "", "Saldo awal", None, None, opening]], opening
        for day, words, inward, outward in lines:
            balance += (inward or 0) - (outward or 0)
            rows.append([day, "", words, inward, outward, balance])
        return book([[head], [], CASH_HEAD, *rows], name)

    return _kas


def entries(coop):
    return [(entry.booked_on, entry.kind, entry.amount) for entry in books.journal(coop, date.min, date.max)]


def deeds(taken):
    return [step.deed for step in taken.plan.steps if step.deed != "skipped"]


# --- whom a row means --------------------


def test_a_name_that_two_members_bear_is_asked_and_nothing_is_booked_for_it(coop, take, enrol, grid):
    enrol("Siti Aminah", rt="1", rw="2"), enrol("Siti Aminah", rt="3", rw="2")
    taken = take("dues", grid(["Siti Aminah", None, None, 20_000]))

    assert entries(coop) == []
    assert [task.message.split(". ", 1)[1] for task in open_tasks(coop)] == [
        "Siti Aminah bisa berarti Siti Aminah (0001), Siti Aminah (0002). Pilih orangnya."
    ]
    assert taken.reading.totals["paid_total"] == rp(20_000)


def test_the_number_in_the_grid_tells_namesakes_apart(coop, take, enrol, grid):
    enrol("Siti Aminah")
    second = enrol("Siti Aminah")
    take("dues", grid(["Siti Aminah", "002", None, 20_000]))
    assert books.holder_balances(coop, "320000") == {second.id: rp(20_000)}


def test_a_number_of_one_and_the_name_of_another_is_a_question(coop, take, enrol, grid):
    enrol("Siti Aminah"), enrol("Slamet")
    take("dues", grid(["Slamet", "0001", None, 20_000]))
    assert entries(coop) == []


def test_two_rows_for_one_member_are_both_asked_about(coop, take, enrol, grid):
    enrol("Slamet")
    taken = take("dues", grid(["Slamet", None, None, 20_000], ["Pak Slamet", None, None, 40_000]))
    assert deeds(taken) == ["nothing", "nothing"] and entries(coop) == []


def test_a_namesake_with_another_nik_is_another_person(coop, take, enrol, book):
    enrol("Sutini", nik="3573040503859999")
    take("members", book([["Nama", "NIK", "Tgl Masuk"], ["Sutini", "3573044503850001", date(2024, 2, 1)]]))
    assert Member.objects.filter(full_name="Sutini").count() == 2


def test_a_known_member_is_not_changed_but_asked_about(coop, take, enrol, book):
    sutini = enrol("Sutini", nik="3573044503850001", phone="081234567890")
    head = ["Nama", "NIK", "No HP", "Tgl Masuk"]
    taken = take("members", book([head, ["SUTINI", "3573044503850001", "081299998888", date(2024, 1, 5)]]))

    assert deeds(taken) == ["known"] and Member.objects.get().phone == "+6281234567890"
    task = open_tasks(coop).get()
    assert (task.kind, task.subject_id) == ("member.phone", sutini.id)
    assert task.message == (
        "Nomor telepon Sutini (0001): di berkas +6281299998888, di daftar anggota +6281234567890. Mana yang benar?"
    )


def test_two_rows_with_one_nik_are_one_person(coop, take, book):
    row = ["Sutini", "3573044503850001", date(2024, 2, 1)]
    taken = take("members", book([["Nama", "NIK", "Tgl Masuk"], row, row]))
    assert deeds(taken) == ["register", "nothing"]


def test_a_number_that_somebody_has_is_asked_and_the_next_one_given(coop, take, enrol, book):
    enrol("Budi", number="007")
    take("members", book([["No Anggota", "Nama", "Tgl Masuk"], ["007", "Wati", date(2024, 2, 1)]]))
    assert Member.objects.get(full_name="Wati").number == "008"
    assert "Nomor 007 untuk Wati sudah dipakai Budi" in open_tasks(coop).get().message


# --- grids --------------------


def test_opening_months_are_kept_and_the_rest_is_owed(coop, take, enrol, grid):
    slamet = enrol("Slamet")
    take("dues", grid(["Slamet", None, 180_000, 20_000, 60_000]))

    assert books.holder_balance(coop, "320000", slamet.id, date(2025, 12, 31)) == rp(260_000)
    card = cards.card(slamet)
    assert [part.period for part in card.unpaid("2025-12")] == [f"2025-{month:02d}" for month in range(5, 13)]


def test_a_cutover_within_the_year_leaves_later_months_to_the_cash_book(coop, take, enrol, grid):
    slamet = enrol("Slamet")
    take("dues", grid(["Slamet", None, None, 20_000, 20_000, 20_000]), cutover=date(2025, 2, 28))
    assert books.holder_balance(coop, "320000", slamet.id) == rp(40_000)


@pytest.mark.parametrize(("day", "words"), [
    (date(2025, 12, 30), "hari terakhir sebuah bulan"), (date(2026, 12, 31), "belum terjadi"),
])  # fmt: skip
def test_a_cutover_is_a_months_end_that_has_passed(day, words, take, enrol, grid):
    enrol("Slamet")
    with pytest.raises(Refused, match=words):
        take("dues", grid(["Slamet", None, None, 20_000]), cutover=day)


def test_a_grid_that_grew_adds_only_what_is_new(coop, take, enrol, grid):
    slamet = enrol("Slamet")
    take("dues", grid(["Slamet", None, None, 20_000]))
    take("dues", grid(["Slamet", None, None, 20_000, 20_000], name="iuran-baru.xlsx"))

    assert books.holder_balance(coop, "320000", slamet.id) == rp(40_000)
    assert cards.card(slamet).paid == {"2025-01": rp(20_000), "2025-02": rp(20_000)}


def test_a_rate_other_than_the_bylaws_is_told_and_changes_neither(coop, take, enrol, grid):
    enrol("Slamet")
    set_bylaw(cooperative_id=coop, key="wajib_amount", value="15000", valid_from=date(2025, 1, 1))
    taken = take("dues", grid(["Slamet", None, None, 20_000]))
    assert [ask.field for ask in taken.plan.asks] == ["rate"]


# --- cash books --------------------


def test_lines_become_events_and_what_is_unclear_waits(coop, take, enrol, kas):
    slamet = enrol("Slamet")
    taken = take("cash", kas(
        (date(2025, 1, 6), "Iuran Slamet", 40_000, None), (date(2025, 1, 7), "Beli ATK", None, 15_000),
        (date(2025, 1, 8), "Dari pasar", 10_000, None), (date(2025, 1, 9), "Setor ke BRI", None, 300_000),
    ))  # fmt: skip

    assert deeds(taken) == ["dues", "journal", "suspense", "journal"]
    assert entries(coop) == [
        (date(2024, 12, 31), "opening.asset", rp(500_000)), (date(2025, 1, 6), "dues.paid_many", rp(40_000)),
        (date(2025, 1, 7), "expense.stationery", rp(15_000)), (date(2025, 1, 8), "receipt.unidentified", rp(10_000)),
        (date(2025, 1, 9), "money.moved", rp(300_000)),
    ]  # fmt: skip
    assert cards.card(slamet).paid == {"2025-01": rp(20_000), "2025-02": rp(20_000)}
    assert books.balance_of(coop, "111100") == rp(235_000)
    receipt = places.unidentified(coop)[0][0]
    assert (open_tasks(coop).get().subject_kind, open_tasks(coop).get().subject_id) == ("receipt", receipt.id)


def test_a_cash_book_that_grew_adds_only_its_new_lines(coop, take, kas):
    atk = (date(2025, 1, 7), "Beli ATK", None, 15_000)
    take("cash", kas(atk))
    taken = take("cash", kas(atk, atk, (date(2025, 1, 27), "Bayar listrik", None, 20_000), name="kas-februari.xlsx"))

    assert deeds(taken) == ["known", "journal", "journal"]
    assert books.balance_of(coop, "111100") == rp(450_000)


def test_the_same_rows_under_another_name_are_noticed(coop, take, kas):
    line = (date(2025, 1, 7), "Beli ATK", None, 15_000)
    first = take("cash", kas(line))
    again = take("cash", kas(line, name="salinan kas.ods"))
    assert (again.is_new, again.batch.id) == (False, first.batch.id)
    assert len(entries(coop)) == 2


def test_days_that_cannot_be_booked_are_questions(coop, take, kas):
    close_month(cooperative_id=coop, month=date(2025, 1, 1), by=BENDAHARA, request_id=new_request())
    taken = take("cash", kas(
        (date(2025, 1, 7), "Beli ATK", None, 15_000), (date(2025, 2, 7), "Beli ATK", None, 15_000),
        (date(2027, 2, 7), "Beli ATK", None, 15_000),
    ))  # fmt: skip
    assert deeds(taken) == ["nothing", "journal", "nothing"]
    said = " ".join(task.message for task in open_tasks(coop))
    assert "Buku sudah ditutup sampai 31 Januari 2025" in said and "belum terjadi" in said


def test_dues_before_joining_or_of_nobody_wait_in_suspense(coop, take, enrol, kas):
    enrol("Slamet", joined_on=date(2025, 6, 1))
    taken = take("cash", kas(
        (date(2025, 1, 6), "Iuran Slamet", 20_000, None), (date(2025, 1, 6), "Iuran Wagiman", 20_000, None),
    ))  # fmt: skip
    assert deeds(taken) == ["suspense", "suspense"]


def test_an_answer_decides_a_line(coop, take, enrol, kas):
    slamet = enrol("Slamet")
    file = kas((date(2025, 1, 6), "Titipan Pak Lurah", 20_000, None), (date(2025, 1, 7), "Coba", None, 5_000))
    taken = take("cash", file, answers={
        "Lembar!5": {"category": "dues.paid", "member": str(slamet.id)}, "Lembar!6": {"skip": True},
    })  # fmt: skip
    assert deeds(taken) == ["dues", "nothing"]
    assert books.holder_balance(coop, "320000", slamet.id) == rp(20_000)


# --- bank books --------------------


@pytest.fixture
def bank(book):
    """A bank book as the bank writes it: what comes in stands under Kredit."""
    return book([
        ["BUKU BANK 2025"], [], BANK_HEAD, [date(2025, 1, 1), "Saldo bulan lalu", None, None, 100_000],
        [date(2025, 1, 10), "Setoran tunai", None, 300_000, 400_000],
        [date(2025, 1, 31), "Bunga bank", None, 1_222.5, 401_222.5],
        [date(2025, 1, 31), "Biaya administrasi", 6_000, None, 395_222.5],
    ], "buku bank bri.xlsx")  # fmt: skip


def test_a_bank_book_opens_its_account_and_meets_the_cash_book(coop, take, kas, bank):
    take("cash", kas((date(2025, 1, 9), "Setor ke BRI", None, 300_000)))
    assert books.balance_of(coop, "111900") == rp(300_000)
    take("bank", bank)

    place = next(place for place in places.places(coop) if place.kind == "bank")
    assert (place.name, places.balance(place)) == ("Bank BRI", 39_522_250)
    assert books.balance_of(coop, "111900") == 0
    assert audit.problems(coop) == []


def test_a_transfer_told_by_both_books_is_booked_once(coop, take, kas, bank):
    place = cash.open_place(cooperative_id=coop, kind="bank", name="BRI", bank_name="BRI", opened_on=date(2025, 1, 1))
    take("cash", kas((date(2025, 1, 9), "Setor ke BRI", None, 300_000)))
    taken = take("bank", bank)

    assert deeds(taken) == ["known", "journal", "journal"]
    assert books.balance_of(coop, "111900") == 0
    assert places.balance(place) == rp(300_000) + 122_250 - rp(6_000)
    assert [ask.field for ask in taken.plan.asks] == ["opening"]


# --- undone and taken again --------------------


def test_a_batch_undone_can_be_taken_again(coop, take, enrol, grid):
    slamet = enrol("Slamet")
    file = grid(["Slamet", None, None, 20_000])
    first = take("dues", file)
    undo(coop, first)
    assert books.holder_balance(coop, "320000", slamet.id) == 0
    second = take("dues", file)

    assert second.is_new and second.batch.attempt == 1
    assert books.holder_balance(coop, "320000", slamet.id) == rp(20_000)


def test_people_who_left_with_an_undone_book_come_back_with_the_next(coop, take, book):
    file = book([["No Anggota", "Nama", "Tgl Masuk"], ["007", "Wati", date(2024, 2, 1)]])
    undo(coop, take("members", file))
    assert Member.objects.get().status == "left"
    take("members", file)
    assert [(m.number, m.status, m.left_on) for m in Member.objects.all()] == [("007", "active", None)]


def test_an_undone_member_book_keeps_those_who_have_savings(coop, take, book):
    taken = take("members", book([["Nama", "Tgl Masuk"], ["Wati", date(2024, 2, 1)], ["Budi", date(2024, 2, 1)]]))
    wati = Member.objects.get(full_name="Wati")
    pay = {"amount": rp(20_000), "paid_on": date(2025, 2, 3), "by": BENDAHARA, "request_id": new_request()}
    dues.pay_dues(member=wati, **pay)
    undo(coop, taken)
    assert {m.full_name: m.status for m in Member.objects.all()} == {"Wati": "active", "Budi": "left"}


def test_what_was_paid_or_named_since_stands_in_the_way(coop, take, enrol, grid, kas):
    slamet = enrol("Slamet")
    opened = take("dues", grid(["Slamet", None, None, 20_000]))
    cash_book = take("cash", kas((date(2026, 1, 8), "Dari pasar", 10_000, None), head="BUKU KAS 2026"))
    pay = {"amount": rp(20_000), "paid_on": date(2026, 2, 3), "by": BENDAHARA, "request_id": new_request()}
    dues.pay_dues(member=slamet, **pay)
    cash.identify_as_other(
        receipt=places.unidentified(coop)[0][0], category="sale.non_member", on=date(2026, 2, 3), by=BENDAHARA,
        request_id=new_request(),
    )  # fmt: skip

    with pytest.raises(Refused, match="sudah membayar lagi"):
        undo(coop, opened)
    with pytest.raises(Refused, match="sudah dijelaskan"):
        undo(coop, cash_book)


def test_from_the_journal_opening_balances_go_with_their_book_and_other_lines_alone(coop, take, enrol, grid, kas):
    enrol("Slamet")
    take("dues", grid(["Slamet", None, None, 20_000]))
    taken = take("cash", kas((date(2026, 1, 8), "Beli ATK", None, 15_000), head="BUKU KAS 2026"))
    kinds = {one.kind: one.number for one in books.journal(coop, date(2000, 1, 1), date(2099, 1, 1))}
    facts = {"on": date(2026, 2, 3), "by": BENDAHARA, "reason": "x"}

    with pytest.raises(Refused, match="lewat impor .*Batalkan impor itu"):
        ledger.undo(coop, kinds["opening.dues"], request_id=new_request(), **facts)
    alone = next(number for kind, number in kinds.items() if kind.startswith(("expense.", "payment.")))
    assert ledger.undo(coop, alone, request_id=new_request(), **facts).is_new
    undo(coop, taken)  # what is gone already stays gone
    assert reports.batch(coop, taken.batch.id).status == "undone"


def test_a_closed_month_stands_in_the_way(coop, take, kas):
    taken = take("cash", kas((date(2025, 1, 7), "Beli ATK", None, 15_000)))
    actions.accept_difference(
        cooperative_id=coop, amount=reports.clearing_left(coop), on=date(2025, 1, 31), by=BENDAHARA,
        request_id=new_request(),
    )  # fmt: skip
    close_month(cooperative_id=coop, month=date(2025, 1, 1), by=BENDAHARA, request_id=new_request())
    with pytest.raises(Refused, match="sudah ditutup sampai 31 Januari 2025"):
        undo(coop, taken)


def undo(coop, taken):
    return actions.undo(cooperative_id=coop, batch_id=taken.batch.id, by=BENDAHARA, reason="salah berkas", today=TODAY)


def test_a_grid_of_strangers_can_come_again_once_they_are_registered(coop, take, enrol, grid):
    file = grid(["Slamet", None, None, 20_000])
    first = take("dues", file)
    assert take("dues", file).batch == first.batch and open_tasks(coop).count() == 1
    slamet = enrol("Slamet")
    assert take("dues", file).is_new and open_tasks(coop).count() == 0
    assert books.holder_balance(coop, "320000", slamet.id) == rp(20_000)


def test_a_file_taken_again_books_only_what_was_left(coop, take, enrol, grid, kas):
    enrol("Slamet")
    file, cash_book = (
        grid(["Slamet", None, None, 20_000], ["Wati", None, None, 40_000]),
        kas((date(2026, 1, 7), "Beli ATK", None, 15_000), head="BUKU KAS 2026"),
    )
    take("dues", file), take("cash", cash_book)
    wati = enrol("Wati")
    assert not take("dues", file).is_new
    assert deeds(take("dues", file, again=True)) == ["known", "open"]
    assert deeds(take("cash", cash_book, again=True)) == ["known"]

    assert books.holder_balances(coop, "320000")[wati.id] == rp(40_000)
    assert books.balance_of(coop, "320000") == rp(60_000)
    assert books.balance_of(coop, "111100") == rp(485_000)


# --- what is kept --------------------


def test_no_kept_row_tells_a_nik(coop, take, book):
    take("members", book([["Nama", "NIK", "Tgl Masuk"], ["Sutini", "3573044503850001", date(2024, 2, 1)]]))
    assert BatchRow.objects.get(row=2).said["nik"] == "3573**********01"
    assert "3573044503850001" not in json.dumps(list(BatchRow.objects.values_list("said", "asks")))


def test_a_way_that_does_not_fit_the_book_is_refused(take, kas):
    with pytest.raises(Refused, match="tidak dapat dibaca dengan cara itu"):
        take("cash", kas((date(2025, 1, 7), "Beli ATK", None, 15_000)), mode="opening")
