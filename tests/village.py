"""One small cooperative with a bit of everything, and an address of it for every page there is.

The crawl visits these addresses; a page that is not in the table fails there. Run as a program it fills the
installation in $LUMBUNG_HOME and prints the addresses as JSON.
"""

import json
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.urls import URLPattern, get_resolver, reverse
from PIL import Image

SLUG, POST_ONLY = "kebun", None
ROLES = ("bendahara", "ketua", "sekretaris", "kasir", "pengawas", "anggota")
SAMPLES = Path(__file__).parent.parent / "samples"

MEMBER_BOOK = """No,No Anggota,Nama Lengkap,NIK,L/P,Tanggal Masuk
1,A-{name},{name},,P,5 Januari 2026
2,B-{name},{name} Lestari,3573041234500,P,tahun lalu
"""

PERSONAL = {"portal:receipt"}  # whoever opens it sees something of her own, and nobody else the same
SAID = ("saran", "anjuran-dinas", "anjuran-instansi", "saran-pengawas")
SERVING = ("pengurus", "pengawas", "karyawan")
MET = ("rapat-pengawas", "rapat-pengurus", "rapat-anggota")


def secretariat_pages() -> dict[str, list[dict]]:
    """The registers of the secretary: each has its list, its form, a row, its correction; some have a deed more."""
    pages = {}
    for word in (*SAID, *SERVING, *MET, "tamu", "kejadian", "surat"):
        pages |= {f"meetings:{word}": [{}, {"?": "cari=tidak+ada"}], f"meetings:{word}_new": [{}]}
        pages |= {f"meetings:{word}_{deed}": [{"row_id": word}] for deed in ("one", "correct")}
    pages |= {f"meetings:{word}_answer": [{"row_id": word}] for word in SAID}
    return pages | {f"meetings:{word}_end": [{"row_id": word}] for word in SERVING}


