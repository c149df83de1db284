"""Which account of the chart each kind of place lies in (reference: domain section 3.2)."""

ACCOUNTS_OF: dict[str, tuple[str, ...]] = {
    "general": ("111100",),
    "petty": ("111200",),
    "till": ("111300",),
    "bank": ("112100", "112200", "112300"),
}
BRI, OTHER_BANK = "112100", "112200"


def bank_account_for(bank_name: str) -> str:
    """Bank BRI has an account of its own in the chart; every other bank shares one."""
    words = bank_name.lower().split()
    return BRI if "bri" in words or "rakyat" in words else OTHER_BANK
