"""A small pilot in the books: whole, balanced, the same each time."""

from argparse import Namespace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from lumbung import clock
from lumbung.assets.reports.inventory import checks, inventory
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.models import Cooperative, Task
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo import command, reset, witnesses
from lumbung.demo.build import build
from lumbung.demo.models import Pilot
from lumbung.demo.pilot import FROM_WORKBOOKS, KARANGBESUKI, SUKUN, Profile
from lumbung.demo.signins import sign_ins
from lumbung.demo.workbooks import TREASURER
from lumbung.demo.writing import EVENING
from lumbung.intake.models import Batch
from lumbung.ledger import audit, reports
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.security.models import Appointment, Person
from lumbung.sql import guards
from lumbung.tlog import checkpoint
from lumbung.web.words import Refused
from lumbung.witness.audit import problems
from lumbung.witness.models.seen import Refusal, Witness
from lumbung.witness.reports import head
from lumbung.witness.reports.asking import cosignatures
from lumbung.witness.reports.witnessed import witnessed

TODAY = date(2026, 2, 20)
EVERYTHING = frozenset(
    "bank agency snacks consigned savings laptop grant advance lent reversal unknown honoraria billed terms"
    " goods".split()
)
SMALL = (
    Profile("karbes", "KMP Karbes", "kmp", KARANGBESUKI, 45, 6, 100_000, (15_000, 20_000), EVERYTHING),
    Profile(
        "wanita", "Koperasi Wanita Melati", "existing", SUKUN, 20, 3, 50_000, (10_000, 10_000), frozenset(["bank"])
    ),
)
STATEMENTS = (reports.trial_balance, reports.position, reports.surplus, reports.equity, reports.cash_flow)
MONEY = ("111100", "111300", "112100", "112200")


@pytest.fixture
def pilot(db):
    build(today=TODAY, profiles=SMALL)
    return list(Cooperative.objects.order_by("slug"))


def every(cooperatives):
    """Each cooperative in turn, acting for it."""
    for cooperative in cooperatives:
        with acting_for(cooperative.id):
            yield cooperative


def figures(cooperative):
    """All that must be the same in every build."""
    trial = reports.trial_balance(cooperative.id, None, TODAY)
    register = [(m.number, m.full_name, nik.of(m), m.joined_on, m.status) for m in Member.objects.order_by("number")]
    entries = reports.journal(cooperative.id, date(2000, 1, 1), TODAY)
    return {
        "trial": [(row.label, row.cells) for row in trial.rows],
        "register": register,
        "journal": [(e.number, e.booked_on, e.document, e.kind, e.memo, e.amount, e.posted_at) for e in entries],
    }


def test_every_book_is_whole(pilot):
    assert [audit.problems(cooperative.id) for cooperative in every(pilot)] == [[], []]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.__name__)
def test_every_statement_cross_checks(pilot, statement):
    for cooperative in every(pilot):
        shown = statement(cooperative.id, None, TODAY)
        assert shown.checks
        assert [check for check in shown.checks if not check.ok] == []


def test_no_place_held_less_than_nothing_on_any_day(pilot):
    for cooperative in every(pilot):
        day = cooperative.books_from
        while day <= TODAY:
            for account in MONEY:
                held = {
                    0: reports.balance_of(cooperative.id, account, day),
                    **reports.holder_balances(cooperative.id, account, day),
                }
                assert min(held.values()) >= 0, (cooperative.slug, day, account)
            day += timedelta(days=1)


@pytest.mark.django_db(transaction=True)
def test_a_second_build_is_the_same():
    build(today=TODAY, profiles=SMALL)
    pilot = list(Cooperative.objects.all())
    first = {cooperative.slug: figures(cooperative) for cooperative in every(pilot)}
    reset.empty()
    build(today=TODAY, profiles=SMALL)

    assert {c.slug: figures(c) for c in every(Cooperative.objects.all())} == first


def test_all_months_but_two_are_closed(pilot):
    for cooperative in every(pilot):
        closed = [
            e.booked_on for e in reports.journal(cooperative.id, date(2000, 1, 1), TODAY) if e.kind == "period.closed"
        ]
        assert closed[-1] == date(2025, 12, 31)


def test_everything_that_was_asked_for_happened(pilot):
    karbes = pilot[0]
    with acting_for(karbes.id):
        kinds = {entry.kind for entry in reports.journal(karbes.id, date(2000, 1, 1), TODAY)}
        questions = Task.objects.filter(cooperative_id=karbes.id, done_at=None).count()

    assert kinds >= {
        "member.principal_paid", "dues.billed", "dues.collected", "savings.deposited", "sale.member", "sale.consigned",
        "consignor.paid", "goods.bought", "goods.used_member", "unit.funded", "money.moved", "bank.fee",
        "bank.interest", "grant.cash", "grant.laptop", "expense.honoraria", "officer.paid_for_us", "officer.repaid",
        "advance.given", "correction", "receipt.unidentified", "period.closed", "savings.interest", "term.placed",
        "term.accrued", "grant.lent", "machinery.bought", "asset.depreciated",
    }  # fmt: skip
    assert questions >= 1


