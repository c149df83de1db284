"""The benchmarks count right; how quick a machine is, no test says."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import beside
import book
import klm
import programs
from keys_facts import FACTS
from keys_ours import TASKS, greedy

from lumbung.ledger.events import EVENTS

EXCEL = klm.excel()
DEEDS = {"tap", "double", "type", "press", "steps"}


def flat(steps):
    for step in steps:
        yield step
        yield from flat(step.get("steps", []))


def test_a_hand_moves_once_and_a_mind_is_made_up_before_each_choice_but_not_before_enter():
    tally = klm.Tally()
    tally.tap()
    tally.type("Siti")
    tally.press("Enter")
    tally.press("Control+s")
    assert dict(tally.operators) == {"M": 3, "P": 1, "B": 2, "K": 4 + 1 + 2, "H": 1}
    assert (tally.taps, tally.keys, tally.pointings) == (1, 7, 1)
    assert tally.seconds == pytest.approx(3 * 1.35 + 1.1 + 2 * 0.1 + 7 * 0.28 + 0.4)


def test_a_decision_before_enter_is_told_and_arrows_are_habit():
    tally = klm.Tally()
    tally.press("ArrowDown", times=3)
    tally.press("Enter", thinking=True)
    assert dict(tally.operators) == {"K": 4, "M": 1, "H": 1}


def test_repeated_steps_count_each_time_and_another_samples_are_passed_over():
    steps = [{"times": 3, "steps": [{"type": "{due}"}, {"press": "Enter"}]}, {"tap": "a box", "only": "b"}]
    assert (klm.counted(steps, "a").taps, klm.counted(steps, "b").taps) == (0, 1)
    assert klm.counted(steps, "a").keys == 3 * (len(FACTS["due"]) + 1)


def test_a_step_that_does_nothing_is_refused():
    with pytest.raises(ValueError, match="does nothing"):
        klm.counted([{"why": "forgotten"}], "a")


def test_excel_does_the_same_ten_tasks():
    assert list(EXCEL) == [task.__name__ for task in TASKS]
    assert len(EXCEL) == 10


@pytest.mark.parametrize("name", EXCEL)
def test_each_step_in_excel_is_one_deed_and_nothing_is_misspelt(name):
    for step in flat(EXCEL[name]):
        assert len(DEEDS & set(step)) == 1, step
        assert set(step) - DEEDS <= {"times", "only", "why", "thinking"}, step
        assert step.get("only", "a") in ("a", "b"), step
    assert all(klm.counted(EXCEL[name], book).seconds > 0 for book in "ab")


def test_thirty_are_thirty_in_both():
    assert [step["times"] for step in EXCEL["thirty_dues"] if "steps" in step] == [FACTS["payers"]]


def test_the_fewest_notes_add_up():
    assert greedy(1_215_012) == [12, 0, 0, 1, 1, 0, 0]


def test_the_book_for_all_programs_is_made_of_the_ledgers_own_events():
    for name, (series, words, debit, credit) in book.EVENTS.items():
        event = EVENTS[name]
        sides = [side.replace("cash", "111100").partition("/")[0] for side in event.debit + event.credit]
        assert (event.series, event.label, *sides) == (series, words, debit, credit)


def test_the_book_is_the_same_each_time_and_balances():
    first, second = list(book.entries(600)), list(book.entries(600))
    assert first == second
    assert {one.event for one in first} == set(book.EVENTS)
    assert sum(book.balances(first).values()) == 0
    assert book.balances(first)["320000"] == -540 * book.RUPIAH


def test_each_program_reads_the_entry_in_its_own_words(tmp_path):
    for name in ("b.journal", "b.beancount"):
        book.write(tmp_path / name, [book.entry(19)])
    assert (tmp_path / "b.journal").read_text() == (
        "2025-08-20 (BKM-2025-000020) Penjualan kepada bukan anggota  ; member:2\n"
        "    111100  20000 IDR\n    421100  -20000 IDR\n\n"
    )
    assert (tmp_path / "b.beancount").read_text().endswith(
        '\n2025-08-20 * "Penjualan kepada bukan anggota"\n  document: "BKM-2025-000020"\n  member: 2\n'
        "  Assets:A111100  20000 IDR\n  Income:A421100  -20000 IDR\n\n"
    )  # fmt: skip


def test_what_hledger_says_becomes_balances():
    said = '"account","balance"\n"111100","10600000 IDR"\n"320000","-10800000 IDR"\n'
    assert programs.hledger_heard(said) == {"balances": {"111100": 10_600_000, "320000": -10_800_000}}


def test_a_program_that_takes_too_long_is_stopped_and_one_that_breaks_is_not_called_late():
    waiting, broken = ([sys.executable, "-c", code] for code in ("import time; time.sleep(60)", "exit(3)"))
    assert programs.run(waiting, {}, limit=0.3).late
    assert programs.run(broken, {}, limit=60)[0] == 3
    assert not programs.run(broken, {}, limit=60).late


def test_a_program_with_other_balances_is_no_peer(tmp_path):
    one = programs.Book(12, 1, tmp_path / "b.journal", tmp_path / "b.beancount")
    wrong = programs.Program("wrong", lambda _: [sys.executable, "-c", ""], lambda _: {"balances": {"111100": 1}})
    with pytest.raises(AssertionError, match="other balances"):
        programs.ask(wrong, one, {}, limit=60)


def test_a_ratio_is_the_median_of_the_rounds_and_a_missing_figure_says_why():
    table = beside.Table()
    for mine, theirs in ((10, 20), (10, 40), (100, 50)):
        table.add("reading", beside.OURS, mine)
        table.add("reading", beside.HLEDGER, theirs)
    beside.keep(table, 1000, beside.BEANCOUNT, programs.STOPPED, limit=300)
    head, _, reading, *stopped = table.lines()
    assert head == "| what, ms | Lumbung | hledger | Beancount |"
    assert reading == "| reading | 10.0 | 40.0 (2.00 ×) | – |"
    assert stopped[0] == "| 1,000 entries: from start to answer | – | – | stopped after 300 s |"


def test_the_largest_book_is_told_for_each_program_and_beancounts_cache_goes_with_it():
    assert beside.options_of(["--largest", "beancount=100000"]).largest == {
        "beancount": 100_000, "from its cache": 100_000,
    }  # fmt: skip
    assert beside.fallen(beside.BEANCOUNT, programs.STOPPED).keys() == {beside.BEANCOUNT, beside.CACHED}
    with pytest.raises(SystemExit):
        beside.options_of(["--largest", "excel=10"])
