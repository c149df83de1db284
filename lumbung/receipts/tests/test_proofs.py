"""A receipt that proves itself: what its code says, how large it is, who gets which part, and that it can be read."""

import functools
import random
import shutil
import subprocess
from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
import typst
from PIL import Image, ImageFilter

from lumbung import clock
from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions as dues_actions
from lumbung.dues.tests.conftest import SRI
from lumbung.money import rp
from lumbung.receipts import codes, paper, proofs
from lumbung.receipts.models import Printing
from lumbung.tlog import checkpoint, cosignature, tree
from lumbung.tlog import proof as tlog_proofs
from lumbung.tlog.checkpoint import Checkpoint
from lumbung.web import pdf
from lumbung.web.words import Refused
from lumbung.witness.periksa.tests.books import ORIGIN, PENGAWAS, SEEN_AT, Book, dues, village

PPI = 203.2  # eight dots a mm, as the printers of 58 and 80 mm rolls have
ROLL_DOTS = 384
BLUR, GRAIN = 0.7, 0.15  # radius in dots; how much of each dot is chance


def in_a_book_of(size: int):
    """The last receipt of a book of so many entries, true as it stands: the other branches of its tree are made up."""
    book = Book([dues(rp(20_000))])
    receipt = book.receipt()
    leaf = receipt.leaf.replace('"n":0', f'"n":{size - 1}')
    at, last, node, siblings = size - 1, size - 1, tree.leaf_hash(leaf.encode()), []
    while last:
        on_left, at, last = tree._climb(at, last)
        siblings.append(tree.leaf_hash(bytes([len(siblings)])))
        node = tree.node_hash(siblings[-1], node) if on_left else tree.node_hash(node, siblings[-1])
    head = checkpoint.sign(Checkpoint(ORIGIN, size, node), book.log)
    head = cosignature.cosign(head, PENGAWAS, time=SEEN_AT)
    return proofs.Proof(tlog_proofs.make(size - 1, siblings, head, book.salt(1)), leaf, receipt.personal)


@pytest.fixture
def zbar(lacking):
    """The reader that the paper is tried with. Installed by bin/test where it may."""
    if not shutil.which("zbarimg"):
        lacking("NO CODE WAS SCANNED: install zbar-tools (apt install zbar-tools)")

    def read(picture: Image.Image) -> str:
        file = BytesIO()
        picture.save(file, "PNG")
        command = ["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", "png:-"]
        return subprocess.run(command, input=file.getvalue(), capture_output=True, check=False).stdout.decode()

    return read


def through_a_poor_printer(picture: Image.Image, seed: int, grain: float = GRAIN) -> Image.Image:
    """Grey, blurred by a printer's heat and a camera's lens, grained, and a little turned."""
    chance = random.Random(seed)
    grey = picture.convert("L").rotate(
        chance.uniform(-2, 2), expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC
    )
    dust = Image.frombytes("L", grey.size, chance.randbytes(grey.width * grey.height))
    return Image.blend(grey.filter(ImageFilter.GaussianBlur(BLUR)), dust, grain)


# --- size -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("entries", "version"), [(4_096, 24), (131_072, 25)])
def test_a_code_fits_the_smallest_roll(entries, version):
    (made,) = codes.on_paper(in_a_book_of(entries))
    assert made.version <= version and made.error == "L"
    assert codes.for_paper([in_a_book_of(entries)], "58")[0]["width"] * 8 <= ROLL_DOTS
    assert (made.symbol_size(border=codes.QUIET)[0]) * 3 <= ROLL_DOTS


def test_a_code_leaves_the_key_out_before_it_grows_too_dense():
    crowded = in_a_book_of(2**18)
    assert "extra" in crowded.on_paper()
    assert codes.code(crowded.on_paper()).version > codes.LARGEST_ON_PAPER
    assert [made.version <= codes.LARGEST_ON_PAPER for made in codes.on_paper(crowded)] == [True]


@pytest.mark.parametrize("entries", [2**19, 2**22])
def test_a_big_book_s_receipt_is_two_codes_that_a_scanner_reads(zbar, entries):
    receipt = in_a_book_of(entries)
    made = codes.on_paper(receipt)
    read = [zbar(through_a_poor_printer(on_a_roll(one), 7)).removesuffix("\n") for one in made]
    assert len(read) == 2 and "\n\n".join(read) == receipt.without_key().on_paper()
    assert len(codes.for_paper([receipt], "58")) == len(codes.for_page(receipt, "58")) == 2


def test_what_no_paper_can_hold_is_left_to_the_file():
    enormous = in_a_book_of(2**40)
    assert codes.on_paper(enormous) == [] and codes.for_paper([enormous], "58") == []
    assert codes.for_screen(enormous)
    assert codes.for_screen(enormous._replace(leaf="{" * 4_000)) == ""


def test_paper_carries_the_log_s_signature_only_and_a_file_everything():
    receipt = village().receipt()
    assert receipt.on_paper().count("\n— ") == 1 and f"— {ORIGIN} " in receipt.on_paper()
    assert receipt.on_screen().count("\n— ") == 2 and receipt.personal not in receipt.on_screen()
    assert receipt.as_file().endswith(f"\n\n{receipt.leaf}\n{receipt.personal}\n")
    assert not receipt.on_paper().endswith("\n")


# --- reading ----------------------------------------------------------------------------------------------------------