def test_the_first_book_is_witnessed_from_elsewhere_and_an_old_stick_was_noticed(pilot):
    with acting_for(pilot[0].id):
        signed = witnessed(pilot[0].id)
        assert signed.text == head(pilot[0].id).text and len(signed.signatures) == 2
        assert [row.kind for row in Refusal.objects.all()] == ["shorter"]
        assert problems(pilot[0].id) == []


def test_those_of_the_circle_have_signed_for_each_other(pilot, monkeypatch):
    monkeypatch.setattr(witnesses, "CIRCLE", ("nobody", *(one.slug for one in pilot)))
    witnesses.witness_one_another({one.slug: 1 for one in pilot}, datetime.combine(TODAY, EVENING))
    for one, other in (pilot, pilot[::-1]):
        with acting_for(one.id):
            witness = Witness.objects.get(label=other.name)
            assert [row.size for row in cosignatures(witness)] == [checkpoint.parse(head(one.id).text).size]


def test_an_older_cooperative_brings_its_savings_and_its_clearing_is_nil(pilot):
    with acting_for(pilot[1].id):
        day = pilot[1].books_from
        assert reports.balance_of(pilot[1].id, "320000", day) > 0
        assert reports.balance_of(pilot[1].id, "390000", day) == 0
        assert sum(reports.holder_balances(pilot[1].id, "310000", day).values()) == reports.balance_of(
            pilot[1].id, "310000", day
        )


def test_everybody_printed_may_sign_in(pilot):
    for sign_in in sign_ins(SMALL):
        person = Person.objects.get(login_name=sign_in.login_name)
        assert len(sign_in.passphrase) >= 15
        assert person.check_password(sign_in.passphrase)


def test_what_the_pilot_has_stands_in_its_book_and_agrees_with_the_ledger(pilot):
    with acting_for(pilot[0].id):
        lines = inventory(pilot[0].id, TODAY)
        assert {"Laptop 14 inci", "Kursi plastik", "Timbangan digital 30 kg"} <= {line.item.name for line in lines}
        assert all(check.agrees and not check.unwritten for check in checks(pilot[0].id, TODAY, lines))


@pytest.mark.django_db(transaction=True)
def test_emptying_leaves_the_guards_in_place():
    guards.remember()  # as a migration does; the test before may have emptied all tables
    build(today=TODAY, profiles=SMALL[1:])
    reset.empty()

    assert not Cooperative.objects.exists() and not Pilot.objects.exists()
    assert guards.missing() == [] and not guards.changed()  # a server starts on what is left


def options(**changed):
    return Namespace(**{"reset": False, "no_serve": True, "port": 8000, **changed})


def test_real_books_are_never_emptied(db):
    create_cooperative(slug="nyata", name="Koperasi Nyata", kind="existing", village_code=SUKUN, books_from=TODAY)

    for wish in (options(), options(reset=True)):
        with pytest.raises(Refused, match="LUMBUNG_HOME"):
            command.run(wish)
    assert Cooperative.objects.count() == 1


def test_a_second_start_builds_nothing(pilot, monkeypatch, capsys):
    monkeypatch.setattr(command, "build", lambda **_: pytest.fail("built twice"))

    assert command.run(options()) == 0
    assert sign_ins()[0].passphrase in capsys.readouterr().out


def test_one_cooperative_comes_out_of_its_workbooks(db):
    build(today=TODAY, profiles=(SMALL[1], FROM_WORKBOOKS))

    cooperative = Cooperative.objects.get(slug=FROM_WORKBOOKS.slug)
    with acting_for(cooperative.id):
        treasurer = Appointment.objects.get(cooperative_id=cooperative.id)
        assert Member.objects.get(cooperative_id=cooperative.id, id=treasurer.member_id).full_name == TREASURER
        assert Member.objects.filter(status="active").count() == FROM_WORKBOOKS.members
        assert {batch.kind for batch in Batch.objects.all()} == {"members", "dues", "cash"}
        assert reports.balance_of(cooperative.id, "390000") == 0
        assert audit.problems(cooperative.id) == []
        assert Task.objects.filter(done_at=None).exists()
        assert all(s(cooperative.id, None, TODAY).ok for s in STATEMENTS)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_whole_pilot_is_whole():
    connection.close()  # PostgreSQL keeps a session's plans, and those made for the small pilot suit no large one
    build(today=clock.today())

    assert Cooperative.objects.count() == 15
    for cooperative in every(Cooperative.objects.all()):
        assert audit.problems(cooperative.id) == []
        for statement in STATEMENTS:
            checks = statement(cooperative.id, None, clock.today()).checks
            assert all(check.ok for check in checks), (cooperative.slug, statement)
