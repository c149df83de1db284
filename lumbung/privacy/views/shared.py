"""What several pages look up first."""

from django.http import Http404
from django.utils.translation import get_language

from lumbung.members.models import Member
from lumbung.privacy import reports


def asked_purpose(member: Member, word: str) -> reports.Standing:
    """How a member stands to a use of her data.

    Raises  Http404: there is no such use
    """
    for one in reports.of_member(member, get_language() or "id"):
        if one.purpose.word == word:
            return one
    raise Http404
