"""Forgotten: nothing of hers is left in any table, and the books still prove every rupiah."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung import clock
from lumbung.approvals import actions as approvals
from lumbung.cash.reports import general
from lumbung.cooperatives.actions import open_task
from lumbung.ledger import reports as books
from lumbung.ledger.reports.book import book_facts
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.membership import actions as membership
from lumbung.membership import reports as farewells
from lumbung.money import rp
from lumbung.portal import actions as portal
from lumbung.privacy import actions, reports
from lumbung.privacy.models import Erasure
from lumbung.privacy.tests.conftest import SRI
from lumbung.receipts import actions as receipts
from lumbung.security.actions import appoint, create_person
from lumbung.security.models import Person
from lumbung.sql.engine import SQLITE, engine
from lumbung.sql.erasing import sweep
from lumbung.web.words import Refused
from lumbung.witness.audit import problems
from lumbung.witness.reports import policy
from lumbung.witness.reports.receipts import receipt
from lumbung.witness.tests import stranger

SEEDS = (
    "Zubaidah",
    "Kenanga 47",
    "76543210",
    "3573044503859999",
    "Lumajang",
    "penjahit",
    "Bedah",
    "Melati 12",
    "jahitan",
)
TABLES = """members_member members_change ledger_entry receipts_message meetings_suggestion cooperatives_task
    privacy_consent approvals_draft approvals_tie approvals_heircontact membership_refund security_person"""
LATER = datetime(2037, 1, 2, 5, tzinfo=UTC)


@pytest.fixture
def lived(karbes, siti, pay, enrol):
    """Siti in every corner: paid, was written to, asked, suggested, signed in; then she left with all she had."""
    neighbour = enrol("Slamet Raharjo", nik="3573040503850001", phone="0812-1111-2222", address="Jl. Mawar 9")
    first, _his = pay(siti), pay(neighbour)
    receipts.send(member=siti, kind="receipt", number=first.number, text="Terima kasih, Bu Siti Zubaidah.", by=SRI,
                  at=clock.now(), request_id=uuid4())  # fmt: skip
    portal.suggest(member=siti, text="Saya, Siti Zubaidah, usul jahitan seragam.", by=SRI, request_id=uuid4())
    portal.ask_correction(member=siti, words="Rumah saya Melati 12", by=SRI)
    open_task(cooperative_id=karbes.id, kind="member.nik", by=SRI, subject_kind="member", subject_id=siti.id,
              message="NIK Siti Zubaidah belum jelas", detail={"nik": "3573044503859999"})  # fmt: skip
    members.correct(member=siti, by=SRI, reason="pindah ke Melati 12", address="Jl. Melati 12")
    actions.consent(member=siti, purpose="photo", given=True, language="id", by=SRI, request_id=uuid4(), way="spoken",
                    witness="Bu Lumajang")  # fmt: skip
    approvals.name_heir(cooperative_id=karbes.id, member_id=siti.id, name="Ali Zubaidah", relation="anak", by=SRI,
                        phone="0812-9999-3210", request_id=uuid4())  # fmt: skip
    approvals.tie(cooperative_id=karbes.id, payee=siti.id, officer=SRI, relation="ipar dari Lumajang", by=SRI,
                  request_id=uuid4())  # fmt: skip
    for known in ({"facts": {"member": siti.id}}, {"facts": {}, "payee": siti.id}):
        approvals.propose(
            cooperative_id=karbes.id, deed="cash.pay", title="Ambil simpanan Siti Zubaidah", amount=100, by=SRI,
            on=date(2026, 3, 20), memo="untuk Melati 12", request_id=uuid4(), **known,
        )  # fmt: skip
    person = create_person(login_name="zubaidah", full_name="Siti Zubaidah", passphrase="padi kuning lumbung desa",
                           phone="+6281276543210")  # fmt: skip
    appoint(cooperative_id=karbes.id, person_id=person.id, role="anggota", since=date(2026, 1, 5), member_id=siti.id)
    _leave(siti)
    return Member.objects.get(id=siti.id)


def _leave(member):
    member.refresh_from_db()
    refund = farewells.account_of(member).refund
    membership.leave(member=member, on=date(2026, 3, 20), reason="ikut anak ke Lumajang", by=SRI, seen=refund,
                     request_id=uuid4())  # fmt: skip
    member.refresh_from_db()
    membership.pay_back(member=member, amount=refund, on=date(2026, 3, 20), by=SRI, request_id=uuid4(),
                        place=general(member.cooperative_id))  # fmt: skip


def everything() -> dict[str, str]:
    """Each table as text."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = "\n".join(" ".join(map(str, row)) for row in cursor.fetchall())
    return found


def places_of(seeds) -> list[str]:
    return sorted({f"{table}: {seed}" for table, text in everything().items() for seed in seeds if seed in text})


def _trial(karbes):
    return books.trial_balance(karbes.id, date(2026, 1, 1), date(2026, 12, 31)).rows


def forget(member):
    with clock.frozen(LATER):
        return actions.forget(member=member, by=SRI, reason="masa simpan habis", today=clock.today())


