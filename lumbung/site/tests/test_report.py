"""`lumbung report`: what it prints, covers and answers."""

import json
from datetime import UTC, date, datetime

import pytest

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.tests import story
from lumbung.ledger.tests.conftest import new_cooperative
from lumbung.site import cli
from lumbung.site.commands.report import period
from lumbung.site.statements import STATEMENTS
from lumbung.web.words import Refused

TODAY = date(2026, 5, 20)


@pytest.fixture
def karbes(db):
    cooperative = new_cooperative("karbes")
    with acting_for(cooperative.id):
        story.open_from_old_book(cooperative.id)
        story.live_2025(cooperative.id)
    with clock.frozen(datetime(2026, 5, 20, 3, tzinfo=UTC)):
        yield cooperative


def report(*words):
    return cli.main(["report", *words, "--cooperative", "karbes"])


def test_a_position_as_json_is_the_published_shape(karbes, capsys):
    assert report("position", "--to", "2025", "--format", "json") == 0

    said = json.loads(capsys.readouterr().out)
    assert (said["report"], said["from"], said["to"], said["ok"]) == ("position", "2025-01-01", "2025-12-31", True)
    assert said["cooperative"] == {"slug": "karbes", "name": "KMP Karbes"}
    lines = {line["key"]: line for line in said["lines"]}
    assert lines["A."]["amount"] == "11702222"
    assert lines["EK3"] == {
        "key": "EK3", "label": "Simpanan belum disetor", "level": "line", "accounts": ["329000"],
        "amount": "-20000", "prior": "0",
    }  # fmt: skip
    assert said["checks"][0] == {
        "name": "Aset = liabilitas + ekuitas", "left": "11702222", "right": "11702222", "ok": True,
    }  # fmt: skip


@pytest.mark.parametrize("name", [name for name in STATEMENTS if name != "members"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_every_report_can_be_printed(karbes, capsys, name, form):
    assert report(name, "--from", "2025", "--to", "2025", "--format", form) == 0
    assert capsys.readouterr().out


def test_without_dates_it_covers_the_book_year_up_to_today(karbes, capsys):
    assert report("surplus", "--format", "json") == 0

    said = json.loads(capsys.readouterr().out)
    assert (said["from"], said["to"]) == ("2026-01-01", "2026-05-20")


def test_figures_that_disagree_are_printed_and_answered_with_one(karbes, capsys):
    with acting_for(karbes.id):
        story.post(karbes.id, "opening.dues", date(2025, 1, 31), 20_000, holder=story.SITI)

    assert report("position", "--to", "2025") == 1
    printed = capsys.readouterr()
    assert "[TIDAK COCOK] Kliring saldo awal (390000) nihil: -20.000 | 0" in printed.out
    assert "Tidak cocok: Kliring saldo awal (390000) nihil" in printed.err


def test_members_whose_savings_nobody_registered_fail_the_register(karbes, capsys):
    assert report("members") == 1
    assert "Jumlah anggota = akun 310000: 0 | 200.000" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [
        (None, None, (None, TODAY)),
        ("2025-03", None, (date(2025, 3, 1), date(2025, 3, 31))),
        ("2026", None, (date(2026, 1, 1), TODAY)),
        ("2025-03-10", None, (date(2025, 3, 10), TODAY)),
        ("2025-02", "2025-04", (date(2025, 2, 1), date(2025, 4, 30))),
        (None, "2024-02", (None, date(2024, 2, 29))),
    ],
)
def test_days_months_and_years_name_a_period(start, end, covered):
    assert period(start, end, today=TODAY) == covered


@pytest.mark.parametrize(("start", "end"), [("2025-13", None), ("kemarin", None), ("2025-04", "2025-03")])
def test_what_is_no_period_is_refused_in_words(start, end):
    with pytest.raises(Refused):
        period(start, end, today=TODAY)


def test_a_mistake_is_a_sentence_and_exit_code_two(karbes, capsys):
    assert report("ledger", "--account", "999999") == 2
    assert "Tidak ada akun 999999" in capsys.readouterr().err
