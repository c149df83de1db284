"""The wall around a cooperative: every row belongs to one, and none is seen before one is chosen."""

from contextlib import contextmanager

from django.db import models
from django_scopes import ScopedManager, scope
from django_scopes.exceptions import ScopeError
from django_scopes.state import get_scope

from lumbung.sql import wall
from lumbung.sql.keys import RootColumn, belongs_to

__all__ = ["TenantModel", "across", "acting_for", "belongs_to", "must_act_for"]


class TenantModel(models.Model):
    """A table of which each row belongs to one cooperative; `cooperative_id` leads its key.

    `objects` shows nothing, and says so by an error, until `acting_for` has chosen a cooperative;
    `everywhere` crosses this wall, and PostgreSQL's own only inside `across`.
    """

    seen_across = False  # True: PostgreSQL lets `across` read it in every cooperative; each is a decision

    cooperative_id = RootColumn()

    objects = ScopedManager(cooperative="cooperative_id")
    everywhere = models.Manager()

    class Meta:
        abstract = True


@contextmanager
def acting_for(cooperative_id: int):
    """A context in which the rows of this one cooperative can be reached."""
    with scope(cooperative=cooperative_id), wall.behind(cooperative_id):
        yield


@contextmanager
def across(model: type[TenantModel]):
    """A context in which one table can be read in all cooperatives, through the manager that it gives: where nobody
    has chosen one yet."""
    assert model.seen_across, f"{model._meta.label} is not to be read across cooperatives"
    with wall.across(model._meta.db_table):
        yield model.everywhere


def must_act_for(cooperative_id: int) -> None:
    """Code that speaks SQL itself passes the same wall.

    Raises  ScopeError: no cooperative, or another one, has been chosen
    """
    if get_scope().get("cooperative") != cooperative_id:
        raise ScopeError(f"not acting for cooperative {cooperative_id}")