# name of a page → what stands in its address, one dict a visit; a value that is a name of `Facts` is looked up there
PAGES: dict[str, list[dict] | None] = {
    "today": [{}],
    "tasks": [{}],
    "task_done": POST_ONLY,
    "verify": [{}],
    "members:list": [{}, {"?": "keadaan=calon"}, {"?": "cari=tidak+ada"}],
    "members:new": [{}],
    "members:search": [{"?": "q=su"}],
    "members:duplicates": [{}],
    "members:detail": [
        {"member_id": "member"},
        {"member_id": "applicant"},
        {"member_id": "gone"},
        {"member_id": "merged"},
    ],
    "members:correct": [{"member_id": "member"}],
    "membership:leave": [{"member_id": "member"}, {"member_id": "gone"}],
    "membership:take_back": [{"member_id": "gone"}],
    "membership:pay_back": [{"member_id": "gone"}, {"member_id": "member"}],
    "membership:rejoin": [{"member_id": "gone"}],
    "membership:other": [{"member_id": "member"}],
    "membership:waiting": [{}],
    "membership:merge": [{"kept": "member", "gone": "applicant"}],
    "members:standing": POST_ONLY,
    "portal:home": [{}],
    "portal:history": [{}],
    "portal:receipt": [{"number": "own_paid"}],
    "portal:data": [{}],
    "portal:household": POST_ONLY,
    "portal:suggest": [{}],
    "portal:box": [{}, {"?": "lihat=tunggu"}],
    "portal:answer": [{"row_id": "suggestion"}],
    "portal:card": [{"member_id": "member"}],
    "supervision:overview": [{}],
    "supervision:unusual": [{}, {"?": "sebab=batal"}, {"?": "minggu=2001-W02"}],
    "supervision:sample": [{}, {"?": "minggu=2001-W02"}],
    "supervision:judge": [{"week": "week", "number": "sampled"}],
    "supervision:ask": [{"number": "bought"}],
    "supervision:follow_ups": [{}, {"?": "lihat=closed"}],
    "supervision:follow_up": [{"finding_id": "doubt"}],
    "supervision:reports": [{}],
    "supervision:report": [{"number": "signed"}],
    "supervision:report_pdf": [{"number": "signed"}],
    "dues:grid": [{}, {"?": "saring=lama"}, {"?": "cari=tidak+ada"}],
    "dues:receive": [{}],
    "dues:settles": [{"?": "member=1&amount=20rb"}],
    "dues:collections": [{}],
    "dues:collect_open": [{}],
    "dues:collect": [
        {"collection_id": "collection"},
        {"collection_id": "collection", "?": "saring=sudah"},
        {"collection_id": "handed_over"},
    ],
    "dues:collect_from": [{"collection_id": "collection", "member_id": "member"}],
    "dues:collect_close": [{"collection_id": "collection"}, {"collection_id": "handed_over"}],
    "dues:owed": [{}],
    "dues:arrears": [{}],
    "dues:bill": [{}],
    "dues:grid_xlsx": [{}],
    "dues:grid_pdf": [{}],
    "dues:pay": [{"member_id": "member"}],
    "dues:principal": [{"member_id": "applicant"}],
    "dues:card": [{"member_id": "member"}],
    "dues:receipt": [{"number": "paid"}],
    "dues:undo": [{"number": "paid"}],
    "cash:overview": [{}],
    "cash:incoming": [{}],
    "cash:receive": [{"kind": "penjualan"}, {"kind": "hasil-titip-jual"}, {"kind": "talangan-dari-pengurus"}],
    "cash:outgoing": [{}],
    "cash:pay": [{"kind": "atk-cetak-fotokopi"}, {"kind": "bayar-penitip"}],
    "cash:move": [{}],
    "cash:advances": [{}],
    "cash:give": [{}],
    "cash:settle": [{"advance_id": "advance"}],
    "cash:paid_for_us": [{}],
    "cash:unidentified": [{}],
    "cash:identify": [{"receipt_id": "unknown"}],
    "cash:suppliers": [{}],
    "cash:add_supplier": [{}],
    "cash:places": [{}],
    "cash:bank": [{}],
    "cash:bring_statement": POST_ONLY,
    "cash:statement": [{"statement_id": "statement"}],
    "cash:confirm": POST_ONLY,
    "cash:release": POST_ONLY,
    "cash:book_line": POST_ONLY,
    "cash:agree": POST_ONLY,
    "cash:reconciliation_paper": [{"statement_id": "statement"}],
    "cash:counts": [{}],
    "cash:count": [{"place_id": 0}],
    "cash:hand_over": [{"place_id": 0}],
    "cash:counted": [{"count_id": "counted"}],
    "cash:answer_offer": POST_ONLY,
    "cash:count_paper": [{"count_id": "counted"}],
    "cash:book": [{}, {"?": "bulan=2001-01"}],
    "cash:book_sheet": [{}],
    "cash:book_paper": [{}],
    "cash:entry": [{"number": "bought"}, {"number": "paid"}],
    "receipts:show": [{"number": "paid"}, {"number": "bought"}],
    "receipts:make": POST_ONLY,
    "receipts:paper": [
        {"number": "paid", "word": "kuitansi", "copy": 1},
        {"number": "paid", "word": "bukti-kas", "copy": 1},
    ],
    "receipts:paper_pdf": [{"number": "paid", "word": "kuitansi", "copy": 1}],
    "receipts:send": POST_ONLY,
    "receipts:remind": POST_ONLY,
    "receipts:reminders": [{}],
    "receipts:messages": [{}, {"?": "cari=tidak+ada"}],
    "cash:add_slip": POST_ONLY,
    "cash:slip": [{"slip_id": "slip"}],
    "savings:savers": [{}, {"?": "siapa=semua"}, {"?": "cari=tidak+ada"}],
    "savings:savers_xlsx": [{}],
    "savings:deposit": [{}, {"?": "anggota=1"}],
    "savings:withdraw": [{}],
    "savings:balance": [{"?": "member=1"}],
    "savings:mine": [{}],
    "savings:undo": [{"number": "saved"}, {"number": "ended"}],
    "savings:interest": [{}, {"?": "bulan=2001-01"}],
    "savings:tax": [{}],
    "savings:decide": [{}],
    "savings:terms": [{}, {"?": "keadaan=jatuh-tempo"}, {"?": "cari=tidak+ada"}],
    "savings:new_term": [{}],
    "savings:term": [{"deposit_id": "term"}, {"deposit_id": "ended_term"}],
    "savings:certificate": [{"deposit_id": "term"}],
    "savings:end": [{"deposit_id": "term"}],
    "savings:pay_interest": [{"deposit_id": "term"}],
    "savings:undo_term": [{"deposit_id": "term"}],
    "savings:statement": [{"member_id": "member"}, {"member_id": "applicant"}],
    "savings:statement_pdf": [{"member_id": "member"}],
    "outbox:waiting": [{}],
    "outbox:send": [{}],
    "outbox:refused": [{"receipt_id": "refused"}],
    "assets:book": [{}, {"?": "keadaan=keluar"}, {"?": "cari=tidak+ada"}],
    "assets:register": [{}, {"?": "catatan=1"}],
    "assets:wear": [{}, {"?": "bulan=2001-01"}],
    "assets:handovers": [{}],
    "assets:hand_over": [{}],
    "assets:handover_pdf": [{"handover_id": "handover"}],
    "assets:photo": [{"photo_id": "photo"}],
    "assets:item": [{"item_id": "thing"}, {"item_id": "gone_thing"}],
    "assets:look": [{"item_id": "thing"}],
    "assets:add_photo": POST_ONLY,
    "assets:depart": [{"item_id": "thing"}],
    "assets:undo_departure": [{"item_id": "gone_thing"}],
    "ledger:reports": [{}],
    "ledger:account": [{}, {"?": "akun=111100"}, {"?": "akun=320000"}],
    "ledger:account_paper": [{"?": "akun=320000"}],
    "ledger:account_sheet": [{"?": "akun=320000"}],
    "ledger:statement": [{"word": "each statement"}],
    "ledger:paper": [{"word": "each statement"}],
    "ledger:sheet": [{"word": "each statement"}],
    "ledger:behind": [{"word": "arus-kas", "line": "O1"}, {"word": "perubahan-ekuitas", "line": "paid_in"}],
    "ledger:journal": [{}, {"?": "cari=tidak+ada+sama+sekali"}],
    "ledger:entry": [{"number": "paid"}, {"number": "undone"}, {"number": "undoing"}],
    "ledger:reverse": [{"number": "bought"}],
    "surplus:month": [{}],
    "surplus:look_at_dues": POST_ONLY,
    "surplus:close": POST_ONLY,
    "surplus:reopen": [{}],
    "surplus:answer": POST_ONLY,
    "approvals:list": [{}],
    "approvals:draft": [{"draft_id": "draft"}],
    "approvals:photo": [{"draft_id": "draft"}],
    "approvals:change": [{"draft_id": "draft"}],
    "approvals:approve": POST_ONLY,
    "approvals:refuse": POST_ONLY,
    "approvals:withdraw": POST_ONLY,
    "books:index": [{}],
    "books:one": [{"key": "daftar-anggota"}, {"key": "simpanan-anggota"}, {"key": "buku-kas"}, {"key": "inventaris"}],
    "books:pdf": [{"key": "daftar-anggota"}],
    "books:xlsx": [{"key": "buku-kas"}],
    "books:many": [{"?": "buku=buku-kas&buku=buku-bank&masa=2026"}],
    "meetings:index": [{}],
    "meetings:guest": [{}],
    **secretariat_pages(),
    "intake:start": [{}],
    "intake:understood": [{"upload_id": "upload"}],
    "intake:rows": [{"upload_id": "upload"}, {"upload_id": "upload", "?": "lihat=tanya"}],
    "intake:answer": [{"upload_id": "upload", "position": "asked"}],
    "intake:book": [{"upload_id": "upload"}],
    "intake:discard": POST_ONLY,
    "intake:result": [{"batch_id": "batch"}],
    "intake:undo": [{"batch_id": "batch"}],
    "intake:difference": [{}],
}


