"""One small cooperative with a bit of everything, so that every page of `tests.pages` has something to show."""

from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import ContentFile
from PIL import Image

from lumbung import clock, ids
from lumbung.assets import actions as assets
from lumbung.cash import actions as cash
from lumbung.cash import reports as places_of
from lumbung.cash.statements import Printed, Told
from lumbung.cooperatives.actions import open_task
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo.build import build
from lumbung.demo.pilot import KARANGBESUKI, Profile
from lumbung.dues import actions as dues
from lumbung.intake import actions as intake
from lumbung.ledger import reports as books
from lumbung.ledger.actions import close_day
from lumbung.meetings.registers import REGISTERS
from lumbung.members import actions as members
from lumbung.members import reports as people
from lumbung.members.models import Member
from lumbung.membership import actions as membership
from lumbung.membership import reports as farewells
from lumbung.money import rp
from lumbung.outbox import actions as outbox
from lumbung.outbox.models import Receipt
from lumbung.outbox.rules import read_item
from lumbung.places.actions import load_holidays
from lumbung.portal import actions as portal
from lumbung.privacy import actions as privacy
from lumbung.receipts import actions as receipts
from lumbung.recovery import actions as ways
from lumbung.savings import actions as savings
from lumbung.security.models import Person
from lumbung.security.reports import member_of
from lumbung.supervision import actions as supervision
from lumbung.supervision import reports as watching
from lumbung.supervision import rules as weeks
from lumbung.tlog import checkpoint, cosignature
from lumbung.tlog.note import COSIGNATURE, Signer
from lumbung.web.photos import made_anew
from lumbung.witness.actions import asking
from lumbung.witness.actions import watching as seeing
from lumbung.witness.models.seen import Refusal
from lumbung.witness.reports import head
from tests.pages import ROLES, SLUG

MEMBER_BOOK = """No,No Anggota,Nama Lengkap,NIK,L/P,Tanggal Masuk
1,A-{name},{name},,P,5 Januari 2026
2,B-{name},{name} Lestari,3573041234500,P,tahun lalu
"""


def build_village(today: date) -> dict[str, int]:
    """Build it; what the addresses name, by the words of `PAGES`."""
    deeds = "bank agency snacks consigned savings laptop grant advance lent reversal unknown honoraria billed"
    village = Profile(
        SLUG, "KMP Kebun", "kmp", KARANGBESUKI, 45, 6, 100_000, (15_000, 20_000), frozenset(deeds.split())
    )
    load_holidays()
    build(today=today, profiles=(village,))
    coop = Cooperative.objects.get(slug=SLUG)
    with acting_for(coop.id):
        known = {**facts(coop.id, today), **brought(coop.id, today), **own(coop.id, today), **watched(coop.id, today)}
        known |= saved(coop.id, known["member"], today) | kept(coop.id, today)
        known |= witnessed(coop.id, today) | asked(coop.id, known["member"]) | lost(coop.id)
        return {**known, **parted(coop.id, today), "refused": refused(coop)}


def lost(coop: int) -> dict[str, int]:
    """Somebody has lost her telephone and waits; a facilitator is looking at the copies."""
    who = {role: Person.objects.get(login_name=role).id for role in ("ketua", "kasir", "pengawas")}
    facts = {"cooperative_id": coop, "request_id": ids.new_request()}
    case = ways.open_case(person_id=who["kasir"], by=who["ketua"], reason="HP hilang", seen=True, **facts)
    ways.confirm(cooperative_id=coop, case_id=case.id, by=who["pengawas"])
    ways.give_help(login_name="petugas", hours=2, reason="Melihat cadangan", by=who["ketua"], **facts)
    return {"lost_way": case.id}


def parted(coop: int, today: date) -> dict[str, int]:
    """Somebody who has left and waits for her money, and a row that turned out to be another's."""
    gone, kept, *_others = Member.objects.filter(status=Member.Status.ACTIVE).order_by("number")[20:22]
    facts = {"reason": "pindah ke Blitar", "by": 1, "seen": farewells.account_of(gone).refund}
    membership.leave(member=gone, on=today, request_id=ids.new_request(), **facts)
    twice = members.register(cooperative_id=coop, full_name=kept.full_name, applied_on=today, by=1)
    membership.merge(kept=kept, gone=twice, reason="KTP sama", by=1, request_id=ids.new_request())
    return {"gone": gone.id, "merged": twice.id}


