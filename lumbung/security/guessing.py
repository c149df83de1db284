"""How often somebody at one address may guess a code in a minute; a right one costs nothing."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache

GUESSES, MINUTE = 30, 60


def _key(request, door: str) -> str:
    return f"{door}:{get_adapter().get_client_ip(request)}"


def guessed_too_often(request, door: str) -> bool:
    return cache.get(_key(request, door), 0) >= GUESSES


def guessed(request, door: str) -> None:
    """One more wrong guess."""
    cache.set(_key(request, door), cache.get(_key(request, door), 0) + 1, timeout=MINUTE)
