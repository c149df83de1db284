"""Uang masuk, uang keluar, pindah uang."""

from django.http import Http404
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.approvals.models import Draft
from lumbung.cash import actions, reports
from lumbung.cash.forms import MoveForm, money_form
from lumbung.cash.reports.voucher import voucher_of
from lumbung.cash.rules import Category, by_slug, of_direction, slug_of
from lumbung.security.access import may
from lumbung.web.page import page
from lumbung.web.words import Refused

LONGEST = 16  # digits of an entry's number


@may("cash.receive")
def incoming(request):
    """What came in? One tile a category, the most frequent first, each with its last entry to repeat."""
    return _tiles(request, inward=True)


@may("cash.pay")
def outgoing(request):
    """What was paid? One tile a category, the most frequent first, each with its last entry to repeat."""
    return _tiles(request, inward=False)


def _tiles(request, *, inward: bool):
    groups: dict[str, list] = {}
    shown = {each.event: each for each in of_direction(inward) if each.group}
    for category in shown.values():
        groups.setdefault(str(category.group), []).append((category, slug_of(category.event, inward)))
    habits = reports.habits(request.cooperative.id, clock.today(), inward=inward)
    usual = [(shown[habit.event], slug_of(habit.event, inward), habit) for habit in habits]
    return page(request, "cash/tiles.html", inward=inward, groups=groups, usual=usual)


@may("cash.receive")
def receive(request, kind):
    """Take money in for one reason; the receipt shows at once."""
    return _record(request, _category(kind, inward=True))


@may("cash.pay")
def pay(request, kind):
    """Pay money out for one reason; the voucher shows at once."""
    return _record(request, _category(kind, inward=False))


def _category(kind: str, *, inward: bool) -> Category:
    category = by_slug(kind, inward)
    if category is None:
        raise Http404
    return category


def _record(request, category: Category):
    cooperative_id = request.cooperative.id
    form = money_form(category)(
        request.POST or None, request.FILES or None, category=category, cooperative_id=cooperative_id
    )
    _prefill(request, form, category)
    if form.is_valid():
        try:
            number = do_deed(category, form, request.person.id)
            if isinstance(number, Draft):
                return waits(request, "cash/money.html", number, category=category, inward=category.inward)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            return page(request, "cash/money.html", "receipt", category=category, inward=category.inward,
                        voucher=voucher_of(cooperative_id, number), repeat=number)  # fmt: skip
    return page(
        request, "cash/money.html", "form", 422 if form.errors else 200, form=form, category=category,
        inward=category.inward,
    )  # fmt: skip


def _prefill(request, form, category: Category) -> None:
    """Whoever repeats an entry finds it filled in; everyone begins where something is still to be said."""
    asked = request.GET.get("ulangi", "")
    before = asked.isdecimal() and len(asked) < LONGEST and reports.before(request.cooperative.id, int(asked), category)
    if before:
        form.repeat(before)
    form.stand()


def waits(request, template: str, draft: Draft, **context):
    """Not posted: the chair decides first."""
    return page(request, template, "waits", draft=draft, **context)


def do_deed(category: Category, form, by: int) -> int | Draft:
    """Do the deed that the category stands for and keep its photo; the number of its entry, or what waits."""
    facts = {**form.facts(), "by": by}
    supplier, holder = (form.cleaned_data.get(name) for name in ("supplier", "holder"))
    who = {"holder": supplier.id if supplier else holder[0]} if supplier or holder else {}
    if not category.inward:
        deed = "cash.pay_unidentified" if "unidentified" in category.event else "cash.pay"
        named = {} if "unidentified" in category.event else {"category": category.event, **who}
        photo = form.cleaned_data.get("photo")
        return actions.pay_or_ask(deed, counterparty=category.counterparty, photo=photo, **named, **facts)
    number = _received(category, supplier, who, facts)
    keep_photo(form, facts["place"].cooperative_id, number, by)
    return number


def _received(category: Category, supplier, who: dict, facts: dict) -> int:
    if category.event == "sale.consigned":
        return actions.sale_consigned(supplier=supplier, **facts).number
    if "unidentified" in category.event:
        return actions.receive_unidentified(text=facts.pop("memo"), **facts).number
    return actions.receive(category=category.event, counterparty=category.counterparty, **who, **facts).number


def keep_photo(form, cooperative_id: int, number: int, by: int) -> None:
    """The photo that came with a form; a second tap brings the same one, which changes nothing."""
    if slip := form.cleaned_data.get("photo"):
        actions.attach_slip(cooperative_id=cooperative_id, number=number, slip=slip, by=by)


@may("cash.transfer")
def move(request):
    """Carry money from one place to another."""
    cooperative_id = request.cooperative.id
    form = MoveForm(request.POST or None, request.FILES or None, cooperative_id=cooperative_id)
    if form.is_valid():
        try:
            posted = actions.move(by=request.person.id, **form.facts())
            keep_photo(form, cooperative_id, posted.number, request.person.id)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            voucher = voucher_of(cooperative_id, posted.number)
            return page(request, "cash/move.html", "receipt", voucher=voucher, again=_("Pindah lagi"))
    return page(request, "cash/move.html", "form", 422 if form.errors else 200, form=form)
