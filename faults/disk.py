"""A disk that is full, or that answers with an error: nothing may be promised then, and nothing half may stay."""

from pathlib import Path

from ground import WHEN, Book, Office, Tally
from powercuts import made, mounted

ERRORS = {
    "full": f"pwrite64:error=ENOSPC:when={WHEN}+",
    "write fails": f"pwrite64:error=EIO:when={WHEN}",
    "sync fails": f"fsync,fdatasync:error=EIO:when={WHEN}",
}


def errors(what: str, *, rounds: int, template, folder, seed: int) -> Tally:
    """The nth write or sync of an office fails; the next office must find a whole book and go on with it."""
    tally, call = Tally(), "sync" if "sync" in what else "write"
    book = Book(template, folder)
    with Office(ERRORS[what]) as broken, Office() as well:
        for number in range(rounds):
            nth = (number * 7) % (50 if call == "sync" else WHEN - 1) + 1
            before = len(book.lines())
            broken.do(book.job(seed=seed + number, deeds=60, burn=call, burns=WHEN - nth))
            tally["errors told"] += sum("unknown" in line for line in book.lines()[before:])
            tally.hear(promised_after(book.lines()[before:]), f"{what} at {nth}")
            tally.hear(book.judge(), f"{what} at {nth}")
            well.do(book.job(seed=seed + 5000 + number, deeds=3))
            tally.hear(book.judge(), f"after {what} at {nth}")
            tally["rounds"] += 1
    tally["acknowledged"] = book.count("told")
    book.remove()
    return tally


def promised_after(lines: list[dict]) -> list[str]:
    """A system that failed to sync forgets what it could not write: afterwards no promise is worth anything."""
    failed = next((place for place, line in enumerate(lines) if "DiskFailed" in line.get("why", "")), len(lines))
    return [f"promised after a failed sync: {line['told']}" for line in lines[failed:] if "told" in line]


def really_full(*, template, folder: Path, seed: int) -> Tally:
    """A small disk that somebody else fills; when room is made again, the work goes on."""
    tally, image = Tally(), made(folder / "small.img", 48_000_000)
    with mounted(image, folder / "small") as disk, Office() as office:
        book = Book(template, disk, beside=folder)
        office.do(book.job(seed=seed, deeds=20))
        filler = disk / "filler"
        fill(filler)
        office.do(book.job(seed=seed + 1, deeds=400))
        tally["errors told"] = book.count("unknown")
        tally.hear(book.judge(), "on a full disk")
        filler.unlink()
        before = book.count("told")
        office.do(book.job(seed=seed + 2, deeds=20))
        tally.hear(book.judge(), "with room again")
        tally.hear([] if book.count("told") > before else ["no deed was done with room again"], "with room again")
        tally["rounds"], tally["acknowledged"] = 1, book.count("told")
    image.unlink()
    return tally


def fill(filler: Path) -> None:
    with open(filler, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(65536))
        except OSError:
            return
