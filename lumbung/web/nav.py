"""The places of the side and the tab bar. Web knows no packages: the site fills the list when it starts."""

from typing import NamedTuple

from django.urls import NoReverseMatch, reverse


class Place(NamedTuple):
    """One entry: the words on it, the url it leads to, its icon, and whether a phone shows it as a tab.

    url_name  reversed with the cooperative's slug, or without it when it takes none
    tab       five at most; the others stay in the menu
    roles     who sees it; nobody named means everyone
    group     the words over it and its neighbours; a group stands together
    also      what stands first in the address of pages that belong here too: `bukti`
    """

    label: str
    url_name: str
    icon: str
    tab: bool = False
    roles: tuple = ()
    group: str = ""
    also: tuple = ()


places: list[Place] = []


def shown(slug: str, path: str, roles=()) -> list[dict]:
    """The places of one cooperative, in order, with the one we stand in marked `here`."""
    seen = [(place, address(place, slug)) for place in places if not place.roles or set(place.roles) & set(roles)]
    base = f"{path.partition(f'/{slug}/')[0]}/{slug}/"
    starts = [(base + word + "/", url) for place, url in seen for word in place.also]
    starts += [(url, url) for _, url in seen if url]
    _, here = max(
        (pair for pair in starts if path.startswith(pair[0])), key=lambda pair: len(pair[0]), default=("", "")
    )
    return [{**place._asdict(), "url": url, "here": url == here} for place, url in seen if url]


def address(place: Place, slug: str) -> str:
    """Where a place is; empty while its package has no page."""
    for kwargs in ({"slug": slug}, {}):
        try:
            return reverse(place.url_name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return ""
