"""The gates themselves: each complaint is provoked once, and what is right passes."""

import gettext
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def load(name):
    spec = importlib.util.spec_from_file_location(Path(name).stem, ROOT / "bin" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


templates = load("checks/templates")
messages = load("messages")
translations = load("checks/translations")


@pytest.mark.parametrize(
    "bad",
    [
        "<p>Anggota baru</p>",
        '<a title="Tutup" href="/">{% translate "x" %}</a>',
        '<input type="submit" value="Simpan">',
        '<p style="color:red"></p>',
        '<button onclick="go()"></button>',
        "<script>go()</script>",
        "<style>p{}</style>",
        '<script src="https://cdn.example/x.js"></script>',
        "{{ name|safe }}",
        "{{ name | safe }}",
        '<button hx-on:click="go()"></button>',
        "<button hx-vals='js:{a: 1}'></button>",
        '<button hx-trigger="click[ctrlKey]"></button>',
        '<a href="javascript:go()"></a>',
        '{% button "Simpan pembayaran" %}',
        '{% include "web/x.html" with title="Kas masuk" %}',
        '{{ note|default:"Belum ada catatan" }}',
    ],
)
def test_the_template_lint_refuses(bad):
    assert templates.complaints(bad) != []


@pytest.mark.parametrize(
    "good",
    [
        '<p>{% translate "Anggota baru" %}</p>',
        "{% blocktranslate with n=n %}Ada <b>{{ n }}</b> anggota{% endblocktranslate %}",
        '<a title="{% translate "Tutup" %}" href="{% url "home" %}">·</a>',
        '{% button _("Simpan pembayaran") %}',
        "{# Catatan untuk pembaca #}<code>BKM-2025-000001</code>",
        '<script type="module" src="{% static "web/app.js" %}"></script>',
        '{{ day|date:"j F Y" }} Rp{{ amount }}',
        '{% if kind == "wajib" %}12{% endif %}',
        '<text{% if odd %} class="odd"{% endif %} x="{{ x }}%">{{ label }}</text>',
    ],
)
def test_the_template_lint_lets_pass(good):
    assert templates.complaints(good) == []


def test_a_complaint_names_its_line():
    assert templates.complaints("{# a\nb #}\n<p>\n{{ x|safe }}</p>")[0][0] == 4


PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Anggota"
msgstr "Members"

#, fuzzy
msgid "Kas"
msgstr "Cash?"

msgctxt "judul"
msgid "Kas"
msgstr "Cash"

msgid "%(n)s anggota"
msgid_plural "%(n)s anggota"
msgstr[0] "%(n)s member"
msgstr[1] ""
"%(n)s "
"members"

#~ msgid "dulu"
#~ msgstr "formerly"
"""


@pytest.fixture
def catalogue(tmp_path):
    folder = tmp_path / "lumbung" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO)
    messages.compile_stale(tmp_path)
    with open(folder / "django.mo", "rb") as file:
        return gettext.GNUTranslations(file)


def test_a_compiled_catalogue_speaks_english(catalogue):
    assert catalogue.gettext("Anggota") == "Members"
    assert catalogue.pgettext("judul", "Kas") == "Cash"
    assert catalogue.ngettext("%(n)s anggota", "%(n)s anggota", 1) == "%(n)s member"
    assert catalogue.ngettext("%(n)s anggota", "%(n)s anggota", 2) == "%(n)s members"


def test_a_doubtful_or_dropped_translation_is_not_used(catalogue):
    assert catalogue.gettext("Kas") == "Kas"
    assert catalogue.gettext("dulu") == "dulu"


def test_sentences_are_found_in_code_and_templates():
    Text = translations.Text
    code = 'x = _("Satu " "kalimat")\ny = ngettext("%(n)s bulan", "%(n)s bulan", n)\nz = pgettext("buku", "Kas")'
    assert translations.in_python(code) == {
        Text(None, "Satu kalimat", None): 1,
        Text(None, "%(n)s bulan", "%(n)s bulan"): 2,
        Text("buku", "Kas", None): 3,
    }
    page = (
        '<p>{% translate "Simpan" %}</p>\n{% button _("Batal") %}\n{% translate "Kas" context "buku" %}\n'
        "{% blocktranslate trimmed count n=n %}\n Ada {{ n }} bulan\n"
        "{% plural %}\n Ada {{ n }} bulan\n{% endblocktranslate %}"
    )
    assert translations.in_template(page, "page.html").keys() == {
        Text(None, "Simpan", None),
        Text(None, "Batal", None),
        Text("buku", "Kas", None),
        Text(None, "Ada %(n)s bulan", "Ada %(n)s bulan"),
    }


def test_a_sentence_for_people_outside_gettext_is_found():
    code = 'raise Refused("Bulan itu sudah ditutup.")\nraise Refused(_("Baik."))\nfield = CharField(label="Nama")'
    assert [line for line, _text in translations.untranslatable(code)] == [1, 3]


def test_a_translation_keeps_the_blanks():
    def fault(msgid, *strings):
        message = messages.Message(1, parts={"msgid": msgid} | {f"msgstr[{i}]": s for i, s in enumerate(strings)})
        return list(translations.faults(translations.Text(None, msgid, None), message))

    assert fault("%(name)s keluar", "%(name)s left") == []
    assert fault("%(name)s keluar", "%(nama)s left") != []
    assert fault("Keluar", "") != []
