"""Questions about places and days. Each costs one query."""

from datetime import date, timedelta

from django.db.models import Case, Q, QuerySet, Value, When

from lumbung.places import rules
from lumbung.places.models import Area, Holiday

SATURDAY = 5
LONGEST_REST = timedelta(days=30)  # no row of days off is longer


def area(code: str) -> Area:
    """Raises Area.DoesNotExist."""
    return Area.objects.get(code=code)


def kecamatan(code: str) -> Area:
    """The district around a village (or the district itself). Raises Area.DoesNotExist."""
    return area(".".join(code.split(".")[:3]))


def full_name(code: str) -> str:
    """ "Kelurahan Karangbesuki, Kecamatan Sukun, Kota Malang". A code that is not known is shown as it is."""
    codes = rules.line(code)
    names = {one.code: one.title for one in Area.objects.filter(code__in=codes)}
    if code not in names:
        return code
    return ", ".join(names[one] for one in codes if one == code or rules.level(one) > 1)


def children(code: str = "") -> QuerySet[Area]:
    """The areas directly inside, by code; the provinces when no code is given."""
    return Area.objects.filter(parent=code or None).order_by("code")


def search(text: str, under: str | None = None, limit: int = 20) -> list[Area]:
    """Areas by a part of their name ("oro dowo", "kel. sukun"), by code, or by postal code; the closest first.

    under   only inside the area with this code, or that area itself
    """
    wanted, kinds = rules.without_title(text)
    whole, bare = rules.fold(text), rules.fold(wanted)
    if not whole:
        return []
    areas = Area.objects.filter(_named(whole) | Q(kind__in=kinds) & _named(bare) | _coded(text))
    if under:
        areas = areas.filter(Q(code=under) | Q(code__startswith=f"{under}."))
    return list(areas.order_by(_closeness(whole, bare), "level", "code").select_related("parent__parent")[:limit])


def _named(folded: str) -> Q:
    return Q(folded__contains=folded)


def _coded(text: str) -> Q:
    code = rules.dotted(text)
    return Q(code=code) | Q(parent=code) if code else Q(postal_code=text.strip()) & ~Q(postal_code="")


def _closeness(whole: str, bare: str) -> Case:
    return Case(
        When(folded__in=[whole, bare], then=Value(0)),
        When(Q(folded__startswith=whole) | Q(folded__startswith=bare), then=Value(1)),
        default=Value(2),
    )


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no holiday or collective leave. A year without rows has only weekends."""
    return day.weekday() < SATURDAY and not Holiday.objects.filter(date=day).exists()


def next_working_day(day: date) -> date:
    """The first working day from `day` on (`day` itself when people work then): what falls due earlier is due there."""
    off = set(Holiday.objects.filter(date__range=(day, day + LONGEST_REST)).values_list("date", flat=True))
    while day.weekday() >= SATURDAY or day in off:
        day += timedelta(days=1)
    return day
