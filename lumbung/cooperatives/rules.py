"""The settings register (reference: domain 1.10): what a cooperative decides for itself, with a default and a unit.

A value holds from a day on. Amounts are typed in whole rupiah and handed out in sen.
"""

from datetime import date
from typing import NamedTuple

from lumbung.money import rp


class Setting(NamedTuple):
    kind: str  # rupiah, number, percent, flag, choice, day, text
    default: str
    label: str
    choices: tuple[str, ...] = ()


REGISTER: dict[str, Setting] = {
    "pokok_amount": Setting("rupiah", "100000", "Simpanan pokok"),
    "wajib_amount": Setting("rupiah", "15000", "Simpanan wajib sebulan"),
    "wajib_allow_unequal": Setting("flag", "1", "Simpanan wajib boleh tidak sama"),
    "dues_accrual": Setting("flag", "0", "Iuran ditagihkan lebih dulu (dibukukan sebagai simpanan belum disetor)"),
    "dues_allocation": Setting("choice", "oldest_first", "Urutan bulan yang dilunasi", ("oldest_first",)),
    "inactive_after_missed": Setting("number", "6", "Peringatan setelah sekian bulan menunggak"),
    "min_founders": Setting("number", "9", "Pendiri paling sedikit"),
    "membership_min_age": Setting("number", "17", "Umur anggota paling muda"),
    "savings_floor": Setting("rupiah", "0", "Saldo simpanan sukarela paling sedikit"),
    "savings_first_deposit": Setting("rupiah", "10000", "Setoran pertama simpanan sukarela paling sedikit"),
    "savings_rate_year": Setting("percent", "0", "Jasa simpanan sukarela setahun"),
    "savings_interest_method": Setting("choice", "lowest", "Dasar jasa simpanan", ("lowest", "average", "end")),
    "savings_tax_due_day": Setting("number", "10", "PPh jasa simpanan disetor paling lambat tanggal"),
    "term_rate_year": Setting("percent", "0", "Jasa simpanan berjangka setahun"),
    "term_minimum": Setting("rupiah", "500000", "Simpanan berjangka paling sedikit"),
    "term_grace_days": Setting("number", "7", "Boleh diambil sesudah jatuh tempo yang diperpanjang, hari"),
    "term_early_interest": Setting("percent", "0", "Jasa yang tetap dibayar bila berjangka diambil sebelum waktunya"),
    "term_early_penalty": Setting("percent", "0", "Denda bila berjangka diambil sebelum waktunya"),
    "life_office_months": Setting("number", "48", "Umur inventaris kantor, bulan"),
    "life_outlet_months": Setting("number", "48", "Umur peralatan gerai, bulan"),
    "life_vehicle_months": Setting("number", "96", "Umur kendaraan, bulan"),
    "life_building_months": Setting("number", "240", "Umur bangunan, bulan"),
    "depreciation_from": Setting("choice", "next_month", "Penyusutan mulai", ("next_month", "same_month")),
    "savings_rate_cap_year": Setting("percent", "9", "Jasa simpanan paling tinggi setahun"),
    "savings_interest_tax_rate": Setting("percent", "10", "PPh final jasa simpanan"),
    "savings_interest_tax_threshold": Setting("rupiah", "240000", "Batas jasa simpanan bebas PPh sebulan"),
    "turnover_tax_rate": Setting("percent", "0.5", "PPh final atas omzet"),
    "turnover_tax_ceiling": Setting("rupiah", "4800000000", "Batas omzet PPh final setahun"),
    "turnover_tax_years": Setting("number", "4", "Lama PPh final atas omzet, tahun pajak"),
    "pph_badan_rate": Setting("percent", "22", "PPh badan"),
    "usp_enabled": Setting("flag", "0", "Unit simpan pinjam berjalan"),
    "usp_min_fixed_capital": Setting("rupiah", "500000000", "Modal tetap paling sedikit untuk USP"),
    "loan_rate_cap_year": Setting("percent", "24", "Jasa pinjaman paling tinggi setahun"),
    "loan_rate_cap_basis": Setting("choice", "effective", "Dasar batas jasa", ("effective", "nominal_flat")),
    "loan_related_party_cap": Setting("percent", "10", "Pinjaman pihak terkait dari modal sendiri"),
    "loan_fee_policy": Setting("choice", "defer", "Provisi pinjaman", ("defer", "income")),
    "instalment_rounding_unit": Setting("number", "1", "Pembulatan angsuran, rupiah"),
    "grant_policy": Setting("choice", "equity", "Hibah dibukukan sebagai", ("equity", "income")),
    "grant_ralb_threshold": Setting("percent", "25", "Hibah yang perlu RALB, bagian dari aset"),
    "asset_pledge_ralb_threshold": Setting("percent", "25", "Jaminan aset yang perlu RALB"),
    "village_share_pct": Setting("percent", "0", "Imbal jasa desa"),
    "village_share_basis": Setting("choice", "allocation", "Imbal jasa desa diambil dari", ("allocation", "expense")),
    "audit_threshold_capital": Setting("rupiah", "5000000000", "Modal yang wajib diaudit"),
    "rat_legal_months": Setting("number", "6", "Batas RAT setelah tahun buku, bulan"),
    "rat_target": Setting("day", "03-31", "RAT paling lambat menurut dinas"),
    "rat_report_due": Setting("day", "04-30", "Laporan RAT paling lambat"),
    "invite_days": Setting("number", "14", "Undangan rapat, hari sebelumnya"),
    "quorum": Setting("choice", "1/2", "Kuorum panggilan pertama", ("1/2",)),
    "quorum2": Setting("choice", "1/3", "Kuorum panggilan kedua", ("1/3",)),
    "board_min": Setting("number", "5", "Pengurus paling sedikit"),
    "supervisors_min": Setting("number", "3", "Pengawas paling sedikit"),
    "board_term_years": Setting("number", "5", "Masa jabatan, tahun"),
    "terms_max": Setting("number", "2", "Masa jabatan paling banyak"),
    "shu_member_split_source": Setting("choice", "all", "SHU anggota dari", ("all", "member_only")),
    "patronage_basis": Setting("choice", "margin", "Dasar jasa usaha", ("margin", "turnover")),
    "capital_basis": Setting("choice", "average_balance", "Dasar jasa modal", ("average_balance", "year_end")),
    "cash_limit_till": Setting("rupiah", "2000000", "Uang paling banyak di laci"),
    "backdate_days": Setting("number", "3", "Catatan mundur paling jauh, hari"),
    "panjar_max_days": Setting("number", "14", "Panjar harus selesai, hari"),
    "approval_limit": Setting("rupiah", "2000000", "Pengeluaran di atas ini menunggu persetujuan"),
    "new_device_hours": Setting("number", "24", "Perangkat baru boleh mengeluarkan uang sesudah, jam"),
    "limit_payee": Setting("rupiah", "3000000", "Kepada satu penerima dalam beberapa hari, tanpa persetujuan"),
    "limit_person_day": Setting("rupiah", "5000000", "Yang dibayarkan satu orang sehari, tanpa persetujuan"),
    "limit_person_days": Setting("rupiah", "15000000", "Yang dibayarkan satu orang beberapa hari, tanpa persetujuan"),
    "limit_days": Setting("number", "7", "Pembayaran dijumlahkan selama, hari"),
    "related_limit": Setting("rupiah", "500000", "Kepada pengurus atau keluarganya, tanpa persetujuan"),
    "dormant_months": Setting("number", "12", "Simpanan perlu dua orang bila tidak bergerak selama, bulan"),
    "night_from": Setting("number", "21", "Catatan malam, mulai jam"),
    "night_until": Setting("number", "5", "Catatan malam, sampai jam"),
    "round_amount": Setting("rupiah", "1000000", "Jumlah besar yang bulat, kelipatan"),
    "sample_size": Setting("number", "10", "Sampel pengawas seminggu, catatan"),
    "confirm_size": Setting("number", "20", "Anggota yang ditanyai saldonya sebulan"),
    "refund_days": Setting("number", "30", "Simpanan anggota keluar dikembalikan paling lambat, hari"),
    "rejoin_number": Setting("choice", "same", "Nomor anggota yang kembali", ("same", "new")),
    "stamp_duty": Setting("rupiah", "10000", "Bea meterai"),
    "stamp_duty_above": Setting("rupiah", "5000000", "Kuitansi bermeterai di atas"),
    "fiscal_year_start": Setting("day", "01-01", "Awal tahun buku"),
    "witness_quorum": Setting("number", "1", "Saksi mandiri yang harus menandatangani buku"),
    "retention_years": Setting("number", "10", "Bukti disimpan, tahun"),
    "export_cap": Setting("number", "5", "Unduhan daftar anggota seorang sehari"),
    "message_phrase": Setting("text", "", "Kata pengenal di pesan WhatsApp"),
    "pdp_authority": Setting("name", "Kementerian Komunikasi dan Digital", "Lembaga yang diberi tahu bila data bocor"),
    "pdp_authority_address": Setting("name", "Jl. Medan Merdeka Barat No. 9, Jakarta 10110", "Alamat lembaga itu"),
}


