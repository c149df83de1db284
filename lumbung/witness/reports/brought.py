"""A receipt that somebody brings of an entry that is in the books no more: what it says, believed by our own keys."""

import json
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.tlog import proof as proofs
from lumbung.tlog import tree
from lumbung.tlog.note import Malformed, Unverified
from lumbung.web.words import Refused
from lumbung.witness.reports.keys import log_keys
from lumbung.witness.watching import tidied


class Brought(NamedTuple):
    """What was booked once; `amount` sen, all debits together; `memo` where the receipt has the personal part."""

    number: int
    document: str
    day: date
    kind: str
    amount: int
    memo: str


def brought(cooperative_id: int, text: str) -> Brought:
    """Read a receipt's text (docs/periksa-format.md), signed by any key that the book ever had.

    Raises  Refused: it is none, it was changed, or it is another cooperative's
    """
    proof, _blank, rest = tidied(text).partition("\n\n{")
    content, *more = ("{" + rest).rstrip("\n").split("\n")
    hashed = tree.leaf_hash(content.encode())
    for key in log_keys(cooperative_id):
        try:
            proofs.verify(proof + "\n", hashed, key)
            return _read(content, more)
        except (Malformed, Unverified):
            continue
        except (ValueError, KeyError, TypeError, ArithmeticError):
            break
    raise Refused(_("Ini bukan kuitansi buku ini, atau isinya berubah. Pilih berkas kuitansinya, atau tempel seluruh"
                    " teksnya."))  # fmt: skip


def _read(content: str, more: list[str]) -> Brought:
    leaf = json.loads(content)
    debits = sum(Decimal(debit) for _account, debit, _credit in leaf["a"])
    memo = str(json.loads(more[0])[2]) if more and more[0].startswith("[") else ""
    return Brought(leaf["n"] + 1, leaf["d"], date.fromisoformat(leaf["p"]), leaf.get("k", ""), int(debits * 100), memo)
