"""Sekretariat: every register with what waits in it."""

from collections import Counter

from lumbung.meetings import reports
from lumbung.meetings.registers import REGISTERS
from lumbung.security.access import may
from lumbung.web.page import page

ICONS = {
    "pengurus": "id-card", "pengawas": "eye", "karyawan": "briefcase", "tamu": "user-check", "saran": "message-circle",
    "anjuran-dinas": "landmark", "anjuran-instansi": "building-2", "rapat-pengawas": "shield-check",
    "rapat-pengurus": "notebook-pen", "rapat-anggota": "users", "kejadian": "flag", "surat": "inbox",
    "saran-pengawas": "circle-question-mark",
}  # fmt: skip


@may("meetings.see")
def index(request):
    """The registers, each with how much of it waits for an answer."""
    waiting = Counter(row.kind for row in reports.unanswered(request.cooperative.id))
    cards = [
        {"register": one, "icon": ICONS[word], "waiting": waiting[one.only.get("kind")]}
        for word, one in REGISTERS.items()
    ]
    return page(request, "meetings/index.html", cards=cards)
