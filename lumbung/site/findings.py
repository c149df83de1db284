"""One list of what is not as it was: the command `lumbung verify` and the page Periksa read the same."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.ledger.audit import Problem, strangers
from lumbung.security import trail_audit
from lumbung.site.readiness import damage
from lumbung.site.sealed import unopened
from lumbung.sql import guards
from lumbung.witness.audit import problems


class Machine(NamedTuple):
    """What is wrong beside the books: guards that are gone, the file that the data lie in, who signed in."""

    guards: list[str]
    damage: list[str]
    trail: list[str]

    def said(self) -> list[str]:
        """In words, a finding a line; empty when nothing is wrong."""
        told = []
        if self.guards:
            words = _("Penjaga yang hilang: %(names)s. Jalankan `lumbung migrate`.")
            told.append(words % {"names": ", ".join(self.guards)})
        if self.damage:
            words = _("Berkas data rusak: %(what)s. Pulihkan cadangan terbaru.")
            told.append(words % {"what": "; ".join(self.damage)})
        return told + [_("jejak: ") + problem for problem in self.trail]


def of_book(cooperative_id: int) -> list[Problem]:
    """Everything in a book, its log, its holders and its sealed data that is not as it was made."""
    return problems(cooperative_id) + strangers(cooperative_id) + unopened(cooperative_id)


def of_machine() -> Machine:
    """What is wrong with this installation, whatever the cooperative."""
    return Machine(guards.missing(), damage(), trail_audit.problems(None))
