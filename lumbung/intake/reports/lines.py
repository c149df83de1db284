"""From a line of a cash book to its deed: whose dues it is, which category, or money that waits for a name."""

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cash import reports as cash
from lumbung.cash.models import CashPlace
from lumbung.dues import reports as dues
from lumbung.dues.actions import preview
from lumbung.intake.reports.told import Told
from lumbung.intake.rules import answers
from lumbung.intake.rules import lines as rules
from lumbung.intake.rules.names import Register
from lumbung.intake.rules.plan import CLEAR, DUES, JOURNAL, PRINCIPAL, SUSPENSE, Choice, Plan, Step
from lumbung.ledger.reports import holder_entries
from lumbung.members.models import Member
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

NEAR = 3  # days between a transfer in one book and the same in the other


class Resolver:
    """Decides line after line; each sees what the lines before it have taken."""

    def __init__(self, made: Plan, wanted):
        self.made, self.wanted = made, wanted
        coop = wanted.cooperative_id
        self.register = Register(Member.objects.filter(cooperative_id=coop).order_by("number"))
        self.cards = dues.cards(coop, self.register.members.values())
        self.owed = dues.principal_owed_by_all(coop, self.register.members.values(), wanted.today)
        self.told = Told(coop)
        self.banks = [place for place in cash.places(coop) if place.kind == CashPlace.Kind.BANK]
        self.moved = _transfers(coop, made.place)

    def resolve(self, step: Step) -> None:
        """Give the step its category, its member and its deed."""
        row, inward = step.row, step.amount > 0
        step.amount = abs(step.amount)
        answer = self.wanted.answers.get(answers.key(row), {})
        step.category, step.confidence = rules.category_of(
            row.values.get("description") or "",
            inward=inward,
            bank=self.made.reading.kind == "bank",
            answer=str(answer.get("category") or ""),
        )
        step.facts["inward"] = inward
        if step.category in rules.TO_MEMBERS and inward:
            self._to_member(step, answer)
        elif step.category == "money.moved":
            self._moved(step)
        elif rules.is_plain(step.category):
            step.deed = JOURNAL
        else:
            self._wait(step, "category", _why(step))

    # --- members ------------------------------------------------------------------------------------------

    def _to_member(self, step: Step, answer: dict) -> None:
        """Dues, principal and savings go to whom the line names, when it names exactly one."""
        found = self.register.in_text(step.row.values.get("description") or "")
        chosen = str(answer.get("member") or "")
        member = self.register.members.get(int(chosen)) if chosen.isdigit() else found.member
        if member is None:
            choices = [Choice(str(m.id), f"{m.number} {m.full_name}") for m in found.candidates]
            self._wait(step, "member", _("Tidak jelas siapa yang membayar. Pilih anggotanya."), choices)
            return
        step.member = member
        account = rules.TO_MEMBERS[step.category]
        if account == "320000":
            self._dues(step, member, sure=bool(answer.get("member")))
        elif account == "310000":
            self._principal(step, member)
        else:
            step.deed = JOURNAL

    def _dues(self, step: Step, member: Member, *, sure: bool) -> None:
        """As dues of that day, unless a grid has told of them and no person says that these came beside it."""
        day = step.row.values["date"]
        if self.told.of(member, day):
            if self.told.take(member, "320000", step.amount):
                step.deed = CLEAR  # it only comes out of the clearing account
                return
            if not sure:
                self._more_than_told(step, member)
                return
        if member.joined_on and day < member.joined_on:
            told = {"who": f"{member.full_name} ({member.number})", "day": long_date(member.joined_on)}
            self._wait(step, "member", _("%(who)s baru bergabung %(day)s. Periksa tanggal baris ini.") % told)
            return
        try:
            parts = preview(self.cards[member.id], step.amount, day)
        except Refused as refusal:
            self._wait(step, "member", f"{member.full_name} ({member.number}): {refusal}")
            return
        self.cards[member.id].take(parts)
        step.deed, step.months = DUES, {part.period: part.amount for part in parts}

    def _more_than_told(self, step: Step, member: Member) -> None:
        told = {"who": f"{member.full_name} ({member.number})", "amount": money.show(step.amount)}
        words = _("Menurut daftar iuran %(who)s membayar kurang dari yang tertulis di buku kas (%(amount)s).")
        words += " " + _("Bila uang ini di luar daftar itu, jawab sebagai iurannya.")
        self._wait(step, "inflow", words % told)

    def _principal(self, step: Step, member: Member) -> None:
        if self.told.take(member, "310000", step.amount):
            step.deed = CLEAR
            return
        owed = self.owed.get(member.id, 0)
        if step.amount > owed or member.status in (Member.Status.LEFT, Member.Status.DECEASED):
            told = {"who": f"{member.full_name} ({member.number})", "owed": money.show(owed),
                    "amount": money.show(step.amount)}  # fmt: skip
            words = _("Simpanan pokok %(who)s tinggal %(owed)s, di baris ini %(amount)s. Periksa.")
            self._wait(step, "inflow", words % told)
            return
        self.owed[member.id] = owed - step.amount
        step.deed = PRINCIPAL

    # --- transfers -----------------------------------------------------------------------------------------

    def _moved(self, step: Step) -> None:
        """Between cash and bank: told by two books, booked once. Without an account to name, it is under way."""
        day = step.row.values["date"]
        for twin in self.moved:
            if twin[1:] == (step.amount, step.facts["inward"]) and abs((twin[0] - day).days) <= NEAR:
                self.moved.remove(twin)
                step.deed = "known"
                return
        step.deed = JOURNAL
        if self.made.reading.kind == "cash" and len(self.banks) == 1:
            step.facts["bank"] = self.banks[0]

    def _wait(self, step: Step, field: str, words: str, choices=()) -> None:
        step.deed = SUSPENSE
        step.ask(field, words, choices)


def _why(step: Step) -> str:
    if step.category in rules.UNKNOWN or not step.category:
        words = _("Belum jelas uang ini dari apa.") if step.facts["inward"] else _("Belum jelas uang ini untuk apa.")
    else:
        words = _("Jenis ini perlu dilengkapi orangnya atau tempatnya.")
    return words + " " + _("Pilih jenisnya, atau jelaskan nanti.")


def _transfers(cooperative_id: int, place) -> list[tuple]:
    """(day, sen, into this bank?) of transfers that another book has told of this bank account."""
    if place is None or place.kind != CashPlace.Kind.BANK:
        return []
    found = []
    for entry in holder_entries(cooperative_id, place.id):
        if entry.kind == "money.moved" and not entry.reversed_by:
            inward = any(line.holder == place.id and line.debit for line in entry.lines)
            found.append((entry.booked_on, entry.amount, inward))
    return found
