"""Sign-ins: begun at the door, locked, opened again by a PIN, ended; and the devices on which they happen.

The browser's session only names its sitting. All that decides is here, so that one can be ended from anywhere and is
over at the next request.
"""

import hashlib
import secrets

from django.conf import settings
from django.contrib.auth import login
from django.db.models import Exists, OuterRef

from lumbung import clock
from lumbung.security import limits, notices
from lumbung.security.models import Acquaintance, Device, Notice, Person, Pin, Sitting
from lumbung.sql import writes

COOKIE, COOKIE_AGE = "__Host-perangkat", 400 * 24 * 60 * 60
SITTING = "sitting"  # the key in the browser's session
BACKEND = "lumbung.security.signin.PersonBackend"
NOTED_EVERY = 30  # seconds; not every page writes


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def agent_hash(request) -> str:
    """What the browser says it is, short: a stolen cookie seldom comes with the same words."""
    return _hashed(request.headers.get("User-Agent", ""))[:16]


def device_here(request) -> Device | None:
    """The device whose cookie came with this request."""
    token = request.COOKIES.get(COOKIE, "")
    return Device.objects.filter(token_hash=_hashed(token)).first() if token else None


def _introduced(request) -> Device:
    """A device that nobody has met; its cookie goes out with the answer (`middleware`)."""
    request.device_token = secrets.token_urlsafe(32)
    name = limits.device_name(request.headers.get("User-Agent", ""))
    return Device.objects.create(token_hash=_hashed(request.device_token), name=name, met_at=clock.now())


@writes
def begin(request, person: Person, *, strong: bool) -> Sitting:
    """Let somebody in who has proved who she is.

    strong  she showed a second factor too
    """
    login(request, person, backend=BACKEND)
    now, device = clock.now(), device_here(request) or _introduced(request)
    _acquaint(person, device)
    _notice_two_places(person, device)
    Sitting.objects.filter(person_id=person.id, started_at__lt=now - limits.REMEMBER).delete()
    sitting = Sitting.objects.create(
        person_id=person.id, device=device, agent=agent_hash(request), started_at=now, seen_at=now,
        stepped_at=now, strong_at=now if strong else None,
    )  # fmt: skip
    request.session[SITTING] = sitting.id
    request.sitting = sitting
    return sitting


def _acquaint(person: Person, device: Device) -> None:
    """The first time that a person sits at a device: from her second device on, she and her colleagues are told."""
    if Acquaintance.objects.filter(person_id=person.id, device=device).exists():
        return
    first = not Acquaintance.objects.filter(person_id=person.id).exists()
    Acquaintance.objects.create(person_id=person.id, device=device, since=clock.now(), first=first)
    if not (first or settings.DEMO):  # a demo's passphrases are everybody's, and every browser is new
        notices.tell([person.id], "device.own", device=device.name)
        notices.tell(notices.colleagues(person.id), "device.new", name=person.full_name, device=device.name)


def _notice_two_places(person: Person, device: Device) -> None:
    """One account in use at two devices within the same minutes is shared, or somebody else's."""
    lately = clock.now() - limits.TOGETHER
    others = Sitting.objects.filter(person_id=person.id, ended_at=None, locked_at=None, seen_at__gt=lately)
    other = others.exclude(device=device).select_related("device").first()
    if other and not settings.DEMO:
        notices.tell([person.id], "device.two", here=device.name, there=other.device.name)


def current(request) -> Sitting | None:
    """The sitting of a signed-in request, noted as seen; nothing when it is over, locked, or of another device."""
    found, now = _named(request), clock.now()
    if found is None or found.ended_at or found.locked_at:
        return None
    standing = limits.standing(started_at=found.started_at, seen_at=found.seen_at, now=now, own=found.own)
    if standing != limits.HERE:
        _close(found, standing)
        return None
    if (now - found.seen_at).total_seconds() >= NOTED_EVERY:
        _note(found)
    return found


def _named(request) -> Sitting | None:
    """The sitting that the session names, if it is this person's at this device; with what a page asks beside it."""
    token = request.COOKIES.get(COOKIE, "")
    mine = Acquaintance.objects.filter(person_id=OuterRef("person_id"), device=OuterRef("device"), own=True)
    news = Notice.objects.filter(person_id=OuterRef("person_id"), read_at=None)
    here = Sitting.objects.filter(
        id=request.session.get(SITTING) or 0, person_id=request.user.pk, device__token_hash=_hashed(token)
    )
    return here.annotate(own=Exists(mine), has_news=Exists(news)).first()


@writes
def _note(sitting: Sitting) -> None:
    sitting.seen_at = clock.now()
    sitting.save(update_fields=["seen_at"])


def _close(sitting: Sitting, standing: str) -> None:
    """Too long without a touch: locked where a PIN can open it again. Too long altogether: over."""
    if standing == limits.IDLE and Pin.objects.filter(person_id=sitting.person_id).exists():
        lock(sitting)
    else:
        end([sitting.id], "limit")


@writes
def lock(sitting: Sitting) -> None:
    """Nobody sees anything until she has written her PIN."""
    Sitting.objects.filter(id=sitting.id, ended_at=None).update(locked_at=clock.now())


@writes
def end(numbers, because: str) -> int:
    """End sittings, wherever they are; how many there were."""
    return Sitting.objects.filter(id__in=list(numbers), ended_at=None).update(
        ended_at=clock.now(), ended_because=because
    )


@writes
def end_all(person_id: int, because: str, *, but: Sitting | None = None) -> int:
    """End every sitting of a person, except the one in which she asks for it."""
    mine = Sitting.objects.filter(person_id=person_id, ended_at=None).exclude(id=but.id if but else 0)
    return end(mine.values_list("id", flat=True), because)


@writes
def stepped(sitting: Sitting) -> None:
    """The passphrase or PIN was written just now."""
    sitting.stepped_at, sitting.wrong_pins = clock.now(), 0
    sitting.save(update_fields=["stepped_at", "wrong_pins"])


@writes
def strengthened(sitting: Sitting) -> None:
    """A second factor was shown, or put on, just now."""
    sitting.strong_at = clock.now()
    sitting.save(update_fields=["strong_at"])


@writes
def opened(request, sitting: Sitting) -> None:
    """A locked sitting goes on, under a new session of the browser."""
    person = Person.objects.get(id=sitting.person_id, is_active=True)
    login(request, person, backend=BACKEND)
    sitting.locked_at, sitting.wrong_pins = None, 0
    sitting.seen_at = sitting.stepped_at = clock.now()
    sitting.save(update_fields=["locked_at", "wrong_pins", "seen_at", "stepped_at"])
    request.session[SITTING] = sitting.id
    request.sitting = sitting
