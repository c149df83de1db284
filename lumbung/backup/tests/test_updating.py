"""A copy is kept before an update changes the tables."""

from datetime import timedelta

import pytest
from django.db import connection

from lumbung import clock
from lumbung.backup import state, updating
from lumbung.site.commands import migrate
from lumbung.sql import SQLITE, copying, engine
from lumbung.web.words import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="a laptop's file"),
]


@pytest.fixture(autouse=True)
def _this_file(settings):
    settings.DATABASES["default"] = settings.DATABASES["default"] | {"NAME": connection.settings_dict["NAME"]}


def test_the_last_two_copies_before_an_update_are_kept(coop):
    for day in range(4):
        with clock.frozen(clock.now() + timedelta(days=day)):
            kept = updating.keep_before_update()
    assert copying.has_rows(kept, "ledger_entry") and copying.ills(kept) == []
    assert len(list(state.folder().glob("sebelum-*"))) == 2 and list(state.folder().glob(".kerja-*")) == []


def test_an_empty_installation_keeps_nothing(transactional_db, home):
    assert updating.keep_before_update() is None


def test_without_a_copy_nothing_is_changed(coop, monkeypatch):
    monkeypatch.setattr(migrate, "pending_migrations", lambda: ["ledger.9999"])
    monkeypatch.setattr(migrate, "call_command", lambda *words, **more: pytest.fail("changed"))
    monkeypatch.setattr(copying, "copy_into", lambda folder: (_ for _ in ()).throw(OSError(28, "No space")))
    with pytest.raises(Refused, match="belum ada yang diubah"):
        migrate.bring_up_to_date()
