"""`{% offline "dues.pay" %}` inside a form's tag: this form may be filled in without a line."""

import json

from django import template
from django.urls import reverse
from django.utils.html import format_html_join

from lumbung.outbox.kinds import KINDS

register = template.Library()


@register.simple_tag(takes_context=True)
def offline(context, kind: str, **fixed) -> str:
    """The attributes that the device's half reads. `fixed`: what the page's address says and no field does."""
    cooperative, what = context.get("cooperative"), KINDS[kind]
    where = {"slug": cooperative.slug}
    said = {
        "": what.name, "-version": what.version, "-to": reverse("outbox:send", kwargs=where), "-label": what.label,
        "-set": json.dumps(fixed), "-facts": reverse(what.facts, kwargs=where) if what.facts else "",
    }  # fmt: skip
    return format_html_join(" ", 'data-offline{}="{}"', said.items())
