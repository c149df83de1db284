"""Exercises of the last months: a desk that learns, a member or two, and neighbours who have begun."""

from datetime import date, datetime

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING
from lumbung.safety import actions, exercises, rules
from lumbung.security.models import Person

MONTHS = 4
ABSENT = {(0, "bendahara"), (0, "ketua"), (0, "anggota"), (1, "kasir"), (2, "anggota"), (3, "pengawas"), (3, "kasir")}
MISTAKEN = {(3, "bendahara"), (3, "sekretaris"), (2, "kasir"), (1, "anggota"), (2, "ketua")}


def practise(writer: Writer, desk: dict, today: date) -> None:
    """Who answered in which month, and rightly or not; `desk` is by sign-in. This month still waits for some."""
    for back, month in enumerate(rules.months_back(rules.month_of(today), MONTHS)):
        day = min(max(month.replace(day=9), writer.life.start), today)
        with acting_for(writer.id), clock.frozen(datetime.combine(day, EVENING)):
            for sign_in, person in desk.items():
                if (back, sign_in.role) not in ABSENT and rules.month_of(day) == month:
                    _answer(writer, person, day, (back, sign_in.role) not in MISTAKEN)


def _answer(writer: Writer, person: Person, day: date, rightly: bool) -> None:
    answers = exercises.of_month(rules.month_of(day)).answers
    chosen = next(at for at, answer in enumerate(answers, 1) if answer.right == rightly)
    actions.practise(cooperative_id=writer.id, person_id=person.id, answer=chosen, request_id=writer.request())
