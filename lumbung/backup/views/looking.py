"""How things are: the page, its line of progress, a copy to take along."""

from django.http import FileResponse, Http404
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import reports, state, words
from lumbung.backup.forms import HalvesForm, WarnForm, WordsForm
from lumbung.backup.views.own import is_own
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import page
from lumbung.web.words import Count


@may("backup.see")
def overview(request):
    return shown(request)


def shown(request, status=200, **forms):
    """The page, with forms that somebody has filled in."""
    now = clock.now()
    standing = reports.standing(now)
    forms = {
        "words_form": WordsForm(keys=standing.waiting), "warn_form": WarnForm(initial={"days": standing.warn_after}),
        "halves_form": HalvesForm(),
    } | forms  # fmt: skip
    told = {
        "places": [_place(one, now) for one in standing.places], "runs": [_run(one, now) for one in standing.runs],
        "drills": [_drill(one, now) for one in standing.drills],
        "strangers": [(found.path, words.megabytes(found.free)) for found in standing.strangers],
    }  # fmt: skip
    return page(
        request, "backup/overview.html", status=status, own=is_own(), makes=holds(request.roles, "backup.make"),
        restores=holds(request.roles, "backup.restore"), standing=standing,
        last=words.last_copy(standing.newest, now), **told, **forms,
    )  # fmt: skip


def _place(seen: reports.PlaceSeen, now) -> dict:
    return seen._asdict() | {"ago": words.ago(seen.last, now), "here": seen.path is not None}


def _run(run: dict, now) -> dict:
    where = [place["name"] for place in run["places"] if place["ok"]] + (
        [_("diunduh")] if run.get("downloaded_at") else []
    )
    return run | {
        "ago": words.ago(run["at"], now), "size_words": words.megabytes(run["size"]), "entries": Count(run["entries"]),
        "where": ", ".join(where), "here": reports.local_copy(run["name"]) is not None,
        "troubles": [place for place in run["places"] if not place["ok"]],
    }  # fmt: skip


def _drill(one: dict, now) -> dict:
    return one | {
        "nothing_lost": one["rpo"] is not None and not one["lost"],
        "ago": words.ago(one["at"], now), "rto_words": words.span(one["rto"]), "lost": Count(one["lost"]),
        "rpo_words": words.span(one["rpo"]) if one["rpo"] is not None else "", "entries": Count(one["entries"]),
    }  # fmt: skip


@may("backup.see")
def progress(request):
    """The line of progress; the whole page when there is none any more."""
    standing = reports.standing(clock.now())
    if not standing.running:
        response = page(request, "backup/progress.html", standing=standing)
        response["HX-Refresh"] = "true"
        return response
    return page(request, "backup/progress.html", standing=standing)


@may("backup.make")
def download(request, name):
    """The sealed copy on this computer, to be kept somewhere else."""
    file = reports.local_copy(name) if is_own() else None
    if file is None:
        raise Http404
    with state.changing() as kept:
        for run in kept["runs"]:
            if run["name"] == name:
                run["downloaded_at"] = clock.now().isoformat()
    return FileResponse(open(file, "rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
