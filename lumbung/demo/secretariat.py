"""Officers, employees, guests, suggestions, minutes, incidents and letters of one cooperative, the same every time."""

from datetime import date, datetime, timedelta
from itertools import count
from random import Random

from lumbung import ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo import secretariat_words as words
from lumbung.demo.deeds import day_in, months_from
from lumbung.demo.pilot import SEED, Profile
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING
from lumbung.meetings import actions
from lumbung.meetings.models import Answer, Incident, Letter, Meeting, Suggestion, Term, Visit

BOARD = ("Ketua", "Sekretaris", "Bendahara", "Wakil Ketua Bidang Usaha", "Wakil Ketua Bidang Anggota")
SEATS = (0, 1, 2, 6, 7)  # whose sign-ins are the chair's, the secretary's and the treasurer's
WATCHING = (4, 8)
HEADMEN = {"35.73.04.1009": "Sigit Prabowo", "35.73.02.1001": "Wahyu Nugraha", "35.73.04.1005": "Retno Palupi",
           "35.73.01.1002": "Tri Handoko"}  # fmt: skip
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
FIVE_YEARS = timedelta(days=5 * 365)


class Desk:
    """Writes rows of one cooperative in the order of days, each with a request id that follows from its place."""

    def __init__(self, profile: Profile, writer: Writer, today: date):
        self.profile, self.writer, self.today = profile, writer, today
        self.random = Random(f"{SEED} {profile.slug} sekretariat")
        self.start = writer.life.start
        self.members = [member for member in writer.members if member.status == "active"] or writer.members
        self._facts = count(1)

    @property
    def place(self) -> str:
        return "Balai kelurahan" if self.profile.kind == "kmp" else "Rumah ketua"

    def seat(self, index: int):
        return self.writer.members[index] if index < len(self.writer.members) else self.members[-1]

    def officer(self, index: int) -> str:
        return self.seat(SEATS[index]).full_name

    def keep(self, model, rows: list[dict]) -> list:
        """The rows that have happened by today, with the evening on which each was written."""
        told = [
            {**row, "request_id": ids.from_fact(f"demo:{self.profile.slug}:sekretariat:{next(self._facts)}"),
             "at": datetime.combine(row["on"], EVENING)}
            for row in sorted(rows, key=lambda row: row["on"])
            if row["on"] <= self.today
        ]  # fmt: skip
        return actions.keep_many(model, cooperative_id=self.writer.id, by=self.writer.by, rows=told)

    def some_days(self, gap: int) -> list[date]:
        """A day about every so many days, from the beginning until today."""
        days, day = [], self.start + timedelta(days=self.random.randrange(3, gap))
        while day <= self.today:
            days.append(day)
            day += timedelta(days=self.random.randrange(gap // 2, gap + gap // 2))
        return days


def write_secretariat(profile: Profile, writer: Writer, today: date) -> None:
    """Everything that the secretary of this cooperative wrote down until today."""
    with acting_for(writer.id):
        desk = Desk(profile, writer, today)
        for write in (_officers, _employees, _guests, _suggestions, _advice, _minutes, _incidents, _letters):
            write(desk)


def _officers(desk: Desk) -> None:
    decided = f"Rapat anggota {desk.start.day}/{desk.start.month}/{desk.start.year}"
    elected = {"on": desk.start, "until": desk.start + FIVE_YEARS, "approval": decided}
    rows = [
        {"body": "board", "member_id": desk.seat(seat).id, "name": desk.seat(seat).full_name, "position": position,
         **elected}
        for position, seat in zip(BOARD, SEATS, strict=True)
    ]  # fmt: skip
    headman = {"body": "supervisors", "name": HEADMEN[desk.profile.village], "position": "Ketua Pengawas",
               "occupation": "Lurah", "address": "Kantor kelurahan", **elected,
               "approval": "Lurah, karena jabatannya"}  # fmt: skip
    watchers = [
        {"body": "supervisors", "member_id": desk.seat(seat).id, "name": desk.seat(seat).full_name,
         "position": "Anggota Pengawas", **elected}
        for seat in WATCHING
    ]  # fmt: skip
    desk.keep(Term, [*rows, headman, *watchers])


def _employees(desk: Desk) -> None:
    if "snacks" not in desk.profile.deeds:
        return
    since = desk.start + timedelta(days=24)
    asked = {"body": "staff", "on": since, "approval": f"Rapat pengurus {since.day}/{since.month}/{since.year}"}
    keeper, helper = (
        desk.keep(Term, [{**asked, "member_id": desk.seat(seat).id, "name": desk.seat(seat).full_name,
                          "position": position}])
        for seat, position in ((10, "Penjaga gerai"), (11, "Pembantu gudang"))
    )  # fmt: skip
    left = since + timedelta(days=150)
    if helper and left <= desk.today:
        actions.end_term(
            term=helper[0], on=left, reason="Pindah ke Surabaya", by=desk.writer.by,
            request_id=ids.from_fact(f"demo:{desk.profile.slug}:sekretariat:berhenti"),
        )  # fmt: skip


def _guests(desk: Desk) -> None:
    rows = []
    for day in desk.some_days(16):
        name, origin, purpose = desk.random.choice(words.GUESTS)
        rows.append(
            {
                "on": day,
                "name": name,
                "origin": origin,
                "purpose": purpose,
                "met": desk.officer(desk.random.randrange(3)),
                "impression": desk.random.choice(words.IMPRESSIONS),
            }
        )
    written = desk.keep(Visit, rows)
    if written and desk.profile.slug == "karbes":
        actions.correct(
            written[-1], by=desk.writer.by, why="salah tulis asal tamu", origin="RW 04 Karangbesuki",
            request_id=ids.from_fact("demo:karbes:sekretariat:ralat"),
        )  # fmt: skip


def _suggestions(desk: Desk) -> None:
    days = desk.some_days(70)[: len(words.SUGGESTIONS)]
    told = []
    for day, (text, answer) in zip(days, words.SUGGESTIONS[-len(days) :] if days else (), strict=True):
        member = desk.random.choice(desk.members)
        told.append(({"kind": "member", "on": day, "member_id": member.id, "name": member.full_name, "text": text},
                     answer))  # fmt: skip
    _say(desk, told)


def _advice(desk: Desk) -> None:
    told = []
    for kind, said in words.ADVICE.items():
        for day, (name, office, text, answer) in zip(desk.some_days(150), said, strict=False):
            name = name or desk.seat(WATCHING[0]).full_name
            told.append(({"kind": kind, "on": day, "name": name, "office": office, "text": text}, answer))
    _say(desk, sorted(told, key=lambda each: each[0]["on"]))


def _say(desk: Desk, told: list[tuple[dict, str]]) -> None:
    """The suggestions, and a week later what the board answered."""
    kept = desk.keep(Suggestion, [row for row, _answer in told])
    answers = [
        {"suggestion_id": row.id, "on": row.on + timedelta(days=7), "name": desk.officer(0), "text": answer}
        for row, (_row, answer) in zip(kept, told, strict=False)
        if answer
    ]
    desk.keep(Answer, answers)


def _minutes(desk: Desk) -> None:
    rows = []
    for at, month in enumerate(months_from(desk.start + timedelta(days=20), desk.today)):
        rows.append(_board(desk, day_in(month, desk.random.randint(18, 26)), at))
        if month.month % 3 == 1:
            rows.append(_watch(desk, day_in(month, desk.random.randint(8, 16))))
        if month.month == 2 and month > desk.start:
            rows.append(_annual(desk, day_in(month, 22)))
    desk.keep(Meeting, rows)


def _board(desk: Desk, day: date, at: int) -> dict:
    agenda, course, decisions = words.BOARD_AGENDA[at % len(words.BOARD_AGENDA)]
    return {"body": "board", "kind": "regular", "on": day, "hour": "19.30 sampai 21.00", "place": desk.place,
            "invited": 5, "present": desk.random.randint(3, 5), "leader": desk.officer(0),
            "recorder": desk.officer(1), "agenda": agenda, "course": course, "decisions": decisions}  # fmt: skip


def _watch(desk: Desk, day: date) -> dict:
    agenda, course, decisions = words.SUPERVISORS_AGENDA
    watcher = desk.seat(WATCHING[0]).full_name
    return {"body": "supervisors", "kind": "regular", "on": day, "hour": "16.00", "place": desk.place, "invited": 3,
            "present": desk.random.randint(2, 3), "leader": HEADMEN[desk.profile.village], "recorder": watcher,
            "agenda": agenda, "course": course, "decisions": decisions}  # fmt: skip


def _annual(desk: Desk, day: date) -> dict:
    """The yearly meeting of members; where too few came, it is the second call."""
    invited = sum(1 for member in desk.members if member.joined_on and member.joined_on <= day) or len(desk.members)
    present = invited * desk.random.randint(42, 78) // 100
    return {
        "body": "members", "kind": "annual", "on": day, "hour": "09.00 sampai 12.30", "place": "Balai kelurahan",
        "invited": invited, "present": present, "second_call": 2 * present <= invited,
        "leader": desk.seat(12).full_name, "recorder": desk.officer(1),
        "agenda": "Laporan pengurus dan pengawas; posisi keuangan dan SHU; rencana kerja; lain-lain",
        "course": "Laporan dibacakan dan ditanggapi. Anggota menanyakan tunggakan dan harga gerai; pengurus menjawab.",
        "decisions": f"Laporan tahun {day.year - 1} diterima. Pembagian SHU dan rencana kerja disetujui.",
        "votes": f"{present - present // 9} setuju, {present // 9} abstain",
    }  # fmt: skip


def _incidents(desk: Desk) -> None:
    desk.keep(Incident, [
        {"on": day, "hour": hour, "what": what, "settled": settled, "cause": cause, "recorder": desk.officer(1)}
        for day, (hour, what, settled, cause) in zip(desk.some_days(120), words.INCIDENTS, strict=False)
    ])  # fmt: skip


def _letters(desk: Desk) -> None:
    mark = "".join(part[0] for part in desk.profile.slug.split("-")).upper()
    sent, rows = count(1), []
    for day in desk.some_days(28):
        way, party, subject, attachments = desk.random.choice(words.LETTERS)
        month = ROMAN[day.month - 1]
        number = f"{next(sent):03}/KOP-{mark}/{month}/{day.year}" if way == "out" else f"500.3/{day.day:03}/{day.year}"
        dated = day if way == "out" else day - timedelta(days=desk.random.randint(1, 6))
        rows.append({"way": way, "on": day, "party": party, "subject": subject, "attachments": attachments,
                     "number": number, "dated": dated})  # fmt: skip
    desk.keep(Letter, rows)
