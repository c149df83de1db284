"""People who do not exist: names as they are given in East Java, with papers that fit each other. Pure, seeded.

No number here can be a living person's: NIK serials start at 9000, which no office reaches in a day, and phone numbers
carry three noughts after the prefix, a block that is not given out.
"""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

WOMEN = (
    "Sutini Siti Sri Sumiati Suparmi Wiwik Endang Lestari Ningsih Yuliana Kartini Rahayu Umi Nurul Fitri Ani Dewi "
    "Ratna Tutik Indah Lilik Mujiati Sulastri Painem Tumini Romlah Khotimah Maimunah Aisyah Zubaidah Wahyuni "
    "Anik Erna Retno Titik Sulis Mariyam Hartini Supiyah Kasiati Nanik Luluk Mimin Yayuk Ida Eni Rini Ningrum"
).split()
MEN = (
    "Slamet Supardi Suyono Budi Agus Joko Heru Bambang Mulyono Sugeng Suwarno Hadi Wahyudi Eko Dwi Tri Yanto Sutrisno "
    "Paijo Ponidi Kasman Tukiman Suparno Imam Mustofa Abdul Fauzi Hasan Rudi Hendro Purwanto Karyono Djumadi "
    "Misdi Ngatimin Sarimin Samsul Arif Didik Teguh Wagiman Sukarno Kusnadi Rohmad Nanang Yudi Edi Gatot"
).split()
SECOND = (
    "Wulandari Handayani Setiawan Purnomo Santoso Prasetyo Hidayat Rahman Wibowo Utomo Kurniawan Susanto Rahmawati "
    "Puspitasari Suryani Astuti Widodo Saputra Nugroho Hariyanto Kusuma Mulyani Sulistyowati Firmansyah Anggraini"
).split()
WORK = {
    "P": ("Ibu rumah tangga", "Pedagang", "Penjahit", "Guru", "Pembuat kue", "Karyawan swasta", "Pensiunan", "Perawat"),
    "L": ("Tukang bangunan", "Pedagang", "Ojek online", "Petani", "Karyawan swasta", "Pensiunan", "Sopir", "Satpam"),
}
BIRTH_PLACES = (
    "Malang",
    "Malang",
    "Malang",
    "Malang",
    "Blitar",
    "Kediri",
    "Pasuruan",
    "Surabaya",
    "Lumajang",
    "Tulungagung",
)
REGIONS = ("357304", "357304", "357304", "357303", "357302", "357305", "357301")  # districts of Kota Malang
STREETS = (
    "Jl. Raya Candi",
    "Jl. Kenanga",
    "Jl. Melati",
    "Gg. Masjid",
    "Jl. Anggrek",
    "Gg. Mawar",
    "Jl. Kemuning",
    "Gg. Langgar",
)
PREFIXES = ("812", "813", "815", "821", "822", "838", "852", "857", "878", "895")


class Person(NamedTuple):
    """Someone of the register before the register; the day of joining is the life's to decide."""

    full_name: str
    gender: str
    born_on: date
    facts: dict  # the other fields of a member


def villagers(random: Random, count: int, *, youngest_on: date) -> list[Person]:
    """So many people, adults on that day, no two with the same NIK."""
    serials = random.sample(range(9000, 10_000), count)
    return [_villager(random, serial, youngest_on) for serial in serials]


def _villager(random: Random, serial: int, on: date) -> Person:
    gender = "P" if random.random() < 0.62 else "L"
    born = on - timedelta(days=random.randint(20 * 365, 71 * 365))
    facts = {
        "gender": gender,
        "born_on": born,
        "birth_place": random.choice(BIRTH_PLACES),
        "nik": nik(random.choice(REGIONS), born, gender, serial),
        "phone": phone(random),
        "occupation": random.choice(WORK[gender]),
        "address": f"{random.choice(STREETS)} No. {random.randint(1, 118)}",
        "rt": f"{random.randint(1, 8):03}",
        "rw": f"{random.randint(1, 9):03}",
    }
    return Person(_name(random, gender), gender, born, facts)


def _name(random: Random, gender: str) -> str:
    first = random.choice(WOMEN if gender == "P" else MEN)
    return first if random.random() < 0.45 else f"{first} {random.choice(SECOND)}"


def nik(region: str, born: date, gender: str, serial: int) -> str:
    """Six digits of the district, the day of birth (a woman's day is 40 higher), four digits."""
    day = born.day + (40 if gender == "P" else 0)
    return f"{region}{day:02}{born:%m%y}{serial:04}"


def phone(random: Random) -> str:
    """Some people have none."""
    return "" if random.random() < 0.08 else f"+62{random.choice(PREFIXES)}000{random.randint(10_000, 99_999)}"
