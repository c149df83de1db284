"""Looking: the list, one member, who may be there twice."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cooperatives.reports import open_tasks
from lumbung.members import nik, panels, reports
from lumbung.members.models import Change, Member
from lumbung.security import rules
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.dates import long_date
from lumbung.web.page import page
from lumbung.web.words import Refused

A_PAGE = 50
STATES = {  # word in the address → the register's own, and what the filter says
    "": ("here", gettext_lazy("Anggota")),
    "calon": (Member.Status.APPLICANT, gettext_lazy("Calon")),
    "tidak-aktif": (Member.Status.INACTIVE, gettext_lazy("Tidak aktif")),
    "keluar": (Member.Status.LEFT, pgettext_lazy("anggota", "Keluar")),
    "meninggal": (Member.Status.DECEASED, gettext_lazy("Meninggal")),
    "semua": ("", gettext_lazy("Semua")),
}
TONES = {"active": "ok", "applicant": "wait", "inactive": "wait"}


def get_member(request, member_id: int) -> Member:
    """A member of this cooperative.

    Raises  Http404: not here
    """
    member = reports.get(request.cooperative.id, member_id)
    if member is None:
        raise Http404
    return member


@may("members.see")
def members(request):
    """The list, narrowed by words, standing and neighbourhood; a page of it at a time."""
    coop, asked = request.cooperative.id, request.GET
    state = asked.get("keadaan", "")
    status, _label = STATES.get(state, STATES[""])
    rw, _slash, rt = asked.get("rt", "").partition("-")
    found = reports.everyone(coop, text=asked.get("cari", ""), status=status, rt=rt, rw=rw)
    shown = Paginator(found, A_PAGE).get_page(asked.get("halaman"))
    counts = reports.counts(coop)
    return page(
        request, "members/list.html", "rows", members=shown, total=shown.paginator.count, counts=counts,
        states=_filters(state, counts), quarters=reports.neighbourhoods(coop), quarter=asked.get("rt", ""),
        may_register=rules.may(request.roles, "members.register"), tones=TONES,
    )  # fmt: skip


def _filters(state: str, counts: dict) -> list[dict]:
    keys = {"here": "here", "": "all"}
    rows = []
    for word, (status, label) in STATES.items():
        count = counts[keys.get(status, status)]
        if count or word in ("", state):
            rows.append({"word": word, "label": label, "count": count, "here": word == state})
    return rows


@may("members.see")
def search(request):
    """Answers for the picker: `?q=siti`."""
    found = reports.find(request.cooperative.id, request.GET.get("q", "")[:80], limit=12)
    return page(request, "members/answers.html", found=found)


@may("members.see")
def one(request, member_id):
    """Everything about one member; other packages add their parts."""
    member = get_member(request, member_id)
    return _shown_with(request, member, nik.shown(member))


@require_POST
@may("members.identify", step_up=True)
def identify(request, member_id):
    """The same with the NIK in full, once; that it was looked at stays written."""
    member = get_member(request, member_id)
    try:
        digits = nik.looked_at(member=member, by=request.person.id)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _shown_with(request, member, nik.shown(member))
    return _shown_with(request, member, nik.grouped(digits), in_full=True)


def _shown_with(request, member: Member, number: str, *, in_full=False):
    coop = request.cooperative.id
    region = request.cooperative.village_code.replace(".", "")[:4]
    return page(
        request, "members/one.html", member=member, nik=number, in_full=in_full, tone=TONES.get(member.status, ""),
        doubts=nik.doubts(member, region), tasks=list(open_tasks(coop, subject_kind="member", subject_id=member.id)),
        history=told(reports.history(member)), panels=panels.of(request, member), deeds=rules.deeds_of(request.roles),
        crumbs=[(_("Anggota"), reverse("members:list", kwargs={"slug": request.cooperative.slug})), (member, None)],
    )  # fmt: skip


def told(history: list[Change]) -> list[dict]:
    """The corrections in words: which field, from what to what, when, by whom."""
    people = names(change.by for change in history)
    return [
        {"label": LABELS.get(change.field, change.field), "old": _shown(change.field, change.old),
         "new": _shown(change.field, change.new), "on": clock.local(change.at).date(),
         "who": people.get(change.by, ""), "reason": change.reason}
        for change in history
    ]  # fmt: skip


def _shown(field: str, value: str) -> str:
    """A stored value as people read it: `Aktif` of active, `3 Maret 1985` of a date."""
    if field in CHOICES:
        return _(CHOICES[field].get(value, value))
    if field in DAYS and value:
        return long_date(date.fromisoformat(value))
    return value


CHOICES = {
    "status": dict(Member.Status.choices),
    "kind": dict(Member.Kind.choices),
    "gender": {"L": "Laki-laki", "P": "Perempuan"},
}
DAYS = {"born_on", "applied_on", "joined_on", "left_on", "asked_to_leave_on"}
LABELS = {
    "full_name": gettext_lazy("Nama lengkap"),
    "number": gettext_lazy("Nomor anggota"),
    "phone": gettext_lazy("Telepon atau WA"),
    "rt": gettext_lazy("RT"),
    "rw": gettext_lazy("RW"),
    "address": gettext_lazy("Alamat"),
    "nik": gettext_lazy("NIK"),
    "gender": gettext_lazy("Jenis kelamin"),
    "birth_place": gettext_lazy("Tempat lahir"),
    "born_on": gettext_lazy("Tanggal lahir"),
    "occupation": gettext_lazy("Pekerjaan"),
    "nickname": gettext_lazy("Nama panggilan"),
    "kind": gettext_lazy("Jenis keanggotaan"),
    "notes": gettext_lazy("Catatan"),
    "applied_on": gettext_lazy("Tanggal mendaftar"),
    "joined_on": gettext_lazy("Tanggal masuk"),
    "status": gettext_lazy("Keadaan"),
    "left_on": gettext_lazy("Tanggal keluar"),
    "leave_reason": gettext_lazy("Sebab keluar"),
    "asked_to_leave_on": gettext_lazy("Tanggal minta berhenti"),
}


@may("members.see")
def duplicates(request):
    """Rows that may be one person; people decide."""
    found = reports.suspected_duplicates(request.cooperative.id)
    here = reverse("members:list", kwargs={"slug": request.cooperative.slug})
    crumbs = [(_("Anggota"), here), (_("Mungkin tercatat dua kali"), None)]
    may_merge = rules.may(request.roles, "members.merge")
    return page(request, "members/duplicates.html", found=found, may_merge=may_merge, crumbs=crumbs)
