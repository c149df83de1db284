"""The six digits of an authenticator (RFC 6238), and spare codes as they are printed. No database, no clock."""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from hmac import compare_digest

PERIOD, DIGITS, TOLERANCE = 30, 6, 1
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: none is taken for another
READ_AS = str.maketrans("OIL", "011")
FRONT, LENGTH, SPARES = 4, 16, 8


def new_secret() -> str:
    """160 bits, as an authenticator takes them: base32."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def digits(secret: str, step: int) -> str:
    """What the authenticator shows in a step of thirty seconds."""
    mac = hmac.new(base64.b32decode(secret), step.to_bytes(8, "big"), hashlib.sha1).digest()
    start = mac[-1] & 0x0F
    return f"{(int.from_bytes(mac[start : start + 4], 'big') & 0x7FFFFFFF) % 10**DIGITS:0{DIGITS}}"


def step_of(moment: datetime) -> int:
    return int(moment.timestamp()) // PERIOD


def matching_step(secret: str, typed: str, moment: datetime, used: int = 0) -> int | None:
    """The step that the typed digits belong to, at most one away from now and later than the last one used."""
    typed, now = "".join(typed.split()), step_of(moment)
    steps = [step for step in range(now - TOLERANCE, now + TOLERANCE + 1) if step > used]
    return next((step for step in steps if compare_digest(digits(secret, step).encode(), typed.encode())), None)


def new_spare() -> str:
    """Eighty bits; the first four letters only say which of the codes it is."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def spelled(code: str) -> str:
    """In fours, as it is printed."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def normal_spare(text: str) -> str:
    """A spare code as typed: spaces, hyphens and look-alike letters forgiven; empty when it is none."""
    code = "".join(sign for sign in text.upper() if sign.isalnum()).translate(READ_AS)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else ""
