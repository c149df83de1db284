"""What we lean on in Django's ORM with composite keys and `belongs_to`, kept as a test: the same on both engines.

A Django release that changes one of these goes red here first.
"""

import pytest
from django.core import serializers
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum, Window
from django.db.models.deletion import ProtectedError
from django.db.models.functions import RowNumber
from django.forms import modelform_factory
from django_scopes.exceptions import ScopeError

from lumbung import ids
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import TenantModel, acting_for, belongs_to
from lumbung.sql import wall
from lumbung.sql.engine import POSTGRESQL, engine


class Barn(TenantModel):
    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    name = models.CharField(max_length=20)
    sacks = models.IntegerField(default=0)
    twice = models.GeneratedField(expression=F("sacks") * 2, output_field=models.IntegerField(), db_persist=True)
    dry = models.BooleanField(db_default=True)

    class Meta:
        app_label = "cooperatives"
        constraints = [
            models.UniqueConstraint(name="barn_name_once", fields=["cooperative_id", "name"]),
            models.CheckConstraint(name="barn_holds_something", condition=Q(sacks__gte=0)),
        ]


class Sack(TenantModel):
    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    barn = belongs_to("cooperatives.Barn", null=True)
    weight = models.IntegerField()

    class Meta:
        app_label = "cooperatives"


@pytest.fixture(scope="module")
def tables(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Barn)
            editor.create_model(Sack)
        wall.build()
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Sack)
            editor.delete_model(Barn)


def cooperative(slug: str) -> int:
    row = Cooperative.objects.create(
        slug=slug, name=slug, kind="kmp", village_code="35.73.04.1009", books_from="2025-01-01"
    )
    return row.id


@pytest.fixture
def here(tables, db):
    coop = cooperative("sini")
    with acting_for(coop):
        yield coop


@pytest.fixture
def barn(here):
    return Barn.objects.create(cooperative_id=here, name="utara", sacks=3)


def test_create_tells_what_the_database_made(barn):
    assert (barn.twice, barn.dry) == (6, True)


def test_one_row_is_found_by_its_key(barn):
    assert Barn.objects.get(pk=barn.pk) == barn
    assert Barn.objects.filter(pk__in=[barn.pk]).count() == 1
    assert Barn.objects.in_bulk([barn.pk]) == {barn.pk: barn}
    assert list(Barn.objects.values_list("pk", flat=True)) == [barn.pk]


def test_many_rows_are_made_changed_and_paged_at_once(here):
    Barn.objects.bulk_create(Barn(cooperative_id=here, id=i, name=f"b{i}") for i in (1, 2, 3))
    Barn.objects.bulk_create([Barn(cooperative_id=here, id=9, name="b1")], ignore_conflicts=True)
    Barn.objects.bulk_create(
        [Barn(cooperative_id=here, id=8, name="b2", sacks=7)],
        update_conflicts=True, unique_fields=["cooperative_id", "name"], update_fields=["sacks"],
    )  # fmt: skip
    rows = list(Barn.objects.order_by("pk"))
    rows[2].sacks = 5
    Barn.objects.bulk_update(rows, ["sacks"])

    assert list(Barn.objects.order_by("pk").values_list("id", "sacks")) == [(1, 0), (2, 7), (3, 5)]
    assert [row.id for row in Barn.objects.filter(pk__gt=(here, 1)).order_by("pk")] == [2, 3]
    assert [row.id for row in Barn.objects.order_by("pk").iterator(chunk_size=1)] == [1, 2, 3]
    assert Barn.objects.filter(id=1).union(Barn.objects.filter(id=2)).count() == 2


def test_rows_are_changed_in_place(here, barn):
    Barn.objects.filter(id=barn.id).update(sacks=F("sacks") + 1)
    barn.refresh_from_db()
    changed, made = Barn.objects.update_or_create(cooperative_id=here, name="utara", defaults={"sacks": 9})

    assert (barn.sacks, changed.sacks, made) == (4, 9, False)
    with transaction.atomic():
        assert Barn.objects.select_for_update().get(id=barn.id).sacks == 9


