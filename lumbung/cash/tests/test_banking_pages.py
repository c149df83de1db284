"""A bank statement comes in and is reconciled, as people meet it."""

import re
from io import BytesIO

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lumbung.cash import reports

MARCH = """Tanggal;Keterangan;Debit;Kredit;Saldo
01/03/2025;Saldo awal;;;5.000,00
03/03/2025;TRSF E-BANKING CR;;120.000,00;125.000,00
31/03/2025;BIAYA ADM;6.500,00;;118.500,00
"""


def test_a_file_of_the_bank_is_reconciled_by_taps(desk):
    desk.sign_in("bendahara")
    desk.post("masuk/penjualan/", amount="120.000", place=str(desk.statement.place_id), on="2/3/2025")
    file = SimpleUploadedFile("maret.csv", MARCH.encode(), "text/csv")
    february = f"bank/{desk.statement.id}/"
    pair = reports.sheet(desk.statement).proposed[0]
    desk.post(f"{february}cocok/", pair=f"{pair.line.statement_id}-{pair.line.position}-{pair.touch.number}")
    assert desk.post(f"{february}selesai/").status_code == 302

    there = desk.post("bank/kirim/", place=str(desk.statement.place_id), file=file)
    assert there.status_code == 302, there.content.decode()
    shown = desk.client.get(there.url).content.decode()
    assert "1 pasang ditemukan" in shown and "Penjualan kepada" in shown
    [pair] = re.findall(r'name="pair" value="([0-9-]+)"', shown)[:1]
    assert desk.client.post(f"{there.url}cocok/", {"pair": pair}).status_code == 302
    assert desk.client.post(f"{there.url}selesai/").status_code == 422
    line = {"of": pair.split("-")[0], "position": "2", "way": "biaya"}
    assert desk.client.post(f"{there.url}bukukan/", line).status_code == 302
    assert desk.client.post(f"{there.url}selesai/").status_code == 302

    shown = desk.client.get(there.url).content.decode()
    assert "Bank dan buku cocok sampai 31 Maret 2025" in shown and "bukukan/" not in shown
    paper = pypdf.PdfReader(BytesIO(desk.client.get(f"{there.url}rekonsiliasi.pdf").content)).pages[0].extract_text()
    assert "Rekonsiliasi Bank" in paper and "118.500" in paper and "Bank dan buku cocok." in paper


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"bukan;apa;apa\n1;2;3\n", "Tidak ada lembar yang mirip buku kas"),
        (MARCH.replace("118.500,00", "999.000,00").encode(), ""),
        (MARCH.replace("31/03/2025", "kapan ya").encode(), "Baris 4:"),
        (MARCH.replace("5.000,00", "9.000,00", 1).encode(), ""),
    ],
)
def test_a_file_that_does_not_add_up_stays_out(desk, content, words):
    desk.sign_in("bendahara")
    file = SimpleUploadedFile("maret.csv", content, "text/csv")
    answer = desk.post("bank/kirim/", place=str(desk.statement.place_id), file=file)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert [row.id for row, _agreed in reports.statements(desk.coop)] == [desk.statement.id]
