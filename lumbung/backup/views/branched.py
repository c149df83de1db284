"""What an older copy lacks, entry by entry, until all of it is recorded again."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung.backup import branched
from lumbung.backup.forms import ReceiptForm
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("backup.lost")
def anew(request):
    """The list; a receipt that is brought tells the amount and the kind of an entry."""
    form = ReceiptForm(request.POST or None, request.FILES or None)
    brings = holds(request.roles, "backup.make")
    if brings and form.is_valid():
        try:
            told = branched.take_receipt(request.cooperative, form.cleaned_data["text"])
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("Terbaca: %(document)s, catatan nomor %(number)s. %(memo)s")
            messages.success(request, words % {"document": told.document, "number": told.number, "memo": told.memo})
            return go(request, "backup:anew", slug=request.cooperative.slug)
    rows = [_row(request, one) for one in branched.gone(request.cooperative)]
    left = sum(not (row["again"] or row["is_day_end"]) for row in rows)
    return page(
        request, "backup/anew.html", status=422 if form.errors else 200, rows=rows, left=left, form=form, brings=brings
    )


def _row(request, one: branched.Gone) -> dict:
    where = reverse(one.where, kwargs={"slug": request.cooperative.slug}) if one.kind else ""
    return one._asdict() | {"label": one.label, "where": where, "is_day_end": one.is_day_end}
