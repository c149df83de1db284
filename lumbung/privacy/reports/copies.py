"""Data saya: everything that is held of a member, for her to keep: for people on paper, for programs as JSON."""

import json
from datetime import date, datetime
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.members.models import Member
from lumbung.privacy.register import BASES, KEPT
from lumbung.privacy.reports.holdings import Held, held
from lumbung.privacy.reports.notice import retention
from lumbung.privacy.rules.fields import MONEY, WORDS
from lumbung.web.dates import long_date, short_date

SIDE_BY_SIDE = 5  # columns that fit on a sheet


def as_json(cooperative, member: Member, now: datetime) -> str:
    """The copy for programs: amounts as decimal strings of rupiah, days as ISO."""
    told = {
        "lumbung": "data-saya/1", "cooperative": cooperative.name, "made_at": now.isoformat(),
        "member": {"number": member.number, "name": member.full_name},
        "held": [_table(one) for one in held(member)],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1, default=_json)


def _table(one: Held) -> dict:
    told = one.holding
    return {
        "table": told.model, "label": str(told.label), "purpose": str(told.purpose), "basis": str(BASES[told.basis]),
        "rows": [{key: _amount(value) if key in MONEY else value for key, value in row.items()} for row in one.rows],
    }  # fmt: skip


def _amount(sen) -> str | None:
    """`"20000"`, `"1222.50"`; None as it is."""
    return None if sen is None else money.decimal_string(sen)


def _json(value) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def sections(member: Member) -> list[dict]:
    """The copy for people: what it is and why, then its rows in words; {label, why, heads, rows}."""
    years = retention(member.cooperative_id)
    return [_section(one, years) for one in held(member)]


def _section(one: Held, years: int) -> dict:
    """Few columns stand side by side; one row of many reads better downwards."""
    said = [_words(one.holding.model, row) for row in one.rows]
    shown = [key for key in WORDS if any(row.get(key) for row in said)]
    rows = [[row.get(key, "") for key in shown] for row in said]
    told = one.holding
    why = [str(told.purpose), str(BASES[told.basis]), str(KEPT[told.kept]) % {"years": years}]
    if len(rows) == 1 and len(shown) > SIDE_BY_SIDE:
        downwards = [[str(WORDS[key]), cell] for key, cell in zip(shown, rows[0], strict=True)]
        return {"label": str(told.label), "why": why, "heads": [], "rows": downwards}
    return {"label": str(told.label), "why": why, "heads": [str(WORDS[key]) for key in shown], "rows": rows}


def _words(model: str, row: dict) -> dict[str, str]:
    """A row as people read it: choices by their words, amounts in rupiah, days in full."""
    columns = {field.attname: dict(field.flatchoices) for field in apps.get_model(model)._meta.local_concrete_fields}
    return {key: _word(key, columns.get(key, {}).get(value, value) if isinstance(value, str) else value)
            for key, value in row.items() if key in WORDS}  # fmt: skip


def _word(key: str, value) -> str:
    if value in (None, "", [], {}) or isinstance(value, UUID):
        return ""
    if key in MONEY and isinstance(value, int):
        return money.plain(value)
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, datetime):
        return f"{short_date(clock.local(value).date())} {clock.local(value):%H.%M}"
    if isinstance(value, list | dict):
        return "; ".join(map(str, value.values() if isinstance(value, dict) else value))
    return long_date(value) if isinstance(value, date) else _(str(value))
