"""Every attempt of the table, on this engine; and every guard that refuses one is taken away once, to see it pass."""

import re

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection, transaction
from django_scopes.exceptions import ScopeError

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.audit import problems, strangers
from lumbung.site.readiness import refuse_unless_guarded
from lumbung.sql.engine import POSTGRESQL, engine
from lumbung.tlog.note import NOTE, Signer
from lumbung.web.words import Refused
from lumbung.witness.audit import problems as problems_of_log
from tests.attack import deeds, rewriting, watchers
from tests.attack.conftest import disarm
from tests.attack.mutants import take_away
from tests.attack.paper import PAGE, page
from tests.attack.table import (
    ATTACKS,
    BEHIND,
    BY_DEED,
    FILE,
    OWNER,
    RECEIPT,
    REFUSED,
    RUNTIME,
    STOPPED,
    VERIFY,
    WITNESS,
)

NO = (Refused, ValueError, ScopeError, DatabaseError, ObjectDoesNotExist)
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]
BY_SQL = [attack for attack in HERE if attack.who == RUNTIME]
GUARDED = [a for a in BY_SQL if a.outcome == REFUSED and " " not in a.named(engine())]


def these(**wanted) -> list:
    return [attack for attack in HERE if all(getattr(attack, name) == value for name, value in wanted.items())]


def every(attacks):
    return pytest.mark.parametrize("attack", attacks, ids=lambda attack: attack.what)


def attempt(attack, book) -> None:
    """Do it, as far as the database lets it."""
    if isinstance(attack.how, str):
        getattr(rewriting, attack.how)(book)
        return
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in attack.how:
            cursor.execute(re.sub(r"{(\w+)}", lambda found: str(book[found[1]]), statement))


def refusal(attack, book) -> str:
    """What the database says to it; empty when it lets it pass."""
    try:
        attempt(attack, book)
    except DatabaseError as error:
        connection.needs_rollback = False
        return f"{error} {getattr(error.__cause__, 'diag', None) and error.__cause__.diag.context or ''}"
    return ""


@every(BY_DEED)
def test_a_person_is_refused_in_words(book, attack):
    with pytest.raises(NO) as refused, transaction.atomic():
        getattr(deeds, attack.how)(book)

    assert re.search(attack.by, f"{type(refused.value).__name__}: {refused.value}")
    assert problems(book["coop"]) == []


@every([attack for attack in BY_SQL if attack.outcome == REFUSED])
def test_the_runtime_role_is_refused(book, runtime, attack):
    """In the cooperative, or, when the wall shows it nothing to take there, next door, where its witness is."""
    if not refusal(attack, book):
        with acting_for(book["stranger"]):
            assert refusal(attack, book)


@every(GUARDED)
def test_the_guard_that_is_named_refuses_and_without_it_the_same_passes(book, attack):
    assert refusal(attack, book), "the owner passes with the guards in place"

    with connection.cursor() as cursor:
        for guard in [attack.named(engine()), *attack.others(engine())]:
            assert refusal(attack, book), f"{guard} is not needed any more"
            if guard in BEHIND:
                return
            take_away(cursor, guard)

    assert refusal(attack, book) == ""


@every([attack for attack in BY_SQL if attack.outcome == VERIFY])
def test_what_the_runtime_role_may_do_is_found_by_verify(book, runtime, attack):
    assert problems_of_log(book["coop"]) == []
    attempt(attack, book)

    assert attack.by in " ".join(problem.message for problem in problems_of_log(book["coop"]))


@every(these(who=OWNER, outcome=STOPPED))
def test_lumbung_does_not_start_without_its_guards(book, attack):
    refuse_unless_guarded()
    attempt(attack, book)

    with pytest.raises(Refused, match=attack.by):
        refuse_unless_guarded()


@every(these(who=OWNER, outcome=VERIFY))
def test_what_the_owner_does_with_the_guards_off_is_found_by_verify(book, attack):
    with connection.cursor() as cursor:
        disarm(cursor)
    assert problems(book["coop"]) + strangers(book["coop"]) == []

    attempt(attack, book)

    found = problems(book["coop"]) + strangers(book["coop"])
    assert attack.by in " ".join(problem.message for problem in found), found


@every(these(who=FILE))
def test_history_made_to_fit_is_found_by_what_others_keep(book, attack):
    coop, receipt = book["coop"], watchers.receipt(book["coop"], book["paid"])
    assert not watchers.convicts(receipt, coop)
    with connection.cursor() as cursor:
        disarm(cursor)

    attempt(attack, book)

    assert problems(coop) == [], "verify alone cannot see it: that is why receipts and witnesses are"
    if attack.outcome == RECEIPT:
        assert watchers.convicts(receipt, coop)
    signer = Signer(watchers.log_name(coop), bytes(range(32)), NOTE) if attack.how == "new_keys" else None
    answered = watchers.shown(book["watcher"], coop, book["last"], signer)
    assert answered != "seen"
    if attack.outcome == WITNESS:
        assert answered == attack.by


def test_there_are_attempts_of_everybody_and_none_twice():
    assert len({(attack.who, attack.what, attack.only) for attack in ATTACKS}) == len(ATTACKS) >= 40
    assert len(HERE) >= 40


def test_every_rule_of_the_ledger_is_attacked(book):
    """Each check, key and unique rule of its tables stands in the table of attempts, or is the wall's own."""
    named = {name for attack in HERE for name in [attack.named(engine()), *attack.others(engine())]}
    assert rules() - named == set()


def rules() -> set[str]:
    with connection.cursor() as cursor:
        if engine() == POSTGRESQL:
            cursor.execute(
                "SELECT conname FROM pg_constraint WHERE conrelid::regclass::text LIKE 'ledger_%' AND contype <> 'p'"
                " UNION SELECT indexrelid::regclass::text FROM pg_index WHERE indisunique AND NOT indisprimary"
                " AND indrelid::regclass::text LIKE 'ledger_%'"
            )
            found = {name for (name,) in cursor.fetchall()}
        else:
            cursor.execute("SELECT sql FROM sqlite_master WHERE tbl_name LIKE 'ledger_%' AND sql IS NOT NULL")
            found = set(
                re.findall(r'(?:CONSTRAINT|UNIQUE INDEX) "(\w+)"', " ".join(sql for (sql,) in cursor.fetchall()))
            )
    return {name for name in found if not name.endswith(("_coop_fk", "_check"))}


def test_the_page_tells_this_very_table():
    assert PAGE.read_text() == page(), "write it anew: .venv/bin/python -m tests.attack.paper"