def test_references_go_both_ways(here, barn):
    sacks = [Sack.objects.create(cooperative_id=here, barn_id=barn.id, weight=w) for w in (20, 30)]

    assert Sack.objects.select_related("barn").get(id=sacks[0].id).barn == barn
    assert Sack.objects.filter(barn__name="utara").aggregate(Sum("weight"))["weight__sum"] == 50
    assert [s.barn for s in Sack.objects.prefetch_related("barn")] == [barn, barn]
    assert Sack.objects.filter(barn=barn).count() == 2
    assert Sack(cooperative_id=here, barn=barn, weight=1).barn_id == barn.id


def test_rows_are_counted_and_ranked(here, barn):
    Sack.objects.bulk_create(Sack(cooperative_id=here, barn_id=barn.id, weight=w) for w in (5, 7))
    per_barn = Sack.objects.values("barn_id").annotate(n=Count("pk"), kg=Sum("weight"))
    ranked = Sack.objects.annotate(place=Window(RowNumber(), order_by="weight")).order_by("weight")

    assert list(per_barn.values_list("n", "kg")) == [(2, 12)]
    assert [s.place for s in ranked] == [1, 2]


def test_a_subquery_names_both_columns(here, barn):
    Sack.objects.create(cooperative_id=here, barn_id=barn.id, weight=5)
    same = Sack.objects.filter(cooperative_id=OuterRef("cooperative_id"), barn_id=OuterRef("id"))

    assert Barn.objects.annotate(kg=Subquery(same.values("weight")[:1])).get().kg == 5


def test_a_row_in_use_is_not_taken_away(here, barn):
    Sack.objects.create(cooperative_id=here, barn_id=barn.id, weight=5)
    with pytest.raises((ProtectedError, IntegrityError)), transaction.atomic():
        barn.delete()


def test_the_database_itself_refuses_a_row_of_another_cooperative(here, barn):
    there = cooperative("sana")
    with pytest.raises(IntegrityError), transaction.atomic():
        Sack.everywhere.create(cooperative_id=there, barn_id=barn.id, weight=5)
        connection.check_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        Sack.everywhere.create(cooperative_id=404, weight=5)
        connection.check_constraints()


@pytest.mark.parametrize("facts", [{"name": "utara"}, {"name": "lain", "sacks": -1}], ids=["twice", "below zero"])
def test_the_database_itself_refuses_a_broken_rule(here, barn, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Barn.objects.create(cooperative_id=here, **facts)


def test_a_form_and_a_file_know_the_row(here, barn):
    form = modelform_factory(Barn, fields=["name", "sacks"])({"name": "selatan", "sacks": 4}, instance=barn)
    assert form.is_valid() and form.save().name == "selatan"
    text = serializers.serialize("json", [barn])
    assert next(serializers.deserialize("json", text)).object.pk == barn.pk


def test_nothing_is_seen_before_a_cooperative_is_chosen(tables, db):
    with pytest.raises(ScopeError):
        list(Barn.objects.all())


def test_one_cooperative_does_not_see_another(here, barn):
    with acting_for(cooperative("sana")):
        assert not Barn.objects.filter(id=barn.id).exists()
        assert Barn.everywhere.filter(id=barn.id).exists()


def test_the_admin_is_not_for_such_rows(tables):
    from django.contrib.admin import AdminSite

    with pytest.raises(ImproperlyConfigured):
        AdminSite().register(Barn)


def test_belongs_to_makes_the_key_in_the_database(tables, db):
    with connection.cursor() as cursor:
        if engine() == POSTGRESQL:
            cursor.execute("SELECT count(*) FROM pg_constraint WHERE conname = 'cooperatives_sack_barn_fk'")
            assert cursor.fetchone() == (1,)
        else:
            cursor.execute("PRAGMA foreign_key_list(cooperatives_sack)")
            assert {(row[2], row[3], row[4]) for row in cursor.fetchall()} >= {
                ("cooperatives_barn", "cooperative_id", "cooperative_id"),
                ("cooperatives_barn", "barn_id", "id"),
            }
