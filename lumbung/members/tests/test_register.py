from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.members import actions, nik, reports
from lumbung.members.models import Member
from lumbung.members.tests.conftest import SRI
from lumbung.web.words import Refused

CARD = "3573044503859999"


def test_an_applicant_gets_the_next_number_and_is_no_member_yet(register):
    first, second = register("Sutini"), register("Slamet")

    assert [(m.number, m.status, m.joined_on) for m in (first, second)] == [
        ("0001", "applicant", None),
        ("0002", "applicant", None),
    ]


def test_whoever_has_a_day_of_joining_is_a_member_at_once(register):
    assert register(joined_on=date(2025, 6, 4)).status == "active"
    assert register("Wagiman", joined_on=date(2024, 1, 1), left_on=date(2025, 2, 1)).status == "left"


def test_numbers_go_on_after_the_highest_of_the_paper_book_and_as_wide(register):
    register(number="A-3")
    register("Slamet", number="041")

    assert register("Wagiman").number == "042"


def test_a_number_that_somebody_has_is_refused_by_name(register):
    register("Sutini", number="0001")

    with pytest.raises(Refused, match="0001 sudah dipakai Sutini"):
        register("Slamet", number="0001")


def test_a_nik_that_somebody_has_is_refused_by_name(register):
    register("Sutini", nik=CARD)

    with pytest.raises(Refused, match="Sutini"):
        register("Sutinni", nik=CARD)


def test_a_second_tap_of_the_form_registers_once(register):
    tap = uuid4()

    assert register("Sutini", request_id=tap).id == register("Sutini", request_id=tap).id
    assert Member.objects.count() == 1


def test_names_come_without_titles_and_phones_as_one_spelling(register):
    member = register(" Hj.  Siti   Aminah ", phone="0812-3456-7890", rt="3", rw="02")

    assert (member.full_name, member.phone, member.where) == ("Siti Aminah", "+6281234567890", "RT 03/RW 02")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"full_name": ""}, "Nama belum diisi"),
        ({"full_name": "   "}, "Nama belum diisi"),
        ({"nik": "357304450385999"}, "ditulis ada 15"),
        ({"nik": "35730445038599999"}, "ditulis ada 17"),
        ({"nik": "3573047203859999"}, "tanggal lahir yang tidak ada"),
        ({"nik": "3573043203859999"}, "tanggal lahir yang tidak ada"),
        ({"nik": "3573040513859999"}, "tanggal lahir yang tidak ada"),
        ({"nik": "3573040500859999"}, "tanggal lahir yang tidak ada"),
        ({"nik": "3573040503850000"}, "tanggal lahir yang tidak ada"),
        ({"nik": "tiga lima tujuh"}, "16 angka"),
        ({"nik": "٣٥٧٣٠٤٠٥٠٣٨٥٩٩٩٩"}, "16 angka"),
        ({"phone": "12345"}, "telepon"),
        ({"phone": "nomor pak RT"}, "telepon"),
        ({"phone": "+1 202 555 0100"}, "telepon"),
    ],
)
def test_what_cannot_be_is_refused_in_words(register, facts, words):
    with pytest.raises(Refused, match=words):
        register(**facts)
    assert Member.objects.count() == 0


def test_a_nik_that_does_not_fit_is_a_warning_only(register):
    member = register(nik=CARD, gender="L", born_on=date(1985, 3, 6))

    assert len(nik.doubts(member, "350705")) == 3
    assert nik.doubts(register("Sutina", nik="3573044503859998", gender="P", born_on=date(1985, 3, 5)), "357304") == []


def test_every_correction_leaves_who_when_from_what_to_what(register):
    member = actions.correct(member=register(phone="081234567890", nik=CARD), by=SRI, reason="kartu baru",
                             phone="081234567891", nik="3573044503859998", occupation="")  # fmt: skip

    changes = [(c.field, c.old, c.new, c.by, c.reason) for c in reports.history(member)]
    assert sorted(changes) == [
        ("nik", "3573**********99", "3573**********98", SRI, "kartu baru"),
        ("phone", "+6281234567890", "+6281234567891", SRI, "kartu baru"),
    ]


def test_a_corrected_name_is_found_and_the_old_one_is_not(register, karangbesuki):
    actions.correct(member=register("Sutina"), by=SRI, full_name="Sumiati")

    assert [m.full_name for m in reports.find(karangbesuki.id, "sumi")] == ["Sumiati"]
    assert reports.find(karangbesuki.id, "sutina") == []


def test_activation_happens_once(register):
    member = actions.activate(member=register(), on=date(2025, 6, 12), by=SRI)
    again = actions.activate(member=member, on=date(2025, 7, 1), by=SRI)

    assert (again.status, again.joined_on) == ("active", date(2025, 6, 12))


def test_leaving_needs_a_reason_and_a_day_after_joining_and_happens_once(register):
    member = register(joined_on=date(2025, 6, 12))
    with pytest.raises(Refused, match="baru bergabung 12 Juni 2025"):
        actions.leave(member=member, on=date(2025, 6, 11), reason="pindah", by=SRI)
    with pytest.raises(Refused, match="sebab"):
        actions.leave(member=member, on=date(2025, 9, 1), reason=" ", by=SRI)
    gone = actions.leave(member=member, on=date(2025, 9, 1), reason="pindah ke Blitar", by=SRI)
    with pytest.raises(Refused, match="sudah keluar 1 September 2025"):
        actions.leave(member=gone, on=date(2025, 9, 2), reason="lagi", by=SRI)

    assert (gone.status, gone.left_on, gone.leave_reason) == ("left", date(2025, 9, 1), "pindah ke Blitar")


def test_many_are_registered_in_few_statements(karangbesuki, django_assert_max_num_queries):
    rows = [{"full_name": f"Anggota {n}", "joined_on": date(2025, 1, 2)} for n in range(300)]
    with django_assert_max_num_queries(20):  # SQLite takes some thirty rows a statement
        made = actions.register_many(cooperative_id=karangbesuki.id, rows=rows, by=SRI, source="contoh")

    assert (made[0].number, made[-1].number, made[7].source) == ("0001", "0300", "contoh")


def test_register_many_refuses_the_same_nik_twice_and_keeps_nothing(karangbesuki):
    rows = [{"full_name": "Sutini", "nik": CARD}, {"full_name": "Slamet", "nik": CARD}]
    with pytest.raises(Refused, match="Slamet"):
        actions.register_many(cooperative_id=karangbesuki.id, rows=rows, by=SRI)
    assert Member.objects.count() == 0


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_the_database_keeps_every_member_and_every_line_of_the_history(register):
    member = actions.correct(member=register(), by=SRI, notes="ketua RT")

    attempt("DELETE FROM members_member WHERE id = %s", member.id)
    attempt("DELETE FROM members_change")
    attempt("UPDATE members_change SET new = 'lain'")
    if connection.vendor == "sqlite":
        attempt("INSERT OR REPLACE INTO members_member SELECT * FROM members_member")
        attempt("INSERT OR REPLACE INTO members_change SELECT * FROM members_change")
    else:
        attempt("TRUNCATE members_change")
        attempt("TRUNCATE members_member CASCADE")
