"""What the page says of receipts good and bad: the right word, the right check, always a sentence, never a call out."""

import re
from base64 import b64decode

import pytest

from lumbung.money import rp
from lumbung.tlog import cosignature, note, tree
from lumbung.witness.periksa.tests.books import DINAS, ORIGIN, PENGAWAS, Book, base64, dues, signer, village

BOOK = village()
POLICY = BOOK.policy(PENGAWAS)


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


def flipped(line: str, at: int) -> str:
    """A signature line with one bit of what it carries turned over."""
    start, coded = line.rsplit(" ", 1)
    data = bytearray(b64decode(coded))
    data[at] ^= 1
    return f"{start} {base64(bytes(data))}"


# --- the four words ---------------------------------------------------------------------------------------------------


def test_a_witnessed_receipt_is_genuine_and_says_all_that_is_in_it(checker):
    checker.trust(POLICY)
    assert checker.check(BOOK.receipt(3).as_file()) == [("sah", "")]
    for expected in ("Sah", "Uang masuk", "Rp20.000", "dua puluh ribu rupiah", "KMP Karangbesuki", ORIGIN,
                     "BKM-2026-000003", "Minggu, 21 Juni 2026", "Simpanan wajib Juni 2026", "3 dari 5",
                     "21 Juni 2026 pukul 10.00 WIB",
                     "pengawas\n23 November 2026 pukul 09.00 WIB"):  # fmt: skip
        assert expected in checker.words


def test_what_paper_carries_is_in_the_books_but_not_witnessed(checker):
    checker.trust(POLICY)
    assert checker.check(BOOK.receipt().on_paper()) == [("belum-disaksikan", "kuorum")]
    assert "Rp20.000" in checker.words and "Belum: pengawas" in checker.words


def test_without_keys_nothing_is_believed_and_with_them_the_same_receipt_is_judged_anew(checker):
    assert checker.check(BOOK.receipt().as_file()) == [("kunci-belum-dikenal", "kunci")]
    assert "Belum ada daftar kunci" in checker.words
    assert "Kunci lumbung.example/kmp-karangbesuki disimpan" in checker.trust(POLICY)
    checker.page.wait_for_selector("[data-verdict=sah]")


def test_keys_are_remembered_until_they_are_removed(checker):
    checker.trust(POLICY)
    checker.open()
    assert BOOK.log.key.id.hex() in checker.page.inner_text("#kept")
    assert checker.check(BOOK.receipt().as_file()) == [("sah", "")]
    checker.page.click("#kept button")
    checker.page.wait_for_selector("[data-verdict=kunci-belum-dikenal]")
    checker.open()
    assert "Belum ada kunci" in checker.page.inner_text("#kept")


def test_a_page_that_may_keep_nothing_still_checks(checker):
    checker.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    checker.open()
    assert "sampai halaman ini ditutup" in checker.trust(POLICY)
    assert checker.check(BOOK.receipt().as_file()) == [("sah", "")]


def test_a_browser_without_any_cryptography_of_its_own_says_the_same(checker):
    checker.page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
    checker.open()
    checker.trust(POLICY)
    assert checker.page.evaluate("crypto.subtle") is None
    assert checker.check(BOOK.receipt().as_file()) == [("sah", "")]
    lines = BOOK.receipt().as_file().split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(f"— {ORIGIN}"))
    lines[at] = flipped(lines[at], 20)
    assert checker.check("\n".join(lines)) == [("tidak-sah", "tanda-tangan")]


def test_a_policy_without_witnesses_is_genuine_and_says_that_nobody_else_looked(checker):
    checker.trust(BOOK.policy())
    assert checker.check(BOOK.receipt().on_paper()) == [("sah", "")]
    assert "tidak meminta saksi dari luar" in checker.words


@pytest.mark.parametrize(
    ("quorum", "witnesses", "verdict"),
    [("any", 0, "belum-disaksikan"), ("any", 1, "sah"), ("all", 1, "belum-disaksikan"), ("2", 2, "sah")],
)
def test_the_quorum_counts_witnesses(checker, quorum, witnesses, verdict):
    book = Book(BOOK.drafts, witnesses=[PENGAWAS, DINAS][:witnesses])
    checker.trust(changed(book.policy(PENGAWAS, DINAS), "group saksi any", f"group saksi {quorum}"))
    assert checker.check(book.receipt().as_file())[0][0] == verdict


