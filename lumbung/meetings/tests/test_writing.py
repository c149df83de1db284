"""What is written stays; what was wrong is said anew; a second tap changes nothing."""

from datetime import date
from uuid import uuid4

import pytest

from lumbung.meetings import actions, reports
from lumbung.meetings.models import Suggestion, Term, TermEnd, Visit
from lumbung.meetings.tests.conftest import DAY, MINUTES, SRI
from lumbung.web.words import Refused

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def told(cooperative, model=Visit, **only) -> list[tuple]:
    return [(line.no, line.row.name, line.remark) for line in reports.lines(model, cooperative.id, *YEAR, **only)]


def test_a_second_tap_writes_once(karangbesuki, facts):
    tap = facts(name="Pak Hartono", purpose="Kunjungan")
    assert actions.record_visit(**tap) == actions.record_visit(**tap)
    assert told(karangbesuki) == [(1, "Pak Hartono", "")]


def test_a_correction_is_a_new_row_and_both_name_each_other(karangbesuki, facts):
    first = actions.record_visit(**facts(name="Pak Hartno", purpose="Kunjungan"))
    actions.record_visit(**facts(name="Bu Yayuk", purpose="Belanja"))
    tap = {"by": SRI, "why": "salah tulis nama", "request_id": uuid4(), "name": "Pak Hartono"}
    fixed = actions.correct(first, **tap)

    assert actions.correct(first, **tap) == fixed and fixed.purpose == "Kunjungan"
    assert told(karangbesuki) == [
        (1, "Pak Hartno", "Diralat, lihat no. 3"),
        (2, "Bu Yayuk", ""),
        (3, "Pak Hartono", "Ralat no. 1: salah tulis nama"),
    ]
    assert list(reports.current(Visit, karangbesuki.id).values_list("name", flat=True)) == ["Bu Yayuk", "Pak Hartono"]


def test_a_correction_of_another_year_names_the_day(karangbesuki, facts):
    old = actions.record_visit(**facts(on=date(2025, 12, 30), name="Bu Yayuk", purpose="Belanja"))
    actions.correct(old, by=SRI, why="salah tanggal", request_id=uuid4(), on=date(2026, 1, 2))

    assert told(karangbesuki) == [(1, "Bu Yayuk", "Ralat catatan 30 Desember 2025: salah tanggal")]
    (line,) = reports.lines(Visit, karangbesuki.id, date(2025, 1, 1), date(2025, 12, 31))
    assert line.remark == "Diralat di masa buku lain" and line.corrected


@pytest.mark.parametrize(("why", "changes"), [(" ", {"name": "B"}), ("salah", {"name": "A "}), ("salah", {})])
def test_a_correction_says_why_and_changes_something(facts, why, changes):
    row = actions.record_visit(**facts(name="A", purpose="x"))
    with pytest.raises(Refused):
        actions.correct(row, by=SRI, why=why, request_id=uuid4(), **changes)


def test_nothing_is_corrected_twice_but_its_correction_is(karangbesuki, facts):
    row = actions.record_visit(**facts(name="A", purpose="x"))
    newer = actions.correct(row, by=SRI, why="salah", request_id=uuid4(), name="B")
    with pytest.raises(Refused):
        actions.correct(row, by=SRI, why="salah", request_id=uuid4(), name="C")
    newest = actions.correct(newer, by=SRI, why="salah lagi", request_id=uuid4(), name="C")

    assert [one.name for one in reports.chain_of(row)] == ["A", "B", "C"]
    assert reports.chain(Visit, karangbesuki.id)[newest.id] == row.id


def test_a_number_never_changes_when_a_late_row_is_added(karangbesuki, facts):
    for name, day in (("A", date(2026, 2, 1)), ("B", date(2026, 2, 3)), ("terlambat", date(2026, 1, 5))):
        actions.record_visit(**facts(name=name, on=day, purpose="x"))
    assert told(karangbesuki) == [(1, "A", ""), (2, "B", ""), (3, "terlambat", "")]


def test_a_member_is_named_by_the_register(facts, siti):
    said = actions.record_suggestion(**facts(kind="member", member_id=siti.id, text="Buka Minggu pagi."))
    assert said.name == "Siti Aminah"
    with pytest.raises(Refused):
        actions.record_suggestion(**facts(kind="member", text="Tanpa nama"))
    with pytest.raises(Refused):
        actions.record_suggestion(**facts(kind="member", member_id=siti.id, text="  "))


