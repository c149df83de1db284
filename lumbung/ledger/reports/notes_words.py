"""The worded parts of the notes: who the cooperative is, how it counts, where it works."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung.cooperatives.models import Cooperative, Unit
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger.reports.holders import holder_balances
from lumbung.ledger.reports.period import Period
from lumbung.ledger.reports.shape import Row
from lumbung.places.reports import full_name
from lumbung.security.models import Role
from lumbung.security.reports import officers
from lumbung.web.dates import long_date

FACTS = (
    ("name", gettext_noop("Nama koperasi")),
    ("legal_entity_no", gettext_noop("Badan hukum")),
    ("nik_koperasi", gettext_noop("NIK koperasi")),
    ("npwp", gettext_noop("NPWP")),
    ("nib", gettext_noop("NIB")),
    ("address", gettext_noop("Alamat")),
    ("phone", gettext_noop("Telepon")),
)

POLICIES = (
    (
        "basis",
        gettext_noop("Dasar penyusunan"),
        gettext_noop("Disusun menurut SAK EP dan Permenkop UKM 2/2024, atas dasar akrual, dalam rupiah."),
    ),
    (
        "loans",
        gettext_noop("Pinjaman dan piutang"),
        gettext_noop("Dicatat sebesar sisa tagihan dikurangi penyisihan kerugian."),
    ),
    (
        "goods",
        gettext_noop("Persediaan"),
        gettext_noop("Dinilai dengan rata-rata bergerak; ongkos kirim masuk harga pokok."),
    ),
    (
        "assets",
        gettext_noop("Aset tetap"),
        gettext_noop("Dicatat sebesar harga perolehan, disusutkan garis lurus selama umur manfaatnya."),
    ),
    (
        "revenue",
        gettext_noop("Pendapatan"),
        gettext_noop("Diakui saat jasa diberikan atau barang diserahkan; titip jual hanya komisinya."),
    ),
    (
        "savings",
        gettext_noop("Simpanan"),
        gettext_noop("Simpanan pokok dan wajib adalah modal sendiri; sukarela dan berjangka adalah utang."),
    ),
    ("equity", gettext_noop("Hibah"), gettext_noop("Hibah tanpa syarat dicatat sebagai ekuitas (hibah/donasi).")),
    ("income", gettext_noop("Hibah"), gettext_noop("Hibah tanpa syarat dicatat sebagai pendapatan.")),
    ("surplus", gettext_noop("Sisa hasil usaha"), gettext_noop("Dibagi menurut keputusan rapat anggota tahunan.")),
)


def about(cooperative_id: int, period: Period) -> list[Row]:
    """A. Gambaran umum."""
    cooperative = Cooperative.objects.get(id=cooperative_id)
    rows = [Row("A", _("A. GAMBARAN UMUM"), "head", {})]
    rows += [_words(f"A.{key}", _(label), getattr(cooperative, key)) for key, label in FACTS]
    rows.append(_words("A.founded", _("Berdiri"), cooperative.founded_on and long_date(cooperative.founded_on)))
    serving = officers(cooperative_id, period.end)
    people = "; ".join(f"{_(Role(role).label)}: {name}" for role, name in serving)
    rows.append(_words("A.officers", _("Pengurus dan pengawas"), people))
    rows.append(_words("A.members", _("Anggota dengan simpanan pokok"), _members(cooperative_id, period)))
    units = Unit.objects.filter(cooperative_id=cooperative_id, opened_on__lte=period.end).order_by("name")
    rows.append(_words("A.units", _("Gerai"), "; ".join(unit.name for unit in units)))
    return rows


def _members(cooperative_id: int, period: Period) -> str:
    """How many held the membership share at the start and at the end, as the books know it."""
    then = holder_balances(cooperative_id, "310000", period.before)
    now = holder_balances(cooperative_id, "310000", period.end)
    before, after = ({who for who, amount in each.items() if amount} for each in (then, now))
    words = _("awal %(start)s, masuk %(joined)s, keluar %(left)s, akhir %(end)s")
    counted = {"start": len(before), "joined": len(after - before), "left": len(before - after), "end": len(after)}
    return words % counted if before or after else ""


def policies(cooperative_id: int, on: date) -> list[Row]:
    """B. Kebijakan akuntansi."""
    rules = bylaws(cooperative_id, on)
    unwanted = "income" if rules.grant_policy == "equity" else "equity"
    rows = [Row("B", _("B. KEBIJAKAN AKUNTANSI"), "head", {})]
    rows += [_words(f"B.{key}", _(label), _(text)) for key, label, text in POLICIES if key != unwanted]
    return rows


def area(cooperative_id: int) -> list[Row]:
    """C. Potensi wilayah kerja."""
    cooperative = Cooperative.objects.get(id=cooperative_id)
    return [
        Row("C", _("C. WILAYAH KERJA"), "head", {}),
        _words("C.village", _("Desa atau kelurahan"), full_name(cooperative.village_code)),
    ]


def _words(key: str, label: str, text: object) -> Row:
    return Row(key, label, "line", {"text": str(text or "")})
