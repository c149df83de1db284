"""The photo of a payment that waits for the chair: kept with the draft, seen by whoever decides, then the entry's."""

from base64 import b64encode
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from lumbung import clock
from lumbung.approvals import actions as approvals
from lumbung.approvals import reports as asked
from lumbung.approvals.tests.conftest import ask, decide, facts, give_cash  # noqa: F401 - the fixture
from lumbung.cash import actions, reports
from lumbung.cash.tests.test_slips import picture
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.outbox.tests.conftest import device, stopped, village  # noqa: F401 - fixtures
from lumbung.security.models import Appointment, Person
from lumbung.vault import papers
from lumbung.web.photos import made_anew
from lumbung.web.words import Refused

TAKEN = picture()
NOTE = made_anew(TAKEN)


@pytest.fixture(autouse=True)
def empty_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def kas(coop):
    return give_cash(coop)


def files(coop) -> list[str]:
    folder = f"slips/{coop}"
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def test_it_goes_from_the_draft_to_the_entry(coop, kas, decide):  # noqa: F811
    draft = ask(kas, photo=NOTE)
    assert len(files(coop)) == 1

    [slip] = reports.slips_of(coop, decide(draft).number)
    assert (slip.sha256, slip.width, slip.height, slip.added_by) == (
        NOTE.sha256,
        NOTE.width,
        NOTE.height,
        draft.made_by,
    )
    assert papers.content(coop, slip.file) == NOTE.jpeg
    assert NOTE.jpeg not in default_storage.open(slip.file).read()


def test_what_is_paid_at_once_has_it_at_once(coop, kas):
    number = ask(kas, 1_000_000, photo=NOTE)
    assert [slip.sha256 for slip in reports.slips_of(coop, number)] == [NOTE.sha256]


def test_a_second_tap_keeps_one_file(coop, kas):
    tap = {"request_id": uuid4(), "photo": NOTE}
    assert ask(kas, **tap).id == ask(kas, **tap).id
    assert len(files(coop)) == 1


def test_what_is_refused_keeps_no_file(coop, kas):
    with pytest.raises(Refused, match="Uang di Kas Umum hanya"):
        ask(kas, 9_000_001, photo=NOTE)
    assert files(coop) == []


def test_it_is_in_the_fingerprint_and_stays_when_the_rest_changes(coop, kas, decide):  # noqa: F811
    draft = ask(kas, photo=NOTE)
    approvals.change(cooperative_id=coop, draft_id=draft.id, amount=rp(4_000_000), on=draft.booked_on, memo="Etalase",
                     by=draft.made_by, request_id=uuid4())  # fmt: skip
    assert asked.newest(coop, draft.id).facts == draft.facts
    assert NOTE.sha256 in str(draft.facts)
    assert len(reports.slips_of(coop, decide(draft).number)) == 1


def test_the_slips_of_an_advance_wait_with_its_settling(coop, kas, decide):  # noqa: F811
    who = {"holder": 5, "holder_name": "Pak Heru"}
    decide(actions.pay_or_ask("cash.give_advance", amount=rp(2_500_000), place=kas, memo="bazar", **facts(**who)))
    [advance] = reports.open_advances(coop)
    settling = {"advance": advance.id, "category": "expense.general", "place": kas, "photo": NOTE}
    draft = actions.pay_or_ask("cash.settle_advance", amount=rp(4_600_000), **facts(**settling))
    assert len(reports.slips_of(coop, decide(draft).number)) == 1


def test_without_a_line_it_goes_along_as_well(village, device):  # noqa: F811
    photo = f"data:image/jpeg;base64,{b64encode(TAKEN).decode()}"
    village.take(device.earn("5.000.000"), device.spend("3.000.000", body={"photo": photo}))
    with acting_for(village.id):
        [case] = asked.waiting(village.id)
        assert case.draft.facts["photo"]["sha256"] == NOTE.sha256


# --- on the pages ---------------------------------------------------------------------------------------------------


@pytest.fixture
def sign_in(coop, kas, client):
    def one(role):
        who, _new = Person.objects.get_or_create(
            login_name=role, defaults={"full_name": role.title(), "created_at": clock.now()}
        )
        Appointment.objects.get_or_create(cooperative_id=coop, person_id=who.id, role=role, since=date(2025, 1, 1))
        client.force_login(who)
        return client

    return one


def pay(browser, **more) -> str:
    data = {"amount": "3.500.000", "memo": "Etalase", "on": "3/2/2025", "place": "0", "request_id": str(uuid4())}
    return browser.post("/k/karbes/kas/keluar/peralatan-gerai/", {**data, **more}).content.decode()


def test_whoever_decides_sees_it_and_nothing_in_it_can_run(coop, sign_in):
    told = pay(sign_in("bendahara"), photo=SimpleUploadedFile("nota.jpg", picture(), "image/jpeg"))
    assert "Foto notanya ikut dibaca ketua." in told and "ditambahkan sesudah itu" not in told
    [case] = asked.waiting(coop)
    there = f"/k/karbes/persetujuan/{case.draft.id}/"
    chair = sign_in("ketua")
    assert f'src="{there}foto.jpg"' in chair.get(there).content.decode()

    answer = chair.get(f"{there}foto.jpg")
    assert answer["Content-Type"] == "image/jpeg" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.content[:3] == b"\xff\xd8\xff"


def test_without_a_photo_there_is_none_to_see(coop, sign_in):
    assert "Foto notanya ditambahkan sesudah itu." in pay(sign_in("bendahara"))
    [case] = asked.waiting(coop)
    there = f"/k/karbes/persetujuan/{case.draft.id}/"
    assert "foto.jpg" not in sign_in("ketua").get(there).content.decode()
    assert sign_in("ketua").get(f"{there}foto.jpg").status_code == 404
    assert sign_in("ketua").get("/k/karbes/persetujuan/99/foto.jpg").status_code == 404
