"""The wall around a cooperative: every row belongs to one, and none is seen before one is chosen."""

from django.db import models
from django_scopes import ScopedManager, scope
from django_scopes.exceptions import ScopeError
from django_scopes.state import get_scope

from lumbung.sql.keys import RootColumn, belongs_to

__all__ = ["TenantModel", "acting_for", "belongs_to", "must_act_for"]


class TenantModel(models.Model):
    """A table of which each row belongs to one cooperative; `cooperative_id` leads its key.

    `objects` shows nothing, and says so by an error, until `acting_for` has chosen a cooperative;
    `everywhere` crosses the wall, for `verify` and the programme's totals only.
    """

    cooperative_id = RootColumn()

    objects = ScopedManager(cooperative="cooperative_id")
    everywhere = models.Manager()

    class Meta:
        abstract = True


def acting_for(cooperative_id: int):
    """A context in which the rows of this one cooperative can be reached."""
    return scope(cooperative=cooperative_id)


def must_act_for(cooperative_id: int) -> None:
    """Code that speaks SQL itself passes the same wall.

    Raises  ScopeError: no cooperative, or another one, has been chosen
    """
    if get_scope().get("cooperative") != cooperative_id:
        raise ScopeError(f"not acting for cooperative {cooperative_id}")
