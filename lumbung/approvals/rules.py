"""What a draft's fingerprint is, and what needs one. No database, no clock."""

import json
from datetime import date
from hashlib import sha256


def digest(*, draft_id: int, version: int, deed: str, amount: int, on: date, memo: str, facts: dict) -> str:
    """SHA-256 of everything that an approver agrees to, in hex: another amount, another fingerprint."""
    asked = [str(draft_id), version, deed, str(amount), on.isoformat(), memo, facts]
    return sha256(json.dumps(asked, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def waits(amount: int, limit: int) -> bool:
    """Whether a payment of so much needs an approval: above the limit, not at it."""
    return amount > limit
