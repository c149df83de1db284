"""How a case stands, who may take its next step, and who is told of it."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils.crypto import salted_hmac

from lumbung import clock
from lumbung.cooperatives.tenant import across, acting_for
from lumbung.recovery import rules
from lumbung.recovery.models import Case, Step
from lumbung.security.models import Appointment, Person, ProgrammeAppointment
from lumbung.security.reports import in_office, names, roles_in
from lumbung.security.rules import HANDLERS

SALT, FEW = "lumbung.recovery.code", 60


class Standing(NamedTuple):
    """A case as a page shows it."""

    case: Case
    steps: list[Step]
    state: str
    name: str
    opener: str
    people: dict[int, str]

    @property
    def ended(self) -> bool:
        return self.state in rules.ENDED

    @property
    def ready_at(self) -> datetime | None:
        return next((step.ready_at for step in self.steps if step.ready_at), None)

    @property
    def last_at(self) -> datetime:
        return self.steps[-1].at if self.steps else self.case.opened_at

    @property
    def told(self) -> list[tuple[Step, str]]:
        return [(step, self.people.get(step.by, "")) for step in self.steps]


def hashed(code: str) -> str:
    """What is kept of a code: keyed with the installation's secret, so that the table alone opens nothing."""
    return salted_hmac(SALT, code, algorithm="sha256").hexdigest()


def case(cooperative_id: int, case_id: int) -> Case | None:
    return Case.objects.filter(cooperative_id=cooperative_id, id=case_id).first()


def steps(case: Case) -> list[Step]:
    return list(Step.objects.filter(cooperative_id=case.cooperative_id, case_id=case.id).order_by("position"))


def state(case: Case, now: datetime) -> str:
    return _state(case, steps(case), now)


def _state(case: Case, its: list[Step], now: datetime) -> str:
    return rules.state(case.kind, [rules.Told(step.kind, step.ready_at, step.expires_at) for step in its], now)


def standing(case: Case) -> Standing:
    return standings([case], clock.now())[0]


def standings(cases: list[Case], now: datetime) -> list[Standing]:
    """Each case as it stands, by two statements however many there are."""
    if not cases:
        return []
    by_case: dict[int, list[Step]] = {one.id: [] for one in cases}
    cooperative_id = cases[0].cooperative_id
    for step in Step.objects.filter(cooperative_id=cooperative_id, case_id__in=list(by_case)).order_by("position"):
        by_case[step.case_id].append(step)
    known = names({one.person_id for one in cases} | {one.opened_by for one in cases}
                  | {step.by for its in by_case.values() for step in its})  # fmt: skip
    return [
        Standing(one, by_case[one.id], _state(one, by_case[one.id], now), known.get(one.person_id, ""),
                 known.get(one.opened_by, ""), known)
        for one in cases
    ]  # fmt: skip


def newest(cooperative_id: int, now: datetime) -> list[Standing]:
    """The cases of a cooperative, the latest first."""
    return standings(list(Case.objects.filter(cooperative_id=cooperative_id).order_by("-id")[:FEW]), now)


def open_case_of(cooperative_id: int, person_id: int) -> Case | None:
    """A case of hers that can still lead in."""
    hers = Case.objects.filter(cooperative_id=cooperative_id, person_id=person_id).order_by("-id")[:1]
    return next((one.case for one in standings(list(hers), clock.now()) if not one.ended), None)


def confirmed_by(case: Case) -> int | None:
    return next((step.by for step in steps(case) if step.kind == Step.Kind.CONFIRMED), None)


def step_of_code(code: str) -> Step | None:
    """The step that a code was made in, while it opens. Asked at the door, where nobody has chosen a cooperative."""
    typed = rules.normal_code(code)
    with across(Step) as codes:
        found = codes.filter(kind=Step.Kind.CODE, code_hash=hashed(typed), expires_at__gte=clock.now()).first()
    if not typed or found is None:
        return None
    with acting_for(found.cooperative_id):
        later = Step.objects.filter(case_id=found.case_id, position__gt=found.position)
        return None if later.exists() else found


def person_of_step(step: Step) -> Person:
    with acting_for(step.cooperative_id):
        return Person.objects.get(id=Case.objects.get(id=step.case_id).person_id)


# --- who may, and who is told -----------------------------------------------------------------------------------------


def offices_here(cooperative_id: int, person_id: int, on: date) -> frozenset[str]:
    """What she is in this cooperative beside a member."""
    return roles_in(cooperative_id, person_id, on) - {"anggota"}


def belongs(cooperative_id: int, person_id: int, on: date) -> bool:
    return bool(roles_in(cooperative_id, person_id, on))


def offices_everywhere(person_id: int, on: date) -> set[str]:
    """Her offices in every cooperative: whoever takes over her account takes over all of them."""
    with across(Appointment) as appointments:
        held = appointments.filter(in_office(on), person_id=person_id).exclude(role="anggota")
        return set(held.values_list("role", flat=True))


def who_may_be_lost(cooperative_id: int, by: int, on: date) -> list[tuple[str, str]]:
    """The people with an office here, for somebody who opens a case: not himself."""
    held = Appointment.objects.filter(in_office(on), cooperative_id=cooperative_id).exclude(role="anggota")
    serving = set(held.values_list("person_id", flat=True))
    return sorted(((str(one), name) for one, name in names(serving - {by}).items()), key=lambda each: each[1])


def login_name(case: Case) -> str:
    return Person.objects.values_list("login_name", flat=True).get(id=case.person_id)


def new_cases(cooperative_id: int, now: datetime) -> dict[int, int]:
    """person → the case by which somebody new is let in, while she has not come."""
    cases = list(Case.objects.filter(cooperative_id=cooperative_id, kind=Case.Kind.FIRST).order_by("id"))
    return {one.case.person_id: one.case.id for one in standings(cases, now) if not one.ended}


def handlers(cooperative_id: int, on: date) -> set[int]:
    """The people who may open, confirm and hand over here."""
    with acting_for(cooperative_id):
        held = Appointment.objects.filter(in_office(on), role__in=HANDLERS)
        return set(held.values_list("person_id", flat=True))


def may_confirm(case: Case, on: date) -> set[int]:
    """Whoever may be officer 2: another handler; where nobody is left, an officer of the programme."""
    here = handlers(case.cooperative_id, on) - {case.opened_by, case.person_id}
    return here or set(
        ProgrammeAppointment.objects.filter(role="petugas", until=None, since__lte=on)
        .exclude(person_id__in=[case.opened_by, case.person_id]).values_list("person_id", flat=True)
    )  # fmt: skip


def told(cooperative_id: int, now: datetime) -> list[Standing]:
    """The cases that stand on the first page of every officer: what runs, and for a week what has ended."""
    cases = Case.objects.filter(cooperative_id=cooperative_id, opened_at__gte=now - 4 * rules.TOLD_AFTER)
    return [
        one for one in standings(list(cases.order_by("-id")), now)
        if not one.ended or now - one.last_at < rules.TOLD_AFTER
    ]  # fmt: skip
