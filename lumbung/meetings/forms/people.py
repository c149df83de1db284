"""Officers, employees, guests."""

from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.meetings import reports
from lumbung.meetings.forms.base import KeptForm, OfMemberForm, day_field, line, paragraph
from lumbung.web import fields

GENDERS = [("P", _("Perempuan")), ("L", _("Laki-laki"))]
PURPOSES = (
    _("Bayar iuran atau menabung"), _("Ingin menjadi anggota"), _("Belanja di gerai"), _("Bertemu pengurus"),
    _("Kunjungan dinas"), _("Lainnya"),
)  # fmt: skip


class OfficerForm(OfMemberForm):
    """Who takes which office, from when until when."""

    position = line(_("Jabatan"), 60, help_text=_("Misalnya: Ketua, Wakil Ketua Bidang Usaha, Sekretaris, Bendahara."))
    on = day_field(_("Diangkat tanggal"))
    until = fields.DateField(
        label=_("Masa jabatan sampai"), today=clock.today, future=True, required=False, term="masa jabatan"
    )
    approval = line(_("Dasar pengangkatan"), 120, required=False, help_text=_("Misalnya: Keputusan RAT 12 Maret 2026."))
    occupation = line(_("Pekerjaan"), 60, required=False)
    address = line(_("Alamat"), 200, required=False, help_text=_("Hanya bila bukan anggota atau alamatnya lain."))
    field_order = ["member_id", "name", "position", "on", "until", "approval", "occupation", "address"]


class SupervisorForm(OfficerForm):
    position = line(_("Jabatan"), 60, help_text=_("Misalnya: Ketua Pengawas (lurah karena jabatannya), Anggota."))


class EmployeeForm(OfMemberForm):
    """Who is hired, for what, with whose approval."""

    position = line(_("Pekerjaan atau jabatan"), 60, help_text=_("Misalnya: Pengelola gerai, Kasir, Penjaga."))
    on = day_field(_("Masuk tanggal"))
    approval = line(_("Disetujui pengurus"), 120, help_text=_("Misalnya: Rapat pengurus 3 Mei 2026."))
    gender = fields.OneOfField(label=_("Jenis kelamin"), choices=GENDERS, required=False)
    birth_place = line(_("Tempat lahir"), 60, required=False)
    born_on = fields.DateField(label=_("Tanggal lahir"), today=clock.today, required=False)
    address = line(_("Alamat"), 200, required=False)
    field_order = ["member_id", "name", "position", "on", "approval", "gender", "birth_place", "born_on", "address"]


class EndForm(fields.Form):
    """When somebody leaves an office, and why."""

    on = day_field(_("Berhenti tanggal"))
    reason = line(_("Sebab"), 160, help_text=_("Misalnya: masa jabatan habis, mengundurkan diri, pindah rumah."))
    request_id = fields.RequestIdField()


class VisitForm(KeptForm):
    """A guest, written by the office."""

    on = day_field()
    name = line(_("Nama tamu"), 120)
    origin = line(_("Instansi atau alamat"), 160, required=False)
    met = line(_("Bertemu dengan"), 120, required=False)
    purpose = line(_("Maksud dan tujuan"), 300)
    impression = paragraph(_("Kesan dan pesan"), 300, 2, required=False)


class GuestForm(fields.Form):
    """The same, written by the guest: a name, two touches, and it is done."""

    name = line(_("Nama Anda"), 120)
    origin = line(_("Dari mana"), 160, required=False, help_text=_("Kampung, kantor, atau lembaga."))
    purpose = fields.OneOfField(label=_("Keperluan"), choices=[(words, words) for words in PURPOSES])
    other = line(_("Ceritakan sedikit"), 250, required=False)
    met = fields.OneOfField(label=_("Ingin bertemu"), choices=[], required=False)
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative, **kwargs):
        super().__init__(*args, **kwargs)
        on_board = reports.serving(cooperative.id, clock.today(), body="board")
        self.fields["met"].choices = [("", _("Siapa saja"))] + [
            (f"{term.name}, {term.position}", f"{term.name}, {term.position}") for term in on_board[:5]
        ]
        self.fields["name"].widget.attrs |= {"autofocus": True, "autocomplete": "off"}

    def facts(self) -> dict:
        data = self.cleaned_data
        told = ": ".join(filter(None, (str(data["purpose"]), data["other"])))
        return {"name": data["name"], "origin": data["origin"], "met": data["met"], "purpose": told}
