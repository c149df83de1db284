"""What belongs to another cooperative, put in the place of ours: in every address, every form, every export.

Two villages of everything in one installation; all that is written in the other one carries a word. No answer has it,
no answer has one of its ids that was not sent, and not one of its rows has changed in the end.
"""

import io
import re
import zipfile

import pytest
import typst
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from lumbung import clock
from lumbung.security.models import Person
from lumbung.sql.engine import SQLITE, engine
from tests.fuzz.forms import forms_of
from tests.fuzz.town import BIG, WORD, browsers, build_town, ids_of, rows_of
from tests.fuzz.walk import Walk
from tests.pages import addresses
from tests.runtime import runtime_role
from tests.test_pages import TODAY

on_sqlite = pytest.mark.skipif(engine() != SQLITE, reason="one engine is enough: test_row_security.py has the other's")
EXTRA = {"cooperative": "{coop}", "cooperative_id": "{coop}", "id": "{member}", "pk": "{member}", "by": "1"}
EXTRA |= {"member_id": "{member}", "made_by": "1", "status": "active", "approved_by": "1", "slug": WORD.lower()}


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    """Built once; taken back at the end."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        with clock.frozen(TODAY):
            town = build_town(clock.today())
        yield town
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def town(standing, db, monkeypatch):
    """Papers are set as their own data: what would be printed can be read, and it is quick."""
    monkeypatch.setattr(typst, "compile", lambda *_, sys_inputs, **__: sys_inputs["data"].encode())
    mark = transaction.savepoint()
    with clock.frozen(TODAY), runtime_role():
        yield standing
    transaction.savepoint_rollback(mark)


def body(answer) -> bytes:
    """All that is in an answer; of a workbook, the words in it."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def foreign(answer, sent: str, theirs: dict[int, str]) -> list[str]:
    """What of the other cooperative is in an answer; the ids that we sent ourselves may come back."""
    text = body(answer)
    found = [WORD] if WORD.encode() in text.replace(WORD.lower().encode(), b"") else []
    return found + [n for n in {int(n) for n in BIG.findall(text)} if n in theirs and str(n) not in sent]


def theirs_alone(town) -> dict[int, str]:
    """Their ids; an id made from a text that both wrote is the same in both, and no news."""
    ours = ids_of(town.ours["cooperative"])
    return {number: table for number, table in ids_of(town.other).items() if number not in ours}


def test_no_address_of_ours_shows_what_is_theirs(town):
    """Their ids in our addresses: pages, photos, workbooks, papers."""
    clients, theirs, seen = browsers(), theirs_alone(town), []
    for _name, address, who in addresses(town.theirs):
        answer = clients[who].get(address)
        wrong = foreign(answer, address, theirs)
        if wrong or answer.status_code >= 500 or answer.status_code == 200 and BIG.search(address.encode()):
            seen.append((address, answer.status_code, wrong))
    assert seen == []
    assert_it_would_be_seen()


def assert_it_would_be_seen() -> None:
    """The control: their own secretary's register is full of the word."""
    theirs = Client()
    theirs.force_login(Person.objects.get(login_name=f"{WORD.lower()} sekretaris"))
    assert body(theirs.get(f"/k/{WORD.lower()}/anggota/")).count(WORD.encode()) > 10


@on_sqlite
def test_no_form_of_ours_reaches_what_is_theirs(town):
    """Their ids in each field that had one of ours; then in the address; with fields that no form has, and doubled."""
    clients, theirs, seen = browsers(), theirs_alone(town), []
    partner = _partners(ids_of(town.ours["cooperative"]), theirs)
    extra = {name: [value.format(coop=town.other, member=town.theirs["member"])] for name, value in EXTRA.items()}
    before, tried = rows_of(town.other), 0
    for who, form in _forms(clients, town):
        swapped = {name: [_swapped(value, partner)] for name, value in form.fields}
        own = {name: [value] for name, value in form.fields}
        for action, data in ((form.action, extra | swapped), (_swapped(form.action, partner), own)):
            answer = clients[who].post(action, data)
            tried += 1
            wrong = foreign(answer, f"{action} {data}", theirs)
            if wrong or answer.status_code >= 500:
                seen.append((action, answer.status_code, wrong))
    assert seen == []
    assert tried > 150
    assert rows_of(town.other) == before


def _partners(ours: dict[int, str], theirs: dict[int, str]) -> dict[str, str]:
    """For each id of ours one of the same kind that is theirs."""
    of_kind = {table: number for number, table in theirs.items()}
    return {str(number): str(of_kind[table]) for number, table in ours.items() if table in of_kind}


def _swapped(text: str, partner: dict[str, str]) -> str:
    return re.sub(r"\d{15,19}", lambda found: partner.get(found[0], found[0]), text)


def _forms(clients, town):
    """Each kind of form once, of whoever may open the page: (role, form)."""
    known = set()
    for name, address, who in addresses(town.ours):
        answer = clients[who].get(address)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        for form in forms_of(address, answer.content.decode()):
            try:
                place = resolve(form.action.split("?")[0]).view_name
            except Resolver404:
                continue  # a form that a script sends
            kind = (place, tuple(name for name, _value in form.fields))
            if kind not in known:
                known.add(kind)
                yield who, form


@on_sqlite
def test_an_officer_of_the_programme_meets_no_member(town):
    """Every address there is, ours and theirs: no name, no phone, no NIK, and nothing but the way out."""
    officer, seen = browsers()["programme"], []
    public = ["/", "/panduan/", "/istilah/", "/periksa/", "/tanpa-sambungan/", "/akun/", "/akun/perangkat/"]
    for address in [*public, *(address for _name, address, _who in addresses(town.theirs))]:
        for way in (address, address.replace("/k/kebun/", f"/k/{WORD.lower()}/")):
            answer = officer.get(way)
            if answer.status_code == 200 and way not in public or WORD.encode() in body(answer):
                seen.append((way, answer.status_code))
    assert seen == []


@on_sqlite
def test_strange_requests_by_anybody_break_nothing_and_change_nothing(town):
    """The first of the campaign: no error of ours, no deed of somebody who may not, no word of theirs."""
    walk = Walk(town, seed=7)
    assert list(filter(None, (walk.step() for _ in range(250)))) == []
    assert walk.statuses[200] > 20 and walk.statuses[404] > 20 and walk.statuses[403] + walk.statuses[302] > 20
