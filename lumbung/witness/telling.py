"""What a refusal means, in words for people. `who` is the log, `size` what was shown, `known` what we had seen."""

from django.utils.translation import gettext_lazy as _

from lumbung.witness.watching import Kind

OFFENCES = {
    Kind.SHORTER: _(
        "%(who)s menunjukkan buku yang lebih pendek daripada yang pernah kami lihat: sampai catatan %(size)s,"
        " padahal kami sudah melihat sampai catatan %(known)s. Mungkin cadangan lama dipakai kembali, atau ekor"
        " bukunya dipotong."
    ),
    Kind.SPLIT: _(
        "%(who)s menunjukkan dua buku yang berbeda dengan jumlah catatan yang sama (%(size)s). Keduanya"
        " ditandatangani dengan kunci mereka sendiri, jadi bukan salah kirim."
    ),
    Kind.UNCONNECTED: _(
        "Buku yang ditunjukkan %(who)s (sampai catatan %(size)s) tidak menyambung dengan buku yang pernah kami lihat"
        " (sampai catatan %(known)s). Minta dikirim ulang; bila tetap begitu, catatan lama sudah diubah."
    ),
    Kind.UNKNOWN_KEY: _(
        "Ada yang mengirim buku atas nama %(who)s dengan kunci yang tidak kami kenal. Tanyakan langsung: apakah"
        " mereka mengganti kunci? Bila tidak, seluruh bukunya ditulis ulang, atau orang lain memakai nama mereka."
    ),
}
