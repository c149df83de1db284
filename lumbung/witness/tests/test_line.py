"""Over a line: the address that answers other logs, and the one POST with which we ask."""

import socket
import threading
from datetime import date

import pytest
from django.test import Client

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.tests.conftest import KETUA
from lumbung.security.actions import appoint, create_person
from lumbung.web.words import Refused
from lumbung.witness import line
from lumbung.witness.actions import asking
from lumbung.witness.models.seen import Cosignature, Seen, Watcher
from lumbung.witness.reports import asking as asked
from lumbung.witness.reports import head
from lumbung.witness.views import line as door

ADDRESS = "/saksi/tetangga/koperasi/add-checkpoint"


def send(text, address=ADDRESS, **facts):
    return Client(enforce_csrf_checks=True).post(address, text, content_type="text/plain", **facts)


def request_of(known):
    return str(asked.request_for(known, head(known.cooperative_id)))


# --- the address --------------------------------------------------------------------------------------------------


def test_a_log_gets_its_line_without_account_and_without_a_cookie(post, known):
    post()
    answer = send(request_of(known))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert answer.content.decode().startswith("— lumbung.example/tetangga/saksi ")
    assert answer.content.endswith(b"\n") and not answer.cookies
    told = asking.take_answer(witness=known, text=answer.content.decode(), way="text")
    assert told.outcome == "signed"


def test_another_size_is_answered_as_the_standard_words_it(post, known):
    post()
    first = request_of(known)
    send(first)
    post()
    answer = send(request_of(known).replace("old 1", "old 0"))
    assert (answer.status_code, answer["Content-Type"], answer.content) == (409, "text/x.tlog.size", b"1\n")


@pytest.mark.parametrize(
    ("text", "address", "status"),
    [
        ("", ADDRESS, 400),
        ("old 0\n\nhalo\n", ADDRESS, 400),
        (b"old 0\n\n\xff\xfe\n1\n", ADDRESS, 400),
        ("x" * (64 * 1024 + 1), ADDRESS, 413),
        ("old 0", ADDRESS.replace("tetangga", "nowhere"), 404),
        ("old 0", ADDRESS.replace("koperasi/add", "pengawas/add"), 404),
        ("old 0", ADDRESS.replace("koperasi/add", "siapa/add"), 404),
    ],
)
def test_what_cannot_be_answered_has_a_status_and_leaves_nothing(neighbour, text, address, status):
    answer = send(text, address)
    assert (answer.status_code, answer["Content-Type"]) == (status, "text/plain; charset=utf-8")
    with acting_for(neighbour.cooperative_id):
        assert Seen.objects.count() == 0


def test_it_is_a_post_or_nothing(neighbour):
    assert Client().get(ADDRESS).status_code == 405


def test_whoever_asks_too_often_waits(neighbour, monkeypatch):
    door.cache.clear()
    monkeypatch.setattr(door, "MOST_A_MINUTE", 3)
    statuses = [send("").status_code for _time in range(5)]
    assert statuses == [400, 400, 400, 429, 429]
    assert send("", REMOTE_ADDR="10.0.0.9").status_code == 400, "another address is not held up"
    assert send("", HTTP_X_FORWARDED_FOR="10.0.0.10").status_code == 429, "nobody chooses the address it counts as"
    door.cache.clear()


# --- the one POST -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["https://saksi.example", "https://saksi.example/a/b/", "https://s.example:8443/x", "http://localhost:8000/saksi/a",
     "http://127.0.0.1:1/x", "http://[::1]:1/x", "https://saksi.example/a/add-checkpoint"],
)  # fmt: skip
def test_an_address_is_https_or_this_machine(text):
    assert line.address(f"  {text} ") == text.rstrip("/").removesuffix("/add-checkpoint")


@pytest.mark.parametrize(
    "text",
    ["", "saksi.example", "http://saksi.example", "http://10.0.0.1/x", "http://localhost.saksi.example/", "file:///etc/x",
     "https://a@saksi.example", "https://saksi.example/?a=1", "https://saksi.example/#a", "https://saksi.example/a b",
     "https://", "https://saksi.example:999999/", "https://saksi.example/\nHost: x", "ftp://localhost/", "http://127.1.example"],
)  # fmt: skip
def test_nothing_else_is_ever_connected_to(text):
    with pytest.raises(Refused, match="https://"):
        line.address(text)


