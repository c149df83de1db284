"""How safe the books are: the newest copy outside this computer, what each place holds, whose turn it is."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from lumbung.backup import disk, places, rules, state

STARTING = 20  # seconds that a program may take before it holds its turn


class PlaceSeen(NamedTuple):
    """One place: whether it answers now, its last copy by our own list, and how many copies lie there when it does."""

    id: str
    name: str
    kind: str
    path: Path | None
    last: datetime | None
    trouble: str
    copies: int
    turn: bool


class Standing(NamedTuple):
    """Everything that the page shows."""

    keys: list[dict]
    waiting: list[dict]
    places: list[PlaceSeen]
    strangers: list[places.Found]
    newest: datetime | None
    old: bool
    warn_after: int
    runs: list[dict]
    drills: list[dict]
    running: bool
    step: str
    done: int
    failed: str
    missing: list[str]


def standing(now: datetime) -> Standing:
    """How things are at this moment, sticks looked for anew."""
    kept = state.load()
    newest, progress = newest_safe(kept), disk.get_json(state.folder() / state.PROGRESS, {})
    running = state.is_running() or _is_starting(progress, now)
    return Standing(
        state.usable_keys(kept), state.waiting_keys(kept), _places(kept),
        [found for found in places.plugged_in() if not found.label],
        newest and newest[0], rules.is_old(newest and newest[0], now, kept["warn_after"]), kept["warn_after"],
        [_read(run) for run in reversed(kept["runs"])][:12], [_read(one) for one in reversed(kept["drills"])][:3],
        running, progress.get("step", "") if running else "", min(progress.get("done", 1), 9),
        "" if running else progress.get("failed", ""),
        kept.get("restored", {}).get("missing", []),
    )  # fmt: skip


def _is_starting(progress: dict, now: datetime) -> bool:
    """A program was started a moment ago and has not taken its turn yet."""
    started = progress.get("started")
    return bool(started) and abs((now - datetime.fromisoformat(started)).total_seconds()) < STARTING


def newest_safe(kept: dict) -> tuple[datetime, int] | None:
    """When the newest copy that lies outside this computer was taken, and how many entries it holds."""
    for run in reversed(kept["runs"]):
        if run.get("downloaded_at") or any(place["ok"] for place in run["places"]):
            return datetime.fromisoformat(run["at"]), run["entries"]
    return None


def local_copy(name: str) -> Path | None:
    """A finished copy on this computer by its name; None for anything else."""
    file = state.folder() / name
    return file if rules.read_name(name) and file.is_file() else None


def is_old(now: datetime) -> tuple[bool, datetime | None]:
    """Whether to warn, and when the newest safe copy was taken."""
    kept = state.load()
    newest = newest_safe(kept)
    return rules.is_old(newest and newest[0], now, kept["warn_after"]), newest and newest[0]


def _read(run: dict) -> dict:
    return run | {"at": datetime.fromisoformat(run["at"])}


def _places(kept: dict) -> list[PlaceSeen]:
    here = {place["id"]: path for place, path in places.reachable(kept)}
    last = {place["id"]: _last(kept, place["id"]) for place in kept["places"]}
    sticks = [place["id"] for place in kept["places"] if place["kind"] == places.STICK]
    turn = min(sticks, key=lambda one: last[one][0] or datetime.min.replace(tzinfo=rules.UTC), default=None)
    return [
        PlaceSeen(
            place["id"], place["name"], place["kind"], here.get(place["id"]), *last[place["id"]],
            _count(here.get(place["id"])), place["id"] == turn,
        )
        for place in kept["places"]
    ]  # fmt: skip


def _count(path: Path | None) -> int:
    try:
        return len(places.copies(path)) if path else 0
    except OSError:
        return 0


def _last(kept: dict, place_id: str) -> tuple[datetime | None, str]:
    """The last copy that reached a place, and what went wrong there since."""
    trouble = ""
    for run in reversed(kept["runs"]):
        for told in run["places"]:
            if told["id"] == place_id and told["ok"]:
                return datetime.fromisoformat(run["at"]), trouble
            if told["id"] == place_id:
                trouble = trouble or told["words"]
    return None, trouble
