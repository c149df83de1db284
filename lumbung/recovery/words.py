"""What each deed of the trail is called on the page: a line a deed. Another package's new deed gets its line here."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

WORDS = {
    "appointment.made": gettext_noop("mengangkat"),
    "appointment.ended": gettext_noop("mengakhiri jabatan"),
    "appointment.moved": gettext_noop("menyatukan dua baris anggota yang punya jabatan"),
    "person.created": gettext_noop("membuat akun"),
    "passphrase.changed": gettext_noop("mengganti kata sandi"),
    "card.printed": gettext_noop("mencetak kartu masuk"),
    "card.used": gettext_noop("masuk pertama kali dengan kartu"),
    "code.refused": gettext_noop("kode masuk yang salah dicoba"),
    "signin.refused": gettext_noop("percobaan masuk ditolak"),
    "page.refused": gettext_noop("membuka halaman yang bukan tugasnya: ditolak"),
    "page.stranger": gettext_noop("orang luar mencoba membuka buku koperasi: ditolak"),
    "form.refused": gettext_noop("formulir dari halaman yang tidak dikenal: ditolak"),
    "recovery.opened": gettext_noop("membuka pemulihan akun"),
    "recovery.confirmed": gettext_noop("mengesahkan pemulihan akun"),
    "recovery.code": gettext_noop("membuat kode masuk"),
    "recovery.activated": gettext_noop("membuat kata sandi baru dengan kode"),
    "recovery.objected": gettext_noop("keberatan atas pemulihan akun"),
    "recovery.withdrawn": gettext_noop("menarik pemulihan akun"),
    "helper.let_in": gettext_noop("mengizinkan pendamping"),
    "helper.ended": gettext_noop("mengakhiri pendampingan"),
    "start.done": gettext_noop("memulai koperasi ini di Lumbung"),
    "intake.posted": gettext_noop("memasukkan catatan dari Excel"),
    "intake.undone": gettext_noop("membatalkan catatan dari Excel"),
    "ledger.erased": gettext_noop("menghapus data pribadi seorang bekas anggota"),
    "member.registered": gettext_noop("mendaftarkan anggota"),
    "member.rejoined": gettext_noop("menerima kembali anggota"),
    "members.registered": gettext_noop("mendaftarkan banyak anggota"),
    "supervision.signed": gettext_noop("menandatangani laporan pengawasan"),
    "supervision.week_read": gettext_noop("membaca tanda-tanda sepekan"),
    "consent.given": gettext_noop("mencatat izin anggota"),
    "consent.withdrawn": gettext_noop("mencatat izin yang dicabut"),
    "limits.set": gettext_noop("mengubah batas pengeluaran"),
    "approval.stood_in": gettext_noop("memutuskan ajuan sebagai pengganti ketua"),
    "tie.recorded": gettext_noop("mencatat hubungan keluarga dengan pengurus"),
    "members.exported": gettext_noop("mengambil seluruh daftar anggota"),
    "member.copied": gettext_noop("membuat salinan data seorang anggota"),
    "member.forgotten": gettext_noop("menghapus data pribadi seorang bekas anggota"),
    "member.released": gettext_noop("melepas data seorang anggota"),
    "person.forgotten": gettext_noop("menghapus sebuah akun"),
    "incident.reported": gettext_noop("mencatat kebocoran data"),
    "nik.seen": gettext_noop("melihat NIK lengkap"),
    "backup.opened": gettext_noop("membuka cadangan"),
    "backup.restored": gettext_noop("memulihkan cadangan"),
    "codes.made": gettext_noop("membuat kode cadangan"),
    "code.used": gettext_noop("masuk dengan kode cadangan"),
    "device.lifted": gettext_noop("menjamin perangkat baru seorang rekan"),
    "pin.set": gettext_noop("mengganti PIN"),
    "witness.added": gettext_noop("menambah saksi buku"),
    "witness.begun": gettext_noop("mulai menjadi saksi"),
    "witness.ended": gettext_noop("mengakhiri seorang saksi"),
    "witness.key_trusted": gettext_noop("mempercayai kunci buku lain"),
    "witness.moved": gettext_noop("mengganti alamat saksi"),
    "witness.retired": gettext_noop("berhenti menjadi saksi"),
    "witness.key_rotated": gettext_noop("mengganti kunci tanda tangan buku"),
    "witness.key_lost": gettext_noop("mengganti kunci tanda tangan buku yang hilang"),
}
KINDS = {  # what begins or ends like this, and has no line of its own
    ".kept": gettext_noop("menulis di buku sekretariat"),
    "recovery.": gettext_noop("mengurus pemulihan akun"),
    "signin.": gettext_noop("masuk atau keluar"),
    "factor.": gettext_noop("mengurus pengaman masuk"),
    "device.": gettext_noop("mengurus perangkat"),
    "session.": gettext_noop("mengurus perangkat yang sedang masuk"),
}
ANYTHING = gettext_noop("melakukan hal lain")


def sentence(deed: str) -> str:
    """The deed in a few words, in the language of the page."""
    known = WORDS.get(deed) or next((words for part, words in KINDS.items() if part in deed), ANYTHING)
    return _(known)


def searched(words: str) -> list[str]:
    """The deeds whose words somebody who searches has typed."""
    wanted = words.casefold().strip()
    return [deed for deed in WORDS if wanted in sentence(deed).casefold()]
