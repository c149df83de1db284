"""The words of columns, as a copy for a member shows them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "address": _("Alamat"), "allowed": _("Izin"), "amount": _("Jumlah (Rp)"), "applied_on": _("Tanggal mendaftar"),
    "asks": _("Yang ditanyakan"), "asked_to_leave_on": _("Tanggal minta berhenti"), "at": _("Waktu"),
    "birth_place": _("Tempat lahir"), "booked_on": _("Tanggal"), "born_on": _("Tanggal lahir"), "day": _("Hari"),
    "detail": _("Keterangan"), "document": _("Nomor bukti"), "done_at": _("Selesai"),
    "expires_at": _("Berlaku sampai"), "field": _("Bagian"), "full_name": _("Nama lengkap"),
    "gender": _("Jenis kelamin"), "given": _("Boleh"), "gross": _("Jasa (Rp)"), "heir_name": _("Ahli waris"),
    "heir_relation": _("Hubungan"), "honorific": _("Sapaan"), "joined_on": _("Tanggal masuk"), "kind": _("Jenis"),
    "label": _("Untuk"), "language": _("Bahasa"), "leave_reason": _("Sebab keluar"), "left_on": _("Tanggal keluar"),
    "login_name": _("Nama masuk"), "memo": _("Keterangan"), "message": _("Isi"), "months": _("Bulan"),
    "name": _("Nama"), "new": _("Menjadi"), "nickname": _("Nama panggilan"), "nik": _("NIK"), "note": _("Catatan"),
    "notes": _("Catatan"), "number": _("Nomor"), "occupation": _("Pekerjaan"), "old": _("Semula"),
    "on": _("Tanggal"), "opened_at": _("Dibuka"), "paid_on": _("Tanggal bayar"), "period": _("Bulan"),
    "phone": _("Telepon"), "placed_on": _("Tanggal simpan"), "position": _("Jabatan"), "principal": _("Pokok (Rp)"),
    "printed_at": _("Dicetak"), "purpose": _("Untuk"), "reason": _("Sebab"), "receiver": _("Penerima"),
    "refund": _("Dikembalikan (Rp)"), "role": _("Sebagai"), "rt": _("RT"), "rw": _("RW"), "said": _("Yang terbaca"),
    "serial": _("Nomor bilyet"), "since": _("Sejak"), "source": _("Asal"), "status": _("Keadaan"),
    "tax": _("Pajak (Rp)"), "text": _("Isi"), "title": _("Judul"), "until": _("Sampai"), "used_at": _("Dipakai"),
    "value": _("Seharusnya"), "version": _("Teks ke-"), "village_code": _("Kode desa"), "way": _("Lewat"),
    "witness": _("Saksi"), "words": _("Isi"),
}  # fmt: skip
MONEY = {"amount", "gross", "tax", "principal", "refund", "interest", "debt", "basis"}
