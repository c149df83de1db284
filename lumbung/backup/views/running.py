"""The buttons: copy, try, sticks, when to warn."""

from pathlib import Path

from django.contrib import messages
from django.utils.translation import gettext as _

from lumbung.backup import actions, background, halves, places, sealing, state
from lumbung.backup.forms import HalvesForm, WarnForm
from lumbung.backup.views.looking import shown
from lumbung.backup.views.own import back, deed
from lumbung.security.access import may
from lumbung.web.words import Refused


@may("backup.make")
@deed
def make(request):
    """Start a copy and show how it goes."""
    if len(state.usable_keys(state.load())) == 0:
        raise Refused(_("Buat dan periksa dulu lembar pemulihan: tanpa itu tidak seorang pun dapat membuka cadangan."))
    _refuse_while_running()
    background.start("backup", "--by", request.person.full_name)
    return back(request)


def _refuse_while_running() -> None:
    if state.is_running():
        raise Refused(_("Pencadangan lain sedang berjalan. Tunggu sampai selesai, lalu lihat hasilnya."))


@may("backup.make")
@deed
def drill(request):
    """Try a copy of this moment; with both halves of a sheet the newest real one on a stick."""
    _refuse_while_running()
    if "one" not in request.POST:
        background.start("drill")
        return back(request)
    form = HalvesForm(request.POST)
    if form.is_valid():
        try:
            secret = halves.join(form.cleaned_data["one"], form.cleaned_data["other"])
            sealing.public_part(secret)
            background.start("drill", str(_newest_copy()), "--key", "-", told=f"{secret}\n")
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            return back(request)
    return shown(request, 422, halves_form=form)


def _newest_copy() -> Path:
    """Raises  Refused: no stick with a copy is plugged in"""
    found = [
        (copy.at, path / copy.name) for _place, path in places.reachable(state.load()) for copy in places.copies(path)
    ]
    if not found:
        raise Refused(_("Tidak ada stik berisi cadangan yang tertancap. Tancapkan satu, lalu coba lagi."))
    return max(found)[1]


@may("backup.make")
@deed
def adopt(request):
    """Make a plugged-in stick a place; only one that we ourselves see plugged in."""
    path = Path(request.POST.get("path", ""))
    if path not in [found.path for found in places.plugged_in()]:
        raise Refused(_("Stik itu tidak tertancap lagi. Tancapkan, lalu coba lagi."))
    place = actions.adopt(path=path, kind=places.STICK, owner=request.cooperative.name)
    messages.success(request, _("%(place)s dikenali. Tempel stiker dengan nama itu.") % {"place": place["name"]})
    return back(request)


@may("backup.make")
@deed
def remove(request, place_id):
    actions.remove_place(place_id=place_id)
    messages.success(request, _("Tempat itu tidak dipakai lagi. Cadangan yang ada di sana tetap ada."))
    return back(request)


@may("backup.make")
@deed
def warn(request):
    form = WarnForm(request.POST)
    if not form.is_valid():
        return shown(request, 422, warn_form=form)
    actions.set_warning(days=form.cleaned_data["days"])
    messages.success(request, _("Tersimpan."))
    return back(request)


@may("backup.make")
@deed
def written_anew(request):
    """What an older copy lacked has been written again from receipts."""
    with state.changing() as kept:
        kept.pop("restored", None)
    messages.success(request, _("Dicatat sudah ditulis ulang."))
    return back(request)
