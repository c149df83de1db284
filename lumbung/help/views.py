"""Panduan, istilah, and putting the tour away. The first two are open to everybody."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from lumbung.help import actions, guides
from lumbung.web import glossary
from lumbung.web.page import page

A_DAY = 24 * 60 * 60


@require_safe
def index(request):
    """The contents, narrowed by words."""
    words = request.GET.get("cari", "").casefold().split()[:8]
    chapters = [(chapter, [one for one in found if _has(words, f"{one.title} {one.text}")])
                for chapter, found in guides.chapters()]  # fmt: skip
    return page(request, "help/index.html", chapters=[each for each in chapters if each[1]],
                text=request.GET.get("cari", "")[:80], back=_back(request), tour=_tour(_back(request)))  # fmt: skip


def _tour(back: str) -> str:
    """The first step of the tour in the cooperative from which somebody came; "" for nobody's."""
    parts = back.split("/")
    return f"/k/{parts[2]}/?tur=1" if len(parts) > 3 else ""


@require_safe
def guide(request, word):
    """One task, step by step."""
    if word not in guides.guides():
        raise Http404
    one = guides.guides()[word]
    beside = [other for other in dict(guides.chapters())[one.chapter] if other.word != word]
    return page(request, "help/guide.html", guide=one, html=guides.html(word), beside=beside, back=_back(request))


@require_safe
def picture(request, name):
    """A picture of the demo."""
    file = guides.picture(name)
    if file is None:
        raise Http404
    headers = {"Cache-Control": f"max-age={A_DAY}"}
    return FileResponse(file.open("rb"), content_type="image/png", headers=headers)


@require_safe
def terms(request):
    """Every word of the glossary, narrowed by what is typed."""
    words = request.GET.get("cari", "").casefold().split()[:8]
    found = [(name, term) for name, term in glossary.TERMS.items()
             if _has(words, f"{name} {term.label} {term.meaning} {term.example}")]  # fmt: skip
    found.sort(key=lambda each: str(each[1].label).casefold())
    return page(request, "help/terms.html", terms=found, text=request.GET.get("cari", "")[:80], back=_back(request))


@require_POST
@login_required
def tour_done(request):
    """Not again; back to where the person stood."""
    actions.put_tour_away([request.person.id])
    return HttpResponseRedirect(_back(request, request.POST) or "/")


def _has(words: list[str], text: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _back(request, given=None) -> str:
    """The page of a cooperative from which somebody came; "" for anything else."""
    back = (given or request.GET).get("dari", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if safe and back.startswith("/k/") else ""