def test_an_answer_follows_its_suggestion_through_a_correction(karangbesuki, facts, siti):
    said = actions.record_suggestion(**facts(kind="member", member_id=siti.id, text="Buka Minngu."))
    assert reports.unanswered(karangbesuki.id) == [said]
    reply = {"on": date(2026, 3, 10), "text": "Mulai April.", "name": "Bu Susy", "by": SRI, "request_id": uuid4()}
    answer = actions.answer_suggestion(suggestion=said, **reply)
    assert actions.answer_suggestion(suggestion=said, **reply) == answer
    newer = actions.correct(said, by=SRI, why="salah tulis", request_id=uuid4(), text="Buka Minggu.")

    assert [one.text for one in reports.answers_of(karangbesuki.id)[newer.id]] == ["Mulai April."]
    assert reports.unanswered(karangbesuki.id) == []
    with pytest.raises(Refused):
        actions.answer_suggestion(suggestion=said, **{**reply, "on": date(2026, 3, 1), "request_id": uuid4()})


def test_more_cannot_come_than_were_invited(facts):
    with pytest.raises(Refused):
        actions.record_meeting(**facts(body="board", **{**MINUTES, "present": 6}))


# --- terms --------------------------------------------------------------------------------------------------------


def test_an_officer_serves_until_the_end_is_written(karangbesuki, facts, siti):
    term = actions.record_term(**facts(body="board", position="Ketua", member_id=siti.id, on=date(2026, 1, 1)))
    assert reports.signers(karangbesuki.id, DAY) == {"ketua": "Siti Aminah"}
    tap = {"on": date(2026, 3, 1), "reason": "pindah", "by": SRI, "request_id": uuid4()}
    assert actions.end_term(term=term, **tap) == actions.end_term(term=term, **tap)

    assert reports.signers(karangbesuki.id, date(2026, 3, 1)) == {"ketua": "Siti Aminah"}
    assert reports.signers(karangbesuki.id, DAY) == {}
    with pytest.raises(Refused, match="sudah dicatat berhenti"):
        actions.end_term(term=term, **{**tap, "request_id": uuid4()})
    assert TermEnd.objects.count() == 1


def test_the_end_belongs_to_the_term_however_it_is_corrected(karangbesuki, facts, siti):
    term = actions.record_term(**facts(body="board", position="Ketua", member_id=siti.id))
    actions.end_term(term=term, on=DAY, reason="pindah", by=SRI, request_id=uuid4())
    newer = actions.correct(term, by=SRI, why="salah jabatan", request_id=uuid4(), position="Sekretaris")
    with pytest.raises(Refused):
        actions.end_term(term=newer, on=DAY, reason="pindah", by=SRI, request_id=uuid4())
    assert reports.serving(karangbesuki.id, date(2026, 3, 4)) == []


def test_a_term_is_no_longer_than_the_articles_allow_and_ends_after_it_began(facts, siti):
    long = facts(body="board", position="Ketua", member_id=siti.id, until=date(2031, 3, 4))
    with pytest.raises(Refused):
        actions.record_term(**long)
    term = actions.record_term(**{**long, "until": date(2031, 3, 3)})
    with pytest.raises(Refused):
        actions.end_term(term=term, on=date(2026, 3, 2), reason="x", by=SRI, request_id=uuid4())


def test_what_does_not_fit_the_articles_is_said_and_not_forbidden(karangbesuki, facts):
    for name in ("A", "B"):
        actions.record_term(**facts(body="supervisors", position="Anggota", name=name, on=date(2020, 1, 1),
                                    until=date(2024, 12, 31)))  # fmt: skip
    found = reports.doubts(karangbesuki.id, Term.Body.SUPERVISORS, DAY)
    assert found[0] == "Sekarang 2 orang. Anggaran dasar meminta paling sedikit 3 dan ganjil."
    assert len(found) == 3 and "habis 31 Desember 2024" in found[1]
    assert reports.doubts(karangbesuki.id, Term.Body.STAFF, DAY) == []


def test_many_rows_come_once(karangbesuki):
    rows = [{"on": DAY, "name": str(n), "purpose": "x", "request_id": uuid4()} for n in range(3)]
    for _again in range(2):
        actions.keep_many(Visit, cooperative_id=karangbesuki.id, by=SRI, rows=rows)
    assert [no for no, _name, _remark in told(karangbesuki)] == [1, 2, 3]


def test_every_kind_of_suggestion_is_a_book_of_its_own(karangbesuki, facts):
    for kind in Suggestion.Kind.values:
        actions.record_suggestion(**facts(kind=kind, name=kind, text="x"))
    assert told(karangbesuki, Suggestion, kind="agency") == [(1, "agency", "")]
