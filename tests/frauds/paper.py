"""`docs/keamanan/kecurangan.md` out of the table of frauds: `.venv/bin/python -m tests.frauds.paper` writes it."""

import re
from pathlib import Path

import django
from django.utils import translation

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "keamanan" / "kecurangan.md"
HEAD = """# Dua puluh dua cara koperasi dirugikan

Setiap pola dijalankan oleh uji di `tests/frauds` dengan tugas yang dimiliki pengurus yang tidak jujur; uji itu melihat
penolakannya, atau baris bertanggal di halaman *Pengawasan, Tanda-tanda*. Halaman ini ditulis dari tabel yang sama
dengan halaman itu (`lumbung/supervision/frauds.py`): `.venv/bin/python -m tests.frauds.paper`.

Yang tidak dapat dicegah program apa pun: uang yang tidak pernah dicatat, dan dua orang yang bersekongkol. Untuk itu ada
hitungan kas, foto bukti, sampel mingguan, konfirmasi saldo, dan kuitansi yang dapat diperiksa anggota sendiri.

| No. | Kecurangan | Yang menahannya | Yang dilihat pengawas | Uji |
|---|---|---|---|---|
"""


def tests() -> dict[int, str]:
    """Number of a fraud → the test that commits it."""
    found = {}
    for file in sorted(HERE.glob("test_*.py")):
        for name, number in re.findall(r"^def (test_fraud_(\d\d)_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE):
            assert int(number) not in found, f"fraud {number} is committed twice"
            found[int(number)] = f"`{file.name}::{name}`"
    return found


def page() -> str:
    from lumbung.supervision.frauds import FRAUDS

    committed = tests()
    with translation.override("id"):
        rows = [f"| {one.number} | {one.name} | {one.held} | {one.look} | {committed.get(one.number, '')} |"
                for one in FRAUDS]  # fmt: skip
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
