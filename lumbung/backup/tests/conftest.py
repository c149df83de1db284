"""An installation of one cooperative in a home of its own, with keys on imagined paper."""

import contextlib
from datetime import date

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import Database

from lumbung import clock, ids
from lumbung.backup import actions, halves, heads, homes, state
from lumbung.backup.rules import Head
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions as ledger
from lumbung.money import rp
from lumbung.sql import copying


@pytest.fixture
def home(settings, tmp_path, monkeypatch):
    """A home with a secret and a photo; the database is the test's own, wherever it lies."""
    settings.HOME = tmp_path / "rumah"
    (settings.HOME / "files" / "nota").mkdir(parents=True)
    (settings.HOME / "files" / "nota" / "1.jpg").write_bytes(b"foto" * 1000)
    (settings.HOME / "secret-key").write_text("rahasia")
    monkeypatch.delenv("LUMBUNG_STICKS", raising=False)
    monkeypatch.setattr("lumbung.backup.places._mounted", list)
    return settings.HOME


@pytest.fixture
def coop(transactional_db, home):
    """A cooperative with three receipts in its book, committed for other programs to see."""
    cooperative = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(cooperative.id):
        ledger.open_book(cooperative_id=cooperative.id)
    for day in (3, 4, 5):
        receive(cooperative, day)
    yield cooperative
    connection.close()


def receive(cooperative, day: int, amount=5_000):
    with acting_for(cooperative.id):
        return ledger.post_event(
            "income.other", cooperative.id, on=date(2025, 2, day), amount=rp(amount), by=7, request_id=ids.new_request()
        )  # fmt: skip


@pytest.fixture
def keys(home):
    """Both keys, confirmed; the secrets as the sheets tell them."""
    sheets = actions.make_keys(at=clock.now(), by="Susy")
    actions.confirm_keys(words={(s.key, s.part): s.half.words for s in sheets}, at=clock.now())
    return [halves.join(sheets[at].half.text, sheets[at + 1].half.text) for at in (0, 2)]


@pytest.fixture
def stick(home, tmp_path):
    """A labelled stick."""
    path = tmp_path / "stik"
    path.mkdir()
    actions.adopt(path=path, kind="stick", owner="KMP Karbes")
    return path


@pytest.fixture
def unproven(monkeypatch):
    """For tests of what happens to a copy, not of its proof: the programs that prove it take seconds each."""
    monkeypatch.setattr(homes, "_ask", lambda home, url, known: (_inside(home), []))
    monkeypatch.setattr(homes, "bring_up_to_date", lambda home, url: None)
    monkeypatch.setattr(homes, "told_by", _told_by)


def _told_by(home):
    beside = heads.remembered(home / "cadangan" / state.HEADS)
    return heads.together(beside, _inside(home)) if copying.has_rows(home / copying.FILE, "ledger_book") else beside


def _inside(home):
    """How far the books in a copy have come, by its own rows."""
    file = home / copying.FILE
    if not file.exists():
        return heads.now()
    with contextlib.closing(Database.connect(file)) as copy:
        slugs = dict(copy.execute("SELECT id, slug FROM cooperatives_cooperative"))
        books = list(copy.execute("SELECT cooperative_id, last_number, root FROM ledger_book"))
        rows = list(copy.execute("SELECT cooperative_id, number, document, booked_on FROM ledger_entry ORDER BY 1, 2"))
    documents = {slug: [row[1:] for row in rows if row[0] == coop] for coop, slug in slugs.items()}
    return heads.Memory({slugs[coop]: Head(size, bytes(root).hex()) for coop, size, root in books}, documents)


def newest(path):
    return next(iter(sorted(path.glob("lumbung-*.cadangan"), reverse=True)))


def progress():
    return state.folder() / state.PROGRESS
