"""The first deed of an installation: the first account, its cooperative, and an empty book."""

from datetime import date

from django.utils.text import slugify

from lumbung import clock
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.recovery.actions import use_start_code
from lumbung.security import actions as security
from lumbung.security.models import Person
from lumbung.sql import writes


def begin(
    *, code: str, name: str, village: str, books_from: date, role: str, full_name: str, login_name: str, passphrase: str
) -> tuple[Cooperative, Person]:
    """Everything or nothing, once.

    Raises  WrongCode: the code on the console is another one; Refused: the passphrase is too easy
    """
    person = security.prepared_person(login_name=login_name, passphrase=passphrase, full_name=full_name)
    return _begin(code, person, role, {"name": name, "village_code": village, "books_from": books_from})


@writes
def _begin(code: str, person: Person, role: str, facts: dict) -> tuple[Cooperative, Person]:
    use_start_code(code)
    slug = slugify(facts["name"])[:50] or "koperasi"
    cooperative = create_cooperative(slug=slug, kind=Cooperative.Kind.EXISTING, **facts)
    with acting_for(cooperative.id):
        open_book(cooperative_id=cooperative.id)
        security.keep_person(person, None)
        since = min(clock.today(), facts["books_from"])
        security.appoint(cooperative_id=cooperative.id, person_id=person.id, role=role, since=since, by=person.id)
        security.record(
            cooperative_id=cooperative.id, person_id=person.id, deed="start.done", subject=str(person.id)
        )  # fmt: skip
    return cooperative, person
