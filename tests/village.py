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
    "members:book": [{}],
    "members:book_xlsx": [{}],
    "members:book_pdf": [{}],
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
    "portal:answer": [{"number": "suggestion"}],
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
    "dues:arrears": [{}],
    "dues:bill": [{}],
    "dues:grid_xlsx": [{}],
    "dues:grid_pdf": [{}],
    "dues:pay": [{"member_id": "member"}],
    "dues:principal": [{"member_id": "applicant"}],
    "dues:card": [{"member_id": "member"}],
    "dues:receipt": [{"number": "paid"}],
    "dues:receipt_pdf": [{"number": "paid"}],
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
    "cash:book": [{}, {"?": "bulan=2001-01"}],
    "cash:book_sheet": [{}],
    "cash:book_paper": [{}],
    "cash:entry": [{"number": "bought"}, {"number": "paid"}],
    "cash:receipt_paper": [{"number": "bought"}],
    "cash:receipt_roll": [{"number": "bought"}],
    "cash:reverse": [{"number": "bought"}],
    "cash:add_slip": POST_ONLY,
    "cash:slip": [{"slip_id": "slip"}],
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
        return {
            **facts(coop.id, today),
            **brought(coop.id, today),
            **own(coop.id, today),
            **watched(coop.id, today),
            **parted(coop.id, today),
        }


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
    return {"own_paid": paid.number, "suggestion": written.number}


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


def facts(coop: int, today: date) -> dict[str, int]:
    """Deeds that the village's own life leaves open, and one number or id of each thing."""
    from lumbung import ids
    from lumbung.cash import actions, reports
    from lumbung.cash.rules.slips import made_anew
    from lumbung.cooperatives.actions import open_task
    from lumbung.dues import actions as dues
    from lumbung.ledger import reports as books
    from lumbung.members import actions as members
    from lumbung.members.models import Member
    from lumbung.money import rp

    def deed(**more):
        return {"on": today, "by": 1, "request_id": ids.new_request(), "place": reports.general(coop), **more}

    member = Member.objects.filter(status=Member.Status.ACTIVE).order_by("number").last()
    applicant = members.register(cooperative_id=coop, full_name="Wagiman", applied_on=today, by=1)
    paid = dues.pay_dues(member=member, amount=rp(20_000), paid_on=today, by=1, request_id=ids.new_request())
    bought = actions.pay(category="expense.stationery", amount=rp(68_000), memo="Kertas", **deed())
    slip = actions.attach_slip(cooperative_id=coop, number=bought.number, slip=made_anew(photo()), by=1)
    advance = actions.give_advance(holder=900, holder_name="Bu Susy", purpose="RAT", amount=rp(1_000), **deed())
    unknown = actions.receive_unidentified(text="TRF TANPA NAMA", amount=rp(5_000), **deed())
    open_task(cooperative_id=coop, kind="note", message="Nota rapat belum ada.", by=1)
    undoing = next(each for each in books.journal(coop, date(2000, 1, 1), today) if each.reverses)
    return {
        "member": member.id, "applicant": applicant.id, "paid": paid.number, "bought": bought.number,
        "slip": slip.id, "advance": advance.id, "unknown": unknown.id, "undone": undoing.reverses,
        "undoing": undoing.number, "cooperative": coop,
    }  # fmt: skip


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
