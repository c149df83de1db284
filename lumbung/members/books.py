"""Book 1, Buku Daftar Anggota: the register as the law wants it, NIK masked, signatures for the pen."""

from django.urls import reverse

from lumbung.books.shape import Asked, Part, Row
from lumbung.members import reports


def register(asked: Asked) -> list[Part]:
    """Everyone who ever was a member, by number."""
    lines = reports.register_book(asked.cooperative_id)
    return [Part([_row(line, asked.cooperative.slug) for line in lines])] if lines else []


def _row(line: reports.RegisterLine, slug: str) -> Row:
    cells = {
        "number": line.number, "name": line.full_name, "nik": line.nik, "birth": line.birth, "gender": line.gender,
        "occupation": line.occupation, "address": line.address, "joined": line.joined_on,
        "asked": line.asked_to_leave_on, "left": line.left_on, "reason": line.leave_reason, "remark": line.notes,
    }  # fmt: skip
    return Row(cells, url=reverse("members:detail", kwargs={"slug": slug, "member_id": line.member.id}))
