"""An address of every page there is, in the cooperative that `tests.village` builds.

The crawl visits these addresses; a page that is not in the table fails there. Run as a program it fills the
installation in $LUMBUNG_HOME and prints the addresses, and cookies of whoever opens them, as JSON.
"""

import json

import django
from django.urls import URLPattern, get_resolver, reverse

SLUG, POST_ONLY = "kebun", None
ROLES = ("bendahara", "ketua", "sekretaris", "kasir", "pengawas", "anggota")

PERSONAL = {  # whoever opens it sees something of her own, and nobody else the same
    "portal:receipt",
    "portal:proof",
    "witness:watch",
    "witness:answer",
    "witness:retire",
}
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


BACKUP_DEEDS = "make drill sheets confirm retire adopt remove warn written_anew bring use discard".split()

# name of a page → what stands in its address, one dict a visit; a value that is a name of `Facts` is looked up there
PAGES: dict[str, list[dict] | None] = {
    "today": [{}],
    "tasks": [{}],
    "task_done": POST_ONLY,
    "verify": [{}],
    "new_devices": [{}],
    "lift_device": POST_ONLY,
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
    "members:identify": POST_ONLY,
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
    "portal:proof": [{"number": "own_paid"}],
    "portal:data": [{}],
    "portal:household": POST_ONLY,
    "portal:suggest": [{}],
    "portal:box": [{}, {"?": "lihat=tunggu"}],
    "portal:answer": [{"row_id": "suggestion"}],
    "portal:card": [{"member_id": "member"}],
    "privacy:own_consents": [{}],
    "privacy:own_consent": [{"purpose": "whatsapp"}],
    "privacy:own_copy": POST_ONLY,
    "privacy:own_corrections": [{}],
    "privacy:consents": [{"member_id": "member"}],
    "privacy:record": [{"member_id": "member", "purpose": "whatsapp"}],
    "privacy:copy": POST_ONLY,
    "privacy:notice": [{}],
    "privacy:notice_pdf": [{}],
    "privacy:document": [{"word": "dpia"}],
    "privacy:requests": [{}],
    "privacy:stop": [{"consent_id": "withdrawn"}],
    "privacy:decide": [{"correction_id": "wish"}],
    "privacy:erasable": [{}],
    "privacy:erase": [{"member_id": "gone"}],
    "privacy:incidents": [{}],
    "privacy:new_incident": [{}],
    "privacy:authority": [{}],
    "privacy:incident": [{"incident_id": "incident"}],
    "privacy:letters_pdf": [{"incident_id": "incident"}],
    "privacy:authority_pdf": [{"incident_id": "incident"}],
    "supervision:overview": [{}],
    "supervision:unusual": [{}, {"?": "sebab=batal"}, {"?": "minggu=2001-W02"}],
    "supervision:signs": [{}],
    "supervision:sign": [{"number": 8}, {"number": 19}, {"number": 22}],
    "supervision:digest": [{}, {"?": "minggu=2001-W02"}],
    "supervision:duties": [{}],
    "supervision:confirmations": [{}, {"?": "bulan=2026-02"}],
    "supervision:ties": [{}],
    "supervision:heir": POST_ONLY,
    "supervision:phrase": POST_ONLY,
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
    "receipts:proof": [{"number": "paid"}],
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
    "backup:overview": [{}],
    "backup:progress": [{}],
    "backup:restore": [{}],
    "backup:anew": [{}],
    "backup:download": POST_ONLY,  # there must be a copy
    **dict.fromkeys((f"backup:{deed}" for deed in BACKUP_DEEDS), POST_ONLY),
    "safety:overview": [{}],
    "safety:practise": [{}],
    "safety:library": [{}],
    "safety:one": [{"word": "stiker-qris"}, {"word": "anydesk", "?": "jawab=2"}, {"word": "telepon-bank"}],
    "recovery:people": [{}],
    "recovery:appoint": [{}],
    "recovery:end_office": POST_ONLY,
    "recovery:cases": [{}],
    "recovery:open": [{}],
    "recovery:case": [{"case_id": "lost_way"}],
    **dict.fromkeys((f"recovery:{deed}" for deed in "confirm object withdraw code end_help".split()), POST_ONLY),
    "recovery:helpers": [{}],
    "recovery:give_help": [{}],
    "recovery:helping": POST_ONLY,  # a facilitator's own
    "recovery:trail": [{}, {"?": "cari=tidak+ada+sama+sekali"}],
    "approvals:list": [{}],
    "approvals:draft": [{"draft_id": "draft"}],
    "approvals:photo": [{"draft_id": "draft"}],
    "approvals:change": [{"draft_id": "draft"}],
    "approvals:approve": POST_ONLY,
    "approvals:refuse": POST_ONLY,
    "approvals:endorse": POST_ONLY,
    "approvals:stand_in": POST_ONLY,
    "approvals:withdraw": POST_ONLY,
    "books:index": [{}],
    "books:one": [{"key": "daftar-anggota"}, {"key": "simpanan-anggota"}, {"key": "buku-kas"}, {"key": "inventaris"}],
    "books:pdf": [{"key": "daftar-anggota"}],
    "books:xlsx": [{"key": "buku-kas"}],
    "books:many": [{"?": "buku=buku-kas&buku=buku-bank&masa=2026"}],
    "meetings:index": [{}],
    "meetings:guest": [{}],
    **secretariat_pages(),
    "witness:day": [{}],
    "witness:close_day": POST_ONLY,
    "witness:head_file": [{"size": "day_end"}],
    "witness:witnesses": [{}],
    "witness:add": [{}],
    "witness:send": POST_ONLY,
    "witness:one": [{"witness_id": "office"}],
    "witness:request_file": [{"witness_id": "office"}],
    "witness:take": POST_ONLY,
    "witness:address": [{"witness_id": "office"}],
    "witness:end": POST_ONLY,
    "witness:door": [{}],
    "witness:watching": [{"holder": "koperasi"}, {"holder": "supervisors"}],
    "witness:begin": POST_ONLY,
    "witness:watch": [{"holder": "koperasi"}],
    "witness:answer": [{"holder": "koperasi"}],
    "witness:retire": [{"holder": "koperasi"}],
    "witness:evidence": [{"holder": "koperasi", "refusal_id": "offence"}],
    "witness:evidence_file": [{"holder": "koperasi", "refusal_id": "offence"}],
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
    django.setup()
    from lumbung import clock
    from lumbung.security.tests.browsing import strong_cookies
    from tests.village import build_village

    pages = addresses(build_village(clock.today()))
    print(json.dumps({"pages": pages, "cookies": {role: strong_cookies(role) for role in ROLES}}))
