"""One view, three answers: whole page, part for htmx, whole page again for a boosted link."""

import pytest
from django.contrib.messages.storage.base import Message
from django.test import RequestFactory

from lumbung.web import nav
from lumbung.web.page import go, page, wants_part
from lumbung.web.words import Refused

ask = RequestFactory()
HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("headers", "part"),
    [
        ({}, False),
        (HTMX, True),
        ({**HTMX, "HX-Boosted": "1"}, False),
        ({**HTMX, "HX-History-Restore-Request": "1"}, False),
    ],
)
def test_only_a_plain_htmx_request_gets_a_part(headers, part):
    assert wants_part(ask.get("/", headers=headers)) is part


def test_a_part_is_the_partial_alone_and_the_whole_says_the_same(settings, tmp_path):
    words = "{% load partials %}<html>{% partialdef sum inline %}<b>{{ n }}</b>{% endpartialdef %}</html>"
    settings.TEMPLATES = _templates(tmp_path, {"try.html": words})
    whole = page(ask.get("/"), "try.html", "sum", n=3)
    part = page(ask.get("/", headers=HTMX), "try.html", "sum", n=3)
    assert whole.content.decode() == "<html><b>3</b></html>"
    assert part.content.decode() == "<b>3</b>"
    assert "HX-Request" in whole["Vary"]


def test_a_part_brings_the_messages_that_wait(settings, tmp_path):
    settings.TEMPLATES = _templates(tmp_path, {"try.html": "{% load partials %}{% partialdef a %}x{% endpartialdef %}"})
    request = ask.get("/", headers=HTMX)
    request._messages = [Message(25, "Iuran <dicatat>.")]
    words = page(request, "try.html", "a").content.decode()
    assert 'hx-swap-oob="beforeend:#alerts"' in words
    assert "Iuran &lt;dicatat&gt;." in words


def test_after_a_form_htmx_is_told_to_go_and_a_browser_is_sent():
    assert go(ask.post("/"), "/gaya/").status_code == 302
    answer = go(ask.post("/", headers=HTMX), "/gaya/")
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/gaya/")


def test_a_refusal_reads_as_its_sentence():
    refusal = Refused("%(name)s baru bergabung. 100%% benar.", name="Siti")
    assert str(refusal) == "Siti baru bergabung. 100% benar."
    assert str(Refused("Bulan ini 100% tutup.")) == "Bulan ini 100% tutup."


@pytest.fixture
def places(monkeypatch, settings):
    settings.ROOT_URLCONF = "lumbung.web.urls"
    shown = [
        nav.Place("Gaya", "style", "house", tab=True),
        nav.Place("Manifes", "manifest", "house", roles=("ketua",)),
        nav.Place("Belum ada", "nowhere", "house"),
    ]
    monkeypatch.setattr(nav, "places", shown)


def test_the_place_one_stands_in_is_marked_and_a_missing_page_left_out(places):
    shown = nav.shown("karangbesuki", "/gaya/apa/", roles=("kasir",))
    assert [(place["label"], place["here"]) for place in shown] == [("Gaya", True)]


def test_a_place_is_marked_for_pages_whose_address_begins_with_another_word(places, monkeypatch):
    kas, kinds = nav.Place("Manifes", "manifest", "house", also=("bukti",)), nav.Place("Gaya", "style", "house")
    monkeypatch.setattr(nav, "places", [kinds, kas])
    assert [place["here"] for place in nav.shown("karbes", "/k/karbes/bukti/7/")] == [False, True]
    assert [place["here"] for place in nav.shown("karbes", "/k/karbes/buktian/7/")] == [False, False]


def test_a_place_for_some_roles_is_shown_to_them_alone(places):
    assert [place["label"] for place in nav.shown("k", "/", roles=("ketua",))] == ["Gaya", "Manifes"]


def _templates(folder, files) -> list[dict]:
    for name, words in files.items():
        (folder / name).write_text(words)
    inner = [
        ("django.template.loaders.filesystem.Loader", [str(folder)]),
        "django.template.loaders.app_directories.Loader",
    ]
    loaders = [("template_partials.loader.Loader", inner)]
    return [{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": loaders}}]