def asked(coop: int, member_id: int) -> dict[str, int]:
    """A member took a consent back and asks for a correction; a small leak was written down."""
    member = people.get(coop, member_id)
    said = {"language": "id", "by": 1}
    for given in (True, False):
        gone = privacy.consent(member=member, purpose="photo", given=given, request_id=ids.new_request(), **said)
    wish = privacy.ask(member=member, field="occupation", value="bidan", by=1, request_id=ids.new_request())
    leak = privacy.report(
        cooperative_id=coop, title="HP hilang", what="HP petugas hilang di pasar.", remedy="Semua sesi ditutup.",
        known_at=clock.now(), kinds=["contact"], scope="chosen", chosen=[member.number], by=1,
        request_id=ids.new_request(),
    )  # fmt: skip
    return {"withdrawn": gone.id, "wish": wish.id, "incident": leak.id}


def watched(coop: int, today: date) -> dict[str, int]:
    """A week's sample with one doubt, and a signed report."""
    week = weeks.week_of(today)
    supervision.draw(cooperative_id=coop, week=week, by=1)
    first, second, *_others = watching.checked(coop, week)
    doubt = supervision.judge(
        cooperative_id=coop, week=week, number=first.entry.number, verdict="ask", note="Notanya di mana?", by=1,
        request_id=ids.new_request(),
    )  # fmt: skip
    signed = supervision.sign(
        cooperative_id=coop, starts_on=today.replace(day=1), ends_on=today, words="Baik.", by=1,
        request_id=ids.new_request(),
    )  # fmt: skip
    return {"week": week, "sampled": second.entry.number, "doubt": doubt.id, "signed": signed.number}


def witnessed(coop: int, today: date) -> dict[str, int]:
    """A closed day, an office that has signed for it; and a log that we watch, whose name a stranger used."""
    day_end = close_day(cooperative_id=coop, on=today, by=1).number
    office = Signer("dinas.example/saksi", bytes(range(32)), COSIGNATURE)
    known = asking.add_witness(
        cooperative_id=coop, vkey=office.key.vkey, label="Dinas Koperasi", kind="kantor", url="https://dinas.example/",
        by=1,
    )  # fmt: skip
    answer = cosignature.cosign(head(coop), office, time=int(clock.now().timestamp()))
    asking.take_answer(witness=known, text=str(answer), way="file")
    watcher = seeing.begin(cooperative_id=coop, holder="koperasi", by=1)
    log, stranger = (Signer("lain.example/sukun", bytes([byte]) * 32) for byte in (1, 2))
    seeing.watch(watcher=watcher, vkey=log.key.vkey, label="KMP Sukun", by=1)
    for signer in (log, stranger):
        shown = checkpoint.sign(checkpoint.Checkpoint("lain.example/sukun", 412, bytes(32)), signer)
        seeing.answer(watcher=watcher, text=f"old 0\n\n{shown}", way="file")
    return {"day_end": day_end, "office": known.id, "offence": Refusal.objects.get().id, "supervisors": "pengawas"}


def own(coop: int, today: date) -> dict[str, int]:
    """What the one who opens a member's own pages has done there: paid, and written into the box."""
    person = Person.objects.get(login_name=ROLES[0])
    member = people.get(coop, member_of(coop, person.id))
    paid = dues.pay_dues(member=member, amount=rp(20_000), paid_on=today, by=1, request_id=ids.new_request())
    written = portal.suggest(member=member, text="Iuran ditarik tanggal muda.", by=1, request_id=ids.new_request())
    return {"own_paid": paid.number, "suggestion": written.id}


