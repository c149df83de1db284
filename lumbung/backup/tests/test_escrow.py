"""The computer is gone, and with it the key of NIK and photos: the sheets bring it back on another one."""

import shutil

import pytest

from lumbung.backup import actions, escrow, sealing
from lumbung.backup.tests.conftest import newest
from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions as members
from lumbung.members import nik
from lumbung.site import cli
from lumbung.vault import actions as vault
from lumbung.vault import keeping, keys, reports
from lumbung.vault.tests.conftest import CARD, anew
from lumbung.web.words import Refused


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path, monkeypatch):
    settings.KEYS = tmp_path / "kunci-komputer-ini"
    monkeypatch.delenv(keeping.VARIABLE, raising=False)
    anew()
    keys._unused.clear()
    yield
    anew()


@pytest.fixture
def siti(coop):
    with acting_for(coop.id):
        return members.register(cooperative_id=coop.id, full_name="Siti", nik=CARD, by=1)


def another_computer(settings, tmp_path):
    settings.KEYS = tmp_path / "kunci-komputer-baru"
    anew()


def test_there_is_escrow_as_soon_as_there_are_sheets_and_only_they_open_it(siti, home, request):
    escrow.renew()
    assert not escrow.is_kept()
    keys = request.getfixturevalue("keys")  # printed, and read back from paper
    assert escrow.is_kept()
    (secret,) = escrow.opened(home, [keys[1]])
    assert secret == keeping.get(reports.master())
    assert secret not in escrow.file(home, reports.master()).read_bytes()
    assert escrow.opened(home, [sealing.new_key()[0]]) == []


def test_a_new_master_key_takes_the_place_of_the_old_escrow(siti, home, keys):
    escrow.renew()
    old = vault.new_master()
    escrow.renew()
    assert not escrow.file(home, old).exists() and escrow.is_kept()


def test_a_copy_brought_to_another_computer_opens_there(siti, home, keys, stick, tmp_path, settings, unproven):
    actions.make(by="Susy")
    another_computer(settings, tmp_path)
    with acting_for(siti.cooperative_id):
        assert nik.shown(siti) == "terkunci"
    actions.restore(file=newest(stick), into=tmp_path / "baru", secrets=[keys[0]], say=lambda words: None)
    anew()  # the next start, from what is kept there
    with acting_for(siti.cooperative_id):
        assert nik.of(siti) == CARD
    assert len(list(settings.KEYS.iterdir())) == 1


def test_a_copy_that_does_not_open_brings_no_key_along(siti, keys, stick, tmp_path, settings, unproven):
    actions.make(by="Susy")
    another_computer(settings, tmp_path)
    with pytest.raises(Refused):
        strange = sealing.new_key()[0]
        actions.restore(file=newest(stick), into=tmp_path / "baru", secrets=[strange], say=lambda words: None)
    assert not settings.KEYS.exists()


def test_the_key_alone_comes_back_from_the_sheet(siti, home, keys, settings, capsys, monkeypatch):
    monkeypatch.setattr("lumbung.site.commands.vault.refuse_unless_tables", lambda: None)
    escrow.renew()
    shutil.rmtree(settings.KEYS)
    anew()
    assert cli.main(["vault", "--from-sheet", "--key", sealing.new_key()[0]]) == 2
    assert "tidak membuka kunci" in capsys.readouterr().err
    assert cli.main(["vault", "--from-sheet", "--key", keys[0]]) == 0
    anew()
    with acting_for(siti.cooperative_id):
        assert nik.of(siti) == CARD


@pytest.mark.slow
def test_the_programs_that_prove_a_copy_have_the_key_that_came_with_it(siti, keys, stick, tmp_path, settings, home):
    """Every step in earnest: `verify` opens each number of the copy, on a computer that has only the sheet."""
    actions.make(by="Susy")
    another_computer(settings, tmp_path)
    restored = actions.restore(file=newest(stick), into=tmp_path / "baru", secrets=[keys[0]], say=lambda words: None)
    assert restored.books.heads["karbes"].size == 3 and len(list(settings.KEYS.iterdir())) == 1