def pages_within(patterns=None, before="") -> dict[str, object]:
    """Each page behind the wall: its name with its namespace, and its view."""
    found = {}
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLPattern):
            found |= {f"{before}{one.name}": one.callback} if hasattr(one.callback, "allowed") else {}
        else:
            found |= pages_within(one.url_patterns, f"{one.namespace}:" if one.namespace else before)
    return found


def opener(view) -> str:
    """Who visits the page: the first of the roles that may."""
    return next(role for role in ROLES if role in view.allowed)


# --- the cooperative ----------------------------------------------------------------------------------------------


def build_village(today: date, *, members: int = 45, months: int = 6) -> dict[str, int]:
    """Build it; what the addresses name, by the words of `PAGES`."""
    from lumbung.cooperatives.models import Cooperative
    from lumbung.cooperatives.tenant import acting_for
    from lumbung.demo.build import build
    from lumbung.demo.pilot import KARANGBESUKI, Profile
    from lumbung.places.actions import load_holidays

    deeds = "bank agency snacks consigned savings laptop grant advance lent reversal unknown honoraria billed"
    village = Profile(
        SLUG, "KMP Kebun", "kmp", KARANGBESUKI, members, months, 100_000, (15_000, 20_000), frozenset(deeds.split())
    )
    load_holidays()
    build(today=today, profiles=(village,))
    coop = Cooperative.objects.get(slug=SLUG)
    with acting_for(coop.id):
        known = {**facts(coop.id, today), **brought(coop.id, today), **own(coop.id, today), **watched(coop.id, today)}
        known |= saved(coop.id, known["member"], today) | kept(coop.id, today)
        return {**known, **parted(coop.id, today), "refused": refused(coop)}


