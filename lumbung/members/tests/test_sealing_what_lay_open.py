"""The migration that seals the numbers of a register that lay open, there and back."""

import pytest
from django.core.management import call_command
from django.db import connection

from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions, nik
from lumbung.members.models import Member
from lumbung.vault.models import Met

CARD, OTHER = "3573044503859999", "3573040503859998"


@pytest.fixture
def register(transactional_db, karangbesuki):
    return [
        actions.register(cooperative_id=karangbesuki.id, full_name=name, by=1, nik=digits)
        for name, digits in (("Siti", CARD), ("Budi", OTHER), ("Sri", ""))
    ]


def to(name):
    call_command("migrate", "members", name, verbosity=0)


def columns(wanted):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {wanted} FROM members_member ORDER BY number")
        return [row[0] for row in cursor.fetchall()]


def test_numbers_are_sealed_there_and_open_again_back(karangbesuki, register):
    sealed = columns("nik_sealed")
    try:
        to("0001")
        assert columns("nik") == [CARD, OTHER, ""] and Met.objects.count() == 0
    finally:
        to("0003")
    assert Met.objects.count() == 2 and sealed != columns("nik_sealed")
    with acting_for(karangbesuki.id):
        assert [nik.of(member) for member in Member.objects.order_by("number")] == [CARD, OTHER, ""]
        assert nik.find(karangbesuki.id, OTHER).full_name == "Budi"
