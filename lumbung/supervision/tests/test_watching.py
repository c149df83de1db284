"""From the week's sample to a closed follow-up and a signed report."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import reports as books
from lumbung.ledger.audit import problems
from lumbung.ledger.reports.book import book_facts
from lumbung.supervision import actions, reports, rules
from lumbung.supervision.models import Draw, Drawn, Finding, Remark, Report
from lumbung.supervision.tests.conftest import BUDI, FRIDAY, SRI, WEEK
from lumbung.web.words import Refused

AT = "/k/karbes/pengawasan/"


def drawn(coop, week=WEEK):
    actions.draw(cooperative_id=coop.id, week=week, by=BUDI)
    return [one.entry.number for one in reports.checked(coop.id, week)]


def judge(coop, number, verdict="ok", note="", **facts):
    given = {"by": BUDI, "request_id": uuid4(), "week": WEEK, **facts}
    return actions.judge(cooperative_id=coop.id, number=number, verdict=verdict, note=note, **given)


def test_fewer_than_ten_are_all_drawn(karbes, record):
    numbers = [record(), record(days_ago=9), record(days_ago=20)]

    assert drawn(karbes) == sorted(numbers)


def test_ten_of_many_from_the_four_weeks_before_this_one(karbes, record):
    too_old = record(days_ago=40)
    for days in range(19, 5, -1):
        record(days_ago=days)
    this_week = record(days_ago=1)

    found = drawn(karbes)
    assert len(found) == 10 and too_old not in found and this_week not in found


def test_the_first_and_the_last_day_that_are_drawn_from(karbes, record):
    monday = rules.first_day(WEEK)
    ago = lambda day: (FRIDAY.date() - day).days  # noqa: E731
    record(days_ago=ago(monday - timedelta(days=29)), hour=23)
    first = record(days_ago=ago(monday - timedelta(days=28)), hour=0)
    last = record(days_ago=ago(monday - timedelta(days=1)), hour=23)
    record(days_ago=ago(monday), hour=0)

    assert drawn(karbes) == [first, last]


def test_a_draw_is_the_same_whoever_draws_whenever(karbes, record):
    for days in range(6, 24):
        record(days_ago=days)
    foretold = reports.sample_of(karbes.id, WEEK)
    record(days_ago=1)  # what is posted later changes the root of today, not that of Monday

    with clock.frozen(FRIDAY + timedelta(days=9)):
        assert drawn(karbes) == foretold.numbers
    made = Draw.objects.get()
    assert (made.root, made.size) == (foretold.root.hex(), foretold.size)
    assert actions.draw(cooperative_id=karbes.id, week=WEEK, by=SRI).by == BUDI and Drawn.objects.count() == 10


def test_the_root_is_that_of_the_book_when_the_week_began(karbes, record):
    record()
    size, root = books.root_before(karbes.id, FRIDAY - timedelta(days=4, hours=12))
    assert root.hex() == book_facts(karbes.id).root and size == 1


def test_the_size_of_the_sample_is_the_cooperatives_own(karbes, record):
    for days in range(6, 20):
        record(days_ago=days)
    set_bylaw(cooperative_id=karbes.id, key="sample_size", value="4", valid_from=date(2026, 1, 1))

    assert len(drawn(karbes)) == 4


def test_an_empty_book_and_a_week_to_come_have_no_sample(karbes, record):
    for week in (WEEK, "2026-W20"):
        with pytest.raises(Refused, match="tidak ada catatan"):
            actions.draw(cooperative_id=karbes.id, week=week, by=BUDI)
        record(days_ago=1)


# --- verdicts and follow-ups --------------------------------------------------------------------------------------


def test_a_second_tap_judges_once_and_another_judgement_is_refused(karbes, record):
    number = record()
    drawn(karbes)
    tap = uuid4()
    assert judge(karbes, number, request_id=tap).id == judge(karbes, number, request_id=tap).id

    with pytest.raises(Refused, match="sudah dijawab"):
        judge(karbes, number, "wrong", "nota lain")
    assert Finding.objects.count() == 1


@pytest.mark.parametrize("verdict", ["wrong", "ask"])
def test_a_doubt_says_what_it_doubts(karbes, record, verdict):
    number = record()
    drawn(karbes)
    with pytest.raises(Refused, match="Tulis apa"):
        judge(karbes, number, verdict, "  ")


def test_only_what_was_drawn_is_judged_as_a_sample(karbes, record):
    record()
    drawn(karbes)
    other = record(days_ago=1)
    with pytest.raises(Refused, match="bukan sampel"):
        judge(karbes, other)
    with pytest.raises(Refused, match="tidak ada di buku"):
        judge(karbes, 999, "ask", "Apa ini?", week=None)


def test_a_doubt_is_open_until_the_supervisor_closes_it(karbes, record):
    number = record()
    drawn(karbes)
    doubt = judge(karbes, number, "wrong", "nota Rp86.000")

    def say(kind, by):
        actions.remark(finding=doubt, kind=kind, text=f"{kind}.", by=by, request_id=uuid4())
        return reports.thread(doubt)["state"]

    assert reports.thread(doubt)["state"] == "open"
    assert [say("answer", SRI), say("ask", BUDI), say("answer", SRI)] == ["answered", "open", "answered"]
    assert reports.open_count(karbes.id) == 1
    assert say("close", BUDI) == "closed" and reports.open_count(karbes.id) == 0
    with pytest.raises(Refused, match="sudah ditutup"):
        say("answer", SRI)


def test_what_agrees_has_no_follow_up(karbes, record, browser_of):
    number = record()
    drawn(karbes)
    fine = judge(karbes, number)

    with pytest.raises(Refused, match="tidak perlu"):
        actions.remark(finding=fine, kind="ask", text="?", by=BUDI, request_id=uuid4())
    assert browser_of("pengawas").get(f"{AT}tindak-lanjut/{fine.id}/").status_code == 404


# --- unusual ------------------------------------------------------------------------------------------------------


def test_the_books_of_a_week_show_what_is_unusual_and_why(karbes, record):
    plain = record(days_ago=1)
    night = record(days_ago=1, hour=22)
    backdated = record(days_ago=1, booked=date(2026, 3, 10))
    record(9_000_000, days_ago=8)
    alone = record(2_000_007, unasked=True, days_ago=1)
    halves = [record(1_100_007, unasked=True, days_ago=1, booked=date(2026, 3, 18)) for _half in range(2)]

    monday, sunday = rules.first_day(WEEK), rules.last_day(WEEK)
    found = {one.entry.number: one.reasons for one in reports.odd(karbes.id, monday, sunday)}
    assert plain not in found
    assert found == {
        night: ["malam"], backdated: ["mundur"], alone: ["sendiri"], **dict.fromkeys(halves, ["pecah"])
    }  # fmt: skip
    assert [one.entry.number for one in reports.odd(karbes.id, monday, sunday, "malam")] == [night]


def test_the_limits_are_those_of_the_day(karbes, record):
    record(days_ago=1, hour=20)
    week = rules.first_day(WEEK), rules.last_day(WEEK)
    assert reports.odd(karbes.id, *week) == []

    set_bylaw(cooperative_id=karbes.id, key="night_from", value="20", valid_from=date(2026, 3, 1))
    assert len(reports.odd(karbes.id, *week)) == 1


# --- the report ---------------------------------------------------------------------------------------------------


def sign(coop, **facts):
    given = {
        "starts_on": date(2026, 3, 1), "ends_on": date(2026, 3, 20), "words": "Buku rapi.", "by": BUDI,
        "request_id": uuid4(), **facts,
    }  # fmt: skip
    return actions.sign(cooperative_id=coop.id, **given)


def test_a_report_keeps_what_the_signer_saw(karbes, record):
    numbers = [record(), record()]
    drawn(karbes)
    judge(karbes, numbers[0])
    doubt = judge(karbes, numbers[1], "ask", "Notanya mana?")
    made = sign(karbes)
    actions.remark(finding=doubt, kind="close", text="Sudah ada.", by=BUDI, request_id=uuid4())

    kept = Report.objects.get(number=made.number).body
    assert (kept["posted"], kept["drawn"], kept["verdicts"]) == ("2", "2", {"ok": "1", "wrong": "0", "ask": "1"})
    assert [(one["note"], one["state"]) for one in kept["doubts"]] == [("Notanya mana?", "open")]
    assert kept["book"]["root"] == book_facts(karbes.id).root
    assert reports.digest_of(kept) == made.digest


def test_a_second_tap_signs_once(karbes):
    tap = uuid4()
    assert sign(karbes, request_id=tap).number == sign(karbes, request_id=tap).number == 1
    assert sign(karbes).number == 2


@pytest.mark.parametrize(
    "facts", [{"ends_on": date(2026, 3, 21)}, {"starts_on": date(2026, 3, 20), "ends_on": date(2026, 3, 19)},
              {"words": " "}],
)  # fmt: skip
def test_what_no_report_can_be_is_refused(karbes, facts):
    with pytest.raises(Refused):
        sign(karbes, **facts)


def test_the_paper_is_a_pdf_that_names_the_finding(karbes, record, browser_of):
    number = record()
    drawn(karbes)
    judge(karbes, number, "wrong", "Nota Rp86.000")
    made = sign(karbes)

    answer = browser_of("ketua").get(f"{AT}laporan/{made.number}/laporan.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content[:5] == b"%PDF-"


# --- pages --------------------------------------------------------------------------------------------------------


def test_from_the_sample_to_a_closed_follow_up_by_pages(karbes, record, browser_of):
    record(86_000, memo="Beli kertas")
    supervisor, treasurer = browser_of("pengawas"), browser_of("bendahara")
    before = book_facts(karbes.id)
    assert "belum diambil" in supervisor.get(f"{AT}sampel/").content.decode()
    assert "Beli kertas" in supervisor.post(f"{AT}sampel/").content.decode()

    given = {"verdict": "wrong", "note": "Nota Rp68.000.", "request_id": str(uuid4())}
    assert supervisor.post(f"{AT}sampel/{WEEK}/1/", given).url.endswith(f"/sampel/?minggu={WEEK}")
    doubt = Finding.objects.get()
    at = f"{AT}tindak-lanjut/{doubt.id}/"
    treasurer.post(at, {"text": "Salah ketik, sudah dibatalkan.", "request_id": str(uuid4())})
    assert "Dijawab" in supervisor.get(at).content.decode()
    supervisor.post(at, {"kind": "close", "text": "Cocok sekarang.", "request_id": str(uuid4())})

    html = supervisor.get(at).content.decode()
    assert "Selesai" in html and "<textarea" not in html
    assert book_facts(karbes.id) == before and problems(karbes.id) == [], "a supervisor writes notes only"


def test_an_officer_draws_nothing_judges_nothing_and_closes_nothing(karbes, record, browser_of):
    number = record()
    treasurer = browser_of("bendahara")
    assert treasurer.post(f"{AT}sampel/").status_code == 200 and not Draw.objects.exists()
    drawn(karbes)
    doubt = judge(karbes, number, "ask", "Nota?")

    assert treasurer.get(f"{AT}sampel/{WEEK}/{number}/").status_code == 403
    assert treasurer.post(f"{AT}tanya/{number}/", {"note": "?"}).status_code == 403
    closing = {"kind": "close", "text": "Beres.", "request_id": str(uuid4())}
    treasurer.post(f"{AT}tindak-lanjut/{doubt.id}/", closing)
    assert Remark.objects.get().kind == "answer"
    treasurer.post(f"{AT}laporan/", {"words": "Baik", "starts_on": "1/3/2026", "ends_on": "20/3/2026"})
    assert not Report.objects.exists()


def test_a_supervisor_asks_about_any_entry(karbes, record, browser_of):
    number = record(days_ago=1)
    answer = browser_of("pengawas").post(f"{AT}tanya/{number}/", {"note": "Untuk apa?", "request_id": str(uuid4())})

    assert answer.status_code == 302 and Finding.objects.get().week is None
    assert reports.open_count(karbes.id, "open") == 1


def test_a_week_that_is_none_is_not_found(karbes, browser_of):
    supervisor = browser_of("pengawas")
    assert [supervisor.get(f"{AT}{place}").status_code for place in ("sampel/?minggu=x", "janggal/?minggu=2026-W99",
            f"sampel/{WEEK}/1/", "sampel/x/1/", "laporan/9/", "tindak-lanjut/9/", "tanya/9/")] == [404] * 7  # fmt: skip
