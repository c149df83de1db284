"""Second people in the first cooperative: whose family whom, whom to tell, and the words that messages carry."""

from datetime import date

from lumbung.approvals import actions as approvals
from lumbung.cooperatives import actions as cooperatives
from lumbung.demo.writer import Writer

PHRASE = "padi rawit"
BROTHER, HEIRS = 17, {18: ("Yanti", "anak"), 19: ("Suparno", "suami")}  # by their place among the members


def keep(writer: Writer, chair: int, secretary: int, today: date) -> None:
    """Said once at a meeting and written down by the secretary."""
    cooperatives.set_bylaw(
        cooperative_id=writer.id, key="message_phrase", value=PHRASE, valid_from=today.replace(day=1),
        basis="Keputusan rapat pengurus",
    )  # fmt: skip
    facts = {"cooperative_id": writer.id, "by": secretary}
    approvals.tie(
        payee=writer.members[BROTHER].id, officer=chair, relation="adik", request_id=writer.request(), **facts
    )
    for place, (name, relation) in HEIRS.items():
        approvals.name_heir(
            member_id=writer.members[place].id, name=name, relation=relation, phone="", request_id=writer.request(),
            **facts,
        )  # fmt: skip
