"""An update is believed by two signatures, forwards only, and not with one byte changed (T31, T32)."""

import random
import subprocess
import zipfile
from types import SimpleNamespace

import pytest

import lumbung
from lumbung.safety import minisign, release
from lumbung.safety.commands import update
from lumbung.safety.tests.signing import PARTS, Holder, bundle
from lumbung.web.words import Refused

ANI, BUDI, CICI, STRANGER = (Holder(seed) for seed in (1, 2, 3, 66))
KNOWN = [ANI.key, BUDI.key, CICI.key]
MAKE = bundle()

# made by minisign 0.11 itself
PUBLIC = """untrusted comment: minisign public key FE791114BB42B709
RWQJt0K7FBF5/mjkfpYHoeWCUWAcrDRXbRJieOkUaKMH9QxE0e1p8sOI
"""
SIGNATURE = """untrusted comment: signature from minisign secret key
RUQJt0K7FBF5/kFugxMLSpiOfl/ZLrT/UWqf2FHtPKWuNmiqhFXfuogScti+2lFhd9Gzu2MzQ6lEZGKJ8zLsrQ8X1Bh9DLbssQU=
trusted comment: uji
HQI4SCgTUCvZeUQnA86V7uYjx+XQuLm30yhQzgvaAm0bNtiB5HriXzc+//+Qghn6YJZzNVWZmkO9A+xUvKTCBQ==
"""


@pytest.fixture
def made(tmp_path):
    """A release of these parts, signed by these holders, listed as the first and packed as the second parts say."""

    def one(*holders, version="9.9.9", packed=None, parts=PARTS, listed=None):
        listed = listed or MAKE.manifest(parts, version, "2026-12-01")
        target = tmp_path / "lumbung.zip"
        MAKE.pack(target, packed or parts, listed, [holder.signs(listed) for holder in holders])
        return target

    return one


def refused(file, words, newest="0.1.0", known=KNOWN):
    with pytest.raises(Refused, match=words):
        release.read(file, known, newest)


def test_what_minisign_signs_is_understood_here():
    (key,) = minisign.keys(PUBLIC)
    assert minisign.signer(SIGNATURE, b"lumbung\n", [key]) == key
    for message, signature in ((b"lumbung", SIGNATURE), (b"lumbung\n", SIGNATURE.replace("uji", "ujo"))):
        with pytest.raises(minisign.BadSignature):
            minisign.signer(signature, message, [key])


def test_two_known_signatures_make_a_release(made):
    found = release.read(made(ANI, CICI), KNOWN, "0.1.0")
    assert found.version == "9.9.9" and found.files.keys() == PARTS.keys()


@pytest.mark.parametrize("holders", [(), (ANI,), (ANI, ANI), (ANI, STRANGER), (STRANGER, Holder(67))])
def test_fewer_than_two_known_signers_make_none(made, holders):
    refused(made(*holders), "tidak ditandatangani oleh dua")


def test_without_known_keys_nothing_is_believed(made):
    refused(made(ANI, BUDI), "belum mengenal kunci", known=[ANI.key])


@pytest.mark.parametrize("version", ["0.0.9", "0.1.0", "0.0.10"])
def test_an_older_or_the_same_version_is_refused(made, version):
    refused(made(ANI, BUDI, version=version), "Versi lama tidak diterima")


def test_ten_is_newer_than_nine(made):
    assert release.read(made(ANI, BUDI, version="0.10.0"), KNOWN, "0.9.0").version == "0.10.0"


def test_one_flipped_byte_anywhere_is_found(made, tmp_path):
    """In what is listed, in the list, in a signature: each byte of the file counts, or changes nothing that is read."""
    whole, bent, chosen = made(ANI, BUDI).read_bytes(), tmp_path / "bent.zip", random.Random(7)
    for at in chosen.sample(range(len(whole)), 150):
        bent.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chosen.randrange(8)]) + whole[at + 1 :])
        try:
            found = release.read(bent, KNOWN, "0.1.0")
        except Refused:
            continue
        with zipfile.ZipFile(bent) as packed:
            assert {name: packed.read(name) for name in found.files} == {
                name: data for name, (data, _) in PARTS.items()
            }


