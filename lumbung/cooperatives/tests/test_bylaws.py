from datetime import date

import pytest

from lumbung.cooperatives import actions, reports
from lumbung.cooperatives.models import Bylaw
from lumbung.cooperatives.rules import REGISTER, typed
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.web.words import Refused


@pytest.fixture
def coop(db):
    row = actions.create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(row.id):
        yield row.id


def test_every_default_can_be_read():
    assert {key: typed(key, setting.default) for key, setting in REGISTER.items()}


def test_a_rule_holds_from_its_day_on(coop):
    for day, amount in [(date(2025, 1, 1), "10000"), (date(2026, 1, 1), "20000")]:
        actions.set_bylaw(cooperative_id=coop, key="wajib_amount", value=amount, valid_from=day, basis="RAT 1/2025")

    on = lambda day: reports.bylaws(coop, day).wajib_amount  # noqa: E731
    assert [on(date(2024, 12, 31)), on(date(2025, 12, 31)), on(date(2026, 1, 1))] == [
        rp(15_000),
        rp(10_000),
        rp(20_000),
    ]
    assert reports.history(coop, "wajib_amount") == [(date(2025, 1, 1), rp(10_000)), (date(2026, 1, 1), rp(20_000))]


def test_the_same_day_again_replaces_what_was_decided_for_it(coop):
    for value in ("10000", "12000"):
        actions.set_bylaw(cooperative_id=coop, key="wajib_amount", value=value, valid_from=date(2025, 1, 1))
    assert Bylaw.objects.count() == 1
    assert reports.bylaws(coop, date(2025, 1, 1)).wajib_amount == rp(12_000)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("wajib_amount", "-5"),
        ("wajib_amount", "lima ribu"),
        ("wajib_amount", "10.5"),
        ("turnover_tax_rate", "101"),
        ("turnover_tax_rate", "0.555"),
        ("turnover_tax_rate", "x"),
        ("dues_accrual", "ya"),
        ("patronage_basis", "selera"),
        ("rat_target", "02-30"),
        ("rat_target", "besok"),
        ("invite_days", "-1"),
        ("tidak_ada", "1"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(coop, key, value):
    with pytest.raises(Refused):
        actions.set_bylaw(cooperative_id=coop, key=key, value=value, valid_from=date(2025, 1, 1))
    assert not Bylaw.objects.exists()


def test_a_book_year_is_the_calendar_year_unless_it_was_set(coop):
    assert reports.book_year(coop, date(2025, 7, 1)) == (date(2025, 1, 1), date(2025, 12, 31))
    actions.set_bylaw(cooperative_id=coop, key="fiscal_year_start", value="07-01", valid_from=date(2025, 1, 1))
    assert reports.book_year(coop, date(2025, 3, 1)) == (date(2024, 7, 1), date(2025, 6, 30))
    actions.set_book_year(cooperative_id=coop, year=2025, starts_on=date(2025, 6, 4), ends_on=date(2025, 12, 31))
    assert reports.book_year(coop, date(2025, 8, 1)) == (date(2025, 6, 4), date(2025, 12, 31))


def test_a_task_waits_until_it_is_answered_once(coop):
    task = actions.open_task(
        cooperative_id=coop, kind="member.nik", message="NIK Pak Slamet kurang satu angka.", by=1,
        subject_kind="member", subject_id=7,
    )  # fmt: skip
    assert [t.id for t in reports.open_tasks(coop, subject_kind="member", subject_id=7)] == [task.id]
    assert not reports.open_tasks(coop, subject_id=8).exists()

    actions.close_task(cooperative_id=coop, task_id=task.id, by=2)
    actions.close_task(cooperative_id=coop, task_id=task.id, by=3)

    task.refresh_from_db()
    assert (task.done_by, reports.open_tasks(coop).count()) == (2, 0)


def test_a_gerai_has_a_name_of_its_own(coop):
    actions.open_unit(cooperative_id=coop, name="Sembako", kind="sembako", opened_on=date(2025, 6, 4))
    with pytest.raises(Refused, match="sudah ada"):
        actions.open_unit(cooperative_id=coop, name="Sembako", kind="lain", opened_on=date(2025, 6, 4))
