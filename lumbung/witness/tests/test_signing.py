"""Every posting signs the head it makes, in its own transaction."""

from datetime import date

import pytest
from django.db import transaction

from lumbung import ids
from lumbung.ledger import actions as ledger
from lumbung.ledger.reports.book import book_facts, book_head
from lumbung.ledger.tests.conftest import BENDAHARA
from lumbung.money import rp
from lumbung.tlog import checkpoint, cosignature, note
from lumbung.tlog.note import ML_DSA
from lumbung.web.words import Refused
from lumbung.witness import actions, reports, rules
from lumbung.witness.actions import signing
from lumbung.witness.models import Checkpoint, LogKey
from lumbung.witness.reports.keys import newest, public


def says(coop):
    facts = book_facts(coop)
    return facts.entries, bytes.fromhex(facts.root)


def test_a_new_book_has_keys_and_a_signed_empty_head(coop, seen):
    assert (seen().size, seen().root) == says(coop)
    assert seen().origin == "lumbung.example/karbes"
    assert sorted(key.kind for key in LogKey.objects.filter(cooperative_id=coop)) == [1, 6]


def test_each_posting_signs_what_the_book_has_become(coop, post, seen):
    for size in (1, 2, 3):
        post()
        assert (seen().size, seen().root) == says(coop)
        assert seen().size == size


def test_a_batch_is_signed_once(coop, seen, monkeypatch):
    signed = []
    monkeypatch.setattr(
        note.Signer, "sign", lambda self, message, real=note.Signer.sign: signed.append(1) or real(self, message)
    )
    draft = {"on": date(2025, 2, 3), "amount": rp(20_000), "by": BENDAHARA, "holder": 7}
    ledger.post(coop, [ledger.draft_event("dues.paid", request_id=ids.new_request(), **draft) for _ in range(50)])
    assert (signed, seen().size) == ([1], 50)


def test_a_posting_that_fails_leaves_the_old_head(coop, post, seen):
    post()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post()
        raise ZeroDivisionError
    assert (seen().size, seen().root) == says(coop)
    assert seen().size == 1


def test_a_key_of_a_transaction_that_never_was_is_not_remembered(db):
    from lumbung.cooperatives.tenant import acting_for
    from lumbung.ledger.tests.conftest import new_cooperative

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        lost = new_cooperative("hilang").id
        raise ZeroDivisionError
    again = new_cooperative("hilang")
    signing._SIGNERS[again.id] = signing._SIGNERS[lost]  # as if the database gave the same number out again
    with acting_for(again.id):
        ledger.post_event(
            "dues.paid", again.id, on=date(2025, 2, 3), amount=100, by=1, holder=7, request_id=ids.new_request()
        )
        checkpoint.verify(reports.head(again.id), reports.log_keys(again.id)[0])


def test_a_month_closed_is_kept_and_signed_by_both_kinds(coop, post):
    post()
    ledger.close_month(cooperative_id=coop, month=date(2025, 1, 1), by=BENDAHARA, request_id=ids.new_request())
    kept = Checkpoint.objects.get(cooperative_id=coop, size=2)
    signed = note.parse(kept.note)
    assert checkpoint.verify(signed, reports.log_keys(coop)[0]).size == 2
    assert cosignature.verify(signed, public(newest(coop, ML_DSA))) == int(kept.signed_at.timestamp())


def test_the_seed_is_sealed_and_bound_to_its_place(coop, settings):
    from lumbung.witness.sealing import Unopened, unseal

    key = newest(coop, 1)
    bound = f"{coop} 1 ".encode() + bytes(key.public)
    seed = unseal(bytes(key.sealed), bound_to=bound)
    assert note.Signer(key.name, seed).key == public(key)
    assert seed not in bytes(key.sealed)
    with pytest.raises(Unopened):
        unseal(bytes(key.sealed), bound_to=bound.replace(b" 1 ", b" 6 "))
    settings.SECRET_KEY = "lain"
    with pytest.raises(Unopened):
        unseal(bytes(key.sealed), bound_to=bound)


