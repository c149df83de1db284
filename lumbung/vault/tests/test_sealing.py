"""Numbers of members at rest: sealed, found, bound to their row, and nothing without the key."""

import shutil

import pytest
from django.db import IntegrityError, connection, transaction

from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions, nik
from lumbung.members.models import Member
from lumbung.vault import keeping, rules, sealing
from lumbung.vault.models import DataKey, Met
from lumbung.vault.tests.conftest import CARD, OTHER, anew
from lumbung.web.words import Refused


def stored(member):
    with connection.cursor() as cursor:
        cursor.execute("SELECT nik_sealed, nik_index FROM members_member WHERE id = %s", [member.id])
        return [bytes(value) for value in cursor.fetchone()]


def again(member):
    return Member.objects.get(cooperative_id=member.cooperative_id, id=member.id)


def test_a_number_is_in_the_table_only_sealed_and_comes_back_whole(siti):
    sealed, index = stored(siti)
    assert CARD.encode() not in sealed + index and len(index) == 16
    anew()
    assert nik.of(again(siti)) == CARD and nik.shown(again(siti)) == "3573**********99"


def test_it_is_found_by_itself_and_the_register_has_it_once(coop, siti):
    assert nik.find(coop.id, CARD).id == siti.id and nik.find(coop.id, OTHER) is None
    with pytest.raises(Refused, match="sudah terdaftar atas nama Siti Aminah"):
        actions.register(cooperative_id=coop.id, full_name="Sitti", nik=CARD, by=1)
    sealed, index = stored(siti)
    budi = actions.register(cooperative_id=coop.id, full_name="Budi", by=1)
    with pytest.raises(IntegrityError), transaction.atomic():  # past every form: the database itself
        Member.objects.filter(id=budi.id).update(nik_sealed=sealed, nik_index=index)


def test_a_sealed_number_moved_to_another_row_does_not_open(coop, siti):
    budi = actions.register(cooperative_id=coop.id, full_name="Budi", nik=OTHER, by=1)
    Member.objects.filter(id=budi.id).update(nik_sealed=stored(siti)[0])
    with pytest.raises(rules.Unopened):
        nik.of(again(budi))


def test_a_number_of_another_cooperative_does_not_open_here_even_with_the_same_row(village, coop, siti):
    other = village("sukun")
    with acting_for(other.id):
        moved = Member(cooperative_id=other.id, id=siti.id, nik_sealed=stored(siti)[0])
        sealing.Pen(other.id)
        with pytest.raises(rules.Unopened):
            nik.of(moved)


def test_the_same_number_elsewhere_is_a_warning_that_names_nobody(village, coop, siti):
    other = village("sukun")
    with acting_for(other.id):
        sutini = actions.register(cooperative_id=other.id, full_name="Sutini", nik=CARD, by=1)
        assert [line for line in nik.doubts(sutini) if "koperasi lain" in line]
        assert not [line for line in nik.doubts(sutini) if coop.name in line]
        assert stored(sutini)[1] != stored(siti)[1], "an index says nothing outside its cooperative"
        actions.correct(member=sutini, by=1, nik="")
    assert nik.doubts(siti) == []
    assert Met.objects.count() == 1
    assert CARD.encode() not in b"".join(bytes(met.value) + bytes(met.where) for met in Met.objects.all())


def test_nobody_learns_of_another_cooperatives_member_by_an_error(village, coop, siti):
    """The refusal is the same for a number that another cooperative has and for one that nobody has: there is none."""
    other = village("sukun")
    with acting_for(other.id):
        assert nik.find(other.id, CARD) is None
        assert actions.register(cooperative_id=other.id, full_name="Sutini", nik=CARD, by=1).number == "0001"


def test_many_are_registered_with_few_questions(coop, django_assert_max_num_queries):
    rows = [{"full_name": f"Anggota {n}", "nik": f"357304450385{n:04}"} for n in range(1, 61)]
    actions.register_many(cooperative_id=coop.id, rows=[{"full_name": "Awal", "nik": OTHER}], by=1)
    with django_assert_max_num_queries(20):
        made = actions.register_many(cooperative_id=coop.id, rows=rows, by=1)
    assert [nik.of(member) for member in made] == [row["nik"] for row in rows]
    assert DataKey.objects.count() == 1


def test_without_the_key_pages_say_so_and_nothing_can_be_sealed(coop, siti, settings):
    shutil.rmtree(settings.KEYS)
    anew()
    assert nik.shown(again(siti)) == "terkunci" and nik.doubts(again(siti)) == []
    with pytest.raises(keeping.Locked, match="lembar pemulihan"):
        actions.register(cooperative_id=coop.id, full_name="Budi", nik=OTHER, by=1)
    assert actions.register(cooperative_id=coop.id, full_name="Tanpa NIK", by=1).nik_sealed is None


def test_a_deed_that_was_undone_leaves_no_key_that_sealed_anything(coop):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        actions.register(cooperative_id=coop.id, full_name="Siti", nik=CARD, by=1)
        raise ZeroDivisionError
    assert DataKey.objects.count() == 0
    siti = actions.register(cooperative_id=coop.id, full_name="Siti", nik=CARD, by=1)
    anew()
    assert nik.of(again(siti)) == CARD
