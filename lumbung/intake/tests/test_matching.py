"""A row finds its member by what is sure; a name that fits two is a question."""

import json
from pathlib import Path

import pytest

from lumbung.intake.matching import Known, Match, Register
from lumbung.intake.reading import read

SAMPLES = Path(__file__).parents[3] / "samples"
BUDI, SITI, SITI_TOO, EKO, EKO_TOO = 1, 2, 3, 4, 5
REGISTER = Register.of([
    Known(BUDI, "Budi", "001", "3573040503859999", "+6281234567890"),
    Known(SITI, "Siti Hidayat", "002", None, "+6281111111111"),
    Known(SITI_TOO, "SITI  HIDAYAT", "003", None, "+6282222222222"),
    Known(EKO, "Eko Setiawan", "A-0004"),
    Known(EKO_TOO, "Eko Santoso", "005"),
    Known(6, "Budi Setiawan", "006"),
])  # fmt: skip


@pytest.mark.parametrize(("told", "match"), [
    ({"name": "orang lain", "nik": "3573040503859999"}, Match((BUDI,), "nik")),
    ({"name": "Bu Siti Hidayat", "phone": "+6282222222222"}, Match((SITI_TOO,), "phone")),
    ({"name": "Siti Hidayat", "number": "3"}, Match((SITI_TOO,), "number")),
    ({"name": "Eko S.", "number": "0005"}, Match((EKO_TOO,), "number")),
    ({"name": "pak BUDI"}, Match((BUDI,), "name")),
    ({"name": "Siti Hidayat"}, Match((SITI, SITI_TOO), "name")),
    ({"name": "Eko Se."}, Match((), "initials")),
    ({"name": "Eko S."}, Match((EKO, EKO_TOO), "initials")),
    ({"name": "Budi S."}, Match((6,), "initials")),
    ({"name": "Wati", "number": "001"}, Match((), "initials")),
    ({"name": "Siti Hidayat", "phone": "+6281234567890"}, Match((SITI, SITI_TOO), "name")),
    ({"number": "A0004"}, Match((EKO,), "number")),
    ({}, Match()),
])  # fmt: skip
def test_by_what_a_member_is_found(told, match):
    assert REGISTER.find(**told) == match
    assert match.only == (match.ids[0] if len(match.ids) == 1 else None)


@pytest.mark.parametrize(("sentence", "ids"), [
    ("Iuran Budi bln Maret", (BUDI,)),
    ("Terima simpanan wajib Budi Setiawan", (6,)),
    ("Angsuran pinjaman Siti Hidayat", (SITI, SITI_TOO)),
    ("Beli ATK", ()),
    ("", ()),
])  # fmt: skip
def test_the_longest_name_in_a_sentence(sentence, ids):
    assert REGISTER.in_sentence(sentence).ids == ids


@pytest.mark.parametrize("name", ["a", "b"])
def test_every_row_of_the_sample_dues_finds_its_own_member(name):
    """The grids shorten, shout and address names; they stand in the order of the register."""
    members = [row for row in read("members", SAMPLES / name / "buku-anggota.xlsx").rows if row.status != "skipped"]
    register = Register.of(Known(place, row.values["name"]) for place, row in enumerate(members, 1))
    dues = [row for row in read("dues", SAMPLES / name / "iuran-2025.xlsx").rows if row.status != "skipped"]
    found = [register.find(row.values["name"]) for row in dues]
    assert all(place in match.ids for place, match in enumerate(found, 1))
    assert json.loads((SAMPLES / name / "answers.json").read_text())["members"]["members"] == len(found)
    assert sum(match.only is None for match in found) <= 2
