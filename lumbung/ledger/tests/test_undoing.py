"""Batalkan from the journal: any entry, by the way of the package that it belongs to."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.dues import reports as owed
from lumbung.ledger import actions, reports
from lumbung.ledger.tests.conftest import BENDAHARA
from lumbung.members.actions import register
from lumbung.money import rp
from lumbung.security.actions import appoint, create_person
from lumbung.web.words import Refused

DAY = date(2025, 2, 3)


def facts(**more):
    return {"on": DAY, "by": BENDAHARA, "request_id": uuid4(), **more}


def undo(coop, number, **more):
    return actions.undo(coop, number, **facts(reason="salah ketik", **more))


@pytest.fixture
def kas(coop):
    place = places.general(coop)
    cash.receive(category="grant.cash", amount=rp(500_000), place=place, **facts())
    return place


def test_an_entry_that_nobody_claims_is_undone_by_its_opposite(coop, post):
    number = post("sale.member", holder=0).number
    undone = undo(coop, number)

    assert reports.entry(coop, number).reversed_by == undone.number
    assert reports.entry(coop, undone.number).reverses == number


def test_a_second_tap_is_the_first(coop, post):
    number, tap = post("sale.member", holder=0).number, facts(reason="salah ketik")
    assert actions.undo(coop, number, **tap).number == actions.undo(coop, number, **tap).number


def test_a_payment_of_dues_is_undone_with_its_months(coop):
    siti = register(cooperative_id=coop, full_name="Siti", joined_on=date(2025, 1, 5), by=BENDAHARA)
    before = owed.unpaid_months(siti, "2025-03")
    receipt = dues.pay_dues(member=siti, amount=rp(30_000), paid_on=DAY, by=BENDAHARA, request_id=uuid4())
    assert owed.unpaid_months(siti, "2025-03") != before

    undo(coop, receipt.number)
    assert owed.unpaid_months(siti, "2025-03") == before


def test_both_entries_of_one_payment_go_together(coop):
    """Billed and unbilled months paid at once are two entries; undoing the second undoes the first as well."""
    from lumbung.cooperatives.actions import set_bylaw

    set_bylaw(cooperative_id=coop, key="dues_accrual", value="1", valid_from=date(2025, 1, 1))
    siti = register(cooperative_id=coop, full_name="Siti", joined_on=date(2025, 1, 5), by=BENDAHARA)
    dues.bill_month(cooperative_id=coop, period="2025-01", by=BENDAHARA)
    first = dues.pay_dues(member=siti, amount=rp(45_000), paid_on=DAY, by=BENDAHARA, request_id=uuid4()).number
    assert reports.entry(coop, first + 1).kind.startswith("dues.")

    posted = undo(coop, first + 1)
    assert reports.entry(coop, posted.number).reverses == first + 1
    assert reports.entry(coop, first).reversed_by


def test_an_advance_that_was_settled_waits_for_its_settlement(coop, kas):
    who = {"holder": 9, "holder_name": "Bu Siti", "purpose": "RAT", "amount": rp(100_000), "place": kas}
    advance = cash.give_advance(**facts(**who))
    settled = cash.settle_advance(advance=advance, spent=rp(80_000), category="expense.annual_meeting", place=kas,
                                  **facts())  # fmt: skip
    with pytest.raises(Refused, match=f"sudah selesai dengan {settled.document}. Batalkan dulu"):
        undo(coop, advance.given_number)

    undo(coop, settled.number)
    undo(coop, advance.given_number)
    assert places.balance(kas) == rp(500_000) and places.open_advances(coop) == []


def test_money_that_was_named_waits_for_its_naming(coop, kas):
    unknown = cash.receive_unidentified(text="TANPA NAMA", amount=rp(20_000), place=kas, **facts())
    named = cash.identify_as_other(receipt=unknown, category="sale.member", **facts())
    with pytest.raises(Refused, match=f"sudah dijelaskan dengan {named.document}"):
        undo(coop, unknown.number)

    undo(coop, named.number)
    undo(coop, unknown.number)
    assert places.unidentified(coop) == []


def test_what_cannot_be_undone_says_why(coop, post):
    number = post("sale.member", holder=0).number
    undoing = undo(coop, number)
    with pytest.raises(Refused, match="sudah dibatalkan dengan JU-2025-000001"):
        undo(coop, number)
    with pytest.raises(Refused, match="JU-2025-000001 adalah pembatalan"):
        undo(coop, undoing.number)
    with pytest.raises(Refused, match="Catatan nomor 99 tidak dapat dibatalkan"):
        undo(coop, 99)


def test_nothing_is_undone_into_a_closed_month_nor_its_closing_itself(coop, post):
    number = post("sale.member", holder=0).number
    closing = actions.close_month(cooperative_id=coop, month=DAY, by=BENDAHARA, request_id=uuid4())
    with pytest.raises(Refused, match="Buku sudah ditutup sampai 28 Februari 2025"):
        undo(coop, number)
    with pytest.raises(Refused, match="halaman Tutup Bulan"):
        undo(coop, closing.number, on=date(2025, 3, 1))
    assert undo(coop, number, on=date(2025, 3, 1)).is_new


# --- the page -------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(coop, client):
    """A client by role; the clock stands on 3 February 2025."""

    def as_role(role):
        person = create_person(login_name=f"orang{role}", full_name=role, passphrase="padi kuning lumbung desa")
        with acting_for(coop):
            appoint(cooperative_id=coop, person_id=person.id, role=role, since=date(2025, 1, 1))
        client.force_login(person)
        return client

    with clock.frozen(datetime(2025, 2, 3, 3, tzinfo=UTC)):
        yield as_role


@pytest.mark.parametrize(("query", "back"), [("", "/jurnal/1/"), ("?bukti=1", "/kas/bukti/1/")])
def test_the_two_entries_name_each_other_on_their_pages(desk, post, query, back):
    post("sale.member", holder=0)
    browser = desk("bendahara")
    assert "/k/karbes/jurnal/1/batal/" in browser.get("/k/karbes/jurnal/1/").content.decode()
    tap = {"reason": "salah ketik", "on": "3/2/2025", "request_id": str(uuid4())}
    assert browser.post("/k/karbes/jurnal/1/batal/", {**tap, "reason": ""}).status_code == 422
    done = browser.post(f"/k/karbes/jurnal/1/batal/{query}", tap)

    assert (done.status_code, done.url) == (302, f"/k/karbes{back}")
    for page in ("jurnal", "kas/bukti"):
        wrong, undoing = (browser.get(f"/k/karbes/{page}/{number}/").content.decode() for number in (1, 2))
        assert f"/k/karbes/{page}/2/" in wrong and "Catatan ini sudah dibatalkan" in wrong
        assert f"/k/karbes/{page}/1/" in undoing and "Catatan ini membatalkan" in undoing
        assert "/batal/" not in wrong and "/batal/" not in undoing
    again = browser.post("/k/karbes/jurnal/1/batal/", {**tap, "request_id": str(uuid4())})
    assert again.status_code == 422 and "sudah dibatalkan dengan JU-2025-000001" in again.content.decode()


@pytest.mark.parametrize("role", ["ketua", "kasir", "pengawas"])
def test_only_the_treasurer_undoes(desk, post, role):
    post("sale.member", holder=0)
    browser = desk(role)
    assert "/batal/" not in browser.get("/k/karbes/jurnal/1/").content.decode()
    assert browser.post("/k/karbes/jurnal/1/batal/", {"reason": "x"}).status_code == 403
