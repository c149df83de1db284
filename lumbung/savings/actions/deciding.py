"""The cooperative's own rules for savings: rate, method, floors, terms; each holds from a day on."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung.cooperatives.actions import set_bylaw
from lumbung.cooperatives.reports import bylaws
from lumbung.cooperatives.rules import typed
from lumbung.sql import writes
from lumbung.web.words import Refused

RATES = {
    "savings_rate_year": gettext_noop("Jasa simpanan sukarela"),
    "term_rate_year": gettext_noop("Jasa simpanan berjangka"),
}
DECIDED = (
    "savings_rate_year", "savings_interest_method", "savings_first_deposit", "savings_floor", "term_rate_year",
    "term_minimum", "term_grace_days", "term_early_interest", "term_early_penalty", "savings_interest_tax_threshold",
    "savings_interest_tax_rate", "savings_tax_due_day", "savings_rate_cap_year",
)  # fmt: skip


@writes
def decide(*, cooperative_id: int, values: dict[str, str], valid_from: date, basis: str) -> list[str]:
    """Let rules hold from a day on; those that hold already are not written again.

    values  as `set_bylaw` takes them, by key
    Shape   the keys that changed
    Raises  Refused: a rate above the highest allowed; no decision named; a value that cannot be
    """
    if not basis.strip():
        raise Refused(_("Tulis dasar keputusannya, misalnya “RAT 12 Maret 2026”."))
    now = bylaws(cooperative_id, valid_from)
    changed = [key for key in DECIDED if key in values and typed(key, values[key]) != getattr(now, key)]
    cap = typed("savings_rate_cap_year", values.get("savings_rate_cap_year", percent(now.savings_rate_cap_year)))
    for key, label in RATES.items():
        if key in values and typed(key, values[key]) > cap:
            raise Refused(
                _("%(label)s paling tinggi %(cap)s persen. Turunkan angkanya."),
                label=_(label), cap=percent(cap).replace(".", ","),
            )  # fmt: skip
    for key in changed:
        set_bylaw(cooperative_id=cooperative_id, key=key, value=values[key], valid_from=valid_from, basis=basis.strip())
    return changed


def percent(hundredths: int) -> str:
    """`6.5` of 650, as `set_bylaw` takes it."""
    return f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
