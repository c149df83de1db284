"""Who of a member book is new, who is known, and what must be asked about either."""

import re
from collections import defaultdict

from django.utils.translation import gettext as _

from lumbung.intake.reading import Row
from lumbung.intake.reports import batches
from lumbung.intake.rules import answers
from lumbung.intake.rules import members as rules
from lumbung.intake.rules.names import alike
from lumbung.intake.rules.plan import KNOWN, NOTHING, REGISTER, RESTORE, SKIPPED, Plan, Step
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.sheets.people import same_name

COMPARED = {"phone": "phone", "born": "born_on", "joined": "joined_on", "left": "left_on"}


def plan(made: Plan, wanted) -> None:
    """Fill `made` with a step for each row."""
    members = Member.objects.filter(cooperative_id=wanted.cooperative_id).order_by("number")
    register = _Register(members, batches.taken_back(wanted.cooperative_id))
    for position, row in enumerate(made.reading.rows, 1):
        answer = wanted.answers.get(answers.key(row), {})
        step = Step(row, position)
        made.steps.append(step if answer.get("skip") else _step(step, register))


def _step(step: Step, register: "_Register") -> Step:
    row = step.row
    if row.status == "skipped":
        step.deed = SKIPPED
    elif not row.values.get("name"):
        step.deed = NOTHING
        _ask_problems(step, "")
    elif register.has_seen(row):
        step.deed = NOTHING
        step.ask("nik", _("Baris ini sama orangnya dengan baris di atasnya. Hapus salah satu bila memang satu orang."))
    elif member := register.match(row):
        step.deed, step.member = RESTORE if register.comes_back(row, member) else KNOWN, member
        _ask_differences(step, member)
    else:
        step.deed = REGISTER
        step.facts = rules.facts(row)
        register.give_number(step)
        _ask_problems(step, step.facts["number"] or "")
    return step


def _ask_problems(step: Step, number: str) -> None:
    for problem in step.row.problems:
        step.ask(problem.field, rules.question(problem, step.row, number))


def _ask_differences(step: Step, member: Member) -> None:
    """A match changes nothing: what differs is asked."""
    values = step.row.values
    differing = [
        (field, values.get(field), getattr(member, column))
        for field, column in COMPARED.items()
        if values.get(field) and values[field] != getattr(member, column)
    ]
    if values.get("nik") and values["nik"] != nik.of(member):
        differing.append(("nik", nik.masked(values["nik"]), nik.masked(nik.of(member))))
    for field, theirs, ours in differing:
        step.ask(field, rules.difference(field, theirs, ours, member))


class _Register:
    """Everybody there is, by whatever tells them apart; and the rows of this book already met."""

    def __init__(self, members, taken_back: set[int]):
        self.taken_back = taken_back
        self.by_nik: dict[str, Member] = {}
        self.by_phone, self.by_name = defaultdict(list), defaultdict(list)
        self.by_number: dict[str, Member | None] = {}
        self.met: set[str] = set()
        for member in members:
            self.by_nik[nik.of(member)] = member
            self.by_phone[member.phone].append(member)
            self.by_name[same_name(member.full_name)].append(member)
            self.by_number[member.number] = member
        self.by_nik.pop("", None)
        self.by_phone.pop("", None)

    def has_seen(self, row: Row) -> bool:
        """Whether a row above already had this NIK."""
        digits = row.values.get("nik")
        again = bool(digits) and digits in self.met
        self.met.add(digits or "")
        return again

    def comes_back(self, row: Row, member: Member) -> bool:
        """Whether she left the register only because the file that had brought her in was undone."""
        return member.id in self.taken_back and member.status == Member.Status.LEFT and not rules.is_gone(row.values)

    def match(self, row: Row) -> Member | None:
        """By NIK; else phone and name; else number and name; else name with a day of birth or joining, when one fits.

        Source  reference/domain.md 7.2: never by the name alone when two fit
        """
        values, name = row.values, same_name(row.values["name"])
        if found := self.by_nik.get(values.get("nik") or ""):
            return found
        near = [m for m in self.by_phone.get(values.get("phone") or "", ()) if alike(name, m.full_name)]
        numbered = self.by_number.get((values.get("number") or "").strip())
        near += [numbered] if numbered and alike(name, numbered.full_name) else []
        same = [member for member in self.by_name.get(name, ()) if not rules.contradict(values, member)]
        near += same if len(same) == 1 else [member for member in same if rules.agree(values, member)]
        standing = [member for member in near if not (values.get("nik") and nik.of(member))]
        return standing[0] if len({member.id for member in standing}) == 1 else None

    def give_number(self, step: Step) -> None:
        """The number in the book, unless somebody has it; then the next free one, and a question."""
        number = step.facts["number"]
        if number and number in self.by_number:
            taken = self.by_number[number]
            holder = taken.full_name if taken else _("baris di atasnya")
            step.facts["number"] = None
            step.ask(
                "number",
                _("Nomor %(number)s untuk %(name)s sudah dipakai %(holder)s. Periksa di buku anggota.")
                % {"number": number, "name": step.facts["full_name"], "holder": holder},
            )
        elif number and not re.search(r"\w", number):
            step.facts["number"] = None
        if step.facts["number"]:
            self.by_number[step.facts["number"]] = None
