"""`lumbung intake` at a terminal: the contract of --json, plain sentences, exit codes."""

import json
import shutil
from datetime import UTC, datetime

import pytest

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.intake.models import Batch
from lumbung.intake.reading import read
from lumbung.intake.tests.conftest import FILES, SAMPLES, make_cooperative
from lumbung.ledger import reports as books
from lumbung.members.models import Member
from lumbung.site.cli import main


@pytest.fixture(autouse=True)
def a_day_in_march():
    with clock.frozen(datetime(2026, 3, 5, 3, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def lumbung(db, capsys):
    """Run the command as somebody at a terminal; answers (exit code, out, err)."""
    make_cooperative()

    def run(kind, path, *more, slug="sekar-arum"):
        code = main(["intake", kind, str(path), "--cooperative", slug, *more])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def sample(kind, name="a"):
    return SAMPLES / name / FILES[kind]


@pytest.mark.parametrize("kind", ["members", "dues", "cash"])
def test_a_dry_run_answers_the_reading_and_writes_nothing(kind, lumbung):
    code, out, _err = lumbung(kind, sample(kind), "--dry-run", "--json")
    answer = json.loads(out)

    assert code == 0 and answer["batch"] is None
    assert answer["booking"].pop("status") == "preview"
    whole = json.loads(json.dumps(read(kind, sample(kind)).as_json()))
    assert {name: answer[name] for name in whole} == whole
    assert not Batch.everywhere.exists() and not Member.everywhere.exists()


def test_a_real_run_answers_the_same_and_its_batch(lumbung):
    _code, dry, _err = lumbung("members", sample("members"), "--dry-run", "--json")
    code, out, _err = lumbung("members", sample("members"), "--json")
    answer = json.loads(out)

    assert code == 0 and answer["batch"] == Batch.everywhere.get().id
    for name in ("kind", "file", "sha256", "sheets", "rows", "totals"):
        assert answer[name] == json.loads(dry)[name]
    _code, again, _err = lumbung("members", sample("members"), "--json")
    assert json.loads(again)["batch"] == answer["batch"]
    assert json.loads(again)["booking"]["status"] == "already"


def test_people_read_what_was_understood_asked_and_booked(lumbung):
    code, out, _err = lumbung("members", sample("members"))
    assert code == 0
    assert "C name, D nik" in out and "64 anggota di berkas" in out
    assert "NIK Nurul (002) kehilangan angka terakhir. Lihat KTP-nya." in out
    assert "Dibukukan: 64 anggota didaftar, 18 pertanyaan." in out
    _code, out, _err = lumbung("members", sample("members"))
    assert "Berkas ini sudah dibukukan pada 5 Maret 2026. Tidak ada yang dibukukan lagi." in out


def test_the_same_rows_under_another_name_add_only_what_is_missing_when_insisted(lumbung, tmp_path):
    lumbung("members", sample("members"))
    copy = tmp_path / "salinan.xlsx"
    shutil.copy(sample("members"), copy)
    with copy.open("ab") as file:
        file.write(b"\0\0\0")
    _code, out, _err = lumbung("members", copy)
    assert "Isi berkas ini sama dengan buku-anggota.xlsx" in out and "--again" in out
    _code, out, _err = lumbung("members", copy, "--again")
    assert "Dibukukan: 64 sudah ada" in out


def test_a_check_lists_each_difference(lumbung):
    lumbung("members", sample("members"))
    code, out, _err = lumbung("dues", sample("dues"), "--as", "check", "--json")
    first = json.loads(out)["booking"]["differences"][0]
    assert code == 0
    assert (first["row"], first["month"], first["sheet_says"], first["books_say"]) == (5, 1, "20000", "0")
    _code, out, _err = lumbung("dues", sample("dues"), "--as", "check")
    assert "Budi (001), Januari: di berkas Rp20.000, di buku Rp0." in out


def test_a_cutover_of_ones_own(lumbung):
    lumbung("members", sample("members"))
    lumbung("dues", sample("dues"), "--as", "opening", "--cutover", "2025-06-30")
    batch = Batch.everywhere.get(kind="dues")
    with acting_for(batch.cooperative_id):
        assert {entry.booked_on.isoformat() for entry in books.journal(batch.cooperative_id, *ALWAYS)} == {"2025-06-30"}


ALWAYS = (datetime.min.date(), datetime.max.date())


@pytest.mark.parametrize(("words", "said"), [
    (["members", "tidak-ada.xlsx"], "tidak ditemukan"),
    (["members", sample("cash")], "Tidak ada lembar yang mirip daftar anggota"),
    (["dues", sample("members")], "Tidak ada lembar yang mirip daftar iuran"),
    (["cash", __file__], "Jenis berkas ini tidak dikenal"),
    (["dues", sample("dues"), "--cutover", "kemarin"], "bukan tanggal"),
    (["dues", sample("dues"), "--cutover", "2025-12-30"], "hari terakhir sebuah bulan"),
    (["dues", sample("dues"), "--rate", "banyak"], "banyak"),
    (["cash", sample("cash"), "--as", "check"], "tidak dapat dibaca dengan cara itu"),
    (["bank", sample("cash"), "--place", "BCA"], "Tidak ada tempat uang"),
    (["members", sample("members"), "--year", "2025", "--cooperative", "lain"], "Tidak ada koperasi"),
])  # fmt: skip
def test_a_persons_mistake_is_a_sentence_and_exit_code_two(words, said, lumbung):
    code, out, err = lumbung(*words)
    assert (code, out) == (2, "") and said in err
    assert not Batch.everywhere.exists()
