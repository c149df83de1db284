"""Second locks: an authenticator, a passkey, printed spare codes. Put on, taken off, shown at the door."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password, make_password
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.security import codes, notices, sittings
from lumbung.security.actions import record
from lumbung.security.models import Person, Pin, Sitting, SpareCode
from lumbung.sql import writes
from lumbung.web.words import Refused

APP, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN


def locks_of(person_id: int) -> list[Authenticator]:
    """What a person has put on, the oldest first; each with the name she knows it by."""
    found = list(Authenticator.objects.filter(user_id=person_id, type__in=(APP, PASSKEY)).order_by("id"))
    for lock in found:
        lock.name = lock.data["name"] if lock.type == PASSKEY else _("Aplikasi autentikator")
    return found


def spares_left(person_id: int) -> int:
    return SpareCode.objects.filter(person_id=person_id, used_at=None).count()


def add_app(*, person: Person, secret: str, typed: str, sitting: Sitting | None) -> None:
    """Put on an authenticator whose first six digits she typed; the one before it is off.

    Raises  Refused: the digits are not what it shows now
    """
    step = codes.matching_step(secret, typed, clock.now())
    if step is None:
        raise Refused(_("Enam angka itu tidak cocok. Tunggu angka berikutnya, lalu tulis lagi. Periksa juga jam HP."))
    _add(person, APP, {"secret": secret, "step": step}, _("Aplikasi autentikator"), sitting)


def add_passkey(*, person: Person, name: str, credential: dict, sitting: Sitting | None) -> None:
    """Put on a passkey that `passkeys` has checked."""
    _add(person, PASSKEY, {"name": name, "credential": credential}, name, sitting)


@writes
def _add(person: Person, kind: str, data: dict, name: str, sitting: Sitting | None) -> None:
    if kind == APP:
        Authenticator.objects.filter(user=person, type=APP).delete()
    Authenticator.objects.create(user=person, type=kind, data=data, created_at=clock.now())
    if sitting:
        sittings.strengthened(sitting)
    _changed(person.id, "factor.added", name, sitting)


def _changed(person_id: int, what: str, name: str, sitting: Sitting | None) -> None:
    """Everybody else who sits under this name is out, and she is told."""
    sittings.end_all(person_id, "factor", but=sitting)
    notices.tell([person_id], what, what=name)
    record(cooperative_id=None, person_id=person_id, deed=what, subject=str(person_id), detail={"what": name})


@writes
def remove(*, person: Person, number: int, sitting: Sitting | None) -> None:
    """Take a second lock off; without any, the spare codes open nothing and go too."""
    lock = next((lock for lock in locks_of(person.id) if lock.id == number), None)
    if lock is None:
        return
    name = lock.name
    lock.delete()
    if not locks_of(person.id):
        SpareCode.objects.filter(person_id=person.id).delete()
    _changed(person.id, "factor.removed", name, sitting)


@writes
def forget_all(person_id: int) -> None:
    """She has lost what they hang on: every second lock, spare code and PIN is worth nothing from now on."""
    Authenticator.objects.filter(user_id=person_id).delete()
    SpareCode.objects.filter(person_id=person_id).delete()
    Pin.objects.filter(person_id=person_id).delete()


@writes
def app_opens(person: Person, typed: str) -> bool:
    """Whether these are the digits of her authenticator now; each step opens once."""
    app = Authenticator.objects.select_for_update().filter(user=person, type=APP).first()
    step = codes.matching_step(app.data["secret"], typed, clock.now(), app.data.get("step", 0)) if app else None
    if step is None:
        return False
    app.data["step"], app.last_used_at = step, clock.now()
    app.save(update_fields=["data", "last_used_at"])
    return True


def make_spares(person: Person) -> list[str]:
    """New spare codes, shown this once; the old ones are worthless. Hashing comes before the turn to write."""
    fresh: dict[str, str] = {}
    while len(fresh) < codes.SPARES:
        code = codes.new_spare()
        fresh.setdefault(code[: codes.FRONT], code)
    _keep_spares(person.id, {front: make_password(code) for front, code in fresh.items()})
    return [codes.spelled(code) for code in fresh.values()]


@writes
def _keep_spares(person_id: int, hashes: dict[str, str]) -> None:
    SpareCode.objects.filter(person_id=person_id).delete()
    now = clock.now()
    rows = [SpareCode(person_id=person_id, front=front, code_hash=h, made_at=now) for front, h in hashes.items()]
    SpareCode.objects.bulk_create(rows)
    notices.tell([person_id], "codes.made")
    record(cooperative_id=None, person_id=person_id, deed="codes.made", subject=str(person_id))


def spare_opens(person: Person, typed: str) -> bool:
    """Whether this is one of her unused spare codes; from now on it is used."""
    code = codes.normal_spare(typed)
    kept = SpareCode.objects.filter(person_id=person.id, front=code[: codes.FRONT], used_at=None).first()
    return bool(code and kept and check_password(code, kept.code_hash) and _spend(kept))


@writes
def _spend(kept: SpareCode) -> bool:
    spent = SpareCode.objects.filter(id=kept.id, used_at=None).update(used_at=clock.now()) == 1
    if spent:
        notices.tell([kept.person_id], "code.used")
        record(cooperative_id=None, person_id=kept.person_id, deed="code.used", subject=str(kept.person_id))
    return spent
