"""The words of columns, as a copy for a member shows them."""

from django.utils.translation import gettext_lazy as _

WORDS = {  # in the order in which a table shows them
    "number": _("Nomor"), "full_name": _("Nama lengkap"), "honorific": _("Sapaan"), "nickname": _("Nama panggilan"),
    "nik": _("NIK"), "gender": _("Jenis kelamin"), "birth_place": _("Tempat lahir"), "born_on": _("Tanggal lahir"),
    "occupation": _("Pekerjaan"), "address": _("Alamat"), "rt": _("RT"), "rw": _("RW"),
    "village_code": _("Kode desa"), "phone": _("Telepon"), "login_name": _("Nama masuk"), "kind": _("Jenis"),
    "status": _("Keadaan"), "applied_on": _("Tanggal mendaftar"), "joined_on": _("Tanggal masuk"),
    "asked_to_leave_on": _("Tanggal minta berhenti"), "left_on": _("Tanggal keluar"),
    "leave_reason": _("Sebab keluar"), "at": _("Waktu"), "on": _("Tanggal"), "booked_on": _("Tanggal"),
    "day": _("Hari"), "paid_on": _("Tanggal bayar"), "placed_on": _("Tanggal simpan"), "opened_at": _("Dibuka"),
    "printed_at": _("Dicetak"), "expires_at": _("Berlaku sampai"), "used_at": _("Dipakai"), "done_at": _("Selesai"),
    "since": _("Sejak"), "until": _("Sampai"), "period": _("Bulan"), "months": _("Bulan"),
    "document": _("Nomor bukti"), "serial": _("Nomor bilyet"), "label": _("Untuk"), "purpose": _("Untuk"),
    "position": _("Jabatan"), "role": _("Sebagai"), "field": _("Bagian"), "old": _("Semula"), "new": _("Menjadi"),
    "value": _("Seharusnya"), "title": _("Judul"), "name": _("Nama"), "text": _("Isi"), "message": _("Isi"),
    "words": _("Isi"), "memo": _("Keterangan"), "said": _("Yang terbaca"), "asks": _("Yang ditanyakan"),
    "heir_name": _("Ahli waris"), "heir_relation": _("Hubungan"), "receiver": _("Penerima"), "reason": _("Sebab"),
    "note": _("Catatan"), "notes": _("Catatan"), "source": _("Asal"), "way": _("Lewat"), "witness": _("Saksi"),
    "version": _("Teks ke-"), "language": _("Bahasa"), "allowed": _("Izin"), "given": _("Boleh"),
    "detail": _("Keterangan"), "principal": _("Pokok (Rp)"), "gross": _("Jasa (Rp)"), "tax": _("Pajak (Rp)"),
    "refund": _("Dikembalikan (Rp)"), "amount": _("Jumlah (Rp)"),
}  # fmt: skip
MONEY = {"amount", "gross", "tax", "principal", "refund", "interest", "debt", "basis"}
