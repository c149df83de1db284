"""From an old number to the one that is used, and back."""

from lumbung.members.models import Member
from lumbung.membership.models import Merge


def merged_into(member: Member) -> Member | None:
    """The row that this one lives on in, followed to its end."""
    coop, seen = member.cooperative_id, member.id
    into = dict(Merge.objects.filter(cooperative_id=coop).values_list("gone_id", "kept_id"))
    while seen in into:
        seen = into[seen]
    return Member.objects.get(cooperative_id=coop, id=seen) if seen != member.id else None


def merged_from(member: Member) -> list[Member]:
    """The rows that turned out to be this one."""
    gone = Merge.objects.filter(cooperative_id=member.cooperative_id, kept_id=member.id)
    ids = list(gone.values_list("gone_id", flat=True))
    return list(Member.objects.filter(cooperative_id=member.cooperative_id, id__in=ids).order_by("number"))
