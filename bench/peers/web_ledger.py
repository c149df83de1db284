"""django-ledger's own web client, served: its pages as its documentation sets them up, and one entity to work in.

Runs in an environment of its own, made by keys.py.

    web_ledger.py PORT        with $LUMBUNG_HOME
"""

import os
import sys
from pathlib import Path

import django
from django.conf import settings

HOME = Path(os.environ["LUMBUNG_HOME"])
CONTEXT = "django.template.context_processors.request django.contrib.auth.context_processors.auth"
CONTEXT += " django.contrib.messages.context_processors.messages django_ledger.context.django_ledger_context"
APPS = "admin auth contenttypes sessions messages staticfiles"
MIDDLEWARE = "sessions.middleware.SessionMiddleware auth.middleware.AuthenticationMiddleware"
MIDDLEWARE += " messages.middleware.MessageMiddleware"
TEMPLATES = "django.template.backends.django.DjangoTemplates"

settings.configure(
    DEBUG=False,
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="bench",
    ROOT_URLCONF="web_ledger",
    USE_TZ=True,
    STATIC_URL="/static/",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=[*(f"django.contrib.{app}" for app in APPS.split()), "treebeard", "django_ledger"],
    MIDDLEWARE=[f"django.contrib.{name}" for name in MIDDLEWARE.split()],
    TEMPLATES=[{"BACKEND": TEMPLATES, "APP_DIRS": True, "OPTIONS": {"context_processors": CONTEXT.split()}}],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": HOME / "peer.sqlite3"}},
)
django.setup()
sys.modules["web_ledger"] = sys.modules[__name__]

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.urls import include, path
from django_ledger.io import roles
from django_ledger.models import EntityModel

urlpatterns = [path("", include("django_ledger.urls", namespace="django_ledger"))]
ACCOUNTS = [  # code, role, name, side
    ("1010", roles.ASSET_CA_CASH, "Kas", "debit"),
    ("3010", roles.EQUITY_CAPITAL, "Simpanan wajib", "credit"),
    ("4010", roles.INCOME_OPERATIONAL, "Penjualan", "credit"),
    ("6010", roles.EXPENSE_OPERATIONAL, "Listrik", "debit"),
]


def make_entity():
    admin = get_user_model().objects.create_superuser("bendahara", password="bendahara")
    entity = EntityModel.create_entity(name="Uji", admin=admin, use_accrual_method=False, fy_start_month=1)
    entity.create_chart_of_accounts(assign_as_default=True, commit=True, coa_name="Uji")
    facts = {"active": True, "coa_model": entity.default_coa}
    for code, role, name, side in ACCOUNTS:
        entity.create_account(code=code, role=role, name=name, balance_type=side, **facts)
    entity.create_ledger(name="Buku", posted=True)


def main():
    call_command("migrate", verbosity=0)
    if not EntityModel.objects.exists():
        make_entity()
    call_command("runserver", sys.argv[1], "--noreload", "--insecure", verbosity=0)


if __name__ == "__main__":
    main()