def refused(coop) -> int:
    """Dues that the treasurer wrote down without a line, for a member whom nobody knows."""
    person, an_id = Person.objects.get(login_name="bendahara"), "00000000-0000-4000-8000-00000000000a"
    item = {
        "uuid": an_id, "device": an_id, "person": str(person.id), "cooperative": str(coop.id), "kind": "dues.pay",
        "version": 3, "sequence": 1, "written_at": clock.now().isoformat(), "page": f"/k/{coop.slug}/iuran/terima/",
        "body": {"member": "1", "amount": "20.000"}, "shown": [["Dari anggota", "Bu Tumini"], ["Jumlah", "20.000"]],
    }  # fmt: skip
    roles = frozenset({"bendahara"})
    outbox.take_many(cooperative=coop, person_id=person.id, roles=roles, items=[read_item(item)])
    return Receipt.objects.get().id


def brought(coop: int, today: date) -> dict[str, int]:
    """A workbook that came in, and one that somebody is still looking at, with a question in its fourth row."""
    with TemporaryDirectory() as folder:
        book = Path(folder) / "anggota-lama.csv"
        book.write_text(MEMBER_BOOK.replace("{name}", "Painem"))
        batch = intake.take(cooperative_id=coop, kind="members", path=book, by=1, today=today).batch
    waiting = ContentFile(MEMBER_BOOK.replace("{name}", "Tumini").encode(), name="anggota-baru.csv")
    upload = intake.keep_upload(cooperative_id=coop, kind="members", file=waiting, by=1, now=clock.now())
    return {"batch": batch.id, "upload": upload.id, "asked": 2}


def kept(coop: int, today: date) -> dict[str, int]:
    """A thing with its photo and its paper, and one that was written off."""

    def deed(**more):
        return {"cooperative_id": coop, "on": today, "by": 1, "request_id": ids.new_request(), **more}

    lent = assets.Thing("Meja rapat", "office", "lent", rp(900_000), party="Kelurahan Karangbesuki", location="Kantor")
    given = lent._replace(name="Kipas", source="granted")
    thing, gone = (assets.register(thing=each, **deed()) for each in (lent, given))
    assets.depart(item_id=gone.id, kind="scrapped", reason="terbakar", **deed())
    photo_ = assets.add_photo(cooperative_id=coop, item_id=thing.id, slip=made_anew(photo()), by=1)
    paper = assets.hand_over(items=[thing.id], giver="Lurah", taker="Bu Susy", purpose="pinjam pakai", **deed())
    return {"thing": thing.id, "gone_thing": gone.id, "photo": photo_.id, "handover": paper.id}


def saved(coop: int, member_id: int, today: date) -> dict[str, int]:
    """A deposit, a term deposit that runs, and one that was given back."""

    def deed(**more):
        return {"on": today, "by": 1, "request_id": ids.new_request(), **more}

    member = Member.objects.get(cooperative_id=coop, id=member_id)
    put_in = savings.deposit(member=member, amount=rp(750_000), **deed())
    term, ended = (
        savings.place_term(member=member, amount=rp(1_000_000), months=6, rate=600, **deed()) for _ in range(2)
    )
    paid = savings.end_term(cooperative_id=coop, deposit_id=ended.id, early=True, **deed())
    return {"saved": put_in.number, "term": term.id, "ended_term": ended.id, "ended": paid.number}


