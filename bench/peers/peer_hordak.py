"""django-hordak: `Account.transfer_to` one by one; its models' bulk_create for many (its own API has no bulk call).

Its migrations are written for PostgreSQL and MySQL. Runs in an environment of its own, made by post.py.

    peer_hordak.py prepare|one|bulk COUNT        with $DATABASE_URL and $LUMBUNG_HOME
"""

import setting
from setting import machine

setting.up(["mptt", "hordak"], HORDAK_INTERNAL_CURRENCY="IDR", HORDAK_CURRENCIES=["IDR"], HORDAK_MAX_DIGITS=20)

from datetime import date

from django.core.management import call_command
from django.db import transaction
from hordak.models import Account, Leg, Transaction
from moneyed import Money

AT_A_TIME = 5000
DAY = date(2025, 12, 3)
AMOUNT = Money(20_000, "IDR")


def accounts():
    cash, _ = Account.objects.get_or_create(name="Kas", code="1", type="AS", currencies=["IDR"])
    dues, _ = Account.objects.get_or_create(name="Simpanan wajib", code="3", type="EQ", currencies=["IDR"])
    return cash, dues


def one_by_one(count):
    cash, dues = accounts()

    @transaction.atomic
    def post():
        dues.transfer_to(cash, AMOUNT, date=DAY, description="Simpanan wajib")

    return machine.each_timed([post] * count)


def at_once(count):
    cash, dues = accounts()
    entries = [Transaction(date=DAY, description="Simpanan wajib") for _ in range(count)]

    @transaction.atomic
    def post():
        Transaction.objects.bulk_create(entries, batch_size=AT_A_TIME)
        legs = []
        for entry in entries:
            legs.append(Leg(transaction=entry, account=dues, credit=AMOUNT))
            legs.append(Leg(transaction=entry, account=cash, debit=AMOUNT))
        Leg.objects.bulk_create(legs, batch_size=AT_A_TIME)

    return machine.once_timed(post)


def main():
    what, count = machine.asked()
    if what == "prepare":
        call_command("migrate", verbosity=0)
        accounts()
        return
    work = {"one": lambda: one_by_one(count), "bulk": lambda: at_once(count)}[what]
    machine.answer(machine.bracketed(work, count, machine.here()))


if __name__ == "__main__":
    main()
