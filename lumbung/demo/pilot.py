"""The fifteen cooperatives of the pilot, on one page. To move one to another kelurahan, change its village here.

The names of all but the first are invented, and so is every figure. Eleven lie in Karangbesuki; the split of the other
four over Klojen, Sukun and Arjosari is ours.
"""

from typing import NamedTuple

KARANGBESUKI, KLOJEN, SUKUN, ARJOSARI = "35.73.04.1009", "35.73.02.1001", "35.73.04.1005", "35.73.01.1002"
SEED = "Malang 2026"


class Profile(NamedTuple):
    """What sets one cooperative apart; amounts in whole rupiah, as its members' meeting decided them.

    members  people in the register at the end, applicants among them
    months   of life in the books, this month included
    wajib    dues a month, and from 1 January of the running year on
    deeds    what it does beside dues: see `life`
    """

    slug: str
    name: str
    kind: str
    village: str
    members: int
    months: int
    pokok: int
    wajib: tuple[int, int]
    deeds: frozenset[str]

    @property
    def is_new(self) -> bool:
        """A KMP began with its books; the others brought members and savings along."""
        return self.kind == "kmp"


def _one(slug, name, kind, village, members, months, pokok, wajib, deeds) -> Profile:
    return Profile(slug, name, kind, village, members, months, pokok, wajib, frozenset(deeds.split()))


PILOT: tuple[Profile, ...] = (  # those whose whole life is generated
    _one("karbes", "KMP Karbes", "kmp", KARANGBESUKI, 180, 17, 100_000, (15_000, 20_000),
         "bank agency snacks consigned savings laptop grant advance lent reversal unknown honoraria terms goods"),
    _one("wanita-melati", "Koperasi Wanita Melati Karangbesuki", "existing", KARANGBESUKI, 96, 20, 50_000,
         (20_000, 20_000), "bank savings honoraria advance reversal terms goods"),
    _one("pkk-anggrek", "Koperasi PKK Anggrek RW 02", "existing", KARANGBESUKI, 44, 15, 50_000,
         (10_000, 10_000), "savings"),
    _one("warga-rw05", "Koperasi Warga Guyub Rukun RW 05", "existing", KARANGBESUKI, 72, 18, 100_000,
         (15_000, 15_000), "bank snacks honoraria unknown goods"),
    _one("pedagang-sumber-rejeki", "Koperasi Pedagang Sumber Rejeki", "existing", KARANGBESUKI, 58, 16, 100_000,
         (25_000, 25_000), "bank snacks savings lent goods"),
    _one("tani-dewi-sri", "Koperasi Tani Dewi Sri", "existing", KARANGBESUKI, 37, 14, 50_000,
         (10_000, 15_000), "bank snacks"),
    _one("tempe-sari-kedelai", "Koperasi Perajin Tempe Sari Kedelai", "existing", KARANGBESUKI, 33, 12, 100_000,
         (20_000, 20_000), "bank snacks consigned"),
    _one("lele-mina-makmur", "Koperasi Pembudidaya Lele Mina Makmur", "existing", KARANGBESUKI, 24, 13, 50_000,
         (15_000, 15_000), "reversal"),
    _one("penjahit-rapi", "Koperasi Penjahit Jahitan Rapi", "existing", KARANGBESUKI, 20, 12, 50_000,
         (10_000, 10_000), ""),
    _one("pemuda-bina-karya", "Koperasi Pemuda Bina Karya", "existing", KARANGBESUKI, 41, 15, 50_000,
         (10_000, 15_000), "bank advance"),
    _one("klojen", "KMP Klojen", "kmp", KLOJEN, 88, 16, 100_000, (15_000, 15_000),
         "bank agency snacks consigned laptop savings reversal terms goods"),
    _one("sukun", "KMP Sukun", "kmp", SUKUN, 110, 16, 100_000, (20_000, 25_000),
         "bank agency snacks laptop honoraria billed goods"),
    _one("wanita-kenanga", "Koperasi Wanita Kenanga Sukun", "existing", SUKUN, 64, 19, 50_000,
         (15_000, 15_000), "bank savings honoraria terms"),
    _one("arjosari", "KMP Arjosari", "kmp", ARJOSARI, 67, 15, 100_000, (10_000, 10_000),
         "bank snacks laptop advance unknown goods"),
)  # fmt: skip

FROM_WORKBOOKS = _one("sekar-arum", "Koperasi Sekar Arum", "existing", KARANGBESUKI, 62, 11, 100_000, (20_000, 20_000),
                      "workbooks")  # fmt: skip
"""Its register, dues and cash come out of samples/a, as any treasurer's would; it has as many members as those have."""

FIFTEEN = (*PILOT, FROM_WORKBOOKS)