def test_no_table_knows_her_any_more_and_the_books_stay(karbes, lived):
    before = {place.split(":")[0] for place in places_of(SEEDS)}
    assert set(TABLES.split()) <= before
    trial, root, paper = _trial(karbes), book_facts(karbes.id).root, receipt(karbes.id, 1)

    assert forget(lived)

    assert places_of(SEEDS) == []
    assert problems(karbes.id) == []
    assert (_trial(karbes), book_facts(karbes.id).root) == (trial, root)
    for told in (paper, receipt(karbes.id, 1)):  # on the paper that she took home, and as it is printed now
        assert stranger.checked(told.proof, paper.leaf.encode(), policy(karbes.id))["index"] == 0
    assert "Slamet" in everything()["members_member"]
    assert Member.objects.get(id=lived.id).number == lived.number and forget(lived) == []


def test_who_is_still_a_member_or_has_money_here_is_told_why_not(karbes, siti, pay):
    pay(siti)
    with pytest.raises(Refused, match="masih anggota"):
        forget(siti)
    membership.leave(member=siti, on=date(2026, 3, 20), reason="pindah", by=SRI, seen=rp(20_000), request_id=uuid4())
    siti.refresh_from_db()
    with pytest.raises(Refused, match="belum selesai dengan koperasi: .*Rp20.000"):
        forget(siti)
    with pytest.raises(Refused, match="belum selesai"):
        actions.release(member=siti, by=SRI, reason="minta", today=clock.today())


def test_papers_are_kept_for_ten_years_after_the_book_year(karbes, lived):
    (one,) = reports.parted(karbes.id, clock.today())
    assert one.due == date(2037, 1, 1) and one.may_release() and not one.may_forget(clock.today())
    with clock.frozen(datetime(2036, 12, 31, 5, tzinfo=UTC)), pytest.raises(Refused, match="1 Januari 2037"):
        actions.forget(member=lived, by=SRI, reason="minta", today=clock.today())
    assert places_of(["Zubaidah"])


def test_at_once_goes_what_she_only_allowed(karbes, lived):
    actions.release(member=lived, by=SRI, reason="sudah keluar", today=clock.today())

    lived.refresh_from_db()
    assert (lived.nickname, lived.phone, lived.full_name) == ("", "", "Siti Zubaidah")
    text = everything()
    assert not any(seed in text["members_member"] + text["receipts_message"] for seed in ("Bedah", "76543210"))
    assert problems(karbes.id) == []


@pytest.mark.parametrize("sql", [
    "UPDATE members_change SET new = 'Jl. Palsu' WHERE member_id = %s",
    "UPDATE members_change SET field = 'nik', new = '' WHERE member_id = %s",
    "UPDATE receipts_message SET text = 'lain' WHERE member_id = %s",
    "UPDATE meetings_suggestion SET name = '' WHERE member_id = %s",
    "DELETE FROM privacy_erasure WHERE member_id = %s",
])  # fmt: skip
def test_the_guards_let_nothing_else_pass_even_for_somebody_who_is_forgotten(lived, sql):
    forget(lived)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [lived.id])


def test_nobody_is_emptied_of_whom_nobody_wrote_an_erasure(lived):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE members_change SET old = '', new = '', reason = '' WHERE member_id = %s", [lived.id])
    assert not Erasure.objects.exists()


def test_an_officer_stays_known_by_the_books_that_she_wrote(karbes, lived):
    person = Person.objects.get(login_name="zubaidah")
    appoint(cooperative_id=karbes.id, person_id=person.id, role="kasir", since=date(2025, 1, 5))
    forget(lived)
    assert places_of(SEEDS) == ["security_person: 76543210", "security_person: Zubaidah"]


def test_in_january_the_desk_says_whom_nobody_need_know_any_more(lived, browser_of):
    office = browser_of("ketua")
    assert "bekas anggota" not in office.get("/k/karbes/").content.decode()
    with clock.frozen(LATER):
        html = office.get("/k/karbes/").content.decode()
        assert "data 1 bekas anggota boleh dihapus" in html
        page = office.get("/k/karbes/data-pribadi/hapus/").content.decode()
        assert "Siti Zubaidah" in page and "Seluruhnya, sekarang" in page
        address = f"/k/karbes/data-pribadi/hapus/{lived.id}/"
        assert office.post(address, {"reason": "masa simpan habis"}).status_code == 422  # not without her yes
        assert office.post(address, {"reason": "masa simpan habis", "sure": "on"}).status_code == 302
        assert office.get(address).status_code == 404
    assert places_of(SEEDS) == []


@pytest.mark.skipif(engine() != SQLITE, reason="of a file")
@pytest.mark.django_db(transaction=True)
def test_no_byte_of_her_is_left_in_the_file(tmp_path):
    """In pages that are free again, in the log beside the file: what a thief with a hex editor would find."""
    with connection.cursor() as cursor:
        file = Path(cursor.execute("PRAGMA database_list").fetchone()[2])
        cursor.execute("CREATE TABLE scratch (words TEXT)")
        cursor.executemany("INSERT INTO scratch VALUES (%s)", [(f"{n} Zubaidah {n}",) for n in range(900)])
        cursor.execute("DELETE FROM scratch WHERE rowid % 2")
        cursor.execute("UPDATE scratch SET words = '–'")
        assert any(b"Zubaidah" in each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
        try:
            assert sweep()
            assert not any(b"Zubaidah" in each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
        finally:
            cursor.execute("DROP TABLE scratch")
