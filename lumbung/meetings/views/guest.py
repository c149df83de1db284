"""The guest's own page: no menu, no names of members, a name and two touches."""

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.meetings import actions
from lumbung.meetings.forms import GuestForm
from lumbung.security.access import may
from lumbung.web.page import page


@may("meetings.guest")
def guest(request):
    """The form, and after it thanks with the next form beneath."""
    form = GuestForm(request.POST or None, cooperative=request.cooperative)
    thanks = ""
    if form.is_valid():
        row = actions.record_visit(
            cooperative_id=request.cooperative.id, on=clock.today(), by=request.person.id,
            request_id=form.cleaned_data["request_id"], **form.facts(),
        )  # fmt: skip
        thanks = _("Terima kasih, %(name)s. Kunjungan Anda sudah tercatat.") % {"name": row.name}
        form = GuestForm(cooperative=request.cooperative)
    return page(request, "meetings/guest.html", "form", status=422 if form.errors else 200, form=form, thanks=thanks)
