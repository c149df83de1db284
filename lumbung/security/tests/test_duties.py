"""The table of duties: what does not go together in one hand is refused at appointing."""

from datetime import date

import pytest

from lumbung import clock
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.security import rules
from lumbung.security.actions import appoint, end_appointment, keep_person
from lumbung.security.models import Person, Role
from lumbung.web.words import Refused

NEW_YEAR = date(2026, 1, 1)


@pytest.fixture
def coop(db):
    made = create_cooperative(slug="karbes", name="x", kind="kmp", village_code="35.73.04.1009", books_from=NEW_YEAR)
    with acting_for(made.id):
        yield made.id


def account(name: str, **facts) -> int:
    return keep_person(Person(login_name=name, full_name=name, created_at=clock.now(), **facts), None).id


@pytest.mark.parametrize(("first", "second"), [
    ("bendahara", "pengawas"), ("pengawas", "ketua"), ("kasir", "pengawas"), ("sekretaris", "pengawas"),
    ("ketua", "bendahara"), ("kasir", "ketua"),
])  # fmt: skip
def test_roles_that_watch_or_approve_do_not_go_with_those_that_act(coop, first, second):
    who = account("sri")
    appoint(cooperative_id=coop, person_id=who, role=first, since=NEW_YEAR)
    with pytest.raises(Refused, match="tidak boleh dirangkap"):
        appoint(cooperative_id=coop, person_id=who, role=second, since=NEW_YEAR)
    end_appointment(cooperative_id=coop, person_id=who, role=first, until=date(2026, 1, 31), by=1)
    assert appoint(cooperative_id=coop, person_id=who, role=second, since=date(2026, 2, 1)).role == second


def test_every_officer_is_a_member_and_small_boards_may_share_the_rest(coop):
    who = account("sri")
    for role in ("anggota", "bendahara", "kasir", "sekretaris"):
        appoint(cooperative_id=coop, person_id=who, role=role, since=NEW_YEAR)


@pytest.mark.parametrize("mark", ["phone", "member"])
def test_a_second_account_of_the_same_hand_is_no_way_round(coop, mark):
    phone = {"phone": "+628123456789"} if mark == "phone" else {}
    member = {"member_id": 7} if mark == "member" else {}
    first, second = account("sri", **phone), account("sri dua", **phone)
    appoint(cooperative_id=coop, person_id=first, role="bendahara", since=NEW_YEAR, **member)
    with pytest.raises(Refused, match="Pengawas tidak boleh dirangkap dengan Bendahara"):
        appoint(cooperative_id=coop, person_id=second, role="pengawas", since=NEW_YEAR, **member)


def test_the_table_keeps_to_the_duties_of_each_role():
    """Source: reference/domain.md 9. Who approves holds no cash; who watches posts nothing."""
    deeds = {role: {deed for deed, roles in rules.DEEDS.items() if role in roles} for role in Role.values}
    cash = {"cash.receive", "cash.pay", "cash.transfer", "cash.hand_over", "dues.receive", "savings.pay"}
    assert deeds["ketua"].isdisjoint(cash) and "approvals.decide" in deeds["ketua"]
    assert "approvals.decide" not in deeds["bendahara"] | deeds["kasir"]
    assert deeds["pengawas"].isdisjoint(cash | {"ledger.reverse", "intake.post", "members.register"})
    assert {"cash.count", "supervision.check"} <= deeds["pengawas"]
