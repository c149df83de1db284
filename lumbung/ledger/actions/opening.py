"""A cooperative gets its book."""

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.actions.heads import Head, sealed
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.layout import LINE_OF
from lumbung.ledger.models import Account, Book
from lumbung.sql import writes
from lumbung.tlog import tree


@writes
def open_book(*, cooperative_id: int) -> None:
    """Give a cooperative its book and chart, from its first day on; a second call changes nothing."""
    must_act_for(cooperative_id)
    if Book.objects.filter(cooperative_id=cooperative_id).exists():
        return
    since = Cooperative.objects.get(id=cooperative_id).books_from
    root = tree.root(b"", 0)
    seal = sealed(Head(cooperative_id, 0, 0, root, clock.now().replace(microsecond=0)))
    Book.objects.create(cooperative_id=cooperative_id, root=root, seal=seal)
    Account.objects.bulk_create(
        Account(
            cooperative_id=cooperative_id,
            code=line.code,
            name=line.name,
            kind=line.kind,
            normal_side=line.normal_side,
            statement_line=LINE_OF.get(line.code, ""),
            holder_kind=line.holder_kind,
            valid_from=since,
        )
        for line in ACCOUNTS.values()
    )