def on_a_roll(made) -> Image.Image:
    """A code as a 58 mm printer puts it down: 384 dots wide, three a square."""
    file = BytesIO()
    made.save(file, kind="png", scale=3, border=codes.QUIET)
    drawn = Image.open(file).convert("L")
    strip = Image.new("L", (ROLL_DOTS, drawn.height + 40), 255)
    strip.paste(drawn, ((ROLL_DOTS - drawn.width) // 2, 20))
    return strip


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("entries", [5, 4_096, 131_072])
def test_a_code_of_384_dots_is_read_through_grain_and_blur(zbar, entries, seed):
    receipt = in_a_book_of(entries)
    picture = through_a_poor_printer(on_a_roll(*codes.on_paper(receipt)), seed)
    assert zbar(picture) == receipt.on_paper() + "\n"


# --- the real papers --------------------------------------------------------------------------------------------------


@pytest.fixture
def signing(office):
    """The office, with a log that signs: a small book's proofs stand for its own."""
    book = village(3)
    before = list(proofs._SOURCES)
    proofs.provide(lambda _cooperative_id, number: book.receipt((number - 1) % 3 + 1))
    yield book
    proofs._SOURCES[:] = before


def picture_of(office, sheet: str) -> Image.Image:
    """The paper as its printer draws it, from the same template and facts as the PDF."""
    slip = paper.slip_of(office.coop, office.paid, Printing.Kind.RECEIPT)
    made = Printing(number=office.paid, kind=Printing.Kind.RECEIPT, sheet=sheet, copy=1, by=1)
    made.at = clock.now()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf.typst, "compile", functools.partial(typst.compile, format="png", ppi=PPI))
        return Image.open(BytesIO(paper.render(office.coop, slip, made))).convert("L")


@pytest.mark.parametrize("sheet", ["58", "80", "a5"])
def test_the_code_on_every_paper_is_read_by_a_scanner(office, signing, zbar, sheet):
    assert zbar(picture_of(office, sheet)) == signing.receipt((office.paid - 1) % 3 + 1).on_paper() + "\n"


def test_the_paper_says_what_the_code_is_for(office, signing):
    office.sign_in()
    answer = office.client.get(office.post(f"{office.paid}/cetak/", paper="receipt-58").url)
    assert "Periksa sendiri tanpa internet" in answer.content.decode()
    assert answer.content.decode().count('alt="Kode untuk memeriksa bukti ini"') == 1
    assert 'width="88"' not in answer.content.decode()


# --- the screen and the file ------------------------------------------------------------------------------------------


def test_the_page_shows_the_code_and_gives_the_file(office, signing):
    office.sign_in()
    shown = office.get(f"{office.paid}/").content.decode()
    assert 'class="square"' in shown and "/periksa/" in shown and f"/bukti/{office.paid}/kuitansi.txt" in shown
    answer = office.get(f"{office.paid}/kuitansi.txt")
    assert answer.content.decode() == signing.receipt((office.paid - 1) % 3 + 1).as_file()
    assert answer["Content-Disposition"] == 'attachment; filename="BKM-2025-000001.kuitansi.txt"'


def test_a_book_that_can_prove_nothing_says_so_and_prints_as_before(office, signing):
    def broken(_cooperative_id, _number):
        raise Refused("Buku ini tidak utuh.")

    proofs.provide(broken)
    office.sign_in()
    assert "Buku ini tidak utuh." in office.get(f"{office.paid}/").content.decode()
    answer = office.get(f"{office.paid}/kuitansi.txt")
    assert (answer.status_code, answer.content.decode()) == (409, "Buku ini tidak utuh.")
    paper_page = office.client.get(office.post(f"{office.paid}/cetak/", paper="receipt-58").url)
    assert paper_page.status_code == 200 and 'width="88"' in paper_page.content.decode()


def test_a_stranger_gets_no_file(office, signing):
    assert office.get(f"{office.paid}/kuitansi.txt").status_code in (302, 404)
    office.sign_in("anggota")
    assert office.get(f"{office.paid}/kuitansi.txt").status_code in (403, 404)


def test_an_entry_about_several_people_is_proven_without_what_is_personal(office, signing):
    (shared,) = proofs.proofs_of(office.coop.id, [office.bought])
    assert shared.personal
    receipt = signing.receipt()
    assert "extra" not in receipt.without_key().proof and receipt.without_key().personal == ""


def test_money_over_billed_and_other_months_is_two_receipts_in_one_file_and_two_codes(office):
    set_bylaw(cooperative_id=office.coop.id, key="dues_accrual", value="1", valid_from=date(2025, 1, 1))
    dues_actions.bill_month(cooperative_id=office.coop.id, period="2025-07", by=SRI)
    both = dues_actions.pay_dues(
        member=office.sutini, amount=rp(40_000), paid_on=date(2025, 8, 20), by=SRI, request_id=uuid4()
    )
    slip = paper.slip_of(office.coop, both.number, Printing.Kind.RECEIPT)
    assert (slip.amount, len(slip.numbers)) == (rp(40_000), 2)
    office.sign_in()
    text = office.get(f"{both.number}/kuitansi.txt").content.decode()
    assert text.count("c2sp.org/tlog-proof@v1\n") == 2
    assert office.get(f"{both.number}/").content.decode().count('class="square"') == 2
    assert len(codes.for_paper(proofs.proofs_of(office.coop.id, slip.numbers), "a5")) == 2
