"""Papers by which things changed hands, and the photos of a thing."""

from typing import NamedTuple

from lumbung.assets.models import HandedItem, Handover, Item, Photo, Sighting


class Handed(NamedTuple):
    """A handover with its things and how they were."""

    paper: Handover
    items: tuple[tuple[Item, str], ...]

    @property
    def total(self) -> int:
        return sum(item.cost for item, _condition in self.items)


def handovers(cooperative_id: int, *, item_id: int | None = None) -> list[Handed]:
    """All of them, newest first; those of one thing when it is named."""
    rows = list(HandedItem.objects.filter(cooperative_id=cooperative_id).order_by("handover_id", "item_id"))
    wanted = {row.handover_id for row in rows if item_id in (None, row.item_id)}
    items = {item.id: item for item in Item.objects.filter(cooperative_id=cooperative_id)}
    papers = Handover.objects.filter(cooperative_id=cooperative_id, id__in=wanted).order_by("-handed_on", "-code")
    return [Handed(paper, tuple((items[row.item_id], row.condition) for row in rows if row.handover_id == paper.id))
            for paper in papers]  # fmt: skip


def handover(cooperative_id: int, handover_id: int) -> Handed | None:
    """One of them; None outside this cooperative."""
    return next((one for one in handovers(cooperative_id) if one.paper.id == handover_id), None)


def sightings(cooperative_id: int, item_id: int) -> list[Sighting]:
    """Every look at a thing, newest first."""
    rows = Sighting.objects.filter(cooperative_id=cooperative_id, item_id=item_id)
    return list(rows.order_by("-seen_on", "-id"))


def photos(cooperative_id: int, item_id: int) -> list[Photo]:
    return list(Photo.objects.filter(cooperative_id=cooperative_id, item_id=item_id).order_by("id"))


def photo(cooperative_id: int, photo_id: int) -> Photo | None:
    """One photo; None outside this cooperative."""
    return Photo.objects.filter(cooperative_id=cooperative_id, id=photo_id).first()
