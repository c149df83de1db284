"""A name that is a program in five languages stays a name on every page that shows it."""

import re
from datetime import date

import pytest
from django.urls import reverse

from lumbung import ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.members import actions as register
from lumbung.money import rp

POISON = """Siti<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7*7}}{% now "Y" %}${7*7}"""
BARE = re.compile(r"<script>alert|<img src=x|onerror=alert\(2\)>(?!&)", re.IGNORECASE)
PAGES = ("members:list", "dues:grid", "dues:arrears", "ledger:journal", "savings:savers", "today", "cash:overview")


@pytest.fixture
def member(coop):
    with acting_for(coop.id):
        found = register.register(
            cooperative_id=coop.id, full_name=POISON, applied_on=date(2025, 1, 2), joined_on=date(2025, 1, 2),
            by=1, source="form",
        )  # fmt: skip
        paid = {"amount": rp(20_000), "paid_on": date(2025, 3, 3), "by": 1, "request_id": ids.new_request()}
        dues.pay_dues(member=found, **paid)
    return found


def test_a_poisoned_name_is_words_on_every_page_that_shows_it(member, signed_in):
    treasurer, shown = signed_in("bendahara"), 0
    addresses = [reverse(name, kwargs={"slug": "karbes"}) for name in PAGES]
    addresses += [
        reverse(name, kwargs={"slug": "karbes", "member_id": member.id}) for name in ("members:detail", "dues:card")
    ]
    for address in addresses:
        html = treasurer.get(address).content.decode()
        assert not BARE.search(html) and "49" + '"' not in html, address
        shown += "&lt;script&gt;" in html
    assert shown >= 5


@pytest.mark.parametrize(
    "words", ["' OR 1=1 --", '"; DROP TABLE members_member; --', "%", "_", "\\", "{{7*7}}", "a" * 5_000, "\x00", "‮"]
)
def test_whatever_is_searched_for_is_a_value(member, signed_in, words):
    treasurer = signed_in("bendahara")
    for name in ("members:list", "ledger:journal", "savings:savers", "dues:grid"):
        found = treasurer.get(reverse(name, kwargs={"slug": "karbes"}), {"cari": words})
        assert found.status_code in ((400,) if words == "\x00" else (200, 404)) and not BARE.search(
            found.content.decode()
        ), name
