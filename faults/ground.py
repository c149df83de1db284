"""What every fault stands on: a prepared book, an office in a process of its own, and the judge's verdict."""

import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import checker

HERE = Path(__file__).resolve().parent
START = {"sent": "00000000000040008000000000000001"}  # what every book begins with, see office.START
WHEN = 600  # the sync or write at which strace strikes; an office burns the ones before


class Tally(Counter):
    """The figures of one fault, and what the judge complained of."""

    def __init__(self):
        super().__init__()
        self.complaints: list[str] = []

    def hear(self, complaints: list[str], where: str) -> None:
        self.complaints += [f"{where}: {complaint}" for complaint in complaints]


class Book:
    """One database file with what was told about it. `folder` is where the fault strikes, `beside` outside of it."""

    numbers = itertools.count(1)

    def __init__(self, template: Path, folder: Path, beside: Path | None = None):
        name = f"book{next(self.numbers)}"
        self.file, self.told, self.beside = folder / f"{name}.sqlite3", (beside or folder) / f"{name}.told", beside
        shutil.copyfile(template, self.file)
        self.told.write_text(json.dumps(START) + "\n")

    def job(self, **facts) -> dict:
        return {"file": str(self.file), "told": str(self.told), **facts}

    def lines(self) -> list[dict]:
        return checker.lines_of(self.told)

    def count(self, how: str) -> int:
        return sum(how in line for line in self.lines())

    def judge(self, file: Path | None = None) -> list[str]:
        return checker.judge(file or self.file, self.lines(), self.beside)

    def remove(self) -> None:
        for file in [*self.file.parent.glob(f"{self.file.name}*"), *self.told.parent.glob(f"{self.told.name}*")]:
            file.unlink()


class Office:
    """A process that does jobs, each in a child; under `strace` with an injection when one is given."""

    def __init__(self, inject: str = "", *, postgresql: bool = False):
        command = [sys.executable, HERE / "office.py", "work"]
        if inject:
            calls = inject.partition(":")[0]
            command = ["strace", "-f", "-qqq", "-o", os.devnull, "-e", "signal=none", "-e", f"trace={calls}",
                       "-e", f"inject={inject}", *command]  # fmt: skip
        url = {"DATABASE_URL": os.environ["DATABASE_URL"]} if postgresql else {}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(**url), cwd=HERE.parent
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(60)

    def start(self, job: dict) -> int:
        """The number of the child that has begun."""
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return self._heard()["child"]

    def wait(self) -> dict:
        while "code" not in (answer := self._heard()):
            print(answer["error"], file=sys.stderr)
        return answer

    def do(self, job: dict) -> dict:
        self.start(job)
        return self.wait()

    def kill_after(self, job: dict, seconds: float) -> dict:
        child = self.start(job)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return self.wait()

    def _heard(self) -> dict:
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the office has gone, code {self._process.wait()}")
        return json.loads(line)


def environment(**more) -> dict:
    """Of a program of ours: its data is wherever the campaign says, see run.py."""
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | more


def prepare(folder: Path) -> Path:
    """The book that every round begins with."""
    template = folder / "template.sqlite3"
    if not template.exists():
        subprocess.run([sys.executable, HERE / "office.py", "prepare", template], check=True, env=environment())
    return template


def has_strace() -> bool:
    """strace that may trace here, from Debian's package when this may install it."""
    if shutil.which("strace") is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "strace"], env=quiet)
    probe = ["strace", "-qqq", "-o", os.devnull, "true"]
    return shutil.which("strace") is not None and subprocess.run(probe, capture_output=True).returncode == 0
