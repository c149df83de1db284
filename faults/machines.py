"""The machine around Lumbung: its clock, a second server, the outbox of a device, and what must fail."""

import threading

from ground import Book, Office, Tally

CLOCKS = ("2026-11-23T03:00:00+00:00", "2026-11-22T03:00:00+00:00", "2026-12-23T03:00:00+00:00",
          "1970-01-01T00:00:30+00:00", "1970-01-01T00:00:30+00:00", "2026-11-24T03:00:00+00:00")  # fmt: skip


def clocks(*, template, folder, seed: int) -> Tally:
    """Right, a day back, thirty days ahead, twice at 1970 with a flat battery, and right again."""
    tally, book = Tally(), Book(template, folder)
    with Office() as office:
        for number, at in enumerate(CLOCKS):
            office.do(book.job(seed=seed + number, deeds=15, at=at))
            tally.hear(book.judge(), f"clock at {at}")
            tally["rounds"] += 1
    tally["acknowledged"], tally["refused in words"] = book.count("told"), book.count("refused")
    tally.hear([] if not book.count("unknown") else ["an error page for a wrong clock"], "clocks")
    book.remove()
    return tally


def two_servers(*, rounds: int, template, folder, seed: int) -> Tally:
    """Two processes with several clients each on one file; one of them is killed, the other goes on."""
    tally, book = Tally(), Book(template, folder)
    with Office() as one, Office() as other:
        for number in range(rounds):
            mortal = book.job(seed=seed + 2 * number, clients=3, deeds=200)
            lasting = book.job(seed=seed + 2 * number + 1, clients=3, deeds=25)
            thread = threading.Thread(target=other.do, args=(lasting,))
            thread.start()
            tally["kills"] += one.kill_after(mortal, 0.5 + number % 5 / 5)["killed"]
            thread.join()
            tally.hear(book.judge(), f"two servers, round {number}")
            tally["rounds"] += 1
    tally["acknowledged"] = book.count("told")
    book.remove()
    return tally


def letters(*, items: int, template, folder, seed: int) -> Tally:
    """An outbox sent three times over in any order, while others post; and all of it again tomorrow."""
    tally, book = Tally(), Book(template, folder)
    with Office() as device, Office() as desk:
        thread = threading.Thread(target=desk.do, args=(book.job(seed=seed + 1, clients=2, deeds=30),))
        thread.start()
        for _again in range(2):
            device.do(book.job(seed=seed, deeds=items, mode="outbox"))
            tally["items sent"] += items * 3
        thread.join()
    tally.hear(book.judge(), "the outbox")
    tally["acknowledged"] = len({line["told"] for line in book.lines() if "told" in line})
    tally.hear([] if tally["acknowledged"] >= items else ["items of the outbox were not taken"], "the outbox")
    book.remove()
    return tally


def deferred(*, template, folder, seed: int) -> Tally:
    """A negative control: without gate and IMMEDIATE the database is locked for many, as fact 2 of reliability says."""
    tally, book = Tally(), Book(template, folder)
    with Office() as office:
        office.do(book.job(seed=seed, clients=8, deeds=12, mode="deferred"))
    tally["errors told"], tally["acknowledged"] = book.count("unknown"), book.count("told")
    tally.hear([] if tally["errors told"] else ["DEFERRED locked nobody: this campaign is too tame"], "control")
    tally.hear(book.judge(), "control")
    book.remove()
    return tally
