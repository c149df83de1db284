"""The worded parts of the notes: who the cooperative is, how it counts, where it works."""

from datetime import date

from django.utils.translation import gettext as _

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
    ("name", "Nama koperasi"),
    ("legal_entity_no", "Badan hukum"),
    ("nik_koperasi", "NIK koperasi"),
    ("npwp", "NPWP"),
    ("nib", "NIB"),
    ("address", "Alamat"),
    ("phone", "Telepon"),
)

POLICIES = (
    ("basis", "Dasar penyusunan", "Disusun menurut SAK EP dan Permenkop UKM 2/2024, atas dasar akrual, dalam rupiah."),
    ("loans", "Pinjaman dan piutang", "Dicatat sebesar sisa tagihan dikurangi penyisihan kerugian."),
    ("goods", "Persediaan", "Dinilai dengan rata-rata bergerak; ongkos kirim masuk harga pokok."),
    ("assets", "Aset tetap", "Dicatat sebesar harga perolehan, disusutkan garis lurus selama umur manfaatnya."),
    ("revenue", "Pendapatan", "Diakui saat jasa diberikan atau barang diserahkan; titip jual hanya komisinya."),
    ("savings", "Simpanan", "Simpanan pokok dan wajib adalah modal sendiri; sukarela dan berjangka adalah utang."),
    ("equity", "Hibah", "Hibah tanpa syarat dicatat sebagai ekuitas (hibah/donasi)."),
    ("income", "Hibah", "Hibah tanpa syarat dicatat sebagai pendapatan."),
    ("surplus", "Sisa hasil usaha", "Dibagi menurut keputusan rapat anggota tahunan."),
)  # fmt: skip


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
