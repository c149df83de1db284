"""What the chair sees first: what waits, three figures, what got worse."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cash import actions as cash
from lumbung.cash.reports import general
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.dues.reports import arrears, arrears_at
from lumbung.members import actions as members
from lumbung.members.reports import members_at
from lumbung.money import rp
from lumbung.portal import actions as portal
from lumbung.site import comparing
from lumbung.site.comparing import three_figures
from lumbung.supervision import actions as supervision

TODAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def a_morning_in_march():
    with clock.frozen(datetime(2026, 3, 20, 2, tzinfo=UTC)):
        yield


@pytest.fixture
def inside(coop):
    with acting_for(coop.id):
        yield coop


def enrol(coop, name, joined_on):
    return members.register(cooperative_id=coop.id, full_name=name, joined_on=joined_on, by=1)


def pay(member, rupiah, on):
    return dues.pay_dues(member=member, amount=rp(rupiah), paid_on=on, by=1, request_id=uuid4())


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 3, 20), 12, date(2025, 3, 20)),
    ],
)
def test_the_same_day_of_an_earlier_month(day, months, found):
    assert comparing.months_before(day, months) == found


def test_arrears_of_an_earlier_day_know_what_had_been_paid_by_then(inside):
    siti = enrol(inside, "Siti", date(2026, 1, 5))
    pay(siti, 15_000, date(2026, 2, 25))

    assert arrears_at(inside.id, date(2026, 2, 20)) == rp(15_000)
    assert arrears_at(inside.id, date(2026, 3, 20)) == rp(15_000) == sum(a.amount for a in arrears(inside.id, TODAY))
    pay(siti, 15_000, date(2026, 3, 20))
    assert arrears_at(inside.id, TODAY) == 0 and arrears_at(inside.id, date(2026, 3, 19)) == rp(15_000)


def test_members_of_an_earlier_day(inside):
    enrol(inside, "Siti", date(2026, 1, 5))
    slamet = enrol(inside, "Slamet", date(2026, 2, 25))
    members.register(cooperative_id=inside.id, full_name="Calon", by=1)
    wagi = members.leave(member=enrol(inside, "Wagi", date(2026, 1, 5)), on=date(2026, 3, 1), reason="pindah", by=1)

    assert [members_at(inside.id, day) for day in (date(2026, 2, 20), date(2026, 2, 28), TODAY)] == [2, 3, 2]
    assert slamet.joined_on and wagi.left_on


def test_what_got_worse_is_named(inside):
    enrol(inside, "Siti", date(2026, 1, 5))
    facts = {"by": 1, "place": general(inside.id)}
    cash.receive(category="income.other", amount=rp(500_000), on=date(2026, 2, 1), request_id=uuid4(), **facts)
    cash.pay(
        category="expense.stationery", amount=rp(200_000), memo="Kertas", on=date(2026, 3, 1), request_id=uuid4(),
        **facts,
    )  # fmt: skip

    figures = {figure.name: figure for figure in three_figures(inside, TODAY)}
    assert [(then.label, then.change, then.worse) for then in figures["Uang kas dan bank"].before][0] == (
        "bulan lalu", "−Rp200.000", True,
    )  # fmt: skip
    assert [then.change for then in figures["Tunggakan iuran"].before][0] == "+Rp15.000"
    assert figures["Tunggakan iuran"].worse and not figures["Anggota"].worse
    assert figures["Anggota"].before[0].change == "tetap"


def test_no_earlier_figure_is_told_from_before_the_books(inside):
    inside.books_from = date(2026, 1, 1)
    assert [[then.label for then in figure.before] for figure in three_figures(inside, TODAY)] == [["bulan lalu"]] * 3


def test_the_chair_sees_figures_and_what_waits_each_with_its_records(inside, signed_in):
    siti = enrol(inside, "Siti", date(2026, 1, 5))
    portal.suggest(member=siti, text="Iuran tanggal muda", by=1, request_id=uuid4())
    facts = {"cooperative_id": inside.id, "by": 2, "request_id": uuid4()}
    supervision.judge(number=1, verdict="ask", note="Nota?", **facts)

    html = signed_in("ketua").get("/k/karbes/").content.decode()
    assert "1 saran anggota belum ditanggapi" in html and 'href="/k/karbes/saran/?lihat=tunggu"' in html
    assert "1 pertanyaan pengawas menunggu jawaban" in html
    assert all(f'href="/k/karbes/{place}"' in html for place in ("kas/", "iuran/tunggakan/", "anggota/"))
    assert "Tunggakan iuran" in html and "memburuk" in html


def test_others_see_only_what_they_may_answer(inside, signed_in, monkeypatch):
    monkeypatch.setattr("lumbung.backup.reports.is_old", lambda now: (False, now))  # copied today
    monkeypatch.setattr("lumbung.safety.reports.done_this_month", lambda *_who: True)
    siti = enrol(inside, "Siti", date(2026, 1, 5))
    portal.suggest(member=siti, text="Iuran tanggal muda", by=1, request_id=uuid4())

    html = signed_in("bendahara").get("/k/karbes/").content.decode()
    assert "Menunggu Anda" not in html and "memburuk" not in html
