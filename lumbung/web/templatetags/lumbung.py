"""What templates may say: money, dates, icons, explanations. All of it shows; nothing here decides."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _

from lumbung import ids, money
from lumbung.web import dates, glossary
from lumbung.web.words import Count

register = template.Library()

TONES = {"success": "ok", "warning": "wait", "error": "bad", "info": "info", "debug": "info"}
TONE_ICONS = {"ok": "circle-check", "wait": "triangle-alert", "bad": "circle-alert", "info": "info"}
TITLES = {"bu", "pak", "ibu", "bapak", "h.", "hj.", "dr.", "drs.", "dra.", "ir.", "mbah", "mbok"}


# --- money -----------------------------------------------------------------------------------------------


@register.filter
def rupiah(sen) -> str:
    """`Rp20.000`; nothing for nothing known."""
    return "" if sen is None or sen == "" else money.show(sen)


@register.filter
def plain_money(sen) -> str:
    """`20.000`, for a column whose head says Rp."""
    return "" if sen is None or sen == "" else money.plain(sen)


@register.filter
def statement_money(sen) -> str:
    """`20.000`, `(5.000)` when negative, a dash for nil: as statements print it."""
    if sen is None or sen == "":
        return ""
    return "–" if sen == 0 else f"({money.plain(-sen)})" if sen < 0 else money.plain(sen)


@register.filter
def signed_money(sen) -> str:
    """`+Rp40.000`, `−Rp125.000`: what came in and what went out, in one list."""
    return f"{'+' if sen >= 0 else '−'}{money.show(abs(sen))}"


@register.filter
def words_money(sen) -> str:
    """Terbilang: `sembilan puluh ribu rupiah`."""
    return "" if sen is None or sen == "" else money.words(sen)


@register.filter
def sum_money(sen):
    """A large figure with a small `Rp` before it, for cards: `<i>Rp</i>3.745.000`."""
    minus = "−" if sen < 0 else ""
    return format_html("{}<i>Rp</i>{}", minus, money.plain(abs(sen)))


@register.filter
def thousands(number) -> Count:
    """`2.807` of 2807: how many of something; still a number for `{% blocktranslate count %}`."""
    return Count(number or 0)


# --- dates -----------------------------------------------------------------------------------------------


@register.filter(expects_localtime=True)
def long_date(day) -> str:
    """`21 Agustus 2025`."""
    return dates.long_date(day) if day else ""


@register.filter(expects_localtime=True)
def short_date(day) -> str:
    """`21/8/2025`."""
    return dates.short_date(day) if day else ""


@register.filter(expects_localtime=True)
def day_date(day) -> str:
    """`Kamis, 21 Agustus 2025`."""
    return dates.day_date(day) if day else ""


@register.filter(expects_localtime=True)
def moment(at) -> str:
    """`21 Agustus 2025, 19.00 WIB`: when something was done."""
    return f"{dates.long_date(at)}, {at:%H.%M} WIB" if at else ""


@register.filter(expects_localtime=True)
def month_name(value) -> str:
    """`Agustus` of 8; `Agustus 2025` of a date."""
    return dates.month_name(value) if value else ""


@register.filter
def short_month(number) -> str:
    """`Agt` of 8."""
    return dates.short_month(number) if number else ""


# --- pictures and words ----------------------------------------------------------------------------------


@register.simple_tag
def icon(name, label=""):
    """One icon of the sprite; silent for readers of screens unless `label` says what it means."""
    sprite = static("web/icons.svg")
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"/></svg>', label, sprite, name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', sprite, name)


@register.simple_tag
def picture(name):
    """A small drawing for an empty state: `seedling`, `barn`, `book`, `people`, `search`."""
    return format_html('<svg class="picture" aria-hidden="true"><use href="{}#{}"/></svg>', static("web/art.svg"), name)


@register.inclusion_tag("web/term.html")
def term(name):
    """A "?" that opens one paragraph about a cooperative's word, with an example."""
    return {"term": glossary.term(name), "id": glossary.anchor(name)}


@register.filter
def initials(name) -> str:
    """`SA` of "Bu Siti Aminah"; titles do not count."""
    parts = [part for part in str(name or "?").split() if part.lower() not in TITLES] or [str(name or "?")]
    return "".join(part[0] for part in (parts[0], *parts[1:][-1:])).upper()


@register.filter
def tone(tags) -> str:
    """The tone (ok, wait, bad, info) of a Django message's tags."""
    return next((TONES[tag] for tag in str(tags).split() if tag in TONES), "info")


@register.filter
def tone_icon(tags) -> str:
    return TONE_ICONS[tone(tags)]


# --- forms without fields ---------------------------------------------------------------------------------


@register.simple_tag
def request_id():
    """The hidden id of one deed, for a form that is only a button."""
    return format_html('<input type="hidden" name="request_id" value="{}">', ids.new_request())


# --- links -----------------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def query(context, **changes) -> str:
    """The page's own query string with some values changed; `None` or "" drops one. `?halaman=2&cari=siti`."""
    asked = context["request"].GET.copy()
    for name, value in changes.items():
        asked.pop(name, None)
        if value not in (None, ""):
            asked[name] = value
    return f"?{asked.urlencode()}" if asked else "?"


@register.inclusion_tag("web/pages.html", takes_context=True)
def pages(context, current):
    """Links to the pages of a Django `Page`, keeping search and filters."""
    steps = list(current.paginator.get_elided_page_range(current.number, on_each_side=1, on_ends=1))
    return {"current": current, "steps": steps, "request": context["request"], "gap": "…"}


@register.inclusion_tag("web/search.html", takes_context=True)
def search(context, label, words):
    """The search over a list page: `#rows` is asked for anew while one types; filters that were chosen go along.

    words  what stands in the empty box: by what one may search
    """
    asked = context["request"].GET.items()
    kept = [(name, value) for name, value in asked if value and name not in ("cari", "halaman")]
    return {"label": label, "words": words, "kept": kept, "request": context["request"]}


@register.simple_tag(takes_context=True)
def here(context, url) -> str:
    """`aria-current="page"` where `url` is the page we stand on."""
    return format_html('aria-current="page"') if context["request"].path == url else ""


@register.filter
def yes_no(value) -> str:
    return _("Ya") if value else _("Tidak")


@register.filter
def in_thousands(sen) -> str:
    """`160` of Rp160.000: for narrow columns whose head says "ribuan"; sen and odd rupiah keep their comma."""
    return money.plain(sen).removesuffix(".000") if sen else "–"


@register.filter
def unbroken(text):
    """A number of a document within a heading: the line does not break at its hyphens."""
    return format_html('<span class="nowrap">{}</span>', text)


@register.filter
def negate(sen):
    """The same amount with the other sign."""
    return -sen


@register.filter
def words(text) -> list[str]:
    """The words of a text, to loop over."""
    return text.split()
