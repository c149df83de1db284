"""The power cut: a copy of the block device at the moment the machine died.

An ext4 file system lies in an image in memory, mounted through a loop device; nothing of it reaches the image unless
somebody syncs it (`commit=300`). Lumbung works on it, is killed, the image is copied as it stands, and the copy is
mounted like a disk after a power cut. A book lives on in its copy, through the next cuts.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from ground import Book, Office, Tally

SIZE = 96_000_000
A_BOOK = 25  # cuts that one book lives through
OPTIONS = "loop,commit=300,noatime"


class NoLoop(Exception):
    """This machine mounts no image; the text says why."""


def refuse_without_loop(folder: Path) -> None:
    """Raises  NoLoop"""
    if os.geteuid() != 0:
        raise NoLoop("only root may mount an image")
    image = made(folder / "probe.img", 8_000_000)
    try:
        with mounted(image, folder / "probe"):
            pass
    except subprocess.CalledProcessError as error:
        raise NoLoop(error.stderr.decode().strip()) from error
    finally:
        image.unlink()


def made(image: Path, size: int) -> Path:
    with open(image, "wb") as file:
        file.truncate(size)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True, capture_output=True)
    return image


@contextlib.contextmanager
def mounted(image: Path, at: Path):
    at.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", OPTIONS, image, at], check=True, capture_output=True)
    try:
        yield at
    finally:
        for _attempt in range(20):
            if subprocess.run(["umount", at], capture_output=True).returncode == 0:
                break
            time.sleep(0.1)


def cuts(*, count: int, template, folder: Path, seed: int, mode: str = "", clients: int = 4) -> Tally:
    """Cut the power `count` times; the judge opens what the disk then held."""
    tally, dice, book, image, cut = Tally(), random.Random(seed), None, folder / "disk.img", folder / "cut.img"
    with Office() as office:
        for number in range(count):
            if number % A_BOOK == 0:
                book = begun(book, made(image, SIZE), template, folder, tally)
            with mounted(image, folder / "disk"):
                child = office.start(book.job(seed=seed + number, clients=clients, deeds=300, mode=mode))
                time.sleep(dice.uniform(0.15, 1.2))
                os.kill(child, signal.SIGKILL)
                office.wait()
                shutil.copyfile(image, cut)
            cut.replace(image)
            with mounted(image, folder / "disk"):
                tally.hear(book.judge(), f"power cut {number}")
            tally["cuts"] += 1
    tally["acknowledged"] += book.count("told")
    tally["lost"] = len({complaint.partition("LOST")[2] for complaint in tally.complaints if "LOST" in complaint})
    image.unlink()
    return tally


def begun(book: Book | None, image: Path, template, folder: Path, tally: Tally) -> Book:
    if book:
        tally["acknowledged"] += book.count("told")
        book.told.unlink()
    with mounted(image, folder / "disk") as disk:
        book = Book(template, disk, beside=folder)
        os.sync()
    return book
