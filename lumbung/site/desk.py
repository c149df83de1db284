"""What stands on the desk on a day: figures from the books, what waits, what was just done. Reads only."""

from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.approvals import reports as approvals
from lumbung.backup import reports as backup
from lumbung.backup.views.own import is_own
from lumbung.backup.words import last_copy
from lumbung.cash import reports as cash
from lumbung.cash.models import CashPlace
from lumbung.cooperatives.reports import open_tasks
from lumbung.dues import reports as dues
from lumbung.ledger import reports as books
from lumbung.security import rules
from lumbung.site.awaiting import awaiting
from lumbung.site.comparing import three_figures
from lumbung.surplus.reports import month_to_close
from lumbung.web import charts
from lumbung.web.dates import month_name

MORNING, NOON, AFTERNOON, EVENING = 4, 11, 15, 18
DEEDS = {
    "dues_receive": "dues.receive",
    "cash_pay": "cash.pay",
    "may_count": "cash.count",
    "tasks_answer": "tasks.answer",
}
ANSWERS = {
    "member": ("members:detail", "member_id"),
    "item": ("assets:item", "item_id"),
    "receipt": ("cash:identify", "receipt_id"),
    "batch": ("intake:result", "batch_id"),
    "outbox": ("outbox:refused", "receipt_id"),
}


def today(request) -> dict:
    """All that the desk shows."""
    coop, day = request.cooperative.id, clock.today()
    held = cash.held(coop)
    tasks = open_tasks(coop)
    return {
        "greeting": greeting(request),
        "today": day,
        "dues": dues.summary(coop, day),
        "month": month_name(day.month),
        "in_hand": sum(h.amount for h in held if h.place.kind != CashPlace.Kind.BANK),
        "banks": [h for h in held if h.place.kind == CashPlace.Kind.BANK],
        "savings": sum(books.balance_of(coop, code) for code in ("310000", "320000", "211100")),
        "chart": six_weeks(coop, day),
        "newest": cash.newest(coop, 5),
        "tills": [(each, each.words(day)) for each in cash.countable(coop)],
        "offers": cash.waiting_offers(coop, request.person.id),
        **waiting_drafts(request),
        "month_waiting": month_to_close(coop, day) if rules.may(request.roles, "ledger.close") else None,
        "tasks": [(task, where_to_answer(request.cooperative.slug, task)) for task in tasks[:4]],
        "task_count": tasks.count(),
        "awaiting": awaiting(request),
        "last_copy": last_copy_of(request),
        "figures": three_figures(request.cooperative, day) if "ketua" in request.roles else [],
        **{name: rules.may(request.roles, deed) for name, deed in DEEDS.items()},
    }


def last_copy_of(request) -> dict | None:
    """“Cadangan terakhir 2 hari lalu”, for whoever may see to it on an installation of one's own."""
    if not (rules.may(request.roles, "backup.see") and is_own()):
        return None
    old, newest = backup.is_old(clock.now())
    return {"old": old, "words": last_copy(newest, clock.now())}


def waiting_drafts(request) -> dict:
    """How many payments wait for this person to decide, and how many of her own wait for somebody else."""
    coop, me = request.cooperative.id, request.person.id
    decides = rules.may(request.roles, "approvals.decide")
    return {
        "to_decide": approvals.waiting_count(coop, not_by=me) if decides else 0,
        "own_drafts": approvals.waiting_count(coop, by=me),
    }


def greeting(request) -> str:
    """Selamat pagi, Bu Susy"""
    hour = clock.local(clock.now()).hour
    if MORNING <= hour < NOON:
        words = _("Selamat pagi, %(name)s")
    elif NOON <= hour < AFTERNOON:
        words = _("Selamat siang, %(name)s")
    elif AFTERNOON <= hour < EVENING:
        words = _("Selamat sore, %(name)s")
    else:
        words = _("Selamat malam, %(name)s")
    person = request.person
    return words % {"name": f"{person.honorific} {person.full_name.split()[0]}".strip()}


def six_weeks(cooperative_id: int, day: date):
    """Money in and out by week, as a chart."""
    spans = cash.weeks(cooperative_id, day)
    return charts.bars(
        title=_("Enam minggu terakhir"),
        labels=[f"{span.start.day}/{span.start.month}" for span in spans],
        series=[(_("Masuk"), [s.inward for s in spans]), (_("Keluar"), [s.outward for s in spans])],
    )


def where_to_answer(slug: str, task) -> str:
    """The page on which a task can be answered; empty when it is only ticked off."""
    name, parameter = ANSWERS.get(task.subject_kind, ("", ""))
    try:
        return reverse(name, kwargs={"slug": slug, parameter: task.subject_id}) if name else ""
    except NoReverseMatch:
        return ""
