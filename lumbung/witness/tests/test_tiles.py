"""The tiles of a book, read by a stranger from their addresses alone."""

import hmac
import json
from base64 import b64decode

import pytest

from lumbung.web.words import Refused
from lumbung.witness import reports, tiles
from lumbung.witness.tests import stranger
from lumbung.witness.tests.test_proofs import fill


@pytest.mark.parametrize(
    ("place", "width", "path"),
    [
        (0, 256, "000"), (7, 3, "007.p/3"), (255, 256, "255"), (999, 1, "999.p/1"), (1000, 256, "x001/000"),
        (1234067, 256, "x001/x234/067"), (1234067, 8, "x001/x234/067.p/8"),
    ],
)  # fmt: skip
def test_a_tile_lies_where_the_standard_says(place, width, path):
    assert tiles.path_of(place, width) == path


def names(folder):
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    ("size", "files"),
    [
        (0, ["checkpoint"]),
        (3, ["checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3"]),
        (256, ["checkpoint", "tile/0/000", "tile/1/000.p/1", "tile/entries/000"]),
        (600, ["checkpoint", "tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000",
               "tile/entries/001", "tile/entries/002.p/88"]),
    ],
)  # fmt: skip
def test_a_stranger_audits_the_folder(coop, tmp_path, size, files):
    fill(coop, size)
    folder = tmp_path / "log"

    assert tiles.export(coop, folder) == size

    assert names(folder) == files
    _origin, said, root = stranger.signed_by((folder / "checkpoint").read_text(), reports.policy(coop))
    hashes = [stranger.leaf_hash(entry) for entry in entries(folder, size)]
    assert (said, len(hashes), stranger.mth(hashes)) == (size, size, root)
    assert b"".join((folder / one).read_bytes() for one in names(folder) if "tile/0/" in one) == b"".join(hashes)
    above = b"".join((folder / one).read_bytes() for one in names(folder) if "tile/1/" in one)
    assert above == b"".join(stranger.mth(hashes[at : at + 256]) for at in range(0, size - size % 256, 256))


def entries(folder, size):
    for start in range(0, size, 256):
        width = min(256, size - start)
        suffix = "" if width == 256 else f".p/{width}"
        bundle = (folder / f"tile/entries/{start // 256:03}{suffix}").read_bytes()
        while bundle:
            length = int.from_bytes(bundle[:2])
            yield bundle[2 : 2 + length]
            bundle = bundle[2 + length :]


def test_the_personal_parts_open_every_commitment_and_come_only_when_asked(coop, post, tmp_path):
    post(memo="satu")
    post(memo="\u0301dua\n\u0301")
    tiles.export(coop, tmp_path / "umum")
    assert "personal" not in {file.name for file in (tmp_path / "umum").iterdir()}

    tiles.export(coop, tmp_path / "penuh", personal=True)

    openings = [json.loads(line) for line in (tmp_path / "penuh/personal/000.p/2").read_text().splitlines()]
    for opening, entry in zip(openings, entries(tmp_path / "penuh", 2), strict=True):
        leaf = json.loads(entry)
        assert leaf["n"] == opening["n"]
        made = hmac.digest(b64decode(opening["k"]), opening["p"].encode(), "sha256")
        assert made == b64decode(leaf["m"])
    assert (tmp_path / "penuh").stat().st_mode & 0o077 == 0


def test_a_folder_that_is_there_is_not_touched(coop, post, tmp_path):
    post()
    (tmp_path / "ada").mkdir()
    with pytest.raises(Refused, match="sudah ada"):
        tiles.export(coop, tmp_path / "ada")
    with pytest.raises(Refused, match="tidak dapat dibuat"):
        tiles.export(coop, tmp_path / "tidak ada" / "log")
    assert names(tmp_path) == []


def test_of_a_book_that_is_not_whole_nothing_is_written(coop, post, tmp_path):
    from lumbung.ledger.tests.test_audit import stripped

    post()
    with stripped() as cursor:
        cursor.execute("UPDATE ledger_transfer SET amount = amount + 100 WHERE cooperative_id = %s", [coop])
        with pytest.raises(Refused, match="tidak utuh"):
            tiles.export(coop, tmp_path / "log")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(coop, post, tmp_path, monkeypatch):
    post()

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tiles, "_put", full)
    with pytest.raises(Refused, match="No space left"):
        tiles.export(coop, tmp_path / "log")
    assert list(tmp_path.iterdir()) == []
