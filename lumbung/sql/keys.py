"""References between tenant tables: one field makes the column, the Django relation and the key in the database.

Django 5.2 knows composite primary keys but no foreign key to one (fields.E347), and its `ForeignObject` makes no
constraint. `belongs_to` brings the three together, the same on every engine.
"""

from django.apps import apps
from django.db import models
from django.db.models.constraints import BaseConstraint

from lumbung.sql.engine import SQLITE

ROOT = "cooperative_id"


class CompositeForeignKey(BaseConstraint):
    """A foreign key over several columns: inline where the engine makes tables whole, by ALTER elsewhere.

    guard  the trigger that refuses the same on engines where a key is checked row by row and costs more than all
           guards together; see docs/decisions/0005-foreign-keys-of-the-ledger.md
    """

    def __init__(self, *, name: str, fields: tuple[str, ...], to: str, to_fields: tuple[str, ...], guard: str = ""):
        super().__init__(name=name)
        self.fields, self.to, self.to_fields, self.guard = tuple(fields), to, tuple(to_fields), guard

    def _clause(self, model, schema_editor) -> str:
        quote = schema_editor.quote_name
        ours = ", ".join(quote(model._meta.get_field(field).column) for field in self.fields)
        table, columns = self._target()
        table, theirs = quote(table), ", ".join(map(quote, columns))
        return f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({ours}) REFERENCES {table} ({theirs})"

    def _target(self) -> tuple[str, list[str]]:
        """The table and columns that it points at; of a model that old migrations make and newer ones took away, by
        Django's rule."""
        try:
            target = apps.get_model(self.to)
        except LookupError:
            return self.to.replace(".", "_").lower(), list(self.to_fields)
        return target._meta.db_table, [target._meta.get_field(field).column for field in self.to_fields]

    def constraint_sql(self, model, schema_editor):
        """Inline on SQLite, which cannot add a key later; elsewhere by ALTER when all tables of the migration stand."""
        if schema_editor.connection.vendor == SQLITE:
            return self._clause(model, schema_editor)
        if not self.guard:
            schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))
        return None

    def create_sql(self, model, schema_editor):
        if self.guard:
            return None
        return f"ALTER TABLE {schema_editor.quote_name(model._meta.db_table)} ADD {self._clause(model, schema_editor)}"

    def remove_sql(self, model, schema_editor):
        if self.guard:
            return None
        table, name = schema_editor.quote_name(model._meta.db_table), schema_editor.quote_name(self.name)
        return f"ALTER TABLE {table} DROP CONSTRAINT {name}"

    def validate(self, model, instance, exclude=None, using=None):
        """The database decides; a form shows what may be chosen."""

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        guard = {"guard": self.guard} if self.guard else {}
        return path, args, kwargs | {"fields": self.fields, "to": self.to, "to_fields": self.to_fields} | guard

    def __eq__(self, other):
        return isinstance(other, CompositeForeignKey) and self.deconstruct() == other.deconstruct()

    def __hash__(self):
        return hash((self.name, self.fields, self.to))


class BelongsTo(models.ForeignObject):
    """A reference to a row of the same cooperative; see `belongs_to`."""

    def __init__(self, to, on_delete=models.PROTECT, from_fields=(), to_fields=(), column=None, guard="", **kwargs):
        self._column, self.guard = column, guard
        kwargs.setdefault("related_name", "+")
        super().__init__(to, on_delete, from_fields=list(from_fields), to_fields=list(to_fields), **kwargs)

    def contribute_to_class(self, cls, name, private_only=False, **kwargs):
        if self._column is not None and not _has_field(cls, self._column.name_for(name)):
            self._column.field().contribute_to_class(cls, self._column.name_for(name))
        super().contribute_to_class(cls, name, private_only=private_only, **kwargs)
        if not cls._meta.abstract:
            _add_constraint(cls, self)

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("related_name", None) if kwargs.get("related_name") == "+" else None
        return name, "lumbung.sql.keys.BelongsTo", [], kwargs


class Column:
    """The plain column behind a reference."""

    def __init__(self, *, code: bool, null: bool, db_index: bool):
        self.code, self.null, self.db_index = code, null, db_index

    def name_for(self, relation: str) -> str:
        return f"{relation}_code" if self.code else f"{relation}_id"

    def field(self):
        if self.code:
            return models.CharField(max_length=6, null=self.null, db_index=self.db_index)
        return models.BigIntegerField(null=self.null, blank=self.null, db_index=self.db_index)


def belongs_to(to: str, *, columns: list[str] | None = None, code=False, null=False, index=False, guard: str = ""):
    """One field for a reference to a tenant row: column, relation and composite foreign key.

    to       "members.Member"
    columns  the local columns, when they exist already: `["number"]` points at the target's `number`,
             `[]` at a target that is known by its cooperative alone
    code     the target is known by `code`, six digits, instead of `id`; the column is `<name>_code`
    guard    the trigger that stands in for the key on PostgreSQL (see CompositeForeignKey)
    """
    if columns is not None:
        return BelongsTo(to, from_fields=[ROOT, *columns], to_fields=[ROOT, *columns], guard=guard)
    return _Named(to, Column(code=code, null=null, db_index=index), guard)


class _Named:
    """Waits for its name, then becomes a BelongsTo."""

    def __init__(self, to: str, column: Column, guard: str):
        self.to, self.column, self.guard = to, column, guard

    def contribute_to_class(self, cls, name):
        target = "code" if self.column.code else "id"
        here = [ROOT, self.column.name_for(name)]
        field = BelongsTo(self.to, from_fields=here, to_fields=[ROOT, target], column=self.column, guard=self.guard)
        field.contribute_to_class(cls, name)


class RootColumn(models.BigIntegerField):
    """`cooperative_id`, with its key to the cooperative itself."""

    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only=private_only)
        if not cls._meta.abstract:
            _add(cls, f"{cls._meta.db_table}_coop_fk", (name,), "cooperatives.Cooperative", ("id",))


def _has_field(cls, name: str) -> bool:
    return any(field.name == name for field in cls._meta.local_fields)


def _add_constraint(cls, field: BelongsTo) -> None:
    to = field.remote_field.model
    label = to if isinstance(to, str) else to._meta.label
    name = f"{cls._meta.db_table}_{field.name}_fk"
    _add(cls, name, tuple(field.from_fields), label, tuple(field.to_fields), field.guard)


def _add(cls, name: str, fields: tuple, to: str, to_fields: tuple, guard: str = "") -> None:
    """Put a key among the model's constraints. A migration's own models hold what the migration wrote, no more."""
    if cls.__module__ == "__fake__" or any(constraint.name == name for constraint in cls._meta.constraints):
        return
    key = CompositeForeignKey(name=name, fields=fields, to=to, to_fields=to_fields, guard=guard)
    cls._meta.constraints = [*cls._meta.constraints, key]
    cls._meta.original_attrs.setdefault("constraints", cls._meta.constraints)