def parted(coop: int, today: date) -> dict[str, int]:
    """Somebody who has left and waits for her money, and a row that turned out to be another's."""
    from lumbung import ids
    from lumbung.members import actions as members
    from lumbung.members.models import Member
    from lumbung.membership import actions, reports

    gone, kept, *_others = Member.objects.filter(status=Member.Status.ACTIVE).order_by("number")[20:22]
    facts = {"reason": "pindah ke Blitar", "by": 1, "seen": reports.account_of(gone).refund}
    actions.leave(member=gone, on=today, request_id=ids.new_request(), **facts)
    twice = members.register(cooperative_id=coop, full_name=kept.full_name, applied_on=today, by=1)
    actions.merge(kept=kept, gone=twice, reason="KTP sama", by=1, request_id=ids.new_request())
    return {"gone": gone.id, "merged": twice.id}


def watched(coop: int, today: date) -> dict[str, int]:
    """A week's sample with one doubt, and a signed report."""
    from lumbung import ids
    from lumbung.supervision import actions, reports, rules

    week = rules.week_of(today)
    actions.draw(cooperative_id=coop, week=week, by=1)
    first, second, *_others = reports.checked(coop, week)
    doubt = actions.judge(
        cooperative_id=coop, week=week, number=first.entry.number, verdict="ask", note="Notanya di mana?", by=1,
        request_id=ids.new_request(),
    )  # fmt: skip
    signed = actions.sign(
        cooperative_id=coop, starts_on=today.replace(day=1), ends_on=today, words="Baik.", by=1,
        request_id=ids.new_request(),
    )  # fmt: skip
    return {"week": week, "sampled": second.entry.number, "doubt": doubt.id, "signed": signed.number}


def own(coop: int, today: date) -> dict[str, int]:
    """What the one who opens a member's own pages has done there: paid, and written into the box."""
    from lumbung import ids
    from lumbung.dues import actions as dues
    from lumbung.members import reports as register
    from lumbung.money import rp
    from lumbung.portal import actions
    from lumbung.security.models import Person
    from lumbung.security.reports import member_of

    person = Person.objects.get(login_name=ROLES[0])
    member = register.get(coop, member_of(coop, person.id))
    paid = dues.pay_dues(member=member, amount=rp(20_000), paid_on=today, by=1, request_id=ids.new_request())
    written = actions.suggest(member=member, text="Iuran ditarik tanggal muda.", by=1, request_id=ids.new_request())
    return {"own_paid": paid.number, "suggestion": written.id}


