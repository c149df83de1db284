"""The sheets: printed once, read back from paper, replaced when officers change."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import actions, paper, state
from lumbung.backup.forms import WordsForm
from lumbung.backup.views.looking import shown
from lumbung.backup.views.own import back, deed
from lumbung.security.access import may
from lumbung.web.words import Refused


@may("backup.make")
@deed
def sheets(request):
    """The only answer that ever holds the halves; no cache keeps it, and we neither."""
    made = actions.make_keys(at=clock.now(), by=request.person.full_name)
    headers = {"Content-Disposition": 'attachment; filename="lembar-pemulihan.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(paper.sheets(made, request.cooperative), content_type="application/pdf", headers=headers)


@may("backup.make")
@deed
def confirm(request):
    form = WordsForm(request.POST, keys=state.waiting_keys(state.load()))
    if form.is_valid() and form.places:
        try:
            actions.confirm_keys(words=form.words(), at=clock.now())
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Lembar pemulihan terpakai. Cadangan sekarang dapat dibuat."))
            return back(request)
    return shown(request, 422, words_form=form)


@may("backup.make")
@deed
def retire(request):
    actions.retire_keys(at=clock.now())
    messages.success(request, _("Lembar lama tidak dipakai lagi untuk cadangan baru. Buat lembar baru sekarang."))
    return back(request)
