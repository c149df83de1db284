"""Passkeys (WebAuthn): the browser signs a challenge for this very address, so a look-alike page gets nothing."""

import json

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _
from fido2.server import Fido2Server
from fido2.webauthn import PublicKeyCredentialRpEntity, PublicKeyCredentialUserEntity, ResidentKeyRequirement

from lumbung.security.factors import PASSKEY
from lumbung.security.models import Person
from lumbung.web.words import Refused

STATE = "passkey"  # the key in the browser's session


def _server(request) -> Fido2Server:
    """For the address of this request alone: scheme, name and port."""
    here = f"{request.scheme}://{request.get_host()}"
    party = PublicKeyCredentialRpEntity(id=request.get_host().partition(":")[0], name="Lumbung")
    return Fido2Server(party, verify_origin=lambda origin: origin == here)


def _kept(person: Person) -> dict[bytes, tuple]:
    """Credential id → (its row, its key)."""
    rows = Authenticator.objects.filter(user=person, type=PASSKEY)
    pairs = ((row, row.wrap().authenticator_data.credential_data) for row in rows)
    return {data.credential_id: (row, data) for row, data in pairs}


def _credentials(person: Person) -> list:
    return [data for _row, data in _kept(person).values()]


def offer(request, person: Person) -> str:
    """What the browser needs to make a passkey, as JSON."""
    whose = PublicKeyCredentialUserEntity(
        id=str(person.id).encode(), name=person.login_name, display_name=person.full_name
    )
    options, request.session[STATE] = _server(request).register_begin(
        whose, _credentials(person), resident_key_requirement=ResidentKeyRequirement.DISCOURAGED
    )
    return json.dumps(dict(options))


def made(request, text: str) -> dict:
    """The passkey that the browser made, checked.

    Raises  Refused: it is not an answer to what was offered here
    """
    return _checked(text, lambda given, state: _server(request).register_complete(state, given), request)[0]


def challenge(request, person: Person) -> str:
    """What the browser needs to use a passkey of hers, as JSON; empty when she has none."""
    mine = _credentials(person)
    if not mine:
        return ""
    options, request.session[STATE] = _server(request).authenticate_begin(mine)
    return json.dumps(dict(options))


def shown(request, person: Person, text: str) -> Authenticator:
    """The passkey that signed the challenge.

    Raises  Refused: none of hers did, or for another address
    """
    kept = _kept(person)
    data = [credential for _row, credential in kept.values()]
    _given, used = _checked(
        text, lambda given, state: _server(request).authenticate_complete(state, data, given), request
    )
    return kept[used.credential_id][0]


def _checked(text: str, check, request) -> tuple:
    """What the browser said, and what the check made of it. The challenge is spent either way."""
    state = request.session.pop(STATE, None)
    try:
        given = json.loads(text)
        return given, check(given, state or {})
    except Exception as error:  # whatever a browser may send: none of it is a passkey
        raise Refused(_("Kunci sandi (passkey) tidak cocok. Coba lagi, atau pakai cara lain.")) from error
