"""What is kept of goods beside the books. What a thing is and cost never changes; where and how it is, is seen.

Rows are only ever added. A row whose entry was reversed stops counting.
"""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.web import months


class Item(TenantModel):
    """One line of the inventory book; amounts in sen, for the whole quantity."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    code = models.CharField(max_length=20, help_text="INV-0001, on the label")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    source = models.CharField(max_length=8)
    party = models.CharField(max_length=120, blank=True, help_text="who sold, gave or lent it")
    serial_no = models.CharField(max_length=60, blank=True)
    quantity = models.PositiveIntegerField(default=1)
    cost = models.BigIntegerField()
    residual = models.BigIntegerField(default=0, help_text="what it will still be worth at the end")
    before = models.BigIntegerField(default=0, help_text="worn off before these books")
    life_months = models.PositiveSmallIntegerField(help_text="from `starts` on; 0 for what is only lent to us")
    starts = models.CharField(max_length=7, blank=True, help_text="the first month that wears off: 2026-05")
    acquired_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)
    number = models.BigIntegerField(help_text="of the entry")
    entry = belongs_to("ledger.Entry", columns=["number"])
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="item_code_once", fields=["cooperative_id", "code"]),
            models.UniqueConstraint(name="item_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(
                name="item_kind_known", condition=Q(kind__in=["office", "outlet", "vehicle", "building"])
            ),
            models.CheckConstraint(name="item_source_known", condition=Q(source__in=["bought", "granted", "lent"])),
            models.CheckConstraint(name="item_amounts", condition=Q(cost__gt=0, residual__gte=0, before__gte=0)),
            models.CheckConstraint(name="item_wears_its_cost", condition=Q(cost__gte=F("residual") + F("before"))),
            models.CheckConstraint(name="item_quantity_positive", condition=Q(quantity__gt=0)),
            models.CheckConstraint(
                name="item_lent_never_wears",
                condition=Q(source="lent", life_months=0, starts="") | (~Q(source="lent") & Q(life_months__gt=0)),
            ),
        ]
        indexes = [models.Index(name="item_of_entry", fields=["cooperative_id", "number"])]

    def __str__(self):
        return self.name

    @property
    def is_lent(self) -> bool:
        return self.source == "lent"

    @property
    def unit_cost(self) -> int:
        return self.cost // self.quantity


class Sighting(TenantModel):
    """Somebody looked: where it is, how it is, who keeps it. The newest is how things stand."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    item = belongs_to("assets.Item")
    seen_on = models.DateField()
    condition = models.CharField(max_length=8)
    location = models.CharField(max_length=80, blank=True)
    keeper = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=200, blank=True)
    by = models.BigIntegerField(help_text="the person's id")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sighting_condition_known", condition=Q(condition__in=["good", "worn", "broken", "lost"])
            ),
        ]
        indexes = [models.Index(name="sighting_of_item", fields=["cooperative_id", "item_id", "seen_on", "id"])]


class Depreciation(TenantModel):
    """What wore off in a month (`2026-10`), with months before it that had not been booked; sen."""

    number = models.BigIntegerField(help_text="of the entry")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    item = belongs_to("assets.Item")
    period = models.CharField(max_length=7)
    amount = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(name="depreciation_positive", condition=Q(amount__gt=0))]
        indexes = [models.Index(name="depreciation_of_item", fields=["cooperative_id", "item_id", "period"])]

    @property
    def first_day(self):
        return months.first_day(self.period)


class Departure(TenantModel):
    """A thing left the book: sold, given away, broken beyond use, lost, or returned to whoever lent it."""

    number = models.BigIntegerField(help_text="of its last entry")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    worn_number = models.BigIntegerField(null=True, help_text="of the entry that took the depreciation out")
    item = belongs_to("assets.Item")
    left_on = models.DateField()
    kind = models.CharField(max_length=8)
    price = models.BigIntegerField(default=0, help_text="sen")
    reason = models.CharField(max_length=200)
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="departure_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(
                name="departure_kind_known",
                condition=Q(kind__in=["sold", "given", "scrapped", "lost", "returned"]),
            ),
            models.CheckConstraint(name="departure_price", condition=Q(price__gte=0)),
        ]
        indexes = [models.Index(name="departure_of_item", fields=["cooperative_id", "item_id"])]


class Handover(TenantModel):
    """A Berita Acara Serah Terima: who gave what to whom on a day. Printed and signed on paper."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    code = models.CharField(max_length=20, help_text="BAST-2026-0001")
    handed_on = models.DateField()
    giver = models.CharField(max_length=80)
    giver_post = models.CharField(max_length=80, blank=True)
    giver_party = models.CharField(max_length=120, blank=True)
    taker = models.CharField(max_length=80)
    taker_post = models.CharField(max_length=80, blank=True)
    taker_party = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=200)
    basis = models.CharField(max_length=160, blank=True, help_text="the letter behind it")
    by = models.BigIntegerField(help_text="the person's id")
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="handover_code_once", fields=["cooperative_id", "code"]),
            models.UniqueConstraint(name="handover_request_once", fields=["cooperative_id", "request_id"]),
        ]

    def __str__(self):
        return self.code


class HandedItem(TenantModel):
    """A thing on a handover's list, and how it was then."""

    handover = belongs_to("assets.Handover")
    item = belongs_to("assets.Item")
    pk = models.CompositePrimaryKey("cooperative_id", "handover_id", "item_id")
    condition = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="handed_condition_known", condition=Q(condition__in=["good", "worn", "broken", "lost"])
            ),
        ]


class Photo(TenantModel):
    """A photo of a thing, made anew by us, in a file with a random name."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    item = belongs_to("assets.Item")
    file = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    added_by = models.BigIntegerField(help_text="the person's id")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="photo_once", fields=["cooperative_id", "item_id", "sha256"]),
            models.UniqueConstraint(name="photo_file_once", fields=["cooperative_id", "file"]),
        ]
