"""Writing: a new row, a correction, an answer, the end of a term."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung.meetings import actions
from lumbung.meetings.forms import AnswerForm, EndForm
from lumbung.meetings.registers import Register
from lumbung.meetings.views.showing import get_row, trail
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


def new(deed: str):
    """The page that writes a row of a register with this duty."""

    @may(deed)
    def view(request, register):
        form = register.form(request.POST or None, cooperative=request.cooperative, initial=_known(request, register))
        if form.is_valid():
            try:
                row = register.write(
                    cooperative_id=request.cooperative.id, by=request.person.id,
                    request_id=form.cleaned_data["request_id"], **register.only, **form.facts(),
                )  # fmt: skip
            except Refused as refusal:
                form.add_refusal(refusal)
            else:
                messages.success(request, _("Dicatat."))
                return _to(request, register, row)
        return _form(request, register, form, register.new)

    return view


def _known(request, register: Register) -> dict:
    """What the person who writes need not type: her own name as recorder, or as the supervisor who suggests."""
    own = {"recorder"} | ({"name"} if register.word == "saran-pengawas" else set())
    return dict.fromkeys(own & set(register.form.base_fields), request.person.full_name)


def correct(deed: str):
    """The page that says a row anew."""

    @may(deed)
    def view(request, row_id, register):
        row = get_row(request, register, row_id)
        form = register.form(request.POST or None, cooperative=request.cooperative, row=row)
        if form.is_valid():
            try:
                row = actions.correct(row, by=request.person.id, why=form.cleaned_data["why"],
                                      request_id=form.cleaned_data["request_id"], **form.facts())  # fmt: skip
            except Refused as refusal:
                form.add_refusal(refusal)
            else:
                messages.success(request, _("Ralat dicatat. Catatan yang lama tetap terbaca."))
                return _to(request, register, row)
        return _form(request, register, form, _("Ralat catatan"), row)

    return view


@may("meetings.answer")
def answer(request, row_id, register):
    """The board answers a suggestion."""
    row = get_row(request, register, row_id)
    form = AnswerForm(request.POST or None, initial={"name": request.person.full_name})
    return _deed(request, register, row, form, actions.answer_suggestion, "suggestion", _("Jawab"), _("Dijawab."))


def end(deed: str):
    """The page on which somebody leaves an office."""

    @may(deed)
    def view(request, row_id, register):
        row, form = get_row(request, register, row_id), EndForm(request.POST or None)
        return _deed(
            request, register, row, form, actions.end_term, "term", _("Catat berhenti"), _("Dicatat berhenti.")
        )

    return view


def _deed(request, register, row, form, deed, about: str, title: str, done: str):
    """A small form about a row that is there already."""
    if form.is_valid():
        try:
            deed(by=request.person.id, **{about: row}, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, done)
            return _to(request, register, row)
    return _form(request, register, form, title, row)


def _form(request, register: Register, form, title: str, row=None):
    back = f"meetings:{register.word}_one" if row else f"meetings:{register.word}"
    kwargs = {"slug": request.cooperative.slug} | ({"row_id": row.id} if row else {})
    return page(
        request, "meetings/form.html", "form", status=422 if form.errors else 200, register=register, form=form,
        row=row, form_title=title, about=row and getattr(row, register.main), back=reverse(back, kwargs=kwargs),
        crumbs=trail(request, register, (title, None)),
    )  # fmt: skip


def _to(request, register: Register, row):
    return go(request, f"meetings:{register.word}_one", slug=request.cooperative.slug, row_id=row.id)
