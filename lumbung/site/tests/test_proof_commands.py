"""Proofs, policies, tiles and keys as people type them."""

import json
from datetime import date

import pytest

from lumbung import clock, ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import post_event
from lumbung.ledger.actions import reverse as undo
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.site.tests.test_commands import BENDAHARA, karbes, lumbung  # noqa: F401 - the fixture
from lumbung.witness.tests import stranger

pytestmark = pytest.mark.django_db


def test_a_receipt_is_the_proof_and_nothing_else(capsys, karbes, tmp_path):  # noqa: F811
    code, proof = lumbung(
        capsys, "receipt", "BKM-2025-000002", "--cooperative", "karbes", "--leaf", str(tmp_path / "l")
    )
    _code, policy = lumbung(capsys, "policy", "--cooperative", "karbes")

    said = stranger.checked(proof, (tmp_path / "l").read_bytes(), policy)

    assert (code, said["index"], said["size"], len(said["extra"])) == (0, 1, 2, 32)
    assert lumbung(capsys, "receipt", "2", "--cooperative", "karbes") == (0, proof)
    assert policy.endswith("quorum none\n")


@pytest.mark.parametrize("number", ["BKM-2025-000009", "9", "0", "³", "apa"])
def test_a_receipt_of_nothing_is_a_sentence(capsys, karbes, number):  # noqa: F811
    code, printed = lumbung(capsys, "receipt", number, "--cooperative", "karbes")
    assert code == 2
    assert printed.startswith("Tidak ada") and printed.count("\n") == 1


def test_a_leaf_that_cannot_be_written_prints_no_proof(capsys, karbes, tmp_path):  # noqa: F811
    code, printed = lumbung(capsys, "receipt", "1", "--cooperative", "karbes", "--leaf", str(tmp_path / "x" / "l"))
    assert code == 2
    assert "tidak dapat ditulis" in printed and "tlog-proof" not in printed


def test_tiles_are_written_once(capsys, karbes, tmp_path):  # noqa: F811
    words = ["tiles", "--cooperative", "karbes", str(tmp_path / "log")]
    assert lumbung(capsys, *words)[0] == 0
    assert (tmp_path / "log/tile/entries/000.p/2").exists()
    code, printed = lumbung(capsys, *words)
    assert code == 2 and "sudah ada" in printed


def test_keys_are_shown_and_taken_over(capsys, karbes):  # noqa: F811
    before = json.loads(lumbung(capsys, "key", "--cooperative", "karbes", "--json")[1])
    assert [key["kind"] for key in before] == ["ML-DSA-44", "Ed25519"]
    code, printed = lumbung(capsys, "key", "--cooperative", "karbes", "--rotate")
    assert code == 0 and printed.count("lumbung.example/karbes+") == 4
    policy = lumbung(capsys, "policy", "--cooperative", "karbes")[1]
    assert all(f"log {key['vkey']}\n" in policy for key in before)


def test_doctor_says_when_the_keys_do_not_open(capsys, karbes, settings):  # noqa: F811
    assert "Kunci tanda tangan: terbuka" in lumbung(capsys, "doctor")[1]
    settings.SECRET_KEY = "lain"
    code, printed = lumbung(capsys, "doctor")
    assert code == 1
    assert "SALAH" in printed and "lumbung.example/karbes" in printed and "secret-key" in printed


def test_a_member_who_left_is_forgotten(capsys, karbes):  # noqa: F811
    with acting_for(karbes.id):
        facts = {"full_name": "Sutini", "joined_on": date(2025, 1, 2), "gender": "P"}
        member = members.register(cooperative_id=karbes.id, by=BENDAHARA, **facts)
        paid = {"amount": 1_000_000, "holder": member.id, "by": BENDAHARA, "request_id": ids.new_request()}
        number = post_event("dues.paid", karbes.id, on=date(2025, 2, 5), **paid).number
        back = {"on": date(2025, 2, 6), "by": BENDAHARA, "reason": "keluar", "request_id": ids.new_request()}
        undo(karbes.id, number, **back)
    words = ["forget", member.number, "--cooperative", "karbes", "--reason", "permintaan keluarga"]

    assert "masih anggota" in lumbung(capsys, *words)[1]
    with acting_for(karbes.id):
        Member.objects.filter(id=member.id).update(status="left", left_on=date(2025, 3, 1), leave_reason="pindah")
    assert "menunggu 1 Januari 2036" in lumbung(capsys, "forget", "--cooperative", "karbes")[1]
    with clock.frozen(clock.now().replace(year=2040)):
        assert "boleh dihapus" in lumbung(capsys, "forget", "--cooperative", "karbes")[1]
        code, printed = lumbung(capsys, *words)

    assert (code, printed[:9]) == (0, "2 catatan")
    assert lumbung(capsys, "forget", "--cooperative", "karbes") == (0, "")
    assert not Member.everywhere.filter(full_name="Sutini").exists()
    assert lumbung(capsys, "verify")[0] == 0