def facts(coop: int, today: date) -> dict[str, int]:
    """Deeds that the village's own life leaves open, and one number or id of each thing."""

    def deed(**more):
        return {"on": today, "by": 1, "request_id": ids.new_request(), "place": places_of.general(coop), **more}

    member = Member.objects.filter(status=Member.Status.ACTIVE).order_by("number").last()
    applicant = members.register(cooperative_id=coop, full_name="Wagiman", applied_on=today, by=1)
    paid = dues.pay_dues(member=member, amount=rp(20_000), paid_on=today, by=1, request_id=ids.new_request())
    printed_and_sent(paid.number, member)
    open_, handed = collected(coop, today, member)
    bought = cash.pay(category="expense.stationery", amount=rp(68_000), memo="Kertas", **deed())
    slip = cash.attach_slip(cooperative_id=coop, number=bought.number, slip=made_anew(photo()), by=1)
    advance = cash.give_advance(holder=900, holder_name="Bu Susy", purpose="RAT", amount=rp(1_000), **deed())
    unknown = cash.receive_unidentified(text="TRF TANPA NAMA", amount=rp(5_000), **deed())
    till = deed()
    counted = cash.count_cash(
        pieces={"lembar_1000": 7}, seen=places_of.balance(till["place"]), witness="Pak Heru", book_it=True,
        reason="salah kembalian", **till,
    )  # fmt: skip
    account = next(place for place in places_of.places(coop) if place.kind == "bank")
    case = {"category": "machinery.bought", "amount": rp(3_500_000), "memo": "Etalase"}
    asked = cash.pay_or_ask("cash.pay", photo=made_anew(photo()), **case, **deed(place=account))
    printed = [Printed(today, rp(5_000), "SETORAN"), Printed(today, -rp(2_500), "BIAYA ADM")]
    told = Told(printed, 0, rp(2_500), "a" * 64)
    statement = cash.keep_statement(place=account, told=told, file_name="koran.csv", by=1, through=today)
    open_task(cooperative_id=coop, kind="note", message="Nota rapat belum ada.", by=1)
    undoing = next(each for each in books.journal(coop, date(2000, 1, 1), today) if each.reverses)
    return {
        "member": member.id, "applicant": applicant.id, "paid": paid.number, "bought": bought.number,
        "slip": slip.id, "advance": advance.id, "unknown": unknown.id, "undone": undoing.reverses,
        "undoing": undoing.number, "cooperative": coop, "collection": open_.id, "handed_over": handed.id,
        "counted": counted.id, "draft": asked.id, "statement": statement.id, **secretariat(coop, today),
    }  # fmt: skip


def printed_and_sent(number: int, member) -> None:
    """A kuitansi for the roll, a slip for the binder, and thanks by WhatsApp."""
    facts = {"by": 1, "at": clock.now()}
    for kind, sheet in (("receipt", "58"), ("slip", "a5")):
        receipts.print_copy(
            cooperative_id=member.cooperative_id, number=number, kind=kind, sheet=sheet,
            request_id=ids.new_request(), **facts,
        )  # fmt: skip
    member.phone = member.phone or "+628123456789"
    receipts.send(
        member=member, kind="receipt", text="Terima kasih.", number=number, request_id=ids.new_request(), **facts
    )


def collected(coop: int, today: date, member) -> list:
    """A collection that goes on, and one whose money was handed over; somebody paid at each."""
    made = []
    for name in ("RT 01", "Rapat"):
        facts = {"cooperative_id": coop, "by": 1, "at": clock.now(), "request_id": ids.new_request()}
        made.append(dues.open_collection(name=name, day=today, today=today, **facts))
        dues.collect(
            collection=made[-1], member=member, amount=rp(5_000), by=1,
            request_id=dues.request_of(made[-1], member.id, 0),
        )  # fmt: skip
    last = {"counted": rp(5_000), "handed_to": "Bu Susy", "by": 1, "at": clock.now()}
    return [made[0], dues.close_collection(collection=made[1], **last)]


def secretariat(coop: int, today: date) -> dict[str, int]:
    """One more row in every register of the secretary."""
    told = {
        "name": "Sri", "position": "Anggota", "purpose": "Belanja", "text": "Kursi kurang.", "office": "Diskopindag",
        "kind": "regular", "place": "Kantor", "invited": 9, "present": 5, "leader": "Sri", "agenda": "Kas",
        "decisions": "Setuju.", "what": "Listrik padam.", "recorder": "Sri", "way": "in", "party": "Kelurahan",
        "subject": "Data anggota", "approval": "Rapat pengurus",
    }  # fmt: skip
    rows = {}
    for word, register in REGISTERS.items():
        asked = {name: told[name] for name in register.form.base_fields if name in told} | register.only
        rows[word] = register.write(cooperative_id=coop, on=today, by=1, request_id=ids.new_request(), **asked).id
    return rows


def photo() -> bytes:
    """A small photo of a slip, with the place where it was taken written into it, as telephones do."""
    picture, out = Image.new("RGB", (640, 480), "#e8dfc8"), BytesIO()
    tags = picture.getexif()
    tags[0x010F], tags[0x8825] = "Telepon Bu Susy", {1: "S", 2: (7.0, 58.0, 12.0), 3: "E", 4: (112.0, 36.0, 40.0)}
    picture.save(out, "JPEG", exif=tags)
    return out.getvalue()
