"""The benchmarks count right; how quick a machine is, no test says."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import klm
from keys_facts import FACTS
from keys_ours import TASKS, greedy

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
