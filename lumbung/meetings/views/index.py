"""Sekretariat: every register with what waits in it."""

from lumbung import clock
from lumbung.meetings import reports
from lumbung.meetings.registers import REGISTERS
from lumbung.security import rules
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
    """The registers, those that wait for an answer first."""
    coop = request.cooperative.id
    waiting = {kind: len(reports.unanswered(coop, kind)) for kind in ("member", "official", "agency", "supervisor")}
    cards = [
        {"register": one, "icon": ICONS[word], "waiting": waiting.get(one.only.get("kind"), 0),
         "may_write": rules.may(request.roles, one.deed)}
        for word, one in REGISTERS.items()
    ]  # fmt: skip
    return page(request, "meetings/index.html", cards=cards, today=clock.today())