class Unacceptable(ValueError):
    """A value that its setting cannot take; the message says what it takes."""


def typed(key: str, text: str):
    """The value of a setting in its own type: rupiah in sen, percent in hundredths of a percent, flags, numbers.

    Raises  Unacceptable: not a value of this setting
    """
    setting = REGISTER[key]
    try:
        return READ[setting.kind](text, setting)
    except (ValueError, ArithmeticError) as error:
        raise Unacceptable(f"“{text}” tidak dapat dipakai untuk {setting.label}.") from error


def _rupiah(text: str, _setting) -> int:
    amount = int(text)
    if amount < 0:
        raise ValueError(text)
    return rp(amount)


def _number(text: str, _setting) -> int:
    if (number := int(text)) < 0:
        raise ValueError(text)
    return number


def _percent(text: str, _setting) -> int:
    whole, _, rest = text.partition(".")
    hundredths = int(whole) * 100 + int((rest + "00")[:2])
    if not 0 <= hundredths <= 100_00 or len(rest) > 2:
        raise ValueError(text)
    return hundredths


def _flag(text: str, _setting) -> bool:
    if text not in ("0", "1"):
        raise ValueError(text)
    return text == "1"


def _choice(text: str, setting: Setting) -> str:
    if text not in setting.choices:
        raise ValueError(text)
    return text


def _text(text: str, _setting) -> str:
    return " ".join(text.split())


def _name(text: str, _setting) -> str:
    """Words that may not be lacking."""
    if not text.strip():
        raise ValueError(text)
    return " ".join(text.split())


def _day(text: str, _setting) -> str:
    date.fromisoformat(f"2024-{text}")
    return text


READ = {
    "rupiah": _rupiah,
    "number": _number,
    "percent": _percent,
    "flag": _flag,
    "choice": _choice,
    "text": _text,
    "name": _name,
    "day": _day,
}
