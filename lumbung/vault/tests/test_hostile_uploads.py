"""What somebody might send on purpose: refused in under a second of work, in a sentence, and nothing of it kept."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from lumbung.intake import actions
from lumbung.sheets import apart, guard
from lumbung.sheets.refusals import Unwelcome
from lumbung.vault import arriving
from lumbung.vault.models import Paper
from lumbung.vault.tests.hostile import CLEAN, NAMES, PHOTOS, SHEETS, picture
from lumbung.web.fields import PhotoField
from lumbung.web.words import Refused

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 3, 5, 4, tzinfo=UTC)


def worked() -> float:
    """Seconds of processor that we and our children have had: a busy machine's wall clock judges its neighbours."""
    children = os.times()
    return process_time() + children.children_user + children.children_system


def kept_files() -> set:
    return set(Path(default_storage.path(".")).rglob("*"))


def keep(coop, name, content):
    file = SimpleUploadedFile("x", content)
    file._name = name  # Django takes folders off a name already; we do not rely on it
    return actions.keep_upload(cooperative_id=coop.id, kind="cash", file=file, by=1, now=NOW)


def test_the_corpus_is_large_enough():
    assert len(SHEETS) + len(PHOTOS) >= 60


@pytest.mark.parametrize("what", SHEETS)
def test_a_hostile_workbook(coop, what):
    before, began = kept_files(), worked()
    with pytest.raises(Refused) as refused:
        keep(coop, *SHEETS[what])
    assert worked() - began < 1
    assert re.fullmatch(r"[A-Z].+\.", str(refused.value)), "a whole sentence"
    assert kept_files() == before and not Paper.objects.exists()


@pytest.mark.parametrize("what", PHOTOS)
def test_a_hostile_photo(what):
    name, content = PHOTOS[what]
    began = worked()
    with pytest.raises(ValidationError) as refused:
        PhotoField(label="Foto").clean(SimpleUploadedFile(name, content))
    assert worked() - began < 1
    assert re.fullmatch(r"[A-Z].+\.", refused.value.messages[0])


@pytest.mark.parametrize("called", NAMES, ids=ascii)
def test_a_hostile_name_is_nothing_but_a_name(called):
    assert arriving.safe_name(called) == NAMES[called]


def test_an_honest_workbook_comes_in_sealed_and_under_a_name_of_ours(coop):
    upload = keep(coop, "../../Buku Kas 2025.xlsx", CLEAN)
    assert upload.file_name == "Buku Kas 2025.xlsx"
    assert re.fullmatch(rf"impor/{coop.id}/[0-9a-f]{{32}}\.xlsx", upload.stored)
    assert CLEAN[:200] not in default_storage.open(upload.stored).read()
    actions.discard(upload=upload)
    assert not default_storage.exists(upload.stored) and not Paper.objects.exists()


def test_an_honest_photo_comes_in():
    assert PhotoField(label="Foto").clean(SimpleUploadedFile("foto.jpg", picture())).width == 64


def test_a_reader_that_takes_too_long_or_too_much_or_dies_is_a_refusal(tmp_path, monkeypatch):
    path = tmp_path / "buku.xlsx"
    path.write_bytes(CLEAN)
    apart.try_out(path)
    monkeypatch.setattr(apart, "TRY_SECONDS", 0.001)
    with pytest.raises(Unwelcome, match=re.escape(guard.BOMB)):
        apart.try_out(path)
    monkeypatch.undo()
    monkeypatch.setattr(apart.sys, "executable", "/bin/false")
    with pytest.raises(Unwelcome, match=re.escape(guard.DAMAGED)):
        apart.try_out(path)


def test_a_reader_apart_knows_no_secret(monkeypatch, tmp_path):
    seen = {}
    monkeypatch.setenv("LUMBUNG_MASTER_KEY", "rahasia")
    monkeypatch.setattr(apart.subprocess, "run", lambda *words, env, **_rest: seen.update(env) or apart.subprocess.
                        CompletedProcess(words, 0, "", ""))  # fmt: skip
    apart.try_out(tmp_path / "x.xlsx")
    assert seen.keys() <= set(apart.KNOWN)


@pytest.mark.skipif(os.name == "nt", reason="no such limits")
def test_a_reader_apart_has_only_so_much_memory():
    greedy = f"from lumbung.sheets import apart; apart._limit(); bytearray({apart.MEMORY})"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode and "MemoryError" in done.stderr