@pytest.mark.parametrize(
    "packed",
    [
        PARTS | {"wheels/satu-1.0-py3-none-any.whl": (b"rodA" * 50, False)},
        PARTS | {"source/sitecustomize.py": (b"jahat", False)},
        {name: part for name, part in PARTS.items() if name != "sbom.cdx.json"},
        PARTS | {"sbom.cdx.json": (b"{}" * 9, False)},
    ],
    ids=["changed", "one more", "one missing", "longer"],
)
def test_a_file_that_is_not_as_listed_is_named(made, packed):
    refused(made(ANI, BUDI, packed=packed), "Isi pembaruan ini berubah")


@pytest.mark.parametrize("name", ["../jahat.py", "/etc/jahat", "source/../../jahat", "C:/jahat", "source\\..\\jahat"])
def test_even_two_signers_cannot_write_outside_of_the_folder(made, name):
    refused(made(ANI, BUDI, parts=PARTS | {name: (b"x", False)}), "berubah")


def test_what_is_no_release_is_refused_in_words(made, tmp_path):
    other = tmp_path / "undangan.zip"
    other.write_bytes(b"PK\x03\x04 bukan zip")
    refused(other, "bukan pembaruan Lumbung")
    refused(tmp_path / "tidak-ada.zip", "bukan pembaruan Lumbung")


def test_the_same_parts_make_the_same_bytes(made):
    assert made(ANI, BUDI).read_bytes() == made(ANI, BUDI).read_bytes()


@pytest.fixture
def home(settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path / "rumah"
    settings.HOME.mkdir()
    keys = tmp_path / "kunci.txt"
    keys.write_text(f"# pemegang\n{ANI.line}\n{BUDI.line}\n")
    monkeypatch.setattr(update, "KEYS", keys)
    return settings.HOME


def options(file, **more):
    return SimpleNamespace(**{"file": file, "check": False, "into": None, **more})


def test_an_update_is_laid_beside_the_running_program_and_never_goes_back(home, made, capfd):
    assert update.run(options(made(ANI, BUDI), check=True)) == 0 and not (home / "program").exists()
    assert update.run(options(made(ANI, BUDI))) == 0
    said = capfd.readouterr().out
    laid = home / "program" / "lumbung-9.9.9"
    assert "dipasang" in said and f"{laid}/source/.venv/bin/lumbung migrate" in said
    assert (laid / "source/lumbung/__init__.py").read_bytes() == PARTS["source/lumbung/__init__.py"][0]
    assert (laid / "source/bin/setup.py").stat().st_mode & 0o111 and lumbung.__version__ != "9.9.9"
    with pytest.raises(Refused, match="9.9.9"):
        update.run(options(made(ANI, BUDI, version="9.9.8")))


def test_what_cannot_be_installed_leaves_nothing_behind(home, made):
    broken = PARTS | {"source/bin/setup.py": (b"raise SystemExit(1)\n", True)}
    with pytest.raises(Refused, match="tetap berjalan"):
        update.run(options(made(ANI, BUDI, parts=broken)))
    assert list((home / "program").iterdir()) == [] and update.newest() == lumbung.__version__


def test_a_file_exchanged_after_the_look_is_not_unpacked(home, made, tmp_path):
    found = release.read(made(ANI, BUDI), KNOWN, "0.1.0")
    swapped = made(ANI, BUDI, packed=PARTS | {"sbom.cdx.json": (b"[]", False)})
    with pytest.raises(Refused, match="berubah"):
        release.unpack(swapped, found, tmp_path / "baru")
    assert not (tmp_path / "baru").exists() and not list(tmp_path.glob(".pembaruan-*"))


def test_nothing_is_fetched_while_installing(monkeypatch, tmp_path):
    asked = {}
    monkeypatch.setattr(subprocess, "run", lambda words, env: asked.update(env) or SimpleNamespace(returncode=0))
    update.install(tmp_path)
    assert asked["PIP_NO_INDEX"] == "1" and asked["PIP_FIND_LINKS"] == str(tmp_path / "wheels")
