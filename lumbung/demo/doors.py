"""Ways in, in the first cooperative: a case that somebody stopped, and a facilitator who helped for two hours."""

from datetime import date, datetime, timedelta

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING
from lumbung.recovery import actions
from lumbung.security.models import Person

STOPPED, HELPED = 23, 4  # days ago


def use_the_doors(writer: Writer, people: dict[str, Person], today: date) -> None:
    """Somebody asked in the cashier's name; she saw it and said no. The programme's trainer looked at the copies."""
    here = {"cooperative_id": writer.id}
    with acting_for(writer.id):
        with _at(today, STOPPED):
            case = actions.open_case(
                person_id=people["kasir"].id, by=people["sekretaris"].id, reason="Mengaku HP hilang, datang sebentar",
                seen=True, request_id=writer.request(), **here,
            )  # fmt: skip
        with _at(today, STOPPED - 1):
            note = "HP saya tidak hilang dan saya tidak pernah datang."
            actions.object_to(case_id=case.id, by=people["kasir"].id, note=note, **here)
        with _at(today, HELPED):
            actions.give_help(
                login_name="pelatih", hours=2, reason="Memeriksa cadangan di stik USB", by=people["ketua"].id,
                request_id=writer.request(), **here,
            )  # fmt: skip


def _at(today: date, days_ago: int):
    return clock.frozen(datetime.combine(today - timedelta(days=days_ago), EVENING))
