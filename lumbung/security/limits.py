"""How long a sign-in lasts, and how long a wrong one waits. No database, no clock."""

from datetime import datetime, timedelta

ABSOLUTE = timedelta(hours=10)
IDLE_SHARED, IDLE_OWN = timedelta(minutes=15), timedelta(minutes=60)
STEP_UP = timedelta(minutes=5)
SKEW = timedelta(minutes=1)  # clocks are corrected by seconds; more than this backwards is a clock set back
REMEMBER = timedelta(days=90)  # how long a sign-in that is over stays readable
TOGETHER = timedelta(minutes=5)  # seen on two devices within this: at the same time
PINS, LIFTS = 5, 2

FREE_TRIES, FIRST_WAIT, LONGEST_WAIT, FORGET = 5, 30, 15 * 60, timedelta(days=1)

HERE, IDLE, OVER = "here", "idle", "over"


def standing(*, started_at: datetime, seen_at: datetime, now: datetime, own: bool) -> str:
    """Whether a sign-in still holds. A clock set back ends it: nobody knows how long it has really been."""
    if now < seen_at - SKEW or now - started_at >= ABSOLUTE:
        return OVER
    return IDLE if now - seen_at >= (IDLE_OWN if own else IDLE_SHARED) else HERE


def fresh(stepped_at: datetime | None, now: datetime) -> bool:
    """Whether the passphrase was written within the last five minutes."""
    return stepped_at is not None and timedelta(0) <= now - stepped_at < STEP_UP


def wait_after(wrong: int) -> timedelta:
    """How long the next try waits: a few are slips of the hand, then it doubles up to a quarter of an hour."""
    if wrong < FREE_TRIES:
        return timedelta(0)
    return timedelta(seconds=min(FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 10), LONGEST_WAIT))


def device_name(agent: str) -> str:
    """What a browser calls itself, in two words a person knows: `Chrome di Windows`."""
    browsers = (("Edg", "Edge"), ("Firefox", "Firefox"), ("SamsungBrowser", "Samsung"), ("OPR", "Opera"),
                ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
    systems = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
               ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip
    browser = next((name for sign, name in browsers if sign in agent), "Peramban")
    system = next((name for sign, name in systems if sign in agent), "")
    return f"{browser} di {system}" if system else browser
