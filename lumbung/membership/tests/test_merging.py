"""Two rows that are one person: no entry lost, no month lost, no number lost."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbung import money
from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions as dues
from lumbung.dues import reports as dues_reports
from lumbung.ledger import reports as books
from lumbung.ledger.audit import problems
from lumbung.members import nik
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.membership import reports
from lumbung.membership.models import Merge
from lumbung.membership.tests.conftest import SRI, TODAY, again, has, leave, merge
from lumbung.security.actions import appoint, create_person
from lumbung.security.reports import member_of
from lumbung.web.words import Refused

CARD = "3573044503859999"


def controls(coop):
    return {code: books.balance_of(coop.id, code) for code in ("310000", "320000", "211100")}


def test_balances_move_by_entries_and_the_controls_stay(enrol, karbes):
    kept, gone = enrol("Siti Aminah", wajib=20_000), enrol("Siti Aminah", wajib=40_000, saved=30_000)
    before, entries = controls(karbes), len(books.journal(karbes.id, date(2026, 1, 1), TODAY))
    made = merge(kept, gone)

    assert has(gone) == {} and has(kept) == {"310000": 100_000, "320000": 60_000, "211100": 130_000}
    after = controls(karbes)
    assert after["320000"] == before["320000"] and sum(after.values()) == sum(before.values())
    assert len(books.journal(karbes.id, date(2026, 1, 1), TODAY)) == entries + len(made.entries)
    assert problems(karbes.id) == []


def test_principal_paid_twice_is_savings_of_which_one_may_have_it_back(enrol):
    kept, gone = enrol("Siti", principal=40_000), enrol("Siti")
    merge(kept, gone)

    assert has(kept) == {"310000": 100_000, "211100": 40_000}
    assert again(kept).status == "active", "the applicant's principal is whole now"


def test_paid_months_follow_and_fill_what_was_unpaid(enrol):
    kept, gone = enrol("Siti", wajib=20_000), enrol("Siti", wajib=40_000)
    merge(kept, gone)

    assert list(dues_reports.card(again(kept)).paid) == ["2026-01", "2026-02", "2026-03"]
    assert dues_reports.arrears(kept.cooperative_id, TODAY) == []
    assert dues_reports.card(again(gone)).first is None, "nothing is owed under the old number"


def test_a_month_that_was_billed_twice_is_owed_once(enrol, karbes):
    set_bylaw(cooperative_id=karbes.id, key="dues_accrual", value="1", valid_from=date(2026, 1, 1))
    kept, gone = enrol("Siti"), enrol("Siti", wajib=40_000)
    for period in ("2026-01", "2026-02", "2026-03"):
        dues.bill_month(cooperative_id=karbes.id, period=period, by=SRI)
    assert has(gone)["329000"] == 20_000 and has(kept)["329000"] == 60_000
    merge(kept, gone)

    assert has(gone) == {} and has(kept) == {"310000": 100_000, "320000": 60_000, "329000": 20_000, "211100": 100_000}
    assert dues_reports.open_bills(karbes.id, [kept.id])[kept.id] == {
        "2026-01": 0, "2026-02": 0, "2026-03": money.rp(20_000)
    } or dues_reports.open_bills(karbes.id, [kept.id])[kept.id] == {"2026-03": money.rp(20_000)}  # fmt: skip
    assert [part.period for part in dues_reports.unpaid_months(again(kept), "2026-03")] == ["2026-03"]
    assert problems(karbes.id) == []


def test_a_bill_paid_in_part_is_settled_first(enrol, karbes):
    set_bylaw(cooperative_id=karbes.id, key="dues_accrual", value="1", valid_from=date(2026, 1, 1))
    kept, gone = enrol("Siti"), enrol("Siti")
    dues.bill_month(cooperative_id=karbes.id, period="2026-01", by=SRI)
    dues.pay_dues(member=gone, amount=money.rp(5_000), paid_on=TODAY, by=SRI, request_id=uuid4())
    before = has(gone)

    with pytest.raises(Refused, match="sebagian"):
        merge(kept, gone)
    assert has(gone) == before and not Merge.objects.exists()


def test_the_old_number_is_found_and_points_to_the_one_that_is_used(enrol, karbes, browser_of):
    first, second, third = (enrol("Siti Aminah") for _each in range(3))
    merge(second, third)
    merge(first, second)

    assert reports.merged_into(again(third)).id == first.id, "followed to its end"
    assert third.id in [found.id for found in register.find(karbes.id, third.number)]
    assert again(third).leave_reason == f"tercatat dua kali, lihat {second.number}"
    html = browser_of("ketua").get(f"/k/karbes/anggota/{third.id}/").content.decode()
    assert f"/k/karbes/anggota/{first.id}/" in html and "Tercatat dua kali" in html
    assert [member.number for member in reports.merged_from(first)] == [second.number]


def test_what_only_the_old_row_knew_is_kept(enrol):
    kept = enrol("Siti Aminah", address="Jl. Kenanga 4")
    gone = enrol("Siti Aminah", nik=CARD, phone="0812-3456-7890", address="Jl. Mawar 9", joined_on=None)
    merge(kept, gone)

    now = again(kept)
    assert (nik.of(now), now.phone, now.address) == (CARD, "+6281234567890", "Jl. Kenanga 4")
    assert nik.of(again(gone)) == ""
    changed = {change.field for change in register.history(now)}
    assert {"nik", "phone"} <= changed and "address" not in changed


def test_the_earlier_day_of_joining_holds(enrol):
    kept, gone = enrol("Siti"), enrol("Siti")
    Member.objects.filter(id=gone.id).update(joined_on=date(2025, 6, 4))
    merge(kept, gone)
    assert again(kept).joined_on == date(2025, 6, 4)


def test_whoever_signs_in_as_the_old_row_is_the_new_one(enrol, karbes):
    kept, gone = enrol("Siti"), enrol("Siti")
    person = create_person(login_name="siti", full_name="Siti", passphrase="padi kuning lumbung desa")
    appoint(cooperative_id=karbes.id, person_id=person.id, role="anggota", since=TODAY, member_id=gone.id)
    merge(kept, gone)
    assert member_of(karbes.id, person.id) == kept.id


def test_a_second_tap_merges_once(enrol):
    kept, gone, tap = enrol("Siti"), enrol("Siti"), uuid4()
    merge(kept, gone, request_id=tap)
    merge(kept, gone, request_id=tap)
    assert Merge.objects.count() == 1 and has(kept) == {"310000": 100_000, "211100": 100_000}


def test_what_cannot_be_one_person_is_refused(enrol):
    kept, gone, dead, left = (enrol(name) for name in ("Siti", "Siti", "Siti", "Siti"))
    leave(dead, died=True, heir_name="Slamet")
    leave(left)
    for one, other, words in (
        (kept, kept, "baris yang sama"),
        (kept, dead, "meninggal"),
        (left, gone, "bukan anggota"),
    ):
        with pytest.raises(Refused, match=words):
            merge(again(one), again(other))
    with pytest.raises(Refused, match="mengapa"):
        merge(kept, gone, reason=" ")
    merge(kept, gone)
    with pytest.raises(Refused, match="bukan anggota sekarang"):
        merge(again(gone), kept)


def test_a_refund_that_waits_moves_too(enrol):
    kept, left = enrol("Siti"), enrol("Siti")
    leave(left)
    merge(kept, again(left))
    assert has(left) == {} and has(kept) == {"310000": 100_000, "216100": 100_000}


def test_merged_rows_are_no_suspects_any_more(enrol, karbes):
    facts = {"phone": "0812-3456-7890"}
    kept, gone = enrol("Siti Aminah", **facts), enrol("Siti Aminah", **facts)
    assert len(register.suspected_duplicates(karbes.id)) == 1
    merge(kept, gone)
    assert register.suspected_duplicates(karbes.id) == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 12), min_size=2, max_size=2), st.lists(st.integers(0, 400), min_size=2, max_size=2))
def test_whatever_both_had_the_one_has_now(enrol, karbes, months, saved):
    """Months of dues and thousands of savings of both rows: everything adds up under one number."""
    kept, gone = (enrol("Siti", wajib=m * 20_000, saved=s * 1_000) for m, s in zip(months, saved, strict=True))
    merge(kept, gone)

    assert has(gone) == {} and sum(has(kept).values()) == 200_000 + sum(months) * 20_000 + sum(saved) * 1_000
    assert sum(dues_reports.card(again(kept)).paid.values()) == money.rp(sum(months) * 20_000)
    assert dues_reports.arrears_of([(again(kept), dues_reports.card(again(kept)))], TODAY) == [] or sum(months) < 2


# --- pages --------------------------------------------------------------------------------------------------------


def test_from_the_list_of_suspects_to_one_number(enrol, karbes, browser_of):
    facts = {"phone": "0812-3456-7890"}
    kept, gone = enrol("Siti Aminah", **facts), enrol("Siti Aminah", wajib=20_000, **facts)
    chair, supervisor = browser_of("ketua"), browser_of("pengawas")
    at = f"/k/karbes/anggota/gabung/{kept.id}/{gone.id}/"
    assert f'href="{at}"' in chair.get("/k/karbes/anggota/mirip/").content.decode()
    assert at not in supervisor.get("/k/karbes/anggota/mirip/").content.decode()
    assert "Rp20.000" in chair.get(at).content.decode()
    assert supervisor.get(at).status_code == 403

    assert chair.post(at, {"reason": "KTP sama", "request_id": str(uuid4())}).status_code == 302
    assert has(kept)["320000"] == 20_000


def test_rows_that_nobody_suspects_are_picked_by_hand(enrol, browser_of):
    kept, gone = enrol("Siti Aminah"), enrol("Bu Mimin")
    chair, at = browser_of("ketua"), f"/k/karbes/anggota/{kept.id}/gabung/"
    assert chair.post(at, {"other": gone.id}).url == f"/k/karbes/anggota/gabung/{kept.id}/{gone.id}/"
    assert chair.post(at, {"other": 5}).status_code == 422
