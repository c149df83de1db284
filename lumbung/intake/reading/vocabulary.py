"""The words treasurers put over their columns, and what each means.

A head is compared by its `cells.key` (lower-case words and digits only), first match from the top.
"""

import re

_PHONE = r"\b(hp|wa|whats ?app|telp|telepon|tlp|tlpn|telpon|handphone|ponsel|kontak|seluler|phone|hape|contact)\b"
_NAME = (
    r"^nama\b(?! (ibu|usaha|ayah|ahli|suami|istri|pasangan|bank|barang|toko|kelompok|panggilan|transaksi))"
    r"|^anggota$|^nm\b|^name$|^penyetor$|^identitas anggota$"
)
_NUMBER = (
    r"^(no|nomor|nmr|kode|id)( (urut|induk|reg|registrasi|buku|kartu))? ?(agt|agg|angg|anggt|anggota|member|koperasi)\b"
    r"|^(nia|nba|nak|nra)$|^(no|nomor) (induk|reg|registrasi|buku|kartu)$|^(id|kode)$"
)
_PLACE = r"(tempat|tmp|tmpt|tpt|kota|tmpat)"

_COMMON = (
    ("ordinal", r"^(no|nomor|nr|n o|no urut|nomor urut|urut|urutan|nmr|num|no urt)$"),
    ("number", _NUMBER),
    ("name", _NAME),
)

MEMBERS = (
    ("address", r"alamat|domisili|tinggal|^jalan$|^jln$|^dusun|lingkungan"),
    ("photo", r"^(foto|upload|unggah|scan|fotokopi|fc|lampiran)\b|koperasi$"),
    ("name", _NAME),
    ("nik", r"\bnik\b|ktp|kependudukan|^(no|nomor) identitas|^identitas$"),
    *_COMMON,
    ("birthplace", rf"^{_PLACE} (lahir|lhr|kelahiran)$|lahir {_PLACE}$"),
    ("born", r"lahir|^t ?t ?l\b|\blhr\b|^usia lahir|^birth|^dob$"),
    ("left_asked", r"minta (berhenti|keluar)"),
    ("left", r"\b(keluar|berhenti|mundur|pengunduran)\b(?!.*sebab)"),
    ("joined", r"masuk|gabung|daftar|jadi anggota|menjadi|diterima|\bsejak\b|^mulai|^tmt\b|keanggotaan$|^(tgl|tanggal) "
               r"(anggota|agt|angg)\b|^join|pengangkatan"),
    ("gender_male", r"kelamin (l|lk|laki laki|pria)$|^(l|lk)$"),
    ("gender_female", r"kelamin (p|pr|perempuan|wanita)$|^(p|pr)$"),
    ("gender", r"^l ?p\b|^j ?k$|kelamin|^kel$|^gender|^sex$|^p l$|^lk pr$|^pria wanita$|^jenkel$|^jns kel\b"),
    ("phone", _PHONE),
    ("rt_rw", r"^rt rw\b|^rtrw$"),
    ("rt", r"^rt$|^no rt$"),
    ("rw", r"^rw$|^no rw$"),
    ("job", r"pekerjaan|profesi|^kerja|^usaha|pencaharian|^jenis usaha|^nama usaha"),
    ("principal", r"\bpokok\b|^s p$"),
    ("status", r"^status|keaktifan|^aktif"),
    ("note", r"^ket\b|keterangan|catatan|^info|^sebab"),
)  # fmt: skip

DUES = (
    *_COMMON,
    ("principal", r"\bpokok\b|^s p$|^sp$"),
    ("voluntary", r"sukarela|manasuka|\bss\b|pinjaman|angsuran|^hutang|^utang|\bshu\b"),
    ("opening", r"(saldo|simpanan|jumlah|total|wajib|iuran)? ?.*\b(s d|sd|sampai|tahun lalu|thn lalu|th lalu|lalu)\b"
                r"|^saldo( awal)?( \d{4})?$|^pindahan"),
    ("total", r"^(jumlah|total|jml|jmlh|ttl|jumlah total)\b(?!.*\b(bulan|bln)\b)"),
    ("arrears", r"tunggakan|kekurangan|^kurang|^sisa|nunggak|belum (di)?bayar|blm bayar"),
    ("note", r"^ket\b|keterangan|catatan|^paraf|^ttd|tanda tangan"),
    ("paid_on", r"^(tgl|tanggal)\b"),
    ("rt", r"^rt\b|^rw\b|alamat"),
    ("dues", r"wajib|iuran|setor|bayar|nominal|^jumlah|^rp$|^besar"),
)  # fmt: skip

