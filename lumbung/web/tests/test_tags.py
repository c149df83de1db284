"""What templates show."""

from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from lumbung.money import rp
from lumbung.web import glossary

DAY = date(2025, 8, 21)
LATE_IN_UTC = datetime(2025, 8, 20, 18, 30, tzinfo=UTC)  # half past one at night in Malang: already the 21st


def show(words, **context) -> str:
    request = RequestFactory().get(context.pop("path", "/"))
    return Template("{% load lumbung %}" + words).render(Context({"request": request, **context}))


@pytest.mark.parametrize(
    ("words", "sen", "expected"),
    [
        ("{{ v|rupiah }}", rp(20_000), "Rp20.000"),
        ("{{ v|plain_money }}", 122_250, "1.222,50"),
        ("{{ v|statement_money }}", -rp(5_000), "(5.000)"),
        ("{{ v|statement_money }}", 0, "–"),
        ("{{ v|signed_money }}", -rp(125_000), "−Rp125.000"),
        ("{{ v|words_money }}", rp(90_000), "sembilan puluh ribu rupiah"),
        ("{{ v|sum_money }}", rp(3_745_000), "<i>Rp</i>3.745.000"),
        ("{{ v|in_thousands }}", rp(160_000), "160"),
        ("{{ v|in_thousands }}", rp(1_500), "1.500"),
        ("{{ v|rupiah }}{{ v|plain_money }}{{ v|statement_money }}{{ v|words_money }}", None, ""),
    ],
)
def test_money_is_shown(words, sen, expected):
    assert show(words, v=sen) == expected


def test_a_count_reads_with_points_and_still_tells_one_from_many():
    entries = "{{ n }} catatan{% plural %}{{ n }} catatan"
    words = "{% load i18n %}{% blocktranslate count n=v|thousands %}" + entries + "{% endblocktranslate %}"

    assert show("{{ v|thousands }}", v=2_807) == "2.807"
    assert show("{{ v|thousands }}", v=None) == "0"
    assert show(words, v=2_807) == "2.807 catatan"
    with translation.override("en"):
        assert [show(words, v=count) for count in (1, 2_807)] == ["1 entry", "2.807 entries"]


def test_a_moment_is_shown_on_the_day_of_malang():
    assert show("{{ v|long_date }}, {{ v|short_date }}", v=LATE_IN_UTC) == "21 Agustus 2025, 21/8/2025"
    assert show("{{ v|moment }}", v=LATE_IN_UTC) == "21 Agustus 2025, 01.30 WIB"
    with translation.override("en"):
        assert show("{{ v|moment }}", v=LATE_IN_UTC) == "21 August 2025, 01.30 WIB"


def test_dates_are_shown_in_the_language_of_the_reader():
    words = "{{ d|day_date }}; {{ d|short_date }}; {{ d|month_name }}; {{ 8|short_month }}"
    assert show(words, d=DAY) == "Kamis, 21 Agustus 2025; 21/8/2025; Agustus 2025; Agt"
    with translation.override("en"):
        assert show(words, d=DAY) == "Thursday, 21 August 2025; 21/8/2025; August 2025; Aug"


def test_an_icon_is_silent_unless_it_is_named():
    assert 'aria-hidden="true"' in show('{% icon "house" %}')
    assert 'role="img" aria-label="Rumah"' in show('{% icon "house" "Rumah" %}')


def test_initials_leave_titles_out():
    assert show('{{ "Bu Siti Aminah"|initials }}{{ "Sutini"|initials }}{{ ""|initials }}') == "SAS?"


def test_a_link_keeps_the_search_and_changes_the_page():
    assert show("{% query halaman=2 %}", path="/?cari=siti&halaman=1") == "?cari=siti&amp;halaman=2"
    assert show('{% query cari="" %}', path="/?cari=siti") == "?"


def test_a_search_keeps_the_filters_that_were_chosen_and_begins_at_the_first_page():
    html = show(
        '{% search "Cari anggota" "Nama atau nomor" %}', path="/k/a/anggota/?cari=si%22ti&rt=001-002&keadaan=&halaman=3"
    )

    assert 'hx-get="/k/a/anggota/"' in html and 'value="si&quot;ti" placeholder="Nama atau nomor"' in html
    assert html.count('type="hidden"') == 1 and '<input type="hidden" name="rt" value="001-002">' in html


def test_pages_show_where_one_is_and_a_single_page_shows_nothing():
    html = show("{% pages p %}", p=Paginator(range(126), 20).page(2), path="/?cari=a")
    assert "21–40 dari 126" in html
    assert 'href="?cari=a&amp;halaman=2" aria-current="page"' in html
    assert show("{% pages p %}", p=Paginator(range(3), 20).page(1)).strip() == ""


def test_every_term_explains_itself_and_an_unknown_one_is_our_mistake():
    html = show('{% term "simpanan wajib" %}')
    assert 'popovertarget="arti-simpanan-wajib-' in html
    assert "modal milik anggota" in html
    with pytest.raises(KeyError):
        show('{% term "apa itu" %}')


def test_the_glossary_has_forty_words():
    assert len(glossary.TERMS) >= 40


def test_a_word_explained_twice_has_two_ids():
    assert glossary.anchor("iuran") != glossary.anchor("iuran")


def test_the_glossary_page_of_the_docs_is_the_one_of_the_screens():
    from pathlib import Path

    written = Path(__file__).parents[3] / "docs" / "glossary.md"
    assert written.read_text() == glossary.as_markdown(), "run: python -m lumbung.web.glossary"
