"""Money that only changes its place: it stands in two books, once coming, once going."""

from django.utils.translation import gettext_lazy as _

from lumbung.cash.rules.category import IN, OUT, Category

MOVED = [
    Category("money.moved", _("Pindah uang"), _("antara kas dan bank"), "arrow-left-right", IN, ""),
    Category("money.moved", _("Pindah uang"), _("antara kas dan bank"), "arrow-left-right", OUT, ""),
    Category("unit.funded", _("Modal gerai"), _("dari bendahara ke laci"), "store", IN, ""),
    Category("unit.funded", _("Modal gerai"), _("dari bendahara ke laci"), "store", OUT, ""),
    Category("unit.returned", _("Setoran gerai"), _("dari laci ke bendahara"), "store", IN, ""),
    Category("unit.returned", _("Setoran gerai"), _("dari laci ke bendahara"), "store", OUT, ""),
]
