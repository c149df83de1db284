"""The home pages: where a person lands, and the day at the desk."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect

from lumbung import clock
from lumbung.security.access import may
from lumbung.security.reports import cooperatives_of
from lumbung.web.page import page


@login_required
def home(request):
    """Straight to the only cooperative, else a choice."""
    mine = cooperatives_of(request.person.id, clock.today())
    if len(mine) == 1:
        return redirect("today", slug=mine[0].slug)
    return page(request, "site/home.html", cooperatives=mine)


@may("home.see")
def today(request):
    return page(request, "site/today.html")
