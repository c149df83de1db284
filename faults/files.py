"""What happens to files: pages cut off, emptied, exchanged; a log torn or left behind."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import checker
from ground import HERE, Book, Office, Tally, environment

PAGE, FRAME, HEAD = 4096, 4096 + 24, 32


def damaged(*, rounds: int, template, folder: Path, seed: int) -> Tally:
    """Each damage in a sealed copy: Lumbung must refuse to start on it, or `verify` must speak."""
    book = worked(template, folder, seed, deeds=150)
    command = [sys.executable, HERE / "damage.py", book.file, str(rounds), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment())
    tally = Tally()
    if done.returncode:
        tally.hear([done.stderr[-400:]], "damage.py")
    else:
        tally.update(json.loads(done.stdout))
        tally.hear([f"{tally['UNSEEN']} damages went unseen"] if tally["UNSEEN"] else [], "damaged pages")
    book.remove()
    return tally


def flipped(*, flips: int, template, folder: Path, seed: int) -> Tally:
    """Single bits, see flips.py."""
    book, tally = worked(template, folder, seed, deeds=400), Tally()
    command = [sys.executable, HERE / "flips.py", book.file, str(flips), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment())
    if done.returncode:
        tally.hear([done.stderr[-400:]], "flips.py")
    else:
        tally.update(json.loads(done.stdout))
        tally.hear([f"{tally['UNSEEN']} flips went unseen"] if tally["UNSEEN"] else [], "flips")
    book.remove()
    return tally


def worked(template, folder: Path, seed: int, *, deeds: int) -> Book:
    book = Book(template, folder)
    with Office() as office:
        office.do(book.job(seed=seed, deeds=deeds))
    return book


def left_behind(*, template, folder: Path, seed: int) -> Tally:
    """The main file copied without its log, as to a USB stick. It opens and looks whole; what was shown convicts it."""
    tally, book = Tally(), Book(template, folder)
    with Office() as office:
        office.kill_after(book.job(seed=seed, deeds=4000), 2)
    copy = folder / "stick.sqlite3"
    shutil.copyfile(book.file, copy)
    complaints = checker.judge(copy, book.lines())
    tally["rounds"], tally["acknowledged"] = 1, book.count("told")
    tally["lost on the stick"] = sum("LOST" in complaint for complaint in complaints)
    if not tally["lost on the stick"]:
        tally.hear(["nobody noticed that the log was left behind"], "without -wal")
    tally.hear([c for c in complaints if "LOST" not in c and "begin" not in c], "without -wal")
    tally.hear(book.judge(), "with its log")
    copy.unlink()
    book.remove()
    return tally


def torn(*, rounds: int, template, folder: Path, seed: int) -> Tally:
    """The log cut off or spoilt at some place: what is before it must be a whole book, and nothing after it counted."""
    tally, dice = Tally(), random.Random(seed)
    book = Book(template, folder)
    with Office() as office:
        office.kill_after(book.job(seed=seed, deeds=4000), 2)
    for _ in range(rounds):
        wound(folder, book, dice)
        complaints = checker.judge(folder / "torn.sqlite3", book.lines())
        tally.hear([c for c in complaints if "LOST" not in c and "begin" not in c], "a torn log")
        tally["commits behind the tear"] += sum("LOST" in complaint for complaint in complaints)
        tally["rounds"] += 1
    for end in ("", "-wal"):
        (folder / f"torn.sqlite3{end}").unlink()
    book.remove()
    return tally


def wound(folder: Path, book: Book, dice: random.Random) -> None:
    log = Path(f"{book.file}-wal").read_bytes()
    frames = max(
        place
        for place in range((len(log) - HEAD) // FRAME)
        if any(log[HEAD + place * FRAME : HEAD + place * FRAME + 24])
    )
    at = HEAD + dice.randrange(frames * FRAME)
    cut = log[:at] if dice.random() < 0.5 else log[:at] + os.urandom(512) + log[at + 512 :]
    shutil.copyfile(book.file, folder / "torn.sqlite3")
    (folder / "torn.sqlite3-wal").write_bytes(cut)
