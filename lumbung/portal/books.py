"""What members wrote on their phones stands in book 7 too, below what the secretary wrote down."""

from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.books.shape import Asked, Part, Row
from lumbung.portal.reports import box
from lumbung.web.dates import short_date


def by_phone(asked: Asked) -> list[Part]:
    """The suggestions of these days, each with its answers."""
    lines = [line for line in box.book(asked.cooperative_id) if asked.start <= _day(line.suggestion.at) <= asked.end]
    return [Part([_row(line, asked.cooperative.slug) for line in lines], _("Lewat telepon anggota"))] if lines else []


def _row(line: box.Line, slug: str) -> Row:
    number, _space, name = line.member.partition(" ")
    answers = "; ".join(f"{short_date(_day(at))} {who}: {words}" for words, who, at in line.replies)
    cells = {"day": _day(line.suggestion.at), "name": name, "number": number, "text": line.suggestion.text,
             "answer": answers}  # fmt: skip
    return Row(cells, url=reverse("portal:answer", kwargs={"slug": slug, "number": line.suggestion.number}))


def _day(at):
    return clock.local(at).date()
