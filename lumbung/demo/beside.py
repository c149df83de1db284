"""What happens beside the books of the first cooperative: members on their phones, supervisors, farewells.

All of it by the same deeds as on the pages, each on its day; the same in every build.
"""

from datetime import date, datetime, timedelta

from lumbung import clock
from lumbung.cash import reports as cash
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo import duties
from lumbung.demo.deeds import KAS, months_back
from lumbung.demo.signins import passphrase
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING
from lumbung.dues import actions as dues
from lumbung.members import actions as register
from lumbung.members.models import Member
from lumbung.membership import actions as membership
from lumbung.membership import reports as farewells
from lumbung.money import rp
from lumbung.portal import actions as portal
from lumbung.security import actions as security
from lumbung.supervision import actions as supervision
from lumbung.supervision import reports, rules

WEEKS = 5  # samples drawn and answered before this week's
SUGGESTIONS = (  # days ago, member, what she wrote, days until the answer (0: it still waits), the answer
    (74, 5, "Tolong iuran ditarik tanggal muda, sesudah gajian.", 3, "Baik. Mulai bulan depan ditarik tanggal 3."),
    (39, 11, "Bisakah koperasi menjual beras 5 kg? Di warung lebih mahal.", 6,
     "Kami bicarakan di rapat pengurus bulan ini, hasilnya ditempel di kantor."),
    (6, 16, "Rapat anggota sebaiknya Minggu pagi, banyak yang bekerja Sabtu.", 0, ""),
)  # fmt: skip
PHONES = (11, 16)  # members beside the printed sign-ins who came in with a paper card
CARD, LEAVER, TWICE = 25, 33, 30


def live_on(writer: Writer, desk: dict, today: date) -> None:
    """Everything beside the books, up to and with this day."""
    people = {sign_in.role: person for sign_in, person in desk.items()}
    with acting_for(writer.id):
        _phones(writer, people, today)
        _suggestions(writer, people, today)
        _watching(writer, people, today)
        with clock.frozen(datetime.combine(today, EVENING)):
            duties.keep(writer, people["ketua"].id, people["sekretaris"].id, today)
            _farewell(writer, people, today)
            _one_person(writer, people, today)


def at(today: date, days_ago: int):
    """The evening of a day so long ago."""
    return clock.frozen(datetime.combine(today - timedelta(days=days_ago), EVENING))


def _phones(writer: Writer, people: dict, today: date) -> None:
    for index in PHONES:
        member = writer.members[index]
        name = f"{member.full_name.split()[0].lower()}{member.number}"
        person = security.create_person(login_name=name, full_name=member.full_name, passphrase=passphrase(name))
        security.appoint(
            cooperative_id=writer.id, person_id=person.id, role="anggota", since=today, member_id=member.id
        )
    with at(today, 1):
        portal.print_card(member=writer.members[CARD], by=people["sekretaris"].id)
    for days, role in ((20, "sekretaris"), (3, "pengawas")):
        who, day = people[role], today - timedelta(days=days)
        portal.looked(member=writer.members[5], person_id=who.id, role=role, on=day)


def _suggestions(writer: Writer, people: dict, today: date) -> None:
    for days_ago, index, text, wait, answer in SUGGESTIONS:
        with at(today, days_ago):
            made = portal.suggest(member=writer.members[index], text=text, by=1, request_id=writer.request())
        if answer:
            with at(today, days_ago - wait):
                portal.answer(suggestion=made, text=answer, by=people["ketua"].id, request_id=writer.request())


# --- supervisors ----------------------------------------------------------------------------------------------------


def _watching(writer: Writer, people: dict, today: date) -> None:
    """A Friday's work each week: ten entries beside their paper; one was wrong and is settled, one is still asked."""
    this_week = rules.first_day(rules.week_of(today))
    for back in range(WEEKS, 0, -1):
        friday = this_week - timedelta(days=7 * back - 4)
        with clock.frozen(datetime.combine(friday, EVENING)):
            _week(writer, people, rules.week_of(friday), back)
    _report(writer, people, today)


def _week(writer: Writer, people: dict, week: str, back: int) -> None:
    by = people["pengawas"].id
    if not reports.sample_of(writer.id, week).numbers:
        return
    supervision.draw(cooperative_id=writer.id, week=week, by=by)
    doubtful = {3: 4, 1: 2}.get(back)  # in which week the entry at which place is doubted
    for place, one in enumerate(reports.checked(writer.id, week)):
        verdict, note = ("ask", _question(back)) if place == doubtful else ("ok", "")
        found = supervision.judge(
            cooperative_id=writer.id, week=week, number=one.entry.number, verdict=verdict, note=note, by=by,
            request_id=writer.request(),
        )  # fmt: skip
        if note and back > 1:
            _settle_doubt(writer, people, found)


def _question(back: int) -> str:
    if back > 1:
        return "Notanya tidak ada di map. Siapa yang menyimpan?"
    return "Tanda tangan penerima di nota berbeda dari biasanya. Mohon dijelaskan."


def _settle_doubt(writer: Writer, people: dict, found) -> None:
    for kind, role, text in (
        ("answer", "bendahara", "Terselip di map bulan lalu, sekarang sudah di tempatnya."),
        ("close", "pengawas", "Sudah dilihat, cocok."),
    ):
        supervision.remark(finding=found, kind=kind, text=text, by=people[role].id, request_id=writer.request())


def _report(writer: Writer, people: dict, today: date) -> None:
    """Last month's, signed on the second of this one, or today when that is still to come."""
    first = months_back(today, 1)
    last = today.replace(day=1) - timedelta(days=1)
    with clock.frozen(datetime.combine(min(last + timedelta(days=2), today), EVENING)):
        supervision.sign(
            cooperative_id=writer.id, starts_on=first, ends_on=last, by=people["pengawas"].id,
            words="Buku rapi dan bukti lengkap. Satu nota sempat terselip dan sudah ditemukan.",
            request_id=writer.request(),
        )  # fmt: skip


# --- farewells ------------------------------------------------------------------------------------------------------


def _farewell(writer: Writer, people: dict, today: date) -> None:
    """A member moves away; the treasurer gives the savings back, if the till holds as much."""
    member = Member.objects.get(id=writer.members[LEAVER].id)
    membership.leave(
        member=member, on=today, asked_on=today - timedelta(days=7), reason="pindah ke Blitar",
        seen=farewells.account_of(member).refund, by=people["ketua"].id, request_id=writer.request(),
    )  # fmt: skip
    member.refresh_from_db()
    place, waits = writer.places[KAS], farewells.farewell(member).waits
    if 0 < waits <= cash.balance(place):
        membership.pay_back(
            member=member, amount=waits, on=today, place=place, by=people["bendahara"].id, request_id=writer.request()
        )


def _one_person(writer: Writer, people: dict, today: date) -> None:
    """Somebody registered twice and paid a part of the principal again; the secretary makes the rows one."""
    kept = Member.objects.get(id=writer.members[TWICE].id)
    twice = register.register(
        cooperative_id=writer.id, full_name=kept.full_name, phone=kept.phone, applied_on=today, by=writer.by,
        source="form",
    )  # fmt: skip
    paid = {"paid_on": today, "by": writer.by, "request_id": writer.request()}
    dues.pay_principal(member=twice, amount=rp(50_000), **paid)
    membership.merge(
        kept=kept, gone=twice, reason="mendaftar dua kali, KTP sama", by=people["sekretaris"].id,
        request_id=writer.request(),
    )  # fmt: skip
