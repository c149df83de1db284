"""A receipt that proves itself: the entry's leaf, its proof in the newest witnessed head, and its personal part."""

from django.utils.translation import gettext as _

from lumbung.ledger import reports as books
from lumbung.receipts.proofs import Proof
from lumbung.tlog import tree
from lumbung.web.words import Refused
from lumbung.witness.reports.proofs import proof


def receipt(cooperative_id: int, number: int) -> Proof:
    """What proves an entry, for whoever has it in hand (docs/periksa-format.md).

    Raises  Refused: there is no such entry, it is no longer what was signed, or the book can prove nothing
    """
    text = proof(cooperative_id, number)
    (leaf,) = books.leaves(cooperative_id, number - 1, number)
    if [tree.leaf_hash(leaf.content)] != books.leaf_hashes(cooperative_id, number - 1, number):
        raise Refused(_("Catatan ini tidak sama lagi dengan yang dulu ditandatangani."
                        " Buka halaman Periksa dan tunjukkan hasilnya kepada pengawas."))  # fmt: skip
    return Proof(text, leaf.content.decode(), leaf.personal.decode())