CASH = (
    ("date", r"^(tgl|tanggal|tg|date|hari|waktu|tgl transaksi)\b"),
    ("document", r"bukti|kwitansi|kuitansi|voucher|^(no|nomor) (nota|ref|transaksi|kw|bku)\b|^ref|^nota$|^bk[mk]|^kw$"),
    ("party", r"(terima|diterima|dibayar|bayar|setor) (dari|kepada|oleh)|^dari\b|^kepada|^nama|penyetor|^penerima$"),
    ("balance", r"saldo|balance|^sisa"),
    ("direction", r"^(d k|k d|dk|db cr|dc|tipe|type|masuk keluar|m k|jenis mutasi|d c|jenis)$"),
    ("inflow", r"masuk|terima|penerima|pendapatan|^in$|^setor|penyetoran"),
    ("outflow", r"keluar|pengeluaran|belanja|^out$|^biaya|dibayar|^tarik|penarikan"),
    ("debit", r"debet|debit|^db$|^d$"),
    ("credit", r"kredit|credit|^cr$|^k$"),
    ("description", r"uraian|transaksi|deskripsi|description|perihal|rincian|kegiatan|berita|penjelasan"),
    ("amount", r"^(jumlah|nominal|nilai|mutasi|amount|rp|besar|total)\b"),
    ("remark", r"^ket\b|keterangan|catatan"),
    ("ordinal", r"^(no|nomor|nr|no urut|urut)$"),
)  # fmt: skip

_TABLES = {
    kind: [(role, re.compile(pattern)) for role, pattern in table]
    for kind, table in {"members": MEMBERS, "dues": DUES, "cash": CASH}.items()
}


def role(kind: str, head: str) -> str | None:
    """The field that a head (its `cells.key`) stands for, among those of `members`, `dues` or `cash`."""
    return next((role for role, pattern in _TABLES[kind] if pattern.search(head)), None) if head else None


TOTAL = re.compile(
    r"^(jumlah|total|jml|jmlh|sub ?total|grand total|jumlah total|rekap|rekapitulasi|rata rata)"
    r"( (transaksi|mutasi|kas|penerimaan|pengeluaran|semua|seluruh|seluruhnya|keseluruhan|akhir|bulan|bln|tahun|s d|sd|"
    r"sampai|ini|anggota|simpanan|iuran|wajib|pokok|rp|rt|rw|dipindahkan|pindahan|debet|kredit|\d+|"
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b.*)?$"
)
CLOSING = re.compile(
    r"^(transaksi (bulan|bln) ini|saldo akhir|saldo (per )?akhir|sisa (saldo|kas) akhir|jumlah transaksi|dipindahkan|"
    r"saldo (kas |bank )?(bulan|bln) ini|penutup|saldo penutup|saldo dipindahkan)\b|^(jumlah|total|jml) s d "
)
OPENING = re.compile(
    r"^((sisa|saldo|kas|uang)\b.*\b(awal|lalu|sebelumnya|pindahan|kemarin)\b|saldo$|saldo (kas|bank)?$|pindahan|"
    r"saldo (per |tgl |tanggal )?(0?1|31|30|28|29) |transfer saldo|s d (bulan|bln) lalu|(bulan|bln|tahun|thn) lalu|"
    r"jumlah (s d )?(bulan|bln) lalu|balance b f|opening)"
)
SIGNATURE = re.compile(
    r"^(mengetahui|menyetujui|dibuat oleh|diperiksa oleh|disetujui|ketua|wakil ketua|sekretaris|bendahara|kasir|"
    r"pengurus|pengawas|hormat kami|yang membuat|manajer|manager|pembukuan|juru buku)\b"
)
LEGEND = re.compile(r"^(catatan|keterangan|ket|nb|note|petunjuk|penjelasan|sumber|legenda)\b")
SECTION = re.compile(r"^(rt|rw|kelompok|klp|dusun|blok|dasa ?wisma|dawis|lingkungan|wilayah|kel|kelurahan)\b")
SUMMARY_SHEET = re.compile(r"^(rekap|rekapitulasi|ringkasan|petunjuk|cover|grafik|panduan|menu|contoh|keterangan)\b")
