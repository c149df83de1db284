"""Consents: a yes or no with its text, what a no stops at once, and the clock of what it does not."""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung import clock
from lumbung.members import wishes
from lumbung.privacy import actions, reports
from lumbung.privacy.models import Consent
from lumbung.privacy.rules.deadlines import clock_of
from lumbung.privacy.tests.conftest import NOON, SRI
from lumbung.receipts import actions as receipts
from lumbung.web.words import Refused

MOMENTS = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=10))


@pytest.fixture
def say():
    def one(member, purpose, given, **facts):
        said = {"way": "self", "language": "id", "by": SRI, "request_id": uuid4(), **facts}
        return actions.consent(member=member, purpose=purpose, given=given, **said)

    return one


def test_what_was_said_is_kept_with_the_very_text(siti, say):
    first = say(siti, "photo", True)
    assert (first.version, first.language, len(first.digest)) == (1, "id", 64)
    assert wishes.allows(siti, "photo")
    say(siti, "photo", False, language="en")
    assert not wishes.allows(siti, "photo")
    assert [row.given for row, _label, _who in reports.history(siti)] == [False, True]


def test_a_second_tap_says_it_once(siti, say):
    tap = uuid4()
    assert say(siti, "photo", True, request_id=tap) == say(siti, "photo", True, request_id=tap)
    assert Consent.objects.count() == 1


def test_silence_is_no_but_for_what_belongs_to_membership(siti):
    assert [one.allowed for one in reports.of_member(siti, "id")] == [True, False, False]


def test_a_no_to_whatsapp_stops_the_sending_at_once(siti, say, pay):
    number = pay(siti).number
    say(siti, "whatsapp", False)
    with pytest.raises(Refused, match="tidak mau dikirimi WhatsApp"):
        receipts.send(member=siti, kind="receipt", number=number, text="x", by=SRI, at=NOON, request_id=uuid4())


def test_spoken_words_need_somebody_who_heard_them(siti, say):
    with pytest.raises(Refused, match="menyaksikan"):
        say(siti, "photo", True, way="spoken")
    with pytest.raises(Refused, match="Pilih salah satu"):
        say(siti, "rahasia", True)


def test_a_withdrawal_is_green_after_71_hours_and_red_after_73(siti, say, browser_of):
    say(siti, "photo", True)
    gone = say(siti, "photo", False)
    browser = browser_of("sekretaris")
    for hours, tone, words in ((71, "wait", "1 jam lagi"), (73, "bad", "terlambat")):
        with clock.frozen(NOON + timedelta(hours=hours)):
            (one,) = reports.withdrawals(siti.cooperative_id, clock.now())
            assert (one.clock.late, one.clock.tone) == (hours > 72, tone)
            html = browser.get("/k/karbes/").content.decode()
            assert f'<span class="dot small {tone}">' in html and f"1 permintaan data anggota menunggu: {words}" in html
    actions.stopped(consent=gone, note="foto diturunkan", by=SRI)
    assert actions.stopped(consent=gone, note="lagi", by=SRI).note == "foto diturunkan"
    assert reports.withdrawals(siti.cooperative_id, clock.now()) == []


@given(MOMENTS)
def test_the_clock_is_late_exactly_when_three_days_have_passed(passed):
    one = clock_of(NOON, NOON + passed)
    assert one.late == (passed > timedelta(hours=72))
    assert one.due - NOON == timedelta(hours=72)


def test_each_says_it_on_her_own_page_and_the_officer_for_her(siti, browser_of):
    own, office = browser_of(member=siti), browser_of("sekretaris")
    page = own.get("/k/karbes/saya/izin/photo/").content.decode()
    assert "papan kantor" in page
    answer = own.post("/k/karbes/saya/izin/photo/", {"answer": "yes", "request_id": str(uuid4())})
    assert answer.status_code == 302 and wishes.allows(siti, "photo")
    said = {"answer": "no", "way": "spoken", "witness": "Pak Budi", "request_id": str(uuid4())}
    assert office.post(f"/k/karbes/anggota/{siti.id}/izin/photo/", said).status_code == 302
    html = office.get(f"/k/karbes/anggota/{siti.id}/izin/").content.decode()
    assert "Pak Budi" in html and "Tidak boleh" in html
    (one,) = reports.withdrawals(siti.cooperative_id, clock.now())
    done = office.post(f"/k/karbes/data-pribadi/permintaan/izin/{one.consent.id}/", {"note": "foto diturunkan"})
    assert done.status_code == 302 and not reports.withdrawals(siti.cooperative_id, clock.now())


def test_a_no_has_a_clock_only_where_something_was_used(siti, say):
    def waiting():
        return [one.purpose.word for one in reports.withdrawals(siti.cooperative_id, clock.now())]

    say(siti, "photo", False)
    assert waiting() == []  # nobody ever had her leave
    say(siti, "whatsapp", False), say(siti, "whatsapp", False)
    assert waiting() == ["whatsapp"]  # once, from the first no
    say(siti, "whatsapp", True)
    assert waiting() == [] and wishes.allows(siti, "whatsapp")
