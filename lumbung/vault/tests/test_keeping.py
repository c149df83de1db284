"""Where the master key lies, and what happens without it."""

import os

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from lumbung.vault import keeping, keys, rules
from lumbung.vault.tests.conftest import anew
from lumbung.web.words import Refused

SECRET = bytes(range(32))
MASTER = rules.fingerprint(SECRET)
SENTENCE = "padi jagung kopi kelapa"


class Box(KeyringBackend):
    """A keyring in memory."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, name):
        return self.kept.get((service, name))

    def set_password(self, service, name, secret):
        self.kept[service, name] = secret

    def delete_password(self, service, name):
        del self.kept[service, name]


@pytest.fixture
def box(settings):
    before, box = keyring.get_keyring(), Box()
    settings.KEEP_KEY = ""
    keyring.set_keyring(box)
    yield box
    keyring.set_keyring(before)


def test_a_key_file_is_its_owners_alone_and_outside_the_data(settings):
    assert keeping.put(SECRET) == keeping.FILE
    (file,) = settings.KEYS.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600 and settings.HOME not in file.parents
    anew()
    assert keeping.get(MASTER) == SECRET and keeping.is_private(MASTER)
    file.chmod(0o644)
    assert not keeping.is_private(MASTER)


def test_a_folder_of_keys_inside_the_data_folder_is_refused(settings):
    settings.KEYS = settings.HOME / "kunci"
    with pytest.raises(Refused, match="di dalam map data"):
        keeping.put(SECRET)
    assert list(settings.HOME.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_in_words(settings, tmp_path):
    (tmp_path / "berkas").write_text("")
    settings.KEYS = tmp_path / "berkas"
    with pytest.raises(Refused, match="LUMBUNG_KEYS"):
        keeping.put(SECRET)


def test_the_systems_keyring_is_taken_where_there_is_one(box, settings):
    assert keeping.put(SECRET) == keeping.KEYRING and not settings.KEYS.exists()
    anew()
    assert keeping.look(MASTER) == (SECRET, keeping.KEYRING)
    keeping.take_away(MASTER)
    assert box.kept == {} and keeping.look(MASTER) is None


def test_the_demo_asks_no_keyring(box, settings):
    settings.DEMO = True
    assert keeping.put(SECRET) == keeping.FILE and box.kept == {}


def test_a_locked_keyring_is_no_crash(box, monkeypatch):
    def locked(*_words):
        raise KeyringLocked("tutup")

    monkeypatch.setattr(box, "get_password", locked)
    assert keeping.look(MASTER) is None
    with pytest.raises(Refused, match="brankas kunci"):
        keeping.put(SECRET, keeping.KEYRING)


def test_without_a_keyring_a_key_is_not_said_to_be_in_one():
    with pytest.raises(Refused, match="tidak punya brankas"):
        keeping.put(SECRET, keeping.KEYRING)


def test_a_passphrase_opens_and_another_does_not(monkeypatch, settings):
    monkeypatch.setattr(keeping, "COST", {"time_cost": 1, "memory_cost": 8, "parallelism": 1})
    with pytest.raises(Refused, match="15 huruf"):
        keeping.put(SECRET, keeping.PASSPHRASE, "pendek")
    keeping.put(SECRET, keeping.PASSPHRASE, SENTENCE)
    keeping.take_away(MASTER, left=keeping.PASSPHRASE)
    anew()
    assert keeping.look(MASTER) is None
    with pytest.raises(Refused, match="tidak cocok"):
        keeping.unlock(MASTER, "padi jagung kopi pisang")
    keeping.unlock(MASTER, SENTENCE)
    assert keeping.get(MASTER) == SECRET
    kept = keeping.under_passphrase(MASTER).read_text()
    assert SECRET.hex() not in kept and keeping.as_text(SECRET) not in kept


def test_a_servers_secret_store_hands_it_in_by_the_environment(monkeypatch):
    monkeypatch.setenv(keeping.VARIABLE, f"bukan-kunci {keeping.as_text(bytes(32))} {keeping.as_text(SECRET)}")
    assert keeping.look(MASTER) == (SECRET, keeping.ENVIRONMENT)


def test_a_key_is_handed_on_to_our_own_programs(monkeypatch):
    assert keeping.handed_on() == {}
    keeping.put(SECRET)
    handed = keeping.handed_on(bytes(32))
    anew()
    monkeypatch.setenv(keeping.VARIABLE, handed[keeping.VARIABLE])
    assert keeping.get(MASTER) == SECRET and keeping.get(rules.fingerprint(bytes(32))) == bytes(32)


def test_a_file_that_holds_another_key_is_not_taken_for_it(settings):
    settings.KEYS.mkdir()
    (settings.KEYS / f"{MASTER}.key").write_text(keeping.as_text(bytes(32)))
    with pytest.raises(keeping.Locked, match="lembar pemulihan"):
        keeping.get(MASTER)


def test_a_first_start_makes_the_key_and_the_next_one_finds_it(db, settings):
    made = keys.installation()
    anew()
    assert keys.installation().master == made.master == os.listdir(settings.KEYS)[0].removesuffix(".key")
    assert keys.across() == keys.across()
