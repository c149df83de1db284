"""Cards: from a code to the card, whose it is, and how a member stands with hers."""

from django.utils.crypto import salted_hmac

from lumbung import clock
from lumbung.cooperatives.tenant import across, acting_for
from lumbung.members.models import Member
from lumbung.portal.models import Card
from lumbung.security.reports import person_of

SALT = "lumbung.portal.card"


def hashed(code: str) -> str:
    """What is kept of a code: keyed with the installation's secret, so that the table alone opens nothing."""
    return salted_hmac(SALT, code, algorithm="sha256").hexdigest()


def card_of_code(code: str) -> Card | None:
    """The card that a code opens now. Asked at the door, where nobody has chosen a cooperative yet."""
    with across(Card) as cards:
        found = cards.filter(code_hash=hashed(code), used_at=None, ended_at=None, expires_at__gt=clock.now())
        return found.first() if code else None


def member_of_card(card: Card) -> Member:
    with acting_for(card.cooperative_id):
        return Member.objects.get(cooperative_id=card.cooperative_id, id=card.member_id)


def card_standing(member: Member) -> dict:
    """Whether a member can sign in, and the newest card she was given."""
    card = Card.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id).order_by("-id").first()
    waits = card and not card.used_at and not card.ended_at and card.expires_at > clock.now()
    return {"person": person_of(member.cooperative_id, member.id), "card": card, "waits": bool(waits)}
