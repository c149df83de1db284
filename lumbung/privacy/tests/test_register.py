"""The register is complete: no field about a person without a ground, a purpose and an end."""

from hashlib import sha256

import pytest
from django.apps import apps

from lumbung.privacy.register import BASES, HARMLESS, HOLDINGS, KEPT, SUBJECTS
from lumbung.privacy.register.rows import DONE_BY
from lumbung.privacy.rules import purposes

TEXTS = {"TextField", "JSONField", "BinaryField", "FileField", "ImageField", "EmailField", "GenericIPAddressField"}
LONG = 30  # signs: what is longer holds words of a person
NAMES = set(
    "nik name full_name login_name phone address rt rw gender born_on birth_place email occupation member_id person_id"
    " user_id holder debit_holder credit_holder giver taker gone_id kept_id device password last_login witness number"
    " village_code".split()
)
NUMBERS_OF_THINGS = {"number"}  # of an entry, unless it is the register's own


def looks_personal(model, field) -> bool:
    name, kind = field.attname, field.get_internal_type()
    if field.choices or field.primary_key:
        return False
    if name in NUMBERS_OF_THINGS:
        return model._meta.label == "members.Member"
    return name in NAMES or kind in TEXTS or (kind == "CharField" and (field.max_length or LONG) >= LONG)


def without_a_ground() -> list[str]:
    held = {f"{one.model}.{field}" for one in HOLDINGS for field in one.fields}
    found = []
    for model in apps.get_models():
        label = model._meta.label
        if ".tests." in model.__module__:
            continue
        for field in model._meta.local_concrete_fields:
            place = f"{label}.{field.attname}"
            known = place in held or place in HARMLESS or label in HARMLESS or field.attname.endswith(DONE_BY)
            if not known and looks_personal(model, field):
                found.append(place)
    return found


def test_every_field_about_a_person_has_its_line_in_the_register():
    """A new one: add a line to register/rows.py (or, when it is about no person, to HARMLESS with what it is)."""
    assert without_a_ground() == []


def test_a_field_without_its_line_is_named(monkeypatch):
    less = [one._replace(fields=tuple(f for f in one.fields if f != "phone")) for one in HOLDINGS]
    monkeypatch.setattr(f"{__name__}.HOLDINGS", less)
    found = without_a_ground()
    assert "members.Member.phone" in found and {place.rpartition(".")[2] for place in found} == {"phone"}


def test_every_line_is_about_a_field_that_is_there():
    for one in HOLDINGS:
        columns = {field.attname for field in apps.get_model(one.model)._meta.local_concrete_fields}
        assert set(one.fields) <= columns, one
        assert one.basis in BASES and one.kept in KEPT and one.subject in SUBJECTS and str(one.purpose)
    for place in HARMLESS:
        label, _dot, field = place.rpartition(".") if place.count(".") == 2 else (place, "", "")
        model = apps.get_model(label)
        assert not field or field in {each.attname for each in model._meta.local_concrete_fields}, place


@pytest.mark.parametrize("line", (purposes.TEXTS / "DIGESTS").read_text().splitlines(), ids=lambda line: line[66:])
def test_a_text_that_somebody_agreed_to_is_never_edited(line):
    """Changed wording is a new version: `whatsapp-2.id.txt` beside the old file, and its digest in DIGESTS."""
    digest, name = line.split("  ")
    assert sha256((purposes.TEXTS / name).read_bytes()).hexdigest() == digest


def test_every_text_has_its_digest_and_both_languages():
    named = {line[66:] for line in (purposes.TEXTS / "DIGESTS").read_text().splitlines()}
    assert named == {file.name for file in purposes.TEXTS.glob("*.txt")}
    for word in purposes.PURPOSES:
        shown = [purposes.text(word, language) for language in ("id", "en")]
        assert [one.language for one in shown] == ["id", "en"] and len({one.digest for one in shown}) == 2


def test_a_yes_to_an_older_text_is_asked_anew_where_silence_is_no(monkeypatch):
    monkeypatch.setattr(purposes, "newest", lambda word: 2)
    photo, whatsapp = purposes.PURPOSES["photo"], purposes.PURPOSES["whatsapp"]
    assert not purposes.holds(photo, True, 1) and purposes.holds(photo, True, 2)
    assert not purposes.holds(photo, None, 0) and purposes.holds(whatsapp, None, 0)
    assert purposes.holds(whatsapp, True, 1) and not purposes.holds(whatsapp, False, 2)
