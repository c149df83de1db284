import time

import pytest
from django.db import IntegrityError, connection

from lumbung.places import actions, reports, rules
from lumbung.places.models import Area

pytestmark = pytest.mark.django_db

MALANG = {
    "35.73.01 Blimbing": "Balearjosari, Arjosari, Polowijen, Purwodadi, Blimbing, Pandanwangi, Purwantoro, Bunulrejo,"
    " Kesatrian, Polehan, Jodipan",
    "35.73.02 Klojen": "Klojen, Rampalcelaket, Samaan, Kiduldalem, Sukoharjo, Kasin, Kauman, Oro-oro Dowo, Bareng,"
    " Gading Kasri, Penanggungan",
    "35.73.03 Kedungkandang": "Kotalama, Mergosono, Bumiayu, Wonokoyo, Buring, Kedungkandang, Lesanpuro, Sawojajar,"
    " Madyopuro, Cemorokandang, Arjowinangun, Tlogowaru",
    "35.73.04 Sukun": "Ciptomulyo, Gadang, Kebonsari, Bandungrejosari, Sukun, Tanjungrejo, Pisangcandi, Bandulan,"
    " Karangbesuki, Mulyorejo, Bakalankrajan",
    "35.73.05 Lowokwaru": "Tunggulwulung, Merjosari, Tlogomas, Dinoyo, Sumbersari, Ketawanggede, Jatimulyo,"
    " Tunjungsekar, Mojolangu, Tulusrejo, Lowokwaru, Tasik Madu",
}


@pytest.fixture(scope="module")
def areas(django_db_setup, django_db_blocker):
    """All areas, loaded once for this file and taken out after it."""
    with django_db_blocker.unblock():
        loaded = actions.load_areas()
        yield loaded
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM places_area")


def codes(found) -> list[str]:
    return [area.code for area in found]


def test_every_village_is_there_with_its_postal_code(areas):
    assert areas == Area.objects.count() == 91_599
    assert [Area.objects.filter(level=level).count() for level in (1, 2, 3, 4)] == [38, 514, 7_285, 83_762]
    assert Area.objects.filter(level=4, postal_code="").count() == 0
    assert Area.objects.filter(level=4, kind="kelurahan").count() == 8_496
    assert Area.objects.filter(kind="desa adat").count() == 14


def test_loading_again_changes_nothing(areas):
    Area.objects.filter(code="35.73.04.1009").update(postal_code="65149")

    assert actions.load_areas() == 0
    assert reports.area("35.73.04.1009").postal_code == "65149"


def test_malang_has_57_kelurahan_in_5_kecamatan(areas):
    found = {
        f"{district.code} {district.name}": ", ".join(village.name for village in reports.children(district.code))
        for district in reports.children("35.73")
    }

    assert found == MALANG
    villages = Area.objects.filter(code__startswith="35.73.", level=4)
    assert set(villages.values_list("kind", flat=True)) == {"kelurahan"}
    assert villages.count() == 57


def test_the_pilot_villages_are_where_they_are(areas):
    assert [
        reports.full_name(code) for code in ("35.73.04.1009", "35.73.04.1005", "35.73.02.1001", "35.73.01.1002")
    ] == [
        "Kelurahan Karangbesuki, Kecamatan Sukun, Kota Malang",
        "Kelurahan Sukun, Kecamatan Sukun, Kota Malang",
        "Kelurahan Klojen, Kecamatan Klojen, Kota Malang",
        "Kelurahan Arjosari, Kecamatan Blimbing, Kota Malang",
    ]


def test_areas_are_called_as_people_there_call_them(areas):
    assert reports.full_name("35") == "Jawa Timur"
    assert reports.full_name("35.07") == "Kabupaten Malang"
    assert reports.full_name("35.73.04") == "Kecamatan Sukun, Kota Malang"
    assert reports.full_name("34.02.01").startswith("Kapanewon ")
    assert reports.full_name("34.71.01").startswith("Kemantren ")
    assert reports.full_name("94.01.01") == "Distrik Nabire, Kabupaten Nabire"
    assert reports.full_name("99.99") == "99.99"


def test_the_district_of_a_village_is_found(areas):
    assert reports.kecamatan("35.73.04.1009").name == "Sukun"
    assert reports.kecamatan("35.73.04").title == "Kecamatan Sukun"


def test_the_tree_begins_with_the_provinces(areas):
    assert reports.children().count() == 38
    assert reports.children("35.73.04.1009").count() == 0


def test_an_area_is_found_by_a_part_of_its_name_however_it_is_written(areas):
    assert codes(reports.search("besuki", under="35.73")) == ["35.73.04.1009"]
    assert codes(reports.search("KARANG  besuki")) == ["35.73.04.1009"]
    assert codes(reports.search("oro oro dowo")) == ["35.73.02.1008"]
    assert codes(reports.search("Tasikmadu", under="35.73")) == ["35.73.05.1012"]


def test_a_title_says_what_is_meant(areas):
    assert codes(reports.search("sukun", under="35.73")) == ["35.73.04", "35.73.04.1005"]
    assert codes(reports.search("Kel. Sukun", under="35.73")) == ["35.73.04.1005"]
    assert codes(reports.search("kec sukun", under="35.73")) == ["35.73.04"]
    assert codes(reports.search("kota malang")) == ["35.73"]
    assert codes(reports.search("kota lama", under="35.73")) == ["35.73.03.1001"]  # here the word is part of the name


def test_the_closest_name_comes_first(areas):
    names = [area.name.removeprefix("Kabupaten ") for area in reports.search("karang", limit=200)]

    exact = names.count("Karang")
    assert exact > 3
    assert names[:exact] == ["Karang"] * exact
    assert all(name.startswith("Karang") for name in names)


def test_an_area_is_found_by_code_or_postal_code(areas):
    assert codes(reports.search("3573041009")) == codes(reports.search("35.73.04.1009")) == ["35.73.04.1009"]
    assert len(reports.search("35.73.04")) == 12
    assert "35.73.04.1009" in codes(reports.search(reports.area("35.73.04.1009").postal_code))


@pytest.mark.parametrize("text", ["", " ", "%", "_", "..", "tidakadatempatnya"])
def test_what_is_no_name_finds_nothing(areas, text):
    assert reports.search(text) == []


def test_search_and_names_cost_one_query_and_little_time(areas, django_assert_num_queries):
    with django_assert_num_queries(2):
        reports.full_name("35.73.04.1009")
        started = time.perf_counter()
        [area.parent.parent.name for area in reports.search("besuki") if area.level > 2]

    assert time.perf_counter() - started < 0.25  # 20 ms on a quiet machine


def test_no_area_hangs_in_the_air(areas):
    with pytest.raises(IntegrityError):
        Area.objects.create(code="35.73.04.1099", name="Entah", folded="entah", kind="kelurahan", level=4)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("35", "35"), ("3573", "35.73"), ("357304", "35.73.04"), ("3573041009", "35.73.04.1009"), ("35 73", "35.73")]
    + [(wrong, "") for wrong in ("", "3", "357", "35730410", "35.73.x", "٣٥", "65146")],
)
def test_a_code_may_be_typed_with_or_without_dots(typed, code):
    assert rules.dotted(typed) == code
