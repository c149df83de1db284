"""What members of the first cooperative allow, one who took it back, one who asks for a correction, and a drill."""

from datetime import date, timedelta

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo.beside import at
from lumbung.demo.writer import Writer
from lumbung.members.models import Member
from lumbung.privacy import actions

ASKED = range(2, 20)  # members who were asked when they came to pay
NO_WHATSAPP, NO_PHOTO, SELLERS = (7,), (4, 13), (6, 8, 9, 15)  # by what they said
WITHDREW, CORRECTS = 10, 16
DRILL = (
    "Daftar tunggakan salah kirim",
    "Dalam latihan ini, daftar tunggakan satu RT terkirim ke grup WhatsApp warga yang salah.",
    "Pesan dihapus, anggota grup diminta menghapusnya juga. Daftar berikutnya hanya dikirim per orang.",
)


def consent_and_drill(writer: Writer, desk: dict, today: date) -> None:
    """Everything about personal data, each on its day."""
    people = {sign_in.role: person for sign_in, person in desk.items()}
    with acting_for(writer.id):
        for place, index in enumerate(ASKED):
            with at(today, 40 - place):
                _ask(writer, people, index)
        with at(today, 1):
            _say(writer, people, WITHDREW, "photo", False)
            actions.ask(
                member=writer.members[CORRECTS], field="occupation", value="pedagang sayur", by=people["anggota"].id,
                request_id=writer.request(), reason="ganti pekerjaan",
            )  # fmt: skip
        _drill(writer, people, today)


def _ask(writer: Writer, people: dict, index: int) -> None:
    _say(writer, people, index, "photo", index not in NO_PHOTO)
    if index in NO_WHATSAPP:
        refused = _say(writer, people, index, "whatsapp", False)
        actions.stopped(consent=refused, note="Nomornya dihapus dari grup RT.", by=people["sekretaris"].id)
    if index in SELLERS:
        _say(writer, people, index, "market", True)


def _say(writer: Writer, people: dict, index: int, purpose: str, given: bool):
    return actions.consent(
        member=writer.members[index], purpose=purpose, given=given, language="id", by=people["sekretaris"].id,
        request_id=writer.request(), way="spoken", witness=people["bendahara"].full_name,
    )  # fmt: skip


def _drill(writer: Writer, people: dict, today: date) -> None:
    """An exercise three weeks ago: one RT, told within two days, closed."""
    title, what, remedy = DRILL
    by, home = people["sekretaris"].id, Member.objects.get(id=writer.members[ASKED[0]].id)
    with at(today, 21):
        drill = actions.report(
            cooperative_id=writer.id, title=title, what=what, remedy=remedy, known_at=clock.now() - timedelta(hours=3),
            happened_on=today - timedelta(days=21), kinds=["contact", "money"], scope="quarter",
            quarter=f"{home.rw}-{home.rt}", drill=True, by=by, request_id=writer.request(),
        )  # fmt: skip
    for days_ago, kind, note in (
        (20, "members", "Surat latihan dibacakan di rapat RT."),
        (20, "authority", "Surat dicetak, tidak dikirim: ini latihan."),
        (19, "closed", "Selesai dalam dua hari. Tahun depan dicoba lagi."),
    ):
        with at(today, days_ago):
            actions.step(incident=drill, kind=kind, note=note, by=by, request_id=writer.request())
