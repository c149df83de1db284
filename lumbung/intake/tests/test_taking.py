"""The sample books, booked whole: register, savings, cash, and nothing twice."""

import json
from datetime import date
from functools import cache

import pytest

from lumbung import ids
from lumbung.cooperatives.reports import open_tasks
from lumbung.intake import actions, reports
from lumbung.intake.tests.conftest import BENDAHARA, SAMPLES, TODAY
from lumbung.ledger import audit
from lumbung.ledger import reports as books
from lumbung.members.models import Member
from lumbung.money import rp
from lumbung.web.words import Refused

each_set = pytest.mark.parametrize("name", ["a", "b"])
YEAR_END = date(2025, 12, 31)
TWO_FIT = {"a": {"Eko S", "Nurul W"}, "b": set()}  # Eko Setiawan and Eko Saputra; Nurul Wibowo and Nurul Wulandari


@cache
def answers(name: str) -> dict:
    return json.loads((SAMPLES / name / "answers.json").read_text())


@pytest.fixture
def taken(take_sample):
    """All three books of a set, in the order a treasurer would take them."""

    def _taken(name, kinds=("members", "dues", "cash")):
        return {kind: take_sample(name, kind) for kind in kinds}

    return _taken


@each_set
def test_everybody_in_the_member_book_is_registered_and_what_is_unreadable_waits(name, coop, taken):
    taken(name, ["members"])
    wanted = answers(name)["members"]["rows"]

    assert Member.objects.count() == len(wanted)
    assert Member.objects.filter(status="left").count() == sum(1 for row in wanted if row["left"])
    asked = sorted(task.kind for task in open_tasks(coop))
    assert asked == sorted(f"member.{field}" for row in wanted for field in row["questions"])
    assert all(task.subject_kind == "member" and task.subject_id for task in open_tasks(coop))


def test_a_lost_digit_is_asked_for_in_words_and_without_the_digits(coop, taken):
    taken("a", ["members"])
    nurul = Member.objects.get(number="002")

    assert nurul.nik_sealed is None
    assert [task.message for task in open_tasks(coop, subject_id=nurul.id)] == [
        "NIK Nurul (002) kehilangan angka terakhir. Lihat KTP-nya."
    ]


@each_set
def test_savings_of_each_member_are_those_of_the_grid(name, coop, taken):
    steps = grid_rows(taken(name)["dues"])
    unnamed = {step.row.values["name"]: step.row.values["ordinal"] for step in steps if not step.member}

    assert set(unnamed) == TWO_FIT[name]
    wanted = answers(name)["dues"]["per_member"].items()
    assert held_by(coop, steps) == {ordinal: rp(paid) for ordinal, paid in wanted if ordinal not in unnamed.values()}


@each_set
def test_a_grid_that_comes_after_the_cash_book_adds_only_what_the_books_do_not_have(name, coop, taken):
    """Where the cash book told of more than the grid does, the books stay and the member is asked about."""
    steps = grid_rows(taken(name, ["members", "cash", "dues"])["dues"])
    more = {
        step.row.values["ordinal"] for step in steps if any(ask.field == "paid" and not ask.month for ask in step.asks)
    }

    assert more
    held, wanted = held_by(coop, steps), answers(name)["dues"]["per_member"]
    assert {key: amount for key, amount in held.items() if key not in more} == {
        key: rp(wanted[key]) for key in held if key not in more
    }
    assert all(held[key] > rp(wanted[key]) for key in more)


def grid_rows(grid):
    return [step for step in grid.plan.steps if step.deed != "skipped"]


def held_by(coop, steps):
    """Wajib of each row of the grid that has a member, sen by the number of the row."""
    held = books.holder_balances(coop, "320000", YEAR_END)
    return {step.row.values["ordinal"]: held.get(step.member.id, 0) for step in steps if step.member}


@each_set
def test_the_cash_book_ends_as_the_sheet_does(name, coop, taken):
    taken(name)
    wanted = answers(name)["cash"]

    for month in wanted["months"]:
        last = date(2025 + month["month"] // 12, month["month"] % 12 + 1, 1)
        assert books.balance_of(coop, "111100", date.fromordinal(last.toordinal() - 1)) == rp(month["closing"])
    assert books.balance_of(coop, "111100", date(2024, 12, 31)) == rp(wanted["opening"])


@each_set
def test_the_books_balance_and_prove_themselves(name, coop, taken):
    taken(name)

    trial = books.trial_balance(coop, date(2025, 1, 1), YEAR_END)
    assert trial.ok
    assert audit.problems(coop) == []
    assert all(held == control for held, control in books.control_and_holders(coop, YEAR_END).values())


@each_set
def test_what_is_left_between_the_openings_is_accepted_by_a_person_who_saw_it(name, coop, taken):
    taken(name)
    left = reports.clearing_left(coop)
    assert left
    tap = {"cooperative_id": coop, "on": YEAR_END, "by": BENDAHARA, "request_id": ids.new_request()}

    with pytest.raises(Refused, match="Selisih saldo awal sekarang"):
        actions.accept_difference(amount=left + 100, **tap)
    first = actions.accept_difference(amount=left, **tap)
    assert actions.accept_difference(amount=left, **tap).number == first.number
    assert reports.clearing_left(coop) == 0
    assert audit.problems(coop) == []


@each_set
def test_the_same_file_twice_posts_nothing_new(name, coop, taken):
    taken(name)
    before = len(books.journal(coop, date.min, date.max)), Member.objects.count(), open_tasks(coop).count()

    again = taken(name)
    assert not any(one.is_new for one in again.values())
    assert before == (len(books.journal(coop, date.min, date.max)), Member.objects.count(), open_tasks(coop).count())


@each_set
def test_everything_can_be_undone_the_latest_first(name, coop, taken):
    made = taken(name)
    for kind in ("cash", "dues", "members"):
        undo = {"cooperative_id": coop, "batch_id": made[kind].batch.id, "by": BENDAHARA, "reason": "berkas salah"}
        actions.undo(**undo, today=TODAY)
        assert actions.undo(**undo, today=TODAY).status == "undone"

    assert [books.balance_of(coop, code) for code in ("111100", "320000", "310000", "390000", "212300")] == [0] * 5
    assert not Member.objects.filter(status="active").exists()
    assert audit.problems(coop) == []


def test_a_grid_that_a_cash_book_leans_on_is_not_undone_first(coop, taken):
    made = taken("a")
    with pytest.raises(Refused, match="kas-harian-2025.xlsx memakai saldo awal"):
        actions.undo(
            cooperative_id=coop, batch_id=made["dues"].batch.id, by=BENDAHARA, reason="berkas salah", today=TODAY
        )


def test_a_check_posts_nothing_and_lists_each_month_that_differs(coop, take_sample):
    take_sample("a", "members")
    check = take_sample("a", "dues", mode="check")

    assert check.batch is None and books.journal(coop, date.min, date.max) == []
    first = check.plan.differences[0]
    assert (first["name"], first["period"], first["sheet_says"], first["books_say"]) == (
        "Budi",
        "2025-01",
        rp(20_000),
        0,
    )
    take_sample("a", "dues")
    assert take_sample("a", "dues", mode="check").plan.differences == []