def refused(coop) -> int:
    """Dues that the treasurer wrote down without a line, for a member whom nobody knows."""
    from lumbung import clock
    from lumbung.outbox import actions
    from lumbung.outbox.models import Receipt
    from lumbung.outbox.rules import read_item
    from lumbung.security.models import Person

    person, an_id = Person.objects.get(login_name="bendahara"), "00000000-0000-4000-8000-00000000000a"
    item = {
        "uuid": an_id, "device": an_id, "person": str(person.id), "cooperative": str(coop.id), "kind": "dues.pay",
        "version": 3, "sequence": 1, "written_at": clock.now().isoformat(), "page": f"/k/{coop.slug}/iuran/terima/",
        "body": {"member": "1", "amount": "20.000"}, "shown": [["Dari anggota", "Bu Tumini"], ["Jumlah", "20.000"]],
    }  # fmt: skip
    roles = frozenset({"bendahara"})
    actions.take_many(cooperative=coop, person_id=person.id, roles=roles, items=[read_item(item)])
    return Receipt.objects.get().id


def brought(coop: int, today: date) -> dict[str, int]:
    """A workbook that came in, and one that somebody is still looking at, with a question in its fourth row."""
    from django.core.files.base import ContentFile

    from lumbung import clock
    from lumbung.intake import actions

    with TemporaryDirectory() as folder:
        book = Path(folder) / "anggota-lama.csv"
        book.write_text(MEMBER_BOOK.replace("{name}", "Painem"))
        batch = actions.take(cooperative_id=coop, kind="members", path=book, by=1, today=today).batch
    waiting = ContentFile(MEMBER_BOOK.replace("{name}", "Tumini").encode(), name="anggota-baru.csv")
    upload = actions.keep_upload(cooperative_id=coop, kind="members", file=waiting, by=1, now=clock.now())
    return {"batch": batch.id, "upload": upload.id, "asked": 2}


def kept(coop: int, today: date) -> dict[str, int]:
    """A thing with its photo and its paper, and one that was written off."""
    from lumbung import ids
    from lumbung.assets import actions
    from lumbung.money import rp
    from lumbung.web.photos import made_anew

    def deed(**more):
        return {"cooperative_id": coop, "on": today, "by": 1, "request_id": ids.new_request(), **more}

    lent = actions.Thing("Meja rapat", "office", "lent", rp(900_000), party="Kelurahan Karangbesuki", location="Kantor")
    given = lent._replace(name="Kipas", source="granted")
    thing, gone = (actions.register(thing=each, **deed()) for each in (lent, given))
    actions.depart(item_id=gone.id, kind="scrapped", reason="terbakar", **deed())
    photo_ = actions.add_photo(cooperative_id=coop, item_id=thing.id, slip=made_anew(photo()), by=1)
    paper = actions.hand_over(items=[thing.id], giver="Lurah", taker="Bu Susy", purpose="pinjam pakai", **deed())
    return {"thing": thing.id, "gone_thing": gone.id, "photo": photo_.id, "handover": paper.id}


def saved(coop: int, member_id: int, today: date) -> dict[str, int]:
    """A deposit, a term deposit that runs, and one that was given back."""
    from lumbung import ids
    from lumbung.members.models import Member
    from lumbung.money import rp
    from lumbung.savings import actions

    def deed(**more):
        return {"on": today, "by": 1, "request_id": ids.new_request(), **more}

    member = Member.objects.get(cooperative_id=coop, id=member_id)
    put_in = actions.deposit(member=member, amount=rp(750_000), **deed())
    term, ended = (
        actions.place_term(member=member, amount=rp(1_000_000), months=6, rate=600, **deed()) for _ in range(2)
    )
    paid = actions.end_term(cooperative_id=coop, deposit_id=ended.id, early=True, **deed())
    return {"saved": put_in.number, "term": term.id, "ended_term": ended.id, "ended": paid.number}


