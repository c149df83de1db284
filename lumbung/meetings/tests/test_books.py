"""What the secretary wrote stands in the books, with numbers, corrections and answers."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pypdf

from lumbung.books import period, registry, signing
from lumbung.books.paper import paper
from lumbung.books.printed import printed
from lumbung.books.shape import Asked
from lumbung.meetings import actions
from lumbung.meetings.registers import REGISTERS
from lumbung.meetings.tests.conftest import DAY, MINUTES, SRI

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def rows(cooperative, key: str) -> list[dict]:
    parts = registry.parts(registry.BOOKS[key], Asked(cooperative, *YEAR))
    return [row.cells for part in parts for row in part.rows]


def test_every_book_of_the_secretary_is_filled_and_empty_at_first(karangbesuki):
    assert len(REGISTERS) == 13
    filled = [registry.BOOKS[register.book] for register in REGISTERS.values()]
    assert all(registry.source(book) and registry.parts(book, Asked(karangbesuki, *YEAR)) == [] for book in filled)


def test_an_officer_s_facts_come_from_the_register_of_members(karangbesuki, facts, siti):
    term = actions.record_term(
        **facts(body="board", position="Ketua", member_id=siti.id, approval="RAT 3/3/2026", until=date(2030, 3, 2))
    )  # fmt: skip
    actions.end_term(term=term, on=date(2026, 5, 1), reason="pindah", by=SRI, request_id=uuid4())

    (row,) = rows(karangbesuki, "daftar-pengurus")
    assert row == {
        "name": "Siti Aminah", "number": "0001", "age": 46, "occupation": "Guru", "address": "Jl. Candi 5 RT 03/RW 02",
        "position": "Ketua", "since": DAY, "ended": date(2026, 5, 1), "reason": "pindah",
        "remark": "RAT 3/3/2026; sampai 2/3/2030",
    }  # fmt: skip
    assert rows(karangbesuki, "daftar-pengawas") == []


def test_an_employee_who_is_no_member_is_told_as_written(karangbesuki, facts):
    actions.record_term(**facts(body="staff", position="Kasir", name="Ani", gender="P", birth_place="Blitar",
                                born_on=date(1999, 8, 1), approval="Rapat 1/3/2026", address="Jl. Melati"))  # fmt: skip
    (row,) = rows(karangbesuki, "daftar-karyawan")
    assert row["birth"] == "Blitar, 1/8/1999" and row["approval"] == "Rapat 1/3/2026" and row["remark"] == ""


def test_a_suggestion_stands_beside_its_answer_and_a_correction_is_marked(karangbesuki, facts, siti):
    said = actions.record_suggestion(**facts(kind="member", member_id=siti.id, text="Buka Minngu."))
    actions.correct(said, by=SRI, why="salah tulis", request_id=uuid4(), text="Buka Minggu.")
    actions.answer_suggestion(suggestion=said, on=DAY, text="Baik.", name="Bu Susy", by=SRI, request_id=uuid4())

    told = rows(karangbesuki, "saran-anggota")
    assert [row["text"] for row in told] == [
        "Buka Minngu. [Diralat, lihat no. 2]", "Buka Minggu. [Ralat no. 1: salah tulis]",
    ]  # fmt: skip
    assert {row["answer"] for row in told} == {"3/3/2026 Bu Susy: Baik."}


def test_minutes_of_members_say_whether_there_was_a_quorum(karangbesuki, facts):
    meeting = {**MINUTES, "kind": "annual", "invited": 120, "votes": "mufakat"}
    actions.record_meeting(**facts(body="members", **{**meeting, "present": 61}))
    actions.record_meeting(**facts(body="members", **{**meeting, "present": 40, "second_call": True}))
    actions.record_meeting(**facts(body="members", **{**meeting, "present": 30}))

    told = rows(karangbesuki, "rapat-anggota")
    assert [row["quorum"] for row in told] == [
        "Tercapai: hadir 61, perlu 61",
        "Tercapai: hadir 40, perlu 40 (panggilan kedua)",
        "Tidak tercapai: hadir 30, perlu 61",
    ]
    assert told[0]["day"] == "Selasa, 3 Maret 2026" and told[0]["course"] == "Keputusan: Disetujui."
    actions.record_meeting(**facts(body="board", **MINUTES))
    assert "quorum" not in rows(karangbesuki, "rapat-pengurus")[0]


def test_letters_print_as_agenda_and_those_sent_once_more_for_signing(karangbesuki, facts):
    actions.record_letter(**facts(way="in", party="Lurah", subject="Data"))
    sent = actions.record_letter(**facts(way="out", party="Dinas", subject="Lapran", number="001"))
    actions.correct(sent, by=SRI, why="salah tulis", request_id=uuid4(), subject="Laporan")
    agenda, dispatch = registry.parts(registry.BOOKS["agenda-ekspedisi"], Asked(karangbesuki, *YEAR))

    assert [row.cells["party"] for row in agenda.rows] == ["Dari Lurah", "Kepada Dinas", "Kepada Dinas"]
    assert [row.cells["subject"] for row in dispatch.rows] == ["Laporan"]


def test_the_officers_of_the_register_sign_every_book(karangbesuki, facts, siti):
    actions.record_term(**facts(body="board", position="Ketua", member_id=siti.id))
    actions.record_term(**facts(body="board", position="sekretaris ", name="Bu Ida"))
    actions.record_term(**facts(body="board", position="Wakil Ketua", name="Pak Wakil"))

    assert signing.signatures(karangbesuki.id, DAY, ("ketua", "sekretaris", "bendahara")) == [
        ("Ketua", "Siti Aminah"), ("Sekretaris", "Bu Ida"), ("Bendahara", ""),
    ]  # fmt: skip


def test_minutes_as_long_as_they_may_be_print_whole(karangbesuki, facts):
    long = " ".join(f"kata{n}" for n in range(800))[:5_900] + " selesai"
    actions.record_meeting(**facts(body="board", **{**MINUTES, "course": long, "decisions": long}))
    book = registry.BOOKS["rapat-pengurus"]
    shown = printed(book, karangbesuki, period.span(book, karangbesuki.id, "2026", DAY), signed_on=DAY)
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper([shown]))).pages)

    assert words.count("selesai") == 2 and "Sekretaris" in words
