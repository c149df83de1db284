"""Questions that must stay flat however big the book is: what SQLite says of the way it takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lumbung.ledger import reports
from lumbung.ledger.tests.conftest import SUTINI
from lumbung.sql.engine import SQLITE, engine


@pytest.mark.skipif(engine() != SQLITE, reason="PostgreSQL reads a small table whole, whatever its indexes")
def test_a_members_statement_never_reads_the_whole_book(coop, post):
    post()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        reports.holder_entries(coop, SUTINI)

    transfers = [
        query["sql"] for query in asked if 'FROM "ledger_transfer"' in query["sql"] and "_holder" in query["sql"]
    ]
    with connection.cursor() as cursor:
        ways = [cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchone()[3] for sql in transfers if " = 0" in sql]

    assert len(ways) == 2
    assert all("transfer_into_holder" in way or "transfer_from_holder" in way for way in ways), ways
