"""The page *Keamanan*, the exercise of the month, and all exercises to read on."""

from django.http import Http404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.safety import actions, exercises, reports, rules
from lumbung.safety.forms import AnswerForm
from lumbung.security.access import may
from lumbung.security.rules import DEEDS
from lumbung.security.rules import may as holds
from lumbung.web.page import page


def crumbs(request, *last) -> list:
    """A member has no page *Keamanan*: her line begins with the exercises."""
    slug = {"slug": request.cooperative.slug}
    if holds(request.roles, "safety.see"):
        return [(_("Keamanan"), reverse("safety:overview", kwargs=slug)), *last]
    return [(_("Latihan"), reverse("safety:practise", kwargs=slug)), *last]


@may("safety.see")
def overview(request):
    """How safe we are, and the one thing to do next."""
    coop, day = request.cooperative.id, clock.today()
    found = reports.standing(coop, clock.now())
    done, people = reports.of_officers(coop, day)
    return page(
        request,
        "safety/overview.html",
        share=found.share,
        waiting=[_step(request, one) for one in found.waiting],
        well=found.well,
        next=_step(request, found.next) if found.next else None,
        today=day,
        done=done,
        people=people,
        mine=reports.done_this_month(coop, request.person.id, day),
        exercise=exercises.of_month(rules.month_of(day)),
    )


def _step(request, seen: reports.Seen) -> dict:
    """A look that is not well, with where to do it, and who may when this person may not."""
    allowed = DEEDS[seen.look.deed]
    return {
        "look": seen.look,
        "fact": seen.fact,
        "mine": not allowed.isdisjoint(request.roles),
        "url": _address(seen.look.page, request.cooperative.slug),
        "who": ", ".join(sorted(allowed - {"anggota"})),
    }


def _address(name: str, slug: str) -> str:
    """`package:page` of this cooperative; `help:guide word` a guide."""
    page_name, _space, word = name.partition(" ")
    if word:
        return reverse(page_name, kwargs={"word": word})
    try:
        return reverse(page_name, kwargs={"slug": slug})
    except NoReverseMatch:  # a person's own page, the same in every cooperative
        return reverse(page_name)


@may("safety.practise")
def practise(request):
    """The exercise of this month; afterwards what each answer would have led to."""
    coop, me, day = request.cooperative.id, request.person.id, clock.today()
    exercise, mine = exercises.of_month(rules.month_of(day)), reports.done_this_month(coop, me, day)
    form = AnswerForm(request.POST or None, exercise=exercise)
    if not mine and form.is_valid():
        mine = actions.practise(cooperative_id=coop, person_id=me, **form.cleaned_data)
    return page(
        request,
        "safety/exercise.html",
        "exercise",
        status=422 if form.errors and not mine else 200,
        form=form,
        exercise=exercise,
        drawing=exercise.draw(),
        chosen=mine.answer if mine else 0,
        counts=True,
        month=day,
        crumbs=crumbs(request, (_("Latihan bulan ini"), None)),
    )


@may("safety.practise")
def library(request):
    """Every exercise, and how this person answered those that were hers."""
    mine = {one.exercise: one for one in reports.practised(request.cooperative.id, request.person.id).values()}
    shown = [(exercise, mine.get(exercise.word)) for exercise in exercises.EXERCISES]
    return page(request, "safety/library.html", shown=shown, crumbs=crumbs(request, (_("Semua latihan"), None)))


@may("safety.practise")
def one(request, word):
    """An exercise to read and try, alone or together at a meeting; nothing is kept. `?jawab=2` shows what follows."""
    exercise = exercises.of_word(word)
    if exercise is None:
        raise Http404
    chosen = request.GET.get("jawab", "")
    return page(
        request,
        "safety/exercise.html",
        exercise=exercise,
        drawing=exercise.draw(),
        counts=False,
        chosen=int(chosen) if chosen in ("1", "2", "3") else 0,
        crumbs=crumbs(
            request,
            (_("Semua latihan"), reverse("safety:library", kwargs={"slug": request.cooperative.slug})),
            (exercise.title, None),
        ),
    )
