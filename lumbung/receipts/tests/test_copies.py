"""Copies are counted, once each; messages are kept as sent."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung import clock
from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions as dues
from lumbung.dues.tests.conftest import SRI
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp
from lumbung.receipts import actions, reports
from lumbung.receipts.models import Message, Printing
from lumbung.web.words import Refused


def print_one(office, number=None, kind="receipt", **facts):
    given = {"sheet": "58", "by": SRI, "at": clock.now(), "request_id": uuid4(), **facts}
    return actions.print_copy(cooperative_id=office.coop.id, number=number or office.paid, kind=kind, **given)


def send(office, member=None, **facts):
    given = {"kind": "receipt", "text": "Terima kasih.", "number": office.paid, "by": SRI, "at": clock.now(),
             "request_id": uuid4(), **facts}  # fmt: skip
    return actions.send(member=member or office.sutini, **given)


def test_each_copy_of_each_kind_has_its_number(office):
    made = [print_one(office), print_one(office, sheet="a5"), print_one(office, kind="slip"), print_one(office)]
    assert [(one.kind, one.copy) for one in made] == [("receipt", 1), ("receipt", 2), ("slip", 1), ("receipt", 3)]
    assert sorted(one.sheet for one in reports.printings(office.coop.id, office.paid)) == ["58", "58", "58", "a5"]


def test_a_second_tap_is_the_same_copy(office):
    request_id = uuid4()
    assert print_one(office, request_id=request_id).copy == print_one(office, request_id=request_id).copy == 1
    assert Printing.objects.count() == 1


def test_what_has_no_money_has_no_paper(office):
    closed = ledger.close_month(cooperative_id=office.coop.id, month=date(2025, 1, 31), by=SRI, request_id=uuid4())
    for number in (closed.number, 999):
        with pytest.raises(Refused, match="tidak memuat uang"):
            print_one(office, number=number, kind="slip")


def test_a_message_is_kept_as_sent_and_once(office):
    request_id = uuid4()
    first, again = send(office, request_id=request_id), send(office, request_id=request_id, text="lain")
    assert (first.id, again.text, first.phone) == (again.id, "Terima kasih.", "+6281234567890")
    assert [one.text for one in reports.messages_about(office.coop.id, office.paid)] == ["Terima kasih."]


def test_whoever_has_no_telephone_is_named_with_what_to_do(office):
    with pytest.raises(Refused, match="Slamet Utomo belum punya nomor HP"):
        send(office, office.slamet)
    Member.objects.filter(id=office.slamet.id).update(phone="+62341123456")
    with pytest.raises(Refused, match="bukan nomor HP"):
        send(office, Member.objects.get(id=office.slamet.id))
    assert not Message.objects.exists()


def test_the_stamp_is_a_dated_rule_with_its_source(office):
    early, late = date(2025, 3, 1), date(2025, 7, 1)
    assert reports.stamp(office.coop.id, early) == (rp(5_000_000), rp(10_000), "UU 10/2020 tentang Bea Meterai")
    set_bylaw(
        cooperative_id=office.coop.id, key="stamp_duty_above", value="7000000", valid_from=late, basis="PP 99/2025"
    )
    assert reports.stamp(office.coop.id, early).above == rp(5_000_000)
    assert reports.stamp(office.coop.id, late) == (rp(7_000_000), rp(10_000), "PP 99/2025")


# --- whom to remind -------------------------------------------------------------------------------------------


def remind(office, member):
    waiting = reports.waiting_for(office.coop, member, clock.today())
    return actions.send(member=member, kind="reminder", text=waiting.text, by=SRI, at=clock.now(), request_id=uuid4())


def names(found):
    return [one.member.full_name for one in found]


def test_the_queue_goes_on_where_it_was_left(office):
    budi = members.register(
        cooperative_id=office.coop.id, full_name="Budi", joined_on=date(2025, 5, 1), by=SRI, phone="081355550000"
    )
    queue = reports.queue(office.coop, clock.today())
    assert (names(queue.waiting), names(queue.sent), names(queue.unreachable)) == (
        ["Budi", "Sutini"], [], ["Slamet Utomo"]
    )  # fmt: skip

    remind(office, budi)
    queue = reports.queue(office.coop, clock.today())
    assert (names(queue.waiting), names(queue.sent), queue.total) == (["Sutini"], ["Budi"], 2)


def test_whoever_has_paid_leaves_the_queue_and_next_month_it_begins_again(office):
    remind(office, office.sutini)
    assert names(reports.queue(office.coop, date(2025, 9, 2)).waiting) == ["Sutini"]
    dues.pay_dues(member=office.sutini, amount=rp(60_000), paid_on=clock.today(), by=SRI, request_id=uuid4())
    assert reports.queue(office.coop, date(2025, 9, 2)).total == 0
    assert reports.waiting_for(office.coop, office.sutini, clock.today()) is None


def test_thanks_are_for_the_whole_payment_though_half_of_it_was_billed(office):
    set_bylaw(cooperative_id=office.coop.id, key="dues_accrual", value="1", valid_from=date(2025, 1, 1))
    dues.bill_month(cooperative_id=office.coop.id, period="2025-07", by=SRI)
    paid = dues.pay_dues(member=office.sutini, amount=rp(60_000), paid_on=clock.today(), by=SRI, request_id=uuid4())

    text = reports.receipt_text(office.coop, books.entry(office.coop.id, paid.number), office.sutini)
    assert "Setoran Rp60.000 diterima 21/08/2025" in text and "Juli–September 2025" in text


# --- the database ----------------------------------------------------------------------------------------------------


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize("table", ["receipts_printing", "receipts_message"])
def test_the_database_keeps_what_was_printed_and_sent(office, table):
    print_one(office)
    send(office)
    column = "copy" if table == "receipts_printing" else "phone"
    attempt(f"UPDATE {table} SET {column} = '7'")
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        attempt(f"TRUNCATE {table}")


def test_a_message_is_about_an_entry_or_a_reminder_and_to_somebody(office):
    insert = (
        'INSERT INTO receipts_message (cooperative_id, id, kind, member_id, number, phone, text, "by", at, request_id)'
        " VALUES (%s, 7, %s, %s, %s, %s, 'x', 1, '2025-08-21 00:00:00+00:00', '00000000000000000000000000000007')"
    )
    for kind, number, phone in (
        ("receipt", None, "+62812"),
        ("reminder", office.paid, "+62812"),
        ("reminder", None, ""),
    ):
        attempt(insert, office.coop.id, kind, office.sutini.id, number, phone)


def test_thanks_for_principal_and_for_savings_name_them(office):
    applicant = members.register(
        cooperative_id=office.coop.id, full_name="Wagiman", applied_on=date(2025, 8, 1), by=SRI, phone="081355550000",
        gender="L",
    )  # fmt: skip
    paid = dues.pay_principal(
        member=applicant, amount=rp(100_000), paid_on=clock.today(), by=SRI, request_id=uuid4()
    )  # fmt: skip
    saved = ledger.post_event(
        "savings.deposited", office.coop.id, on=clock.today(), amount=rp(50_000), holder=office.sutini.id, by=SRI,
        request_id=uuid4(),
    )  # fmt: skip

    def text(number, member):
        return reports.receipt_text(office.coop, books.entry(office.coop.id, number), member)

    assert text(paid.number, applicant) == (
        "Terima kasih, Pak Wagiman. Setoran Rp100.000 diterima 21/08/2025, bukti BKM-2025-000002, untuk simpanan pokok."
        " Saldo simpanan pokok Rp100.000. KMP Karangbesuki"
    )
    assert "untuk simpanan sukarela. Saldo simpanan sukarela Rp50.000." in text(saved.number, office.sutini)
