"""What a register asks: few questions first, the others when there is time."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.members import nik, rules
from lumbung.members.models import Member
from lumbung.web import fields
from lumbung.web.words import Refused

GENDERS = [("P", _("Perempuan")), ("L", _("Laki-laki"))]
KINDS = [(Member.Kind.FULL, _("Anggota")), (Member.Kind.ASSOCIATE, _("Anggota luar biasa"))]


class AboutForm(fields.Form):
    """What is known of a person."""

    full_name = fields.TextField(
        label=_("Nama lengkap"), max_length=120, help_text=_("Seperti di KTP. Satu nama pun cukup.")
    )
    phone = fields.TextField(
        label=_("Telepon atau WA"), required=False, max_length=30, help_text=_("Boleh sama dengan keluarga.")
    )
    rt = fields.TextField(label=_("RT"), required=False, max_length=4)
    rw = fields.TextField(label=_("RW"), required=False, max_length=4)
    address = fields.TextField(label=_("Alamat"), required=False, max_length=200)
    nik = fields.NikField(label=_("NIK"), term="nik", required=False, help_text=_("Hanya pengurus yang melihatnya."))
    gender = fields.OneOfField(label=_("Jenis kelamin"), choices=GENDERS, required=False)
    birth_place = fields.TextField(label=_("Tempat lahir"), required=False, max_length=60)
    born_on = fields.DateField(label=_("Tanggal lahir"), required=False, today=clock.today)
    occupation = fields.TextField(label=_("Pekerjaan"), required=False, max_length=60)
    nickname = fields.TextField(label=_("Nama panggilan"), required=False, max_length=60)
    kind = fields.OneOfField(label=_("Jenis keanggotaan"), term="anggota luar biasa", choices=KINDS, initial="full")
    number = fields.TextField(label=_("Nomor anggota"), required=False, max_length=20)
    notes = fields.TextField(label=_("Catatan"), required=False, max_length=300)

    def clean_nik(self) -> str:
        return _read(nik.normal, self.cleaned_data["nik"])

    def clean_phone(self) -> str:
        return _read(rules.normal_phone, self.cleaned_data["phone"])


class NewMemberForm(AboutForm):
    """An applicant, or somebody who is a member in the paper book already."""

    joined_on = fields.DateField(
        label=_("Sudah menjadi anggota sejak"), required=False, today=clock.today,
        help_text=_("Kosongkan bila baru mendaftar: ia menjadi anggota begitu simpanan pokoknya lunas."),
    )  # fmt: skip
    request_id = fields.RequestIdField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["full_name"].widget.attrs["autofocus"] = True

    def first(self):
        return [self[name] for name in ("full_name", "phone")]

    def more(self):
        names = "nik gender birth_place born_on occupation nickname kind number joined_on notes"
        return [self[name] for name in names.split()]

    @property
    def opened(self) -> bool:
        """Whether a mistake hides behind the fold."""
        return any(field.errors for field in self.more())


class CorrectForm(AboutForm):
    """The same, with the days, and why it changes."""

    applied_on = fields.DateField(label=_("Tanggal mendaftar"), required=False, today=clock.today)
    joined_on = fields.DateField(label=_("Tanggal masuk"), required=False, today=clock.today)
    without_nik = fields.YesField(label=_("Kosongkan NIK: yang tercatat milik orang lain"), required=False)
    reason = fields.TextField(
        label=_("Sebab perubahan"), required=False, max_length=160, help_text=_("Misalnya: pindah rumah, salah ketik.")
    )

    @classmethod
    def of(cls, member: Member, data=None):
        names = [name for name in cls.base_fields if name not in ("nik", "without_nik", "phone", "reason")]
        known = {name: getattr(member, name) for name in names}
        form = cls(data, initial={**known, "phone": member.phone_shown})
        form._keep_nik_to_itself(nik.shown(member))
        return form

    def _keep_nik_to_itself(self, shown: str) -> None:
        """The number that is written does not go out with the form; whoever leaves the field empty leaves it."""
        if shown:
            self.fields["nik"].help_text = _("Tercatat %(nik)s. Isi hanya bila keliru.") % {"nik": shown}
        else:
            del self.fields["without_nik"]

    def changes(self) -> dict:
        """The fields that say something else now."""
        changed = {name: self.cleaned_data[name] for name in self.changed_data if name != "reason"}
        return changed if not changed.pop("without_nik", False) else changed | {"nik": ""}


class StandingForm(fields.Form):
    """Setting a member inactive, or active again."""

    reason = fields.TextField(label=_("Sebab"), max_length=160)


def _read(reader, text: str) -> str:
    try:
        return reader(text)
    except Refused as refusal:
        raise ValidationError(str(refusal)) from None
