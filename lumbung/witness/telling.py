"""What a refusal and an answer mean, in words for people.

`who` is the log, `size` what was shown (of an answer: what we saw last), `known` what we had seen.
"""

from django.utils.translation import gettext_lazy as _

from lumbung.web.words import Count
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

ANSWERS = {
    Kind.SEEN: _("Buku mereka menyambung dengan yang pernah kami lihat. Ditandatangani sampai catatan %(size)s."),
    Kind.STALE: _(
        "Permintaan ini tidak mulai dari yang terakhir kami lihat, yaitu catatan %(size)s. Beri mereka jawaban ini,"
        " lalu minta permintaan yang baru."
    ),
    Kind.MALFORMED: _("Ini bukan permintaan saksi yang utuh. Ambil lagi berkasnya dari halaman Saksi mereka."),
    Kind.UNKNOWN_LOG: _("Koperasi ini belum kami saksikan. Catat dulu kunci bukunya."),
    Kind.UNKNOWN_KEY: _("Ditolak: kuncinya tidak kami kenal. Buktinya disimpan. Tanyakan langsung kepada pengurusnya."),
    Kind.SHORTER: _(
        "Ditolak: bukunya lebih pendek daripada yang pernah kami lihat (catatan %(size)s). Buktinya disimpan."
        " Beri mereka jawaban ini."
    ),
    Kind.UNCONNECTED: _(
        "Ditolak: bukunya tidak menyambung dengan yang pernah kami lihat (catatan %(size)s). Buktinya disimpan."
    ),
    Kind.SPLIT: _(
        "Ditolak: ada dua buku yang berbeda dengan jumlah catatan yang sama. Buktinya disimpan untuk selamanya."
    ),
}


def answer_words(kind: Kind, size: int) -> str:
    """What to tell whoever brought a request; `size` is what we saw last."""
    return str(ANSWERS[kind]) % {"size": Count(size)}


def for_stick(status: int, body: str, request: str) -> str:
    """What goes back by hand: the head with our line beneath it, so that it explains itself; or the size alone."""
    if status == 200:
        return request.split("\n\n", 1)[1] + body
    return body if status == 409 else ""