def test_without_the_secret_nothing_is_posted_and_a_person_is_told(coop, post, settings):
    post()
    signing._SIGNERS.clear()
    settings.SECRET_KEY = "lain"
    with pytest.raises(Refused, match="secret-key"), transaction.atomic():
        post()
    assert book_facts(coop).entries == 1


def test_a_book_from_before_is_signed_when_it_is_first_needed(coop, post, seen):
    post()
    strip(coop)
    with pytest.raises(Refused, match="migrate"):
        reports.head(coop)
    actions.sign_every_book()
    signed = str(reports.head(coop))
    actions.sign_every_book()
    assert str(reports.head(coop)) == signed
    assert (seen().size, seen().root) == says(coop)


def strip(coop):
    """As a book looks that was kept before its log had keys."""
    from django.db import connection

    from lumbung.sql import guards

    ours = [guard for guard in guards.of_engine(connection.vendor) if guard.table.startswith("witness_")]
    with connection.cursor() as cursor:
        for guard in ours:
            cursor.execute(guards._drop_sql(guard, connection.vendor))
        for table in ("logkey", "branch", "checkpoint"):
            cursor.execute(f"DELETE FROM witness_{table}")
        cursor.execute("UPDATE ledger_book SET seal = NULL")
        for guard in ours:
            if guard.sql[connection.vendor]:
                cursor.execute(guard.sql[connection.vendor])


def test_new_keys_are_named_by_the_old_and_both_stay_good(coop, post, seen):
    post()
    before, old = reports.head(coop), reports.log_keys(coop)[0]
    made = actions.rotate_key(cooperative_id=coop, by=BENDAHARA)
    new = reports.log_keys(coop)[0]
    assert new != old and seen().size == 1

    post()
    assert checkpoint.verify(reports.head(coop), new).size == 2
    assert checkpoint.verify(before, old).size == 1
    handover = note.parse(made[0].handover)
    assert note.verify(handover, [old]) == [old]
    assert new.vkey in handover.text
    assert f"log {old.vkey}\n" in reports.policy(coop) and f"log {new.vkey}\n" in reports.policy(coop)


def test_for_a_month_after_a_change_both_keys_sign_what_is_kept(coop, post):
    old = reports.log_keys(coop)[0]
    actions.rotate_key(cooperative_id=coop, by=BENDAHARA)
    post()
    ledger.close_month(cooperative_id=coop, month=date(2025, 1, 1), by=BENDAHARA, request_id=ids.new_request())
    signed = note.parse(Checkpoint.objects.get(cooperative_id=coop).note)
    assert note.verify(signed, reports.log_keys(coop)) == [reports.log_keys(coop)[0], old]


def test_lost_keys_end_the_log_and_another_goes_on(coop, post, settings):
    post()
    signing._SIGNERS.clear()
    settings.SECRET_KEY = "lain"
    with pytest.raises(Refused, match="--lost"), transaction.atomic():
        actions.rotate_key(cooperative_id=coop, by=BENDAHARA)
    actions.rotate_key(cooperative_id=coop, by=BENDAHARA, lost=True)
    post()
    head = checkpoint.verify(reports.head(coop), reports.log_keys(coop)[0])
    assert (head.origin, head.size) == ("lumbung.example/karbes/2", 2)
    assert "dinyatakan hilang" in reports.policy(coop)


def test_another_process_that_changed_the_keys_is_noticed(coop, post, seen):
    post()
    remembered = dict(signing._SIGNERS)
    actions.rotate_key(cooperative_id=coop, by=BENDAHARA)
    signing._SIGNERS.update(remembered)
    post()
    assert (seen().size, seen().root) == says(coop)
    assert rules.Seal.unpacked(book_head(coop).seal).key_id == newest(coop, 1).id
