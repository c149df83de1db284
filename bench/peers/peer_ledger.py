"""django-ledger: `LedgerModel.commit_txs`, one journal entry a due; many are the same calls in one transaction.

Runs in an environment of its own, made by post.py.

    peer_ledger.py prepare|one|bulk COUNT        with $DATABASE_URL and $LUMBUNG_HOME
"""

import setting
from setting import machine

setting.up(["django.contrib.sessions", "django.contrib.messages", "treebeard", "django_ledger"])

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction
from django_ledger.io import roles
from django_ledger.models import EntityModel

AMOUNT = Decimal(20_000)
START = datetime(2025, 1, 3, tzinfo=UTC)


def make_entity():
    admin = get_user_model().objects.create_user("bendahara")
    entity = EntityModel.create_entity(name="Uji", admin=admin, use_accrual_method=False, fy_start_month=1)
    entity.create_chart_of_accounts(assign_as_default=True, commit=True, coa_name="Uji")
    facts = {"active": True, "coa_model": entity.default_coa}
    entity.create_account(code="1010", role=roles.ASSET_CA_CASH, name="Kas", balance_type="debit", **facts)
    entity.create_account(code="3010", role=roles.EQUITY_CAPITAL, name="Simpanan wajib", balance_type="credit", **facts)
    entity.create_ledger(name="Buku", posted=True)


def poster():
    """A function that posts due number `place`."""
    entity = EntityModel.objects.get(name="Uji")
    ledger = entity.get_ledgers().first()
    cash, dues = (entity.get_all_accounts().get(code=code) for code in ("1010", "3010"))

    def post(place):
        ledger.commit_txs(
            je_timestamp=START + timedelta(seconds=place),
            je_txs=[
                {"account": cash, "amount": AMOUNT, "tx_type": "debit", "description": "Simpanan wajib"},
                {"account": dues, "amount": AMOUNT, "tx_type": "credit", "description": "Simpanan wajib"},
            ],
            je_posted=True,
            je_ledger_model=ledger,
            je_desc="Simpanan wajib",
        )

    return post


def one_by_one(count):
    post = transaction.atomic(poster())
    return machine.each_timed([lambda place=place: post(place) for place in range(count)])


def at_once(count):
    post = poster()

    @transaction.atomic
    def post_all():
        for place in range(count):
            post(place)

    return machine.once_timed(post_all)


def main():
    what, count = machine.asked()
    if what == "prepare":
        call_command("migrate", verbosity=0)
        make_entity()
        return
    work = {"one": lambda: one_by_one(count), "bulk": lambda: at_once(count)}[what]
    machine.answer(machine.bracketed(work, count, machine.here()))


if __name__ == "__main__":
    main()
