"""The signs of the known frauds, the week day by day, the table of duties, and the members who are asked this month."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.approvals.reports import caps
from lumbung.cooperatives.reports import bylaws
from lumbung.security.access import may
from lumbung.security.models import Role
from lumbung.security.reports import names
from lumbung.security.rules import CONFLICTS, DEEDS
from lumbung.security.rules import may as holds
from lumbung.supervision import actions, duties, frauds, reports
from lumbung.supervision.forms import PhraseForm
from lumbung.supervision.views.knowing import MESSAGES
from lumbung.supervision.views.looking import around, asked_week, crumbs, span
from lumbung.web import months
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("supervision.see")
def signs(request):
    """Each known pattern of fraud with its figure; those that somebody should look at first."""
    found = reports.signs(request.cooperative.id, clock.today())
    rows = [{"fraud": fraud, "sign": found[fraud.number]} for fraud in frauds.FRAUDS]
    rows.sort(key=lambda row: not row["sign"].found)
    return page(
        request, "supervision/signs.html", rows=rows, count=sum(row["sign"].found for row in rows),
        today=clock.today(), stood_in=reports.stood_in(request.cooperative.id, clock.today()),
        crumbs=crumbs(request, (_("Tanda-tanda"), None)),
    )  # fmt: skip


@may("supervision.see")
def sign(request, number):
    """What stands behind one figure."""
    fraud = frauds.BY_NUMBER.get(number)
    if fraud is None:
        raise Http404
    found = reports.sign(request.cooperative.id, clock.today(), number)
    rows = [(row, _url(request, row)) for row in found.rows]
    here = reverse("supervision:signs", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "supervision/sign.html", phrase_form=_phrase_form(request, number), fraud=fraud,
        sign=found, rows=rows, today=clock.today(),
        crumbs=crumbs(request, (_("Tanda-tanda"), here), (fraud.name, None)),
    )  # fmt: skip


def _phrase_form(request, number: int) -> PhraseForm | None:
    """On the page of impostors, for whoever sets the words."""
    if number != MESSAGES or not holds(request.roles, "messages.phrase"):
        return None
    return PhraseForm(initial={"phrase": bylaws(request.cooperative.id, clock.today()).message_phrase})


def _url(request, row) -> str:
    return reverse(row.page, kwargs={"slug": request.cooperative.slug, **row.where}) if row.page else ""


@may("supervision.see")
def digest(request):
    """Who did what on each day of a week; a supervisor says that she has read it."""
    coop, week = request.cooperative.id, asked_week(request)
    may_check, refusal = holds(request.roles, "supervision.check"), None
    if request.method == "POST" and may_check:
        try:
            actions.read_week(cooperative_id=coop, week=week, by=request.person.id)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Tercatat sudah dibaca."))
            here = reverse("supervision:digest", kwargs={"slug": request.cooperative.slug})
            return go(request, f"{here}?minggu={week}")
    read = reports.week_read(coop, week)
    return page(
        request, "supervision/digest.html", status=422 if refusal else 200, days=reports.digest(coop, week), read=read,
        reader=names([read.by]).get(read.by, "") if read else "", refusal=refusal, **span(week), **around(week),
        may_read=may_check and not read and span(week)["last"] < clock.today(),
        crumbs=crumbs(request, (_("Ringkasan harian"), None)),
    )  # fmt: skip


@may("supervision.see")
def duty_table(request):
    """Siapa boleh apa: the table of duties, what nobody may have together, what one person may pay alone."""
    groups = {key: [] for key in duties.GROUPS}
    for deed, roles in DEEDS.items():
        marks = [role in roles for role in Role.values]
        groups[duties.heading_of(deed)].append((duties.WORDS[deed], marks))
    together = [(Role(one).label, ", ".join(Role(other).label for other in sorted(others)))
                for one, others in CONFLICTS]  # fmt: skip
    return page(
        request, "supervision/duties.html", roles=Role.labels, together=together,
        groups=[(duties.GROUPS[key], rows) for key, rows in groups.items()],
        caps=caps(request.cooperative.id, clock.today()), crumbs=crumbs(request, (_("Siapa boleh apa"), None)),
    )  # fmt: skip


@may("supervision.see")
def confirmations(request):
    """Whom the book chose this month to be asked about her balances, on paper with a place for the name."""
    now = months.period_of(clock.today())
    period = months.asked(request.GET.get("bulan", now), clock.today())
    return page(
        request, "supervision/confirmations.html", lines=reports.to_confirm(request.cooperative.id, period),
        period=months.first_day(period), until=reports.until(period), before=months.later(period, -1),
        after=months.later(period, 1) if period < now else "",
        crumbs=crumbs(request, (_("Konfirmasi saldo"), None)),
    )  # fmt: skip
