"""Taking what a device sends: each item once, in the order in which it was written."""

from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives import actions as cooperatives
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.reports import open_tasks
from lumbung.outbox.kinds import KINDS, PHOTO, Done, Sent
from lumbung.outbox.models import Receipt
from lumbung.outbox.reports import receipts_by_uuid
from lumbung.outbox.rules import Item
from lumbung.security import rules as duties
from lumbung.sql import writes
from lumbung.web.words import Refused

ACCEPTED, REFUSED, WITHDRAWN = Receipt.State.ACCEPTED, Receipt.State.REFUSED, Receipt.State.WITHDRAWN
SUBJECT = "outbox"


class Answer(NamedTuple):
    """What a device is told of one item.

    state  a receipt's, or one that is not for ever: "wait" for the item before it, "newer" than this server,
           "other": of another person or cooperative
    """

    uuid: str
    state: str
    words: str = ""
    document: str = ""
    url: str = ""
    received_at: str = ""


@writes
def take_many(
    *, cooperative: Cooperative, person_id: int, roles: frozenset, items: list[Item], held: frozenset = frozenset()
) -> list[Answer]:
    """Do what the items say, each once, and answer each; a repeat is answered with the first answer.

    held    deeds that wait, because the device is new to this person: refused in words, and a task for her
    Raises  whatever is our own mistake: then nothing of the letter was done, and none of it is lost to the device
    """
    # One letter at a time for a cooperative: two devices, or a letter that arrives twice at once, take turns.
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative.id)
    asked = {uuid for item in items for uuid in (item.uuid, item.previous, item.replaces) if uuid}
    known = receipts_by_uuid(cooperative.id, asked)
    return [_take(cooperative, person_id, roles, held, item, known) for item in items]


def _take(cooperative, person_id: int, roles, held, item: Item, known: dict) -> Answer:
    earlier = known.get(item.uuid)
    if (item.person_id, item.cooperative_id) != (person_id, cooperative.id) or _of_another(earlier, person_id):
        return Answer(str(item.uuid), "other")
    if earlier:
        return _again(earlier, item)
    if item.previous and item.previous not in known:
        return Answer(str(item.uuid), "wait")
    if item.kind in KINDS and item.version > KINDS[item.kind].version:
        return Answer(str(item.uuid), "newer")
    known[item.uuid] = _record(cooperative, roles, held, item)
    if item.replaces in known and known[item.uuid].state == ACCEPTED:
        _answered(known[item.replaces], person_id)
    return answer_of(known[item.uuid])


def _of_another(receipt: Receipt | None, person_id: int) -> bool:
    return receipt is not None and receipt.person_id != person_id


def _again(receipt: Receipt, item: Item) -> Answer:
    """The same answer to the same item; the same id with another content is a task, never silence."""
    if receipt.digest == item.digest:
        return answer_of(receipt)
    words = _("Catatan ini sudah diterima dengan isi lain. Periksa yang di pembukuan, lalu tulis lagi bila perlu.")
    if not open_tasks(receipt.cooperative_id, subject_kind=SUBJECT, subject_id=receipt.id).exists():
        _ask(receipt, words, {"digests": [receipt.digest, item.digest]})
    return answer_of(receipt)._replace(state=REFUSED.value, words=words)


def _record(cooperative: Cooperative, roles, held, item: Item) -> Receipt:
    if item.withdrawn:
        return _keep(item, WITHDRAWN)
    try:
        with transaction.atomic():  # what is refused leaves nothing but its receipt
            return _keep(item, ACCEPTED, done=_do(cooperative, roles, held, item))
    except Refused as refusal:
        receipt = _keep(item, REFUSED, words=str(refusal)[:600])
        label = KINDS[item.kind].label if item.kind in KINDS else item.kind
        _ask(receipt, _("%(what)s yang dicatat tanpa sambungan ditolak: %(why)s") % {"what": label, "why": refusal})
        return receipt


def _do(cooperative: Cooperative, roles, held, item: Item) -> Done:
    kind = KINDS.get(item.kind)
    if kind is None:
        raise Refused(_("Lumbung di sini tidak mengenal jenis catatan ini. Tulis lewat halamannya."))
    if not duties.may(roles, kind.deed):
        raise Refused(_("Peran Anda sekarang tidak mencatat ini. Minta yang bertugas menuliskannya."))
    if kind.deed in held:
        raise Refused(_("Perangkat ini baru untuk Anda. Tulis lagi besok, atau minta dua pengurus membenarkannya."))
    body = kind.today(item.version, item.body)
    return kind.record(Sent(cooperative, item.person_id, item.uuid, item.written_at, body))


def _keep(item: Item, state, *, words="", done: Done | None = None) -> Receipt:
    typed = {name: value for name, value in item.body.items() if not str(value).startswith(PHOTO)}
    left = {} if done else {"body": typed, "shown": item.shown, "url": _page(item)}
    told = {"document": done.document, "url": done.url} if done else {}
    return Receipt.objects.create(
        cooperative_id=item.cooperative_id, uuid=item.uuid, device=item.device, person_id=item.person_id,
        kind=item.kind, version=item.version, sequence=item.sequence, written_at=item.written_at,
        received_at=clock.now(), digest=item.digest, state=state, words=words, **left, **told,
    )  # fmt: skip


def _page(item: Item) -> str:
    """Where it was written, when that is a page of ours."""
    return item.page if item.page.startswith("/k/") else ""


def _ask(receipt: Receipt, words: str, detail: dict | None = None) -> None:
    cooperatives.open_task(
        cooperative_id=receipt.cooperative_id, kind="outbox.refused", message=words[:300], by=receipt.person_id,
        subject_kind=SUBJECT, subject_id=receipt.id, detail=detail,
    )  # fmt: skip


def _answered(receipt: Receipt, by: int) -> None:
    """What was refused has been written anew: its task is done."""
    for task in open_tasks(receipt.cooperative_id, subject_kind=SUBJECT, subject_id=receipt.id):
        cooperatives.close_task(cooperative_id=receipt.cooperative_id, task_id=task.id, by=by)


def answer_of(receipt: Receipt) -> Answer:
    """The answer that a receipt gives, today and in ten years."""
    return Answer(
        str(receipt.uuid), str(receipt.state), receipt.words, receipt.document, receipt.url,
        receipt.received_at.isoformat(),
    )  # fmt: skip