def test_english_is_one_tap_away_and_stays(checker):
    checker.trust(POLICY)
    checker.check(BOOK.receipt().as_file())
    checker.page.click("#language")
    checker.page.wait_for_selector("text=Genuine")
    assert "twenty thousand rupiah" in checker.words and "Sunday, 21 June 2026" in checker.words.replace(
        "Sunday 21", "Sunday, 21"
    )
    checker.open()
    assert checker.page.inner_text("h1") == "Check a receipt" and checker.page.get_attribute("html", "lang") == "en"


# --- what was changed is named ----------------------------------------------------------------------------------------

GOOD = BOOK.receipt(2).as_file()
TAMPERED = {
    "both amounts": (changed(GOOD, '"20000"', '"90000"'), "letak", "sudah berubah"),
    "one amount": (changed(GOOD, '"20000","0"]', '"90000","0"]'), "catatan", "tidak cocok satu sama lain"),
    "the day": (changed(GOOD, '"p":"2026-06-21"', '"p":"2026-06-22"'), "letak", "sudah berubah"),
    "the document": (changed(GOOD, "BKM-2026-000002", "BKM-2026-000009"), "letak", "sudah berubah"),
    "a space in the entry": (changed(GOOD, '"k":', '"k": '), "catatan", "tidak tertulis seperti"),
    "a key twice": (changed(GOOD, '"v":1}', '"v":1,"v":1}'), "catatan", "tidak tertulis seperti"),
    "the number": (changed(GOOD, '"n":1,', '"n":2,'), "nomor", "nomor 3"),
    "the index": (changed(GOOD, "index 1\n", "index 2\n"), "nomor", "nomor 3"),
    "the memo": (changed(GOOD, "Simpanan wajib Juni", "Simpanan wajib Juli"), "pribadi", "siapa dan untuk"),
    "the key of the memo": (changed(GOOD, base64(BOOK.salt(2)), base64(BOOK.salt(3))), "pribadi", "siapa dan untuk"),
    "a proof with one more hash": (changed(GOOD, "index 1\n", f"index 1\n{base64(bytes(32))}\n"), "letak", "berubah"),
    "a larger book": (changed(GOOD, f"\n{ORIGIN}\n5\n", f"\n{ORIGIN}\n6\n"), "tanda-tangan", "tidak cocok"),
    "a far larger book": (changed(GOOD, f"\n{ORIGIN}\n5\n", f"\n{ORIGIN}\n500\n"), "letak", "berubah"),
    "another version": (changed(GOOD, '"v":1}', '"v":2}'), "catatan", "terbaru"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_changed_is_found_and_named(checker, what):
    text, check, sentence = TAMPERED[what]
    checker.trust(POLICY)
    assert checker.check(text) == [("tidak-sah", check)]
    assert sentence in checker.words


def test_every_single_character_of_a_receipt_counts(program):
    """Each place of a whole receipt, changed alone: never genuine. Hundreds of receipts in one page load."""
    text = BOOK.receipt(2).on_screen()
    swapped = {"0": "1", "A": "B", "a": "b", "\n": " ", "=": "A"}
    wrong = [text[:at] + (swapped.get(sign) or "0") + text[at + 1 :] for at, sign in enumerate(text)]
    ask = """async ([texts, policy]) => {
      const trusted = [await Periksa.readPolicy(policy)], found = [];
      for (const text of texts) found.push((await Periksa.judgeAll(text, trusted)).map(one => one.verdict).join());
      return found;
    }"""
    said = program(ask, [wrong, POLICY])
    at = {n for n, verdict in enumerate(said) if "sah" in verdict.split(",")}
    extra = range(text.index("extra "), text.index("index "))  # signed by nobody, and opens nothing here
    assert at <= set(extra)


@pytest.mark.parametrize("who", [ORIGIN, "pengawas.example/w1"])
@pytest.mark.parametrize("at", [4, 12, 40, -1])
def test_a_false_signature_is_named_by_its_name(checker, who, at):
    lines = GOOD.split("\n")
    place = next(n for n, line in enumerate(lines) if line.startswith(f"— {who}"))
    lines[place] = flipped(lines[place], at)
    checker.trust(POLICY)
    assert checker.check("\n".join(lines)) == [("tidak-sah", "tanda-tangan" if who == ORIGIN else "saksi")]
    assert who.split(".")[0] in checker.words


def test_a_forger_with_a_key_of_the_same_name_is_not_known(checker):
    forged = Book([dues(rp(900_000))], seed=9)
    checker.trust(POLICY)
    assert checker.check(forged.receipt().as_file()) == [("kunci-belum-dikenal", "kunci")]
    assert "dengan kunci lain" in checker.words and "palsu" in checker.words


def test_a_forger_s_keys_beside_his_receipt_are_not_taken(checker):
    forged = Book([dues(rp(900_000))], seed=9)
    both = forged.policy(PENGAWAS) + forged.receipt().as_file()
    assert "Kunci tidak pernah diambil dari kuitansi" in checker.trust(both)
    assert checker.check(both)[0][0] == "tidak-sah"
    assert "Belum ada kunci" in checker.page.inner_text("#kept")


def test_a_witness_counts_by_key_and_not_by_name(checker):
    liar = signer(PENGAWAS.key.name, 8, note.COSIGNATURE)
    checker.trust(POLICY)
    assert checker.check(Book(BOOK.drafts, witnesses=[liar]).receipt().as_file()) == [("belum-disaksikan", "kuorum")]


def test_a_log_s_signature_is_no_witness_and_a_witness_s_no_log_s(checker):
    head = BOOK.signed
    lied = cosignature.cosign(head, signer(ORIGIN, 1, note.COSIGNATURE), time=1)
    policy = f"log {BOOK.log.key.vkey}\nwitness w {signer('w', 1, note.COSIGNATURE).key.vkey}\nquorum w\n"
    checker.trust(policy)
    text = changed(GOOD, str(head), str(lied))
    assert checker.check(text) == [("belum-disaksikan", "kuorum")]
    checker.trust(f"log {signer(ORIGIN, 1, note.COSIGNATURE).key.vkey}\nquorum none\n")
    assert checker.check(GOOD) == [("kunci-belum-dikenal", "kunci")]


# --- bad input: always a sentence -------------------------------------------------------------------------------------

ODD = {
    "nothing": "", "white space": " \n\t ", "a shopping list": "gula 2 kg\nberas 5 kg",
    "html": "<script>alert(1)</script>",
    "random": "".join(chr(33 + n * 7919 % 90) for n in range(4000)), "json": '{"a":1}', "an address": "https://wa.me/6",
    "a payment code": "00020101021126570011ID.DANA.WWW011893600915", "the head alone": "c2sp.org/tlog-proof@v1",
    "cut in the proof": GOOD[:120], "cut in the checkpoint": GOOD[:300], "cut in a signature": GOOD[:480],
    "cut in the entry": GOOD[:-250], "no entry": BOOK.receipt().proof, "an entry alone": BOOK.receipt().leaf,
    "words before": f"Bu Sri: {GOOD}", "another entry's proof": BOOK.receipt(1).proof + "\n" + BOOK.receipt(2).leaf,
    "no base64": changed(GOOD, "extra ", "extra *"), "a second spelling": changed(GOOD, "=\nindex", "\nindex"),
    "a huge index": changed(GOOD, "index 1\n", "index 9999999999999999999\n"), "null": GOOD + "\0",
    "deep": BOOK.receipt().proof + "\n{" + "[" * 60_000, "a number": BOOK.receipt().proof + "\n{}",
    "prototype": BOOK.receipt().proof + '\n{"__proto__":1}',
    "amounts that are no text": changed(GOOD, '"20000"', "20000"),
    "too long": "c2sp.org/tlog-proof@v1\n" + "A" * 1_000_001, "a list of keys": POLICY,
    "the wrong way round": "\n".join(GOOD.split("\n")[::-1]),
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_whatever_is_brought_gets_a_sentence(checker, what):
    checker.trust(POLICY)
    answers = checker.check(ODD[what])
    assert answers and {verdict for verdict, _check in answers} <= {"tidak-sah", "bukan-kuitansi", "tidak-lengkap"}
    assert re.search(r"[A-Z][^\n]{20,}\.", checker.words), "a whole sentence"
    assert "undefined" not in checker.words and "[object" not in checker.words


def test_another_cooperative_s_keys_know_nothing_of_this_one(checker):
    other = Book([dues(rp(1))], origin="lumbung.example/kmp-lain", seed=5)
    checker.trust(other.policy(PENGAWAS))
    assert checker.check(GOOD) == [("kunci-belum-dikenal", "kunci")]
    assert f"dari {ORIGIN}" in checker.words


def test_two_receipts_at_once_are_two_answers(checker):
    checker.trust(POLICY)
    both = BOOK.receipt(1).as_file() + "\n" + changed(BOOK.receipt(2).as_file(), '"20000"', '"90000"')
    assert checker.check(both) == [("sah", ""), ("tidak-sah", "letak")]
    assert "Kuitansi 1 dari 2" in checker.words


def test_what_telephones_add_does_no_harm(checker):
    checker.trust(POLICY)
    assert checker.check("\ufeff \r\n" + GOOD.replace("\n", "\r\n") + "\r\n \r\n") == [("sah", "")]


WRONG_POLICIES = {
    "nothing": "", "words": "halo", "no log": "quorum none\n", "cut": POLICY.replace("quorum pengawas\n", ""),
    "an unknown witness": POLICY.replace("quorum pengawas", "quorum dinas"), "two quorums": POLICY + "quorum none\n",
    "a key twice": POLICY + f"log {BOOK.log.key.vkey}\n", "html": "<b>log</b>",
    "a wrong id": POLICY.replace(BOOK.log.key.id.hex(), "00000000"), "a group of none": POLICY + "group g any none\n",
    "three of one": POLICY + "group g 3 pengawas\n",
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG_POLICIES)
def test_a_list_of_keys_that_is_none_is_refused_in_words(checker, what):
    assert re.search(r"[A-Z][^\n]{20,}\.", checker.trust(WRONG_POLICIES[what]))
    assert "Belum ada kunci" in checker.page.inner_text("#kept")


def test_groups_within_groups_and_comments_are_read(program):
    lines = [f"\t# kunci\n  log {BOOK.log.key.vkey} https://lumbung.example/"]
    lines += [f"witness w{n} {signer(f'w{n}', n, note.COSIGNATURE).key.vkey}" for n in range(20, 26)]
    lines += ["group x 2 w20 w21 w22", "group y any w23 w24", "group both all x y", "quorum both"]
    ask = """async ([policy, sets]) => {
      const read = await Periksa.readPolicy(policy);
      return sets.map(set => Periksa.isQuorum(read, set));
    }"""
    sets = [[], ["w20", "w21"], ["w20", "w21", "w24"], ["w20", "w23"], ["w20", "w21", "w22", "w25"]]
    assert program(ask, ["\n".join(lines), sets]) == [False, False, True, False, False]


# --- evidence, and papers with two codes ------------------------------------------------------------------------------


def told(book, *, drop=0) -> str:
    """A head of a book as its log signed it, without the witnesses' lines."""
    head = Book(book.drafts[: len(book.drafts) - drop], witnesses=[]).signed
    return str(head)


def evidence(shown: str, seen: str, proof=()) -> str:
    lines = "".join(f"{base64(one)}\n" for one in proof)
    return f"# lumbung: bukti saksi x, y, z\n# yang ditunjukkan:\nold 4\n{lines}\n{shown}\n# dulu:\n{seen}"


def test_evidence_is_told_apart_from_suspicion_in_words(checker):
    other = Book([*BOOK.drafts[:4], dues(rp(90_000), 99)])
    pieces = {
        "terbukti": evidence(told(other), told(BOOK)),
        "dugaan": evidence(told(BOOK, drop=2), told(BOOK)),
        "bukan-bukti": evidence(told(BOOK), told(BOOK, drop=1), tree.consistency_proof(BOOK.hashes, 4, 5)),
    }
    assert checker.check(pieces["terbukti"]) == [("kunci-belum-dikenal", "")]
    checker.trust(POLICY)
    for verdict, text in pieces.items():
        assert checker.check(text) == [(verdict, "")], checker.words
    assert "menyambung" in checker.words
    checker.check(pieces["terbukti"])
    assert "dua buku yang berbeda, keduanya berisi 5 catatan" in checker.words
    bent = changed(pieces["terbukti"], "\n5\n", "\n6\n")
    assert checker.check(bent) == [("bukan-bukti", "")] and "palsu" in checker.words


def test_two_codes_of_a_big_book_are_put_together_in_either_order(checker):
    checker.trust(POLICY)
    proof, entry = BOOK.receipt(2).without_key().on_paper_in_two()
    for first, second in ((proof, entry), (entry, proof)):
        assert checker.check(first)[0][0] in ("tidak-lengkap", "bukan-kuitansi")
        assert "separuhnya" in checker.words
        assert checker.check(second) == [("belum-disaksikan", "kuorum")]
