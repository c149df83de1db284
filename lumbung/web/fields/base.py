"""What all fields and forms share."""

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy

from lumbung.web.words import Refused


class Renderer(DjangoTemplates):
    """Our own field and form templates, so that `{{ form }}` already looks right."""

    form_template_name = "web/form.html"
    field_template_name = "web/field.html"


class Form(forms.Form):
    """The base of every form: our look, our words, mistakes in whole sentences."""

    default_renderer = Renderer()
    required_css_class = "required"

    def add_refusal(self, refusal: Refused, field: str | None = None) -> None:
        """Show a domain refusal over the form, or beneath one field."""
        self.add_error(field, str(refusal))


class Worded:
    """What all our fields share: a glossary term, and messages that say what to do."""

    default_error_messages = {"required": gettext_lazy("Bagian ini belum diisi.")}

    def __init__(self, *args, term="", **kwargs):
        self.term = term
        super().__init__(*args, **kwargs)
