"""The way back in: no shorter path, every edge is told, and no phone, e-mail or NIK leads anywhere."""

import inspect
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbung import clock
from lumbung.recovery import actions, notices, reports, rules
from lumbung.recovery.models import Case, Step
from lumbung.recovery.tests.conftest import NEW, PHRASE, leave_only
from lumbung.security import reports as security
from lumbung.security.actions import appoint
from lumbung.security.models import Event, Person
from lumbung.web.words import Refused

HOUR = timedelta(hours=1)
DEEDS = ("confirm", "object_to", "withdraw", "make_code", "activate", "wait", "wait_long")
WHO = ("ketua", "sekretaris", "bendahara", "kasir", "pengawas", "luar")
LAWFUL = [("confirm", "pengawas"), ("wait_long", ""), ("make_code", "pengawas"), ("activate", "")]
MOVE = st.tuples(st.sampled_from(DEEDS), st.sampled_from(WHO))
EDIT = st.tuples(st.integers(0, 4), st.sampled_from(["put", "instead", "without"]), MOVE)


def edited(edits):
    """The lawful way with some moves put in, exchanged or left out: most of such ways are short of something."""
    moves = list(LAWFUL)
    for place, how, move in edits:
        moves[place : place + (how != "put")] = [] if how == "without" else [move]
    return moves


@given(
    opened=st.sampled_from(("ketua", "ketua", *WHO)), lost=st.sampled_from(WHO[:5]),
    moves=st.lists(EDIT, max_size=3).map(edited),
)  # fmt: skip
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_people_try_the_only_way_is_the_long_one(ways, opened, lost, moves):
    """Each deed either is refused and changes nothing, or is one step, one line of the trail and one notice for all."""
    with transaction.atomic():
        now, code = clock.now(), ""
        with clock.frozen(now):
            try:
                case = ways.open(lost, by=opened)
            except Refused:
                assert opened in (lost, "kasir", "luar") and not Case.objects.exists()
                return
        for deed, who in moves:
            now += {"wait": 25 * HOUR, "wait_long": 73 * HOUR}.get(deed, timedelta(minutes=1))
            with clock.frozen(now):
                code = tried(ways, case, deed, who, code) if not deed.startswith("wait") else code
        the_history_is_lawful(case, lost, ways)
        transaction.set_rollback(True)


def tried(ways, case, deed, who, code) -> str:
    """Try it; the code that is known afterwards."""
    before, lines = reports.steps(case), Event.objects.filter(deed__startswith="recovery.").count()
    more = {"note": "bukan saya"} if deed == "object_to" else {}
    try:
        if deed == "activate":
            actions.activate(code=code, passphrase=NEW)
        else:
            code = (
                ways.do(deed, case, who, **more) if deed == "make_code" else ways.do(deed, case, who, **more) and code
            )
    except Refused:
        assert reports.steps(case) == before
        assert Event.objects.filter(deed__startswith="recovery.").count() == lines
        return code
    assert len(reports.steps(case)) == len(before) + 1
    assert Event.objects.filter(deed__startswith="recovery.").count() == lines + 1
    [told] = reports.told(case.cooperative_id, clock.now())
    assert told.steps[-1].at == clock.now() and "Bu " in notices.words_of(told)
    return code


def the_history_is_lawful(case, lost, ways):
    """Read from the rows alone, by other words than the program's."""
    steps = reports.steps(case)
    kinds = [step.kind for step in steps]
    if "activated" not in kinds:
        assert authenticate(username=lost, password=PHRASE) is not None
        return
    assert kinds.count("confirmed") == 1 and kinds[-2:] == ["code", "activated"]
    assert not {"objected", "withdrawn"} & set(kinds)
    confirmed, code, used = next(s for s in steps if s.kind == "confirmed"), steps[-2], steps[-1]
    assert len({case.opened_by, confirmed.by, case.person_id}) == 3
    assert confirmed.by == code.by and confirmed.by != ways.ids["kasir"] and confirmed.by != ways.ids["luar"]
    hours = 72 if lost in ("ketua", "bendahara") else 24
    assert code.at - confirmed.at >= hours * HOUR
    assert used.at - code.at <= HOUR / 6
    assert authenticate(username=lost, password=NEW) is not None


def test_the_long_way_leads_in_and_the_old_passphrase_is_worth_nothing(ways, client, people):
    client.force_login(people["sekretaris"])
    case, code, ready = ways.code()
    with clock.frozen(ready + timedelta(minutes=9)):
        actions.activate(code=code.lower().replace("-", " "), passphrase=NEW)
        assert authenticate(username="sekretaris", password=NEW) and not authenticate(
            username="sekretaris", password=PHRASE
        )
        assert client.get("/k/karbes/").status_code == 302, "the session of before is over"
        assert reports.standing(case).state == rules.DONE
        with pytest.raises(actions.WrongCode):
            actions.activate(code=code, passphrase=NEW)


