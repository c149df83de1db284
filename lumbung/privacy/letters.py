"""The letters of an incident, drafted from what was written down: to each member it touches, and to the authority."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.members.models import Member
from lumbung.members.paper import signers
from lumbung.privacy.models import Incident
from lumbung.privacy.paper import heading, letters, listed, par, table
from lumbung.privacy.rules.incidents import advice, named
from lumbung.web.dates import long_date


def to_members(cooperative: Cooperative, incident: Incident, members: list[Member], on: date) -> bytes:
    """A letter to each member that an incident touches: what, when, how, what was done, what she should do."""
    told = _told(cooperative, incident)
    each = [{"to": [_("Kepada"), *_address(member)], "blocks": told} for member in members]
    return _letters(cooperative, incident, _("Pemberitahuan tentang Data Anda"), on, each)


def to_authority(cooperative: Cooperative, incident: Incident, count: int, authority: tuple, on: date) -> bytes:
    """The letter to the authority (its name and address): the same facts, how many people, how to reach us."""
    opening = _("Sesuai UU 27/2022 kami memberitahukan kegagalan pelindungan data pribadi berikut.")
    whom = _("%(n)s anggota (%(who)s). Mereka diberi tahu dengan surat tersendiri.")
    reach = _("Keterangan lebih lanjut: %(where)s.") % {"where": _where(cooperative)}
    told = [
        par(opening), *_facts(incident), heading(_("Yang terdampak")),
        par(whom % {"n": count, "who": incident.scope_words}),
        heading(_("Penanganan dan pemulihan")), par(incident.remedy), par(reach),
    ]  # fmt: skip
    each = [{"to": [_("Kepada Yth."), *authority], "blocks": told}]
    return _letters(cooperative, incident, _("Pemberitahuan Kegagalan Pelindungan Data"), on, each)


def _letters(cooperative: Cooperative, incident: Incident, title: str, on: date, each: list[dict]) -> bytes:
    signed = signers(cooperative.id, on, "ketua", "sekretaris")
    draft = _("Latihan, bukan kejadian") if incident.drill else ""
    return letters(cooperative, title, on, each, signatures=signed, draft=draft)


def _address(member: Member) -> list[str]:
    return [line for line in (f"{member.full_name} ({member.number})", member.address, member.where) if line]


def _where(cooperative: Cooperative) -> str:
    """The house, its address and telephone, as far as they are written down."""
    phone = _("telepon %(phone)s") % {"phone": cooperative.phone} if cooperative.phone else ""
    return ", ".join(filter(None, (cooperative.name, cooperative.address, phone)))


def _facts(incident: Incident) -> list[dict]:
    happened = long_date(incident.happened_on) if incident.happened_on else _("belum diketahui")
    known = clock.local(incident.known_at)
    facts = [(_("Terjadi"), happened), (_("Diketahui"), f"{long_date(known.date())}, {known:%H.%M}"),
             (_("Data yang kena"), named(incident.kinds))]  # fmt: skip
    facts += [(_("Sebab"), incident.cause)] if incident.cause else []
    heads = [(_("Hal"), "34mm"), (_("Keterangan"), "1fr")]
    return [heading(_("Apa yang terjadi")), par(incident.what), table(heads, facts)]


def _told(cooperative: Cooperative, incident: Incident) -> list[dict]:
    sorry = _("Data Anda pada koperasi terkena kejadian berikut. Kami mohon maaf dan memberitahukannya terus terang.")
    reach = _("Bertanya: datang atau telepon ke kantor, %(where)s.") % {"where": _where(cooperative)}
    return [
        par(sorry), *_facts(incident), heading(_("Yang kami lakukan")), par(incident.remedy),
        heading(_("Yang sebaiknya Anda lakukan")), listed(advice(incident.kinds)), par(reach),
        par(_("Pengurus tidak pernah meminta kode atau kata sandi.")),
    ]  # fmt: skip
