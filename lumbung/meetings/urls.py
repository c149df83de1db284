"""An address for every register and what is done with it; each page opens to those whose duty it is."""

from django.urls import path

from lumbung.meetings import views
from lumbung.meetings.registers import REGISTERS, Register

app_name = "meetings"


def _of(register: Register):
    word, told = register.word, {"register": register}
    yield path(f"{word}/", views.listing, told, name=word)
    yield path(f"{word}/baru/", views.new(register.deed), told, name=f"{word}_new")
    yield path(f"{word}/<int:row_id>/", views.one, told, name=f"{word}_one")
    yield path(f"{word}/<int:row_id>/ralat/", views.correct(register.deed), told, name=f"{word}_correct")
    if register.is_said:
        yield path(f"{word}/<int:row_id>/jawab/", views.answer, told, name=f"{word}_answer")
    if register.is_term:
        yield path(f"{word}/<int:row_id>/berhenti/", views.end(register.deed), told, name=f"{word}_end")


urlpatterns = [
    path("", views.index, name="index"),
    path("tamu/isi/", views.guest, name="guest"),
    *(each for register in REGISTERS.values() for each in _of(register)),
]
