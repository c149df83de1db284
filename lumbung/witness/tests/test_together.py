"""Several at once: two heads that race at one witness, a page that asks its own neighbour over a real line."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.tests.conftest import KETUA, new_cooperative
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note, tree
from lumbung.tlog.note import Signer
from lumbung.witness.actions import asking, watching
from lumbung.witness.models.seen import Refusal, Seen
from lumbung.witness.reports import head, log_keys
from lumbung.witness.reports import watching as seen
from lumbung.witness.tests.test_line import client
from lumbung.witness.watching import Request

LOG = Signer("lain.example/uji", bytes(range(32)))
LEAVES = [tree.leaf_hash(bytes([number])) for number in range(40)]


def request(old, new):
    signed = checkpoints.sign(checkpoints.Checkpoint(LOG.key.name, new, tree.root_of(LEAVES[:new])), LOG)
    return str(Request(old, tuple(tree.consistency_proof(LEAVES, old, new)), signed))


def witness_of(cooperative):
    with acting_for(cooperative.id):
        made = watching.begin(cooperative_id=cooperative.id, holder="koperasi", by=KETUA)
        watching.watch(watcher=made, vkey=LOG.key.vkey, label="Uji", by=KETUA)
    return made


def test_of_two_heads_that_race_none_takes_the_other_back(transactional_db):
    """The race of c2sp.org/tlog-witness: both proofs begin at the size that was seen, and one comes late."""
    cooperative = new_cooperative("tetangga")
    witness_of(cooperative)
    address, statuses = "/saksi/tetangga/koperasi/add-checkpoint", []

    def send(text):
        try:
            statuses.append(Client().post(address, text, content_type="text/plain").status_code)
        finally:
            connection.close()

    send(request(0, 5))
    for size in range(6, 14, 2):
        last = max(Seen.everywhere.values_list("size", flat=True))
        both = [threading.Thread(target=send, args=(request(last, size + more),)) for more in (1, 0)]
        for each in both:
            each.start()
        for each in both:
            each.join(30)
    sizes = list(Seen.everywhere.order_by("at", "size").values_list("size", flat=True))
    assert set(statuses) == {200, 409} and statuses.count(200) == len(sizes) == 5
    assert sizes == sorted(sizes)
    assert set(Refusal.everywhere.values_list("kind", flat=True)) <= {"shorter"}


def test_a_neighbour_is_asked_over_a_real_line(live_server, monkeypatch):
    """The button on the page, a thread for the line, the other's address on a real server."""
    ours, theirs = new_cooperative("karbes"), new_cooperative("tetangga")
    made = witness_of(theirs)
    with acting_for(ours.id):
        key = log_keys(ours.id)[0].vkey
        known = asking.add_witness(
            cooperative_id=ours.id, vkey=seen.key_of(made).vkey, label="Tetangga", kind="tetangga",
            url=f"{live_server.url}/saksi/tetangga/koperasi", by=KETUA,
        )  # fmt: skip
    with acting_for(theirs.id):
        watching.watch(watcher=made, vkey=key, label="KMP Karbes", by=KETUA)

    shown = client(ours.id, "ketua").post("/k/karbes/saksi/kirim/", {"saksi": str(known.id)}, follow=True)

    assert "Tetangga menandatangani buku kita sampai catatan 0." in shown.content.decode()
    assert Seen.everywhere.get().size == 0


@pytest.mark.parametrize("page", ["/k/tetangga/saksi/", "/k/tetangga/menjadi-saksi/koperasi/"])
def test_a_page_asks_no_more_for_many_than_for_one(db, page):
    cooperative = new_cooperative("tetangga")
    made, browser = witness_of(cooperative), client(cooperative.id, "ketua")

    def one_more(number):
        signer = Signer(f"lain.example/{number}", number.to_bytes(32), note.COSIGNATURE)
        log = Signer(f"lain.example/buku-{number}", number.to_bytes(32))
        with acting_for(cooperative.id):
            witness = asking.add_witness(
                cooperative_id=cooperative.id, vkey=signer.key.vkey, label=f"Saksi {number}", kind="kantor",
                url="https://saksi.example", by=KETUA,
            )  # fmt: skip
            told = cosignature.cosign(head(cooperative.id), signer, time=number)
            asking.take_answer(witness=witness, text=str(told), way="text")
            watching.watch(watcher=made, vkey=log.key.vkey, label=f"Buku {number}", by=KETUA)
            for size, by in ((2, log), (1, log), (9, signer_of_nobody(number))):
                shown = checkpoints.sign(checkpoints.Checkpoint(log.key.name, size, bytes(32)), by)
                watching.answer(watcher=made, text=f"old 0\n\n{shown}", way="text")

    def signer_of_nobody(number):
        return Signer(f"lain.example/buku-{number}", (number + 1000).to_bytes(32))

    def asked_for() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert browser.get(page).status_code == 200
        return len(queries)

    for number in range(1, 4):
        one_more(number)
    few = asked_for()
    for number in range(4, 12):
        one_more(number)
    assert asked_for() <= few