def whole(talk) -> bytes:
    """A request with its body, which may come in a packet of its own."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += talk.recv(65_536)
    length = int(got.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    while len(got.partition(b"\r\n\r\n")[2]) < length:
        got += talk.recv(65_536)
    return got


@pytest.fixture
def answering():
    """A server of one canned answer, and what it was asked."""
    heard = []
    server = socket.create_server(("127.0.0.1", 0))

    def serve(raw: bytes):
        def once():
            talk, _peer = server.accept()
            with talk:
                heard.append(whole(talk))
                talk.sendall(raw)

        threading.Thread(target=once, daemon=True).start()
        return f"http://127.0.0.1:{server.getsockname()[1]}/w", heard

    yield serve
    server.close()


def http(status: str, body: bytes, *more: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *more, "", ""]
    return "\r\n".join(lines).encode() + body


def test_the_request_goes_out_as_the_standard_says(answering):
    prefix, heard = answering(http("200 OK", b"x\n"))
    assert line.post(prefix, "old 0\n") == (200, "x\n")
    assert heard[0].startswith(b"POST /w/add-checkpoint HTTP/1.1\r\n") and b"old 0\n" in heard[0]


def test_a_redirect_is_an_answer_and_not_an_order(answering):
    prefix, heard = answering(http("302 Found", b"", "Location: http://127.0.0.1:1/elsewhere"))
    assert line.post(prefix, "old 0\n").status == 302
    assert len(heard) == 1


def test_an_endless_answer_is_cut(answering):
    prefix, _heard = answering(http("200 OK", b"x" * 1_000_000))
    assert len(line.post(prefix, "").body) == line.LONGEST


@pytest.mark.parametrize("raw", [b"", b"halo", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx"])
def test_a_broken_answer_is_a_sentence(answering, raw):
    prefix, _heard = answering(raw)
    try:
        assert line.post(prefix, "").body == "x"
    except line.Unreached as error:
        assert "Tidak tersambung" in str(error)


def test_nobody_there_is_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(line.Unreached, match="Tidak tersambung"):
        line.post(f"http://127.0.0.1:{port}/w", "")


def test_silence_ends(monkeypatch):
    monkeypatch.setattr(line, "SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(line.Unreached, match="dalam waktunya"):
        line.post(f"http://127.0.0.1:{silent.getsockname()[1]}/w", "")


# --- asking -------------------------------------------------------------------------------------------------------


class Here:
    """The wire of a test has one transaction, and so one thread."""

    def __init__(self, *_):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    map = staticmethod(map)


def wired_to(monkeypatch):
    """Whoever is at https://x.example is asked over the wire of the test client."""

    def wire(prefix, text):
        answer = send(text, f"{prefix.removeprefix('https://x.example')}/add-checkpoint")
        return line.Said(answer.status_code, answer.content.decode())

    monkeypatch.setattr(line, "post", wire)
    monkeypatch.setattr(asking, "ThreadPoolExecutor", Here)


@pytest.fixture
def wired(known, monkeypatch):
    """The neighbour, asked over that wire."""
    wired_to(monkeypatch)
    asking.change_address(witness=known, url="https://x.example/saksi/tetangga/koperasi", by=KETUA)
    return asked.witness_of(known.cooperative_id, known.id)


def ask(witness):
    return asking.send(witness.cooperative_id, [witness])[0]


def test_a_witness_is_asked_and_its_line_kept(post, wired):
    post()
    assert (ask(wired).outcome, Cosignature.objects.get().size) == ("signed", 1)
    post()
    assert (ask(wired).outcome, asked.known_size(wired)) == ("signed", 2)


def test_where_we_forgot_what_it_saw_it_is_asked_again_from_there(coop, post, wired):
    """The answer to the first request was lost on its way."""
    post(), post()
    send(request_of(wired))
    post()
    assert (ask(wired).outcome, Cosignature.objects.get().size) == ("signed", 3)


def test_a_witness_that_does_not_know_us_says_what_to_do(post, wired):
    post()
    asking.change_address(witness=wired, url="https://x.example/saksi/tetangga/pengawas", by=KETUA)
    told = ask(asked.witness_of(wired.cooperative_id, wired.id))
    assert (told.outcome, "belum mengenal" in told.words) == ("refused", True)


def test_a_liar_on_the_line_signs_nothing(post, wired, monkeypatch):
    post()
    for body in ("— lumbung.example/tetangga/saksi AAAAAAAAAAAA\n", "halo", "", "\n\n"):
        monkeypatch.setattr(line, "post", lambda *_, body=body: line.Said(200, body))
        assert ask(wired).outcome == "refused"
    assert Cosignature.objects.count() == 0


@pytest.mark.parametrize("body", ["-1", "9" * 40, "1e3", "", "x"])
def test_a_size_that_is_none_is_a_refusal(post, wired, monkeypatch, body):
    post()
    monkeypatch.setattr(line, "post", lambda *_: line.Said(409, body))
    assert ask(wired).outcome == "refused"


# --- the pages ----------------------------------------------------------------------------------------------------