def facts(coop: int, today: date) -> dict[str, int]:
    """Deeds that the village's own life leaves open, and one number or id of each thing."""
    from lumbung import ids
    from lumbung.cash import actions, reports
    from lumbung.cash.statements import Printed, Told
    from lumbung.cooperatives.actions import open_task
    from lumbung.dues import actions as dues
    from lumbung.ledger import reports as books
    from lumbung.members import actions as members
    from lumbung.members.models import Member
    from lumbung.money import rp
    from lumbung.web.photos import made_anew

    def deed(**more):
        return {"on": today, "by": 1, "request_id": ids.new_request(), "place": reports.general(coop), **more}

    member = Member.objects.filter(status=Member.Status.ACTIVE).order_by("number").last()
    applicant = members.register(cooperative_id=coop, full_name="Wagiman", applied_on=today, by=1)
    paid = dues.pay_dues(member=member, amount=rp(20_000), paid_on=today, by=1, request_id=ids.new_request())
    printed_and_sent(paid.number, member)
    open_, handed = collected(coop, today, member)
    bought = actions.pay(category="expense.stationery", amount=rp(68_000), memo="Kertas", **deed())
    slip = actions.attach_slip(cooperative_id=coop, number=bought.number, slip=made_anew(photo()), by=1)
    advance = actions.give_advance(holder=900, holder_name="Bu Susy", purpose="RAT", amount=rp(1_000), **deed())
    unknown = actions.receive_unidentified(text="TRF TANPA NAMA", amount=rp(5_000), **deed())
    till = deed()
    counted = actions.count_cash(
        pieces={"lembar_1000": 7}, seen=reports.balance(till["place"]), witness="Pak Heru", book_it=True,
        reason="salah kembalian", **till,
    )  # fmt: skip
    account = next(place for place in reports.places(coop) if place.kind == "bank")
    case = {"category": "machinery.bought", "amount": rp(3_500_000), "memo": "Etalase"}
    asked = actions.pay_or_ask("cash.pay", photo=made_anew(photo()), **case, **deed(place=account))
    printed = [Printed(today, rp(5_000), "SETORAN"), Printed(today, -rp(2_500), "BIAYA ADM")]
    told = Told(printed, 0, rp(2_500), "a" * 64)
    statement = actions.keep_statement(place=account, told=told, file_name="koran.csv", by=1, through=today)
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
    from lumbung import clock, ids
    from lumbung.receipts import actions

    facts = {"by": 1, "at": clock.now()}
    for kind, sheet in (("receipt", "58"), ("slip", "a5")):
        actions.print_copy(
            cooperative_id=member.cooperative_id, number=number, kind=kind, sheet=sheet,
            request_id=ids.new_request(), **facts,
        )  # fmt: skip
    member.phone = member.phone or "+628123456789"
    actions.send(
        member=member, kind="receipt", text="Terima kasih.", number=number, request_id=ids.new_request(), **facts
    )


def collected(coop: int, today: date, member) -> list:
    """A collection that goes on, and one whose money was handed over; somebody paid at each."""
    from lumbung import clock, ids
    from lumbung.dues import actions
    from lumbung.money import rp

    made = []
    for name in ("RT 01", "Rapat"):
        facts = {"cooperative_id": coop, "by": 1, "at": clock.now(), "request_id": ids.new_request()}
        made.append(actions.open_collection(name=name, day=today, today=today, **facts))
        actions.collect(
            collection=made[-1], member=member, amount=rp(5_000), by=1,
            request_id=actions.request_of(made[-1], member.id, 0),
        )  # fmt: skip
    last = {"counted": rp(5_000), "handed_to": "Bu Susy", "by": 1, "at": clock.now()}
    return [made[0], actions.close_collection(collection=made[1], **last)]


def secretariat(coop: int, today: date) -> dict[str, int]:
    """One more row in every register of the secretary."""
    from lumbung import ids
    from lumbung.meetings.registers import REGISTERS

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


# --- its addresses ------------------------------------------------------------------------------------------------


def addresses(known: dict[str, int]) -> list[tuple[str, str, str]]:
    """(name of the page, its address, who opens it) for every visit of the table."""
    views = pages_within()
    return [
        (name, address(name, given, known), opener(views[name]))
        for name, visits in PAGES.items()
        for visit in visits or ()
        for given in each_statement(visit)
    ]


def each_statement(visit: dict) -> list[dict]:
    from lumbung.ledger.catalogue import KINDS

    return [{**visit, "word": word} for word in KINDS] if visit.get("word") == "each statement" else [visit]


def address(name: str, given: dict, known: dict[str, int]) -> str:
    places = {key: known.get(value, value) for key, value in given.items() if key != "?"}
    path = reverse(name, kwargs={"slug": SLUG, **places})
    return f"{path}?{given['?']}" if "?" in given else path


if __name__ == "__main__":
    sys.path.insert(0, str(SAMPLES.parent))
    import django

    django.setup()
    from lumbung import clock

    print(json.dumps(addresses(build_village(clock.today()))))
