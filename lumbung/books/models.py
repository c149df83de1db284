"""What is kept about books: that one was printed. The books themselves are other packages' rows."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel


class Printing(TenantModel):
    """A book left the program, as paper or as a spreadsheet. Never changed, never taken away."""

    class Form(models.TextChoices):
        PAPER = "pdf", "PDF"
        SHEET = "xlsx", "Excel"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    book = models.CharField(max_length=40)
    form = models.CharField(max_length=4, choices=Form)
    period = models.CharField(max_length=7, blank=True, help_text="2026 or 2026-08; empty: everything up to that day")
    printed_at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")

    class Meta:
        constraints = [
            models.CheckConstraint(name="printing_form_known", condition=Q(form__in=["pdf", "xlsx"])),
            models.CheckConstraint(name="printing_of_a_book", condition=~Q(book="")),
        ]
        indexes = [models.Index(name="printing_of_book", fields=["cooperative_id", "book", "-printed_at"])]