def client(coop, role):
    person = create_person(login_name=f"{role} {coop}", full_name=role.title(), passphrase="padi kuning lumbung desa")
    with acting_for(coop):
        appoint(cooperative_id=coop, person_id=person.id, role=role, since=date(2025, 1, 1))
    browser = Client()
    browser.force_login(person)
    return browser


def test_two_cooperatives_and_a_stick(coop, post, neighbour):
    """The whole way by the pages: keys handed over, the request carried there, the answer carried home."""
    post()
    ours, theirs = client(coop, "ketua"), client(neighbour.cooperative_id, "sekretaris")
    vkey = ours.get("/k/karbes/saksi/").context["vkey"]
    theirs.post("/k/tetangga/menjadi-saksi/koperasi/tambah/", {"label": "KMP Karbes", "vkey": vkey})
    key = theirs.get("/k/tetangga/menjadi-saksi/koperasi/").context["vkey"]
    ours.post("/k/karbes/saksi/tambah/", {"label": "Tetangga", "kind": "tetangga", "vkey": f" {key}\n", "url": ""})
    page = ours.get("/k/karbes/saksi/").context["known"][0]
    here = f"/k/karbes/saksi/{page.witness.id}/"

    request = ours.get(f"{here}permintaan.txt").content.decode()
    answered = theirs.post(
        "/k/tetangga/menjadi-saksi/koperasi/jawab/", {"text": request.replace("\n", "\r\n"), "unduh": "1"}
    )
    assert answered["Content-Disposition"] == 'attachment; filename="jawaban-saksi-1.txt"'
    shown = ours.post(f"{here}jawaban/", {"text": answered.content.decode()}, follow=True)

    assert "menandatangani buku kita sampai catatan 1" in shown.content.decode()
    assert ours.get(here).context["standing"].signed.size == 1
    log = theirs.get("/k/tetangga/menjadi-saksi/koperasi/").context["logs"][0]
    assert (log.label, log.seen.size, log.refusals) == ("KMP Karbes", 1, 0)


def test_an_alarm_waits_on_the_desk_until_the_witness_signs_again(post, wired, monkeypatch):
    post()
    desk = client(wired.cooperative_id, "ketua")
    assert "saksi tidak menerima buku kita" not in desk.get("/k/karbes/").content.decode()
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(line, "post", lambda *_: line.Said(409, "9\n"))
        assert ask(wired).outcome == "ahead"
    assert "1 saksi tidak menerima buku kita" in desk.get("/k/karbes/").content.decode()
    shown = desk.get("/k/karbes/saksi/").content.decode()
    assert "Tetangga pernah melihat buku kita sampai catatan 9, padahal di sini hanya sampai 1." in shown


def test_a_wrong_answer_and_a_wrong_key_come_back_in_words(coop, post, known):
    post()
    ours = client(coop, "ketua")
    here = f"/k/karbes/saksi/{known.id}/"
    assert "bukan jawaban saksi" in ours.post(f"{here}jawaban/", {"text": "halo"}, follow=True).content.decode()
    assert "Pilih berkasnya" in ours.post(f"{here}jawaban/", {"text": " "}, follow=True).content.decode()
    wrong = ours.post("/k/karbes/saksi/tambah/", {"label": "x", "kind": "kantor", "vkey": "x+1+2", "url": ""})
    assert (wrong.status_code, "tidak utuh" in wrong.content.decode()) == (422, True)
    moved = ours.post(f"{here}alamat/", {"url": "http://saksi.example"})
    assert (moved.status_code, "https://" in moved.content.decode()) == (422, True)


def test_officers_and_supervisors_sign_each_with_their_own_key(coop, post):
    chair, supervisor, treasurer = (client(coop, role) for role in ("ketua", "pengawas", "bendahara"))
    for browser, holder, status in [
        (chair, "pengawas", 403), (supervisor, "koperasi", 403), (treasurer, "koperasi", 403), (chair, "koperasi", 302),
        (supervisor, "pengawas", 302),
    ]:  # fmt: skip
        assert browser.post(f"/k/karbes/menjadi-saksi/{holder}/mulai/").status_code == status
    assert sorted(Watcher.objects.values_list("holder", flat=True)) == ["koperasi", "pengawas"]
    assert chair.get("/k/karbes/menjadi-saksi/", follow=True).context["holder"] == "koperasi"
    assert supervisor.get("/k/karbes/menjadi-saksi/", follow=True).context["holder"] == "pengawas"


def test_a_witness_is_retired_with_a_reason(coop, neighbour):
    theirs = client(neighbour.cooperative_id, "ketua")
    address = "/k/tetangga/menjadi-saksi/koperasi/pensiun/"
    assert theirs.post(address, {"why": ""}).status_code == 422
    theirs.post(address, {"why": "laptop hilang"})
    assert theirs.get("/k/tetangga/menjadi-saksi/koperasi/").context["watcher"] is None
    assert send("old 0").status_code == 404
