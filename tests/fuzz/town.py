"""Two villages of everything in one installation. Whatever is written in the other one has a word in it that no page of
ours may ever show."""

import hashlib
import re
from datetime import date
from typing import NamedTuple

from django.apps import apps
from django.db import connection, models
from django.test import Client

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import TenantModel, acting_for
from lumbung.demo.models import Pilot
from lumbung.security.actions import appoint_to_programme, create_person
from lumbung.security.models import Person
from lumbung.sql import guards
from tests.pages import ROLES
from tests.village import build_village

WORD = "ZQXASING"
BIG = re.compile(rb"(?<!\d)\d{15,19}(?!\d)")
WRITTEN = set(
    "full_name name memo notes note text purpose label subject party reason words message taker giver agenda what"
    " address phone decisions recorder counterparty basis custodian maker witness".split()
)
TENANT = [model for model in apps.get_models() if issubclass(model, TenantModel) and ".tests." not in model.__module__]


class Town(NamedTuple):
    """What the addresses of `tests.pages` name, in ours and in theirs."""

    ours: dict
    theirs: dict

    @property
    def other(self) -> int:
        return self.theirs["cooperative"]


def build_town(today: date) -> Town:
    theirs = build_village(today)
    mark(theirs["cooperative"])
    return Town(build_village(today), theirs)


def mark(coop: int) -> None:
    """Make it the other one: another address, other people, the word in all that somebody wrote there."""
    guards.drop()
    Pilot.objects.all().delete()
    for person in Person.objects.all():
        Person.objects.filter(id=person.id).update(
            login_name=f"{WORD.lower()} {person.login_name}"[:60], full_name=f"{WORD} {person.full_name}"
        )
    Cooperative.objects.filter(id=coop).update(slug=WORD.lower(), name=f"KMP {WORD}")
    with acting_for(coop), connection.cursor() as cursor:
        for table, column, room in written_columns():
            cursor.execute(
                f"UPDATE {table} SET {column} = substr('{WORD} ' || {column}, 1, {room})"
                f" WHERE cooperative_id = %s AND {column} <> ''", [coop],
            )  # fmt: skip
    guards.create()


def written_columns() -> list[tuple[str, str, int]]:
    """(table, column, room) of what people write themselves."""
    return [
        (model._meta.db_table, field.column, field.max_length or 2000)
        for model in TENANT
        for field in model._meta.local_concrete_fields
        if isinstance(field, (models.CharField, models.TextField)) and field.name in WRITTEN and not field.choices
        if (field.max_length or 2000) > 2 * len(WORD)
    ]


def browsers() -> dict[str, Client]:
    """A client for each role of ours, for an officer of the programme, and for nobody."""
    officer = create_person(login_name="petugas uji", full_name="Petugas", passphrase="padi kuning lumbung desa")
    appoint_to_programme(person_id=officer.id, role="petugas", since=date(2025, 1, 1))
    who = {role: Person.objects.get(login_name=role) for role in ROLES} | {"programme": officer}
    clients = {name: Client(raise_request_exception=False) for name in who}
    for name, person in who.items():
        clients[name].force_login(person)
    return clients | {"nobody": Client(raise_request_exception=False)}


def ids_of(coop: int) -> dict[int, str]:
    """Every id of a cooperative's rows → its table."""
    found = {}
    with acting_for(coop):
        for model in TENANT:
            if any(field.name == "id" for field in model._meta.local_concrete_fields):
                found |= dict.fromkeys(model.objects.values_list("id", flat=True), model._meta.db_table)
    return {number: table for number, table in found.items() if number > 10**15}


def rows_of(coop: int, but: set[str] = frozenset()) -> str:
    """A digest of all rows of a cooperative; `but` those of some tables."""
    told = hashlib.sha256()
    with acting_for(coop), connection.cursor() as cursor:
        for model in [each for each in TENANT if each._meta.db_table not in but]:
            cursor.execute(f"SELECT * FROM {model._meta.db_table} WHERE cooperative_id = %s", [coop])
            told.update(repr(sorted(map(repr, cursor.fetchall()))).encode())
    return told.hexdigest()
