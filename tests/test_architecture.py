"""What import-linter cannot see: keys named by a string, twins of SQL files, the wall around each cooperative."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.db.models import CompositePrimaryKey, ForeignObject, UniqueConstraint

from lumbung.cooperatives.tenant import TenantModel

ROOT = Path(__file__).parent.parent
WALL = "cooperative_id"


def layers():
    """The layer list of pyproject.toml: package → its height, the floor being 0."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    rows = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return {name.strip(" ()"): height for height, row in enumerate(reversed(rows)) for name in row.split("|")}


HEIGHTS = layers()
OURS = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("lumbung.")]
TENANT = [model for model in OURS if issubclass(model, TenantModel)]


def package(model):
    return model.__module__.split(".")[1]


def keys_of(model):
    """Every reference the model makes, by whatever name: ForeignKey, ForeignObject, belongs_to."""
    return [field for field in model._meta.get_fields() if isinstance(field, ForeignObject)]


def points_downwards(here, there):
    return here == there or HEIGHTS[there] < HEIGHTS[here]


def test_every_package_has_its_place_in_the_layers():
    present = {path.parent.name for path in ROOT.glob("lumbung/*/__init__.py")} - {"tests", "locale"}
    assert present <= HEIGHTS.keys()


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_key_points_downwards(model):
    upwards = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for field in keys_of(model)
        if field.related_model.__module__.startswith("lumbung.")
        and not points_downwards(package(model), package(field.related_model))
    ]
    assert upwards == []


def test_every_sql_file_has_its_twin():
    names = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("lumbung/**/*.sql")}
    sqlite = {name.removesuffix(".sqlite.sql") for name in names if name.endswith(".sqlite.sql")}
    postgresql = {name.removesuffix(".postgresql.sql") for name in names if name.endswith(".postgresql.sql")}
    assert sqlite == postgresql
    assert len(names) == len(sqlite) + len(postgresql), "each .sql names its engine"


@pytest.mark.parametrize("model", TENANT, ids=lambda model: model._meta.label)
def test_the_cooperative_leads_every_key_of_its_tables(model):
    key = model._meta.pk
    assert (key.field_names[0] if isinstance(key, CompositePrimaryKey) else key.name) == WALL
    uniques = [c for c in model._meta.constraints if isinstance(c, UniqueConstraint)]
    assert [c.name for c in uniques if not c.fields or c.fields[0] != WALL] == []
    assert [field.name for field in model._meta.local_concrete_fields if field.unique and field is not key] == []
    assert not model._meta.unique_together, "write a UniqueConstraint with a name"


@pytest.mark.parametrize("model", TENANT, ids=lambda model: model._meta.label)
def test_a_reference_between_tenant_tables_stays_inside_the_cooperative(model):
    loose = [
        field.name
        for field in keys_of(model)
        if issubclass(field.related_model, TenantModel)
        and WALL not in {column.name for column in field.local_related_fields}
    ]
    assert loose == []


@pytest.mark.parametrize("model", TENANT, ids=lambda model: model._meta.label)
def test_no_tenant_table_points_into_the_user_tables(model):
    """A person's id is stored as a number: people are national, cooperatives may lie on another shard."""
    outside = [field.name for field in keys_of(model) if package(field.related_model) in {"security", "contrib"}]
    assert [name for name in outside if not issubclass(model._meta.get_field(name).related_model, TenantModel)] == []


@pytest.mark.parametrize("model", TENANT, ids=lambda model: model._meta.label)
def test_a_key_between_tenant_tables_is_in_the_database(model):
    """Django's ForeignObject makes no constraint; only belongs_to does."""
    written = {constraint.name for constraint in model._meta.constraints}
    references = [f for f in keys_of(model) if issubclass(f.related_model, TenantModel)]
    assert [f.name for f in references if f"{model._meta.db_table}_{f.name}_fk"[:60] not in written] == []


def test_no_money_and_no_quantity_is_a_float_column():
    floats = [
        f"{model._meta.label}.{field.name}"
        for model in OURS
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.FloatField)
    ]
    assert floats == []
