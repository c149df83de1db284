"""Keys are replaced while everything goes on being readable, and what is left of the old ones opens nothing."""

import json

import pytest
from django.core.files.storage import default_storage

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions as members
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.site import cli
from lumbung.site.health import sealed
from lumbung.vault import actions, keeping, keys, papers, reports, rules
from lumbung.vault.models import DataKey, MasterUse
from lumbung.vault.tests.conftest import CARD, OTHER, anew
from lumbung.web.words import Refused

NAMES = ("siti", "budi")


@pytest.fixture
def two(village):
    """Two cooperatives with a number and a photo each: (cooperative, member, photo)."""
    found = []
    for slug, digits in zip(NAMES, (CARD, OTHER), strict=True):
        made = village(slug)
        with acting_for(made.id):
            member = members.register(cooperative_id=made.id, full_name=slug, nik=digits, by=1)
            found.append((made, member, papers.keep(made.id, "slips", b"foto " + slug.encode(), ".jpg")))
    return found


def opened(two) -> list:
    told = []
    for made, member, photo in two:
        with acting_for(made.id):
            row = Member.objects.get(cooperative_id=made.id, id=member.id)
            told.append((nik.of(row), nik.find(made.id, nik.of(row)).id == member.id, papers.content(made.id, photo)))
    return told


WHOLE = [(CARD, True, b"foto siti"), (OTHER, True, b"foto budi")]


def test_new_data_keys_seal_everything_anew(two):
    before = {key.id for key in DataKey.everywhere.all()}
    values = set(map(bytes, Member.everywhere.values_list("nik_sealed", flat=True)))
    assert actions.reseal() == 4
    anew()
    assert opened(two) == WHOLE
    assert values.isdisjoint(map(bytes, Member.everywhere.values_list("nik_sealed", flat=True)))
    raw = [default_storage.open(photo).read()[len(papers.MAGIC) :] for _made, _member, photo in two]
    assert before.isdisjoint(rules.key_of(sealed) for sealed in raw)


def test_an_old_key_goes_once_nothing_on_its_way_can_need_it(two):
    actions.reseal()
    assert DataKey.everywhere.exclude(retired_at=None).count() == 2
    with clock.frozen(clock.now() + actions.WAITS * 2):
        actions.reseal()
    assert DataKey.everywhere.filter(retired_at__lt=clock.now()).count() == 0
    anew()
    assert opened(two) == WHOLE


def test_a_rotation_that_stopped_at_the_files_is_finished_by_the_next(two, monkeypatch):
    def stop(*_words):
        raise OSError("listrik padam")

    monkeypatch.setattr(papers, "seal_anew", stop)
    with pytest.raises(OSError):
        actions.reseal()
    monkeypatch.undo()
    assert opened(two) == WHOLE
    actions.reseal()
    assert opened(two) == WHOLE


def test_a_new_master_key_wraps_what_there_is_and_the_old_one_opens_nothing_here(two):
    across, old = keys.across(), actions.new_master()
    keeping.take_away(old)
    anew()
    assert keeping.look(old) is None and MasterUse.objects.get().master != old
    assert opened(two) == WHOLE and keys.across() == across
    assert set(DataKey.everywhere.values_list("master", flat=True)) == {MasterUse.objects.get().master}


def test_every_sealed_value_is_checked_in_its_place(two):
    (here, siti, _photo), (_there, budi, _other) = two
    with acting_for(here.id):
        assert reports.unopened(here.id) == []
        Member.objects.filter(id=siti.id).update(nik_index=b"0" * 16)
        assert reports.unopened(here.id) == [("members_member", siti.id)]
        Member.objects.filter(id=siti.id).update(nik_sealed=bytes(budi.nik_sealed))
        assert reports.unopened(here.id) == [("members_member", siti.id)]


def test_a_photo_of_another_cooperative_or_another_name_does_not_open(two):
    (here, _siti, photo), (there, _budi, other) = two
    raw = default_storage.open(photo).read()
    default_storage.delete(other)
    default_storage.save(other, default_storage.open(photo))
    with acting_for(there.id), pytest.raises(rules.Unopened):
        papers.content(there.id, other)
    with acting_for(here.id):
        assert papers.shown(here.id, photo, "nota.jpg").content == b"foto siti" and b"foto" not in raw


def test_photos_from_before_are_sealed_and_counted(coop):
    name = default_storage.save(f"slips/{coop.id}/lama.jpg", default_storage.open(_open_file(b"foto lama")))
    assert papers.content(coop.id, name) == b"foto lama"
    assert (actions.seal_open_files(), actions.seal_open_files()) == (1, 0)
    assert default_storage.open(name).read().startswith(papers.MAGIC) and papers.content(coop.id, name) == b"foto lama"
    assert papers.taken_by(coop.id) == len(b"foto lama")


def _open_file(content: bytes) -> str:
    from django.core.files.base import ContentFile

    return default_storage.save("x.jpg", ContentFile(content))


def test_a_cooperative_has_its_room_and_no_more(coop, settings):
    settings.QUOTA = 1_000_000
    name = papers.keep(coop.id, "slips", b"0" * 900_000, ".jpg")
    with pytest.raises(Refused, match=r"penuh \(1 MB\)"):
        papers.keep(coop.id, "slips", b"0" * 200_000, ".jpg")
    papers.drop(coop.id, name)
    papers.keep(coop.id, "slips", b"0" * 200_000, ".jpg")


def test_the_command_tells_of_every_key_and_of_none_its_secret(two, capsys, monkeypatch):
    monkeypatch.setattr("lumbung.site.commands.vault.refuse_unless_tables", lambda: None)
    assert cli.main(["vault", "--new-keys", "--new-master", "--json"]) == 0
    said = capsys.readouterr().out
    told = json.loads(said)
    assert told["master"]["kept_in"] == "file" and not told["master"]["escrowed"]
    assert [key["retired"] is None for key in told["keys"]] == [True, False, True, False]
    assert keeping.as_text(keeping.get(told["master"]["id"])) not in said
    anew()
    assert opened(two) == WHOLE


def test_under_a_passphrase_nothing_of_the_key_is_left_elsewhere(two, capsys, monkeypatch, settings):
    monkeypatch.setattr(keeping, "COST", {"time_cost": 1, "memory_cost": 8, "parallelism": 1})
    monkeypatch.setenv(keeping.SAID, "padi jagung kopi kelapa")
    assert cli.main(["vault", "--keep-in", "passphrase"]) == 0
    assert "passphrase" in capsys.readouterr().out and list(settings.KEYS.iterdir()) == []
    monkeypatch.delenv(keeping.VARIABLE, raising=False)
    anew()
    assert sealed().ok is False and "lembar pemulihan" in sealed().remedy
    cli.main(["vault"])  # any command: it asks at its start
    assert opened(two) == WHOLE and sealed().ok
    monkeypatch.delenv(keeping.VARIABLE)


def test_doctor_says_where_the_key_lies_and_when_others_can_read_it(two, settings):
    assert sealed().ok and str(settings.KEYS) in sealed().state and "belum ada salinannya" in sealed().state
    next(settings.KEYS.iterdir()).chmod(0o644)
    assert not sealed().ok and "chmod 600" in sealed().remedy
