"""The thirteen registers of the secretary, as their pages know them: word in the address, table, form, duty."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from lumbung.meetings import actions, forms
from lumbung.meetings.models import Incident, Kept, Letter, Meeting, Suggestion, Term, Visit

RECORD, GUEST, SUPERVISE = "meetings.record", "meetings.guest", "meetings.supervise"


class Register(NamedTuple):
    """One register.

    only   which rows of the table are its own: {"kind": "member"}
    write  the deed that writes a row
    book   the printed book
    main   the column that says what a row is about; `beside` what stands under it in a list
    empty  what the page says when nothing is written yet
    """

    word: str
    book: str
    title: str
    new: str
    model: type[Kept]
    only: dict
    form: type[forms.KeptForm]
    write: Callable
    deed: str
    main: str
    beside: tuple[str, ...]
    empty: str

    @property
    def is_term(self) -> bool:
        return self.model is Term

    @property
    def is_said(self) -> bool:
        return self.model is Suggestion

    @property
    def is_members_meeting(self) -> bool:
        return self.only.get("body") == Meeting.Body.MEMBERS


_OFFICE = ("position", "approval")
_SAID = ("name", "office")
_MINUTES = ("place", "leader", "decisions")

REGISTERS = {
    one.word: one
    for one in (
        Register("pengurus", "daftar-pengurus", _("Pengurus"), _("Catat pengurus"), Term, {"body": "board"},
                 forms.OfficerForm, actions.record_term, RECORD, "name", _OFFICE,
                 _("Catat ketua, sekretaris, bendahara, dan wakilnya. Nama mereka lalu tercetak di kaki semua buku.")),
        Register("pengawas", "daftar-pengawas", _("Pengawas"), _("Catat pengawas"), Term, {"body": "supervisors"},
                 forms.SupervisorForm, actions.record_term, RECORD, "name", _OFFICE,
                 _("Catat ketua dan anggota pengawas. Lurah atau kepala desa menjadi ketua karena jabatannya.")),
        Register("karyawan", "daftar-karyawan", _("Karyawan"), _("Catat karyawan"), Term, {"body": "staff"},
                 forms.EmployeeForm, actions.record_term, RECORD, "name", _OFFICE,
                 _("Catat pengelola dan karyawan begitu disetujui rapat pengurus.")),
        Register("tamu", "buku-tamu", _("Buku tamu"), _("Catat tamu"), Visit, {}, forms.VisitForm,
                 actions.record_visit, GUEST, "name", ("origin", "purpose"),
                 _("Tamu bisa mengisi sendiri di laptop kantor. Tekan “Biarkan tamu mengisi”.")),
        Register("saran", "saran-anggota", _("Saran anggota"), _("Catat saran"), Suggestion, {"kind": "member"},
                 forms.SuggestionForm, actions.record_suggestion, RECORD, "text", _SAID,
                 _("Tulis saran yang disampaikan anggota, lalu jawab atas nama pengurus.")),
        Register("anjuran-dinas", "anjuran-pejabat-koperasi", _("Anjuran pejabat koperasi"), _("Catat anjuran"),
                 Suggestion, {"kind": "official"}, forms.AdviceForm, actions.record_suggestion, RECORD, "text", _SAID,
                 _("Tulis anjuran dari dinas koperasi, lalu catat tindak lanjutnya.")),
        Register("anjuran-instansi", "anjuran-instansi-lain", _("Anjuran instansi lain"), _("Catat anjuran"),
                 Suggestion, {"kind": "agency"}, forms.AdviceForm, actions.record_suggestion, RECORD, "text", _SAID,
                 _("Tulis anjuran dari kelurahan, kantor pajak, atau instansi lain, lalu catat tindak lanjutnya.")),
        Register("rapat-pengawas", "rapat-pengawas", _("Rapat pengawas"), _("Tulis notulen"), Meeting,
                 {"body": "supervisors"}, forms.MeetingForm, actions.record_meeting, SUPERVISE, "agenda", _MINUTES,
                 _("Tulis acara, siapa hadir, dan apa yang diputuskan. Jalannya rapat boleh singkat.")),
        Register("rapat-pengurus", "rapat-pengurus", _("Rapat pengurus"), _("Tulis notulen"), Meeting,
                 {"body": "board"}, forms.MeetingForm, actions.record_meeting, RECORD, "agenda", _MINUTES,
                 _("Tulis acara, siapa hadir, dan apa yang diputuskan. Jalannya rapat boleh singkat.")),
        Register("rapat-anggota", "rapat-anggota", _("Rapat anggota"), _("Tulis notulen"), Meeting,
                 {"body": "members"}, forms.MembersMeetingForm, actions.record_meeting, RECORD, "agenda", _MINUTES,
                 _("Tulis notulen RAT dan rapat anggota lain. Kuorumnya dihitung dari angka yang diisi.")),
        Register("kejadian", "kejadian-penting", _("Kejadian penting"), _("Catat kejadian"), Incident, {},
                 forms.IncidentForm, actions.record_incident, RECORD, "what", ("settled",),
                 _("Catat yang perlu diingat: kehilangan, banjir, kunjungan penting, barang hibah datang.")),
        Register("surat", "agenda-ekspedisi", _("Surat masuk dan keluar"), _("Catat surat"), Letter, {},
                 forms.LetterForm, actions.record_letter, RECORD, "subject", ("party", "number"),
                 _("Catat setiap surat yang datang dan yang dikirim. Buku ekspedisinya ikut tercetak.")),
        Register("saran-pengawas", "saran-pengawas", _("Saran pengawas"), _("Catat saran"), Suggestion,
                 {"kind": "supervisor"}, forms.SupervisionForm, actions.record_suggestion, SUPERVISE, "text", _SAID,
                 _("Pengawas menulis sarannya di sini; pengurus menjawab.")),
    )
}  # fmt: skip
