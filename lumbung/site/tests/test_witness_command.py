"""Witnesses at the command line: two installations' worth of deeds, with files between them."""

import json

import pytest

from lumbung import ids
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import post_event
from lumbung.money import rp
from lumbung.site.tests.test_commands import BENDAHARA, karbes, lumbung  # noqa: F401 - the fixture
from lumbung.witness import line
from lumbung.witness.actions import asking
from lumbung.witness.models.seen import Asked
from lumbung.witness.tests.test_line import wired_to

pytestmark = pytest.mark.django_db
OURS = ("--cooperative", "karbes")
THEIRS = ("--cooperative", "dinas")


@pytest.fixture
def office(capsys, karbes):  # noqa: F811
    """A place that only witnesses, which knows our log; and we know its key."""
    vkey = lumbung(capsys, "witness", "place", *THEIRS, "--name", "Dinas Koperasi")[1].strip()
    log = lumbung(capsys, "witness", "keys", *OURS)[1].strip()
    assert lumbung(capsys, "witness", "watch", *THEIRS, "--key", log, "--name", "KMP Karbes")[0] == 0
    with acting_for(karbes.id):
        return asking.add_witness(
            cooperative_id=karbes.id, vkey=vkey, label="Dinas", kind="kantor", url="", by=BENDAHARA
        )


def test_a_request_goes_there_and_an_answer_comes_back(capsys, office, tmp_path):
    request, answer = str(tmp_path / "permintaan.txt"), str(tmp_path / "jawaban.txt")
    assert lumbung(capsys, "witness", "request", *OURS, "--to", "Dinas", "-o", request)[0] == 0
    assert lumbung(capsys, "witness", "answer", request, *THEIRS, "-o", answer)[0] == 0
    code, printed = lumbung(capsys, "witness", "take", answer, *OURS, "--json")
    assert (code, json.loads(printed)[0]["outcome"]) == (0, "signed")
    assert f"{office.vkey.partition('+')[0]} " in lumbung(capsys, "receipt", "1", *OURS)[1]


def test_a_request_from_an_older_size_is_answered_with_the_size(capsys, karbes, office, tmp_path):  # noqa: F811
    request, answer = tmp_path / "permintaan.txt", str(tmp_path / "jawaban.txt")
    lumbung(capsys, "witness", "request", *OURS, "--to", "Dinas", "-o", str(request))
    lumbung(capsys, "witness", "answer", str(request), *THEIRS)
    with acting_for(karbes.id):
        post_event("income.other", karbes.id, on=karbes.books_from, amount=rp(5_000), by=BENDAHARA,
                   request_id=ids.new_request())  # fmt: skip
    lumbung(capsys, "witness", "request", *OURS, "--to", "Dinas", "-o", str(request))
    assert lumbung(capsys, "witness", "answer", str(request), *THEIRS, "-o", answer)[0] == 1
    assert lumbung(capsys, "witness", "take", answer, *OURS)[0] == 1
    assert request.read_text().startswith("old 0\n")
    lumbung(capsys, "witness", "request", *OURS, "--to", "Dinas", "-o", str(request))
    assert request.read_text().startswith("old 2\n")
    assert lumbung(capsys, "witness", "answer", str(request), *THEIRS, "-o", answer)[0] == 0


def test_every_mistake_is_a_sentence(capsys, office, tmp_path):
    for words in (
        ["send", *OURS],
        ["send", *OURS, "--to", "https://nobody.example"],
        ["request", *OURS],
        ["take", *OURS],
        ["take", str(tmp_path / "nothing"), *OURS],
        ["answer", str(tmp_path), *THEIRS],
        ["watch", *THEIRS, "--key", "x", "--name", "y"],
        ["watch", *THEIRS],
        ["place", *THEIRS],
        ["keys", "--cooperative", "nowhere"],
    ):
        code, printed = lumbung(capsys, "witness", *words)
        assert (code, printed.count("\n")) == (2, 1), words


def test_a_refused_request_prints_no_answer(capsys, office, tmp_path):
    (tmp_path / "aneh.txt").write_text("halo")
    code, printed = lumbung(capsys, "witness", "answer", str(tmp_path / "aneh.txt"), *THEIRS)
    assert (code, "bukan permintaan saksi" in printed) == (2, True)


def test_witnesses_are_asked_over_their_addresses(capsys, karbes, office, monkeypatch):  # noqa: F811
    wired_to(monkeypatch)
    with acting_for(karbes.id):
        asking.change_address(witness=office, url="https://x.example/saksi/dinas/koperasi", by=BENDAHARA)
    code, printed = lumbung(capsys, "witness", "send", *OURS, "--to", "https://x.example/saksi/dinas/koperasi/")
    assert (code, "menandatangani buku kita" in printed) == (0, True)

    def nobody(*_):
        raise line.Unreached("Tidak tersambung.")

    monkeypatch.setattr(line, "post", nobody)
    assert lumbung(capsys, "witness", "send", *OURS) == (1, "Dinas: Tidak tersambung.\n")
    with acting_for(karbes.id):
        assert list(Asked.objects.order_by("id").values_list("outcome", flat=True)) == ["signed", "unreached"]


def test_a_place_is_on_the_list_and_its_book_is_whole(capsys, office):
    assert Cooperative.objects.get(slug="dinas").name == "Dinas Koperasi"
    assert lumbung(capsys, "verify", *THEIRS)[0] == 0
