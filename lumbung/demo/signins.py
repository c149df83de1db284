"""Who may sign in to the pilot, with passphrases that are printed for everybody to see and used nowhere else."""

from random import Random
from typing import NamedTuple

from lumbung.demo.pilot import FIFTEEN, SEED, Profile

WORDS = (
    "sawah padi lumbung kerbau pagi hujan pasar kelapa sungai bambu kopi tempe gerobak warung lampu kunci sepeda "
    "kertas angin bintang jambu kacang payung pintu gunung ladang ikan garam cangkul embun tikar lesung caping pelita"
).split()
DESK = ("ketua", "sekretaris", "bendahara", "kasir", "pengawas", "anggota")  # members 0001 to 0006 of the first


class SignIn(NamedTuple):
    """One person: `member` is the index of the member who she is; None for people of the programme."""

    login_name: str
    passphrase: str
    role: str
    slug: str
    member: int | None


def passphrase(login_name: str) -> str:
    """Four words of a village, the same for the same name."""
    return " ".join(Random(f"{SEED} {login_name}").sample(WORDS, 4))


def _one(login_name: str, role: str, slug: str = "", member: int | None = None) -> SignIn:
    return SignIn(login_name, passphrase(login_name), role, slug, member)


def sign_ins(profiles: tuple[Profile, ...] = FIFTEEN) -> list[SignIn]:
    """The whole desk of the first cooperative, a treasurer for each other one, and the programme."""
    first, *others = profiles
    desk = [_one(role, role, first.slug, index) for index, role in enumerate(DESK)]
    treasurers = [_one(f"bendahara.{profile.slug}", "bendahara", profile.slug, 2) for profile in others]
    return [*desk, *treasurers, _one("petugas", "petugas"), _one("pelatih", "pelatih")]