def test_no_step_and_no_state_knows_a_phone_an_email_or_a_nik():
    """The only facts that a step takes: who does it, of which case, what she says, the code, her new passphrase."""
    taken = set()
    for deed in (actions.open_case, actions.confirm, actions.make_code, actions.activate, actions.object_to):
        taken |= set(inspect.signature(deed).parameters)
    known = {
        "cooperative_id",
        "case_id",
        "person_id",
        "by",
        "reason",
        "seen",
        "request_id",
        "note",
        "code",
        "passphrase",
    }
    assert taken == known
    columns = {field.name for model in (Case, Step) for field in model._meta.get_fields()}
    assert not {name for name in columns if any(word in name for word in ("phone", "mail", "nik", "hp"))}


@pytest.mark.parametrize("name", ["08123456789", "3573041234567890", "siti@contoh.id"])
def test_what_others_can_learn_about_her_opens_nothing(ways, client, people, name):
    Person.objects.filter(id=people["sekretaris"].id).update(phone="+628123456789")
    ways.code()
    answer = client.post("/kode/", {"code": name, "passphrase": NEW, "again": NEW})
    assert answer.status_code == 422 and "sessionid" not in str(answer.cookies)
    assert authenticate(username="sekretaris", password=PHRASE)


def test_a_second_code_ends_the_first(ways):
    case, first, ready = ways.code()
    with clock.frozen(ready):
        second = ways.do("make_code", case, "pengawas")
        with pytest.raises(actions.WrongCode):
            actions.activate(code=first, passphrase=NEW)
        actions.activate(code=second, passphrase=NEW)


def test_after_ten_minutes_a_code_opens_nothing(ways):
    _case, code, ready = ways.code()
    with clock.frozen(ready + timedelta(minutes=10, seconds=1)), pytest.raises(actions.WrongCode):
        actions.activate(code=code, passphrase=NEW)


def test_the_table_keeps_no_code(ways):
    _case, code, _ready = ways.code()
    kept = " ".join(str(value) for step in Step.objects.values_list() for value in step)
    assert code not in kept and code.replace("-", "") not in kept
    assert code not in " ".join(f"{e.subject} {e.detail}" for e in Event.objects.all())


def test_a_second_tap_opens_one_case(ways):
    tap = uuid4()
    assert ways.open(request_id=tap) == ways.open(request_id=tap)
    with pytest.raises(Refused, match="sedang berjalan"):
        ways.open()


@pytest.mark.parametrize(("more", "words"), [({"seen": False}, "KTP"), ({"reason": "  "}, "alasannya"),
                                             ({"who": "luar"}, "pengurus dan pengawas")])  # fmt: skip
def test_a_case_that_should_not_be_is_refused_in_words(ways, more, words):
    with pytest.raises(Refused, match=words):
        ways.open(**more)


def test_somebody_who_holds_the_money_elsewhere_waits_three_days_here(ways, people):
    from lumbung.cash.tests.conftest import new_cooperative
    from lumbung.cooperatives.tenant import acting_for

    other = new_cooperative("lain").id
    with acting_for(other):
        appoint(cooperative_id=other, person_id=people["kasir"].id, role="bendahara", since=clock.today())
    assert ways.open("kasir").wait_hours == 72


def test_who_does_not_come_within_a_week_asks_again(ways):
    case, ready = ways.ready()
    with clock.frozen(ready + timedelta(days=7)):
        assert reports.standing(case).state == rules.LAPSED
        with pytest.raises(Refused, match="terlalu lama"):
            ways.do("make_code", case, "pengawas")
        ways.open()


def test_where_two_serve_the_programme_is_the_second(ways, coop, programme, client):
    leave_only(coop, "ketua", "sekretaris")
    case = ways.open()
    client.force_login(programme)
    assert "Bu Sekretaris" in client.get("/program/pemulihan/").content.decode()
    here = f"/program/pemulihan/karbes/{case.id}/"
    assert client.post(f"{here}sahkan/").status_code == 302
    assert client.post(f"{here}kode/").status_code == 422, "the waiting time is hers too"
    with clock.frozen(reports.standing(case).ready_at):
        client.force_login(programme)
        shown = client.post(f"{here}kode/").content.decode()
    assert "berlaku 10 menit" in shown


def test_where_more_serve_the_programme_is_asked_nothing(ways, programme, people, client):
    case = ways.open()
    client.force_login(programme)
    assert "Bu Sekretaris" not in client.get("/program/pemulihan/").content.decode()
    assert client.post(f"/program/pemulihan/karbes/{case.id}/sahkan/").status_code == 404
    client.force_login(people["ketua"])
    assert client.get("/program/pemulihan/").status_code == 404


def test_a_deed_of_an_account_names_who_may(ways, coop, people):
    assert security.roles_here(coop, people["luar"].id, clock.now()) == frozenset()
    assert {rules.excluded({"pengawas"}, role) for role in ("ketua", "sekretaris", "bendahara", "kasir")} == {
        "pengawas"
    }
    assert rules.excluded({"ketua"}, "bendahara") == "ketua" and rules.excluded({"kasir"}, "bendahara") == ""
