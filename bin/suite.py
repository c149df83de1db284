"""What `bin/test` runs, in order; goes on after a failure, so that one run tells all, and ends with a summary."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import postgres

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q"]
PARALLEL = ["-n", str(min(4, max(2, os.cpu_count() or 2))), "--dist", "worksteal"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
GO_READER = Path("/usr/share/gocode/src/golang.org/x/mod/sumdb/note")
CI = os.environ.get("CI", "").lower() == "true"


def main(arguments):
    if arguments:
        sys.exit(run([*PYTEST, *arguments], dict(os.environ)))
    results = [timed("the gates", check), timed("SQLite", on_sqlite), timed("PostgreSQL", on_postgresql)]
    print("\n" + "\n".join(results))
    sys.exit(any(line.startswith("FAILED") for line in results))


def timed(name, part):
    """One line of the summary: how it ended and how long it took."""
    print(f"\n=== {name}", flush=True)
    started = time.monotonic()
    ended = part()
    return f"{ended:8} {name:12} {time.monotonic() - started:6.1f} s"


def check():
    return outcome(run([sys.executable, "bin/checks/run.py"], without_database()))


def on_sqlite():
    find_or_install_programs()
    return outcome(run([*PYTEST, *PARALLEL], without_database()))


def on_postgresql():
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(postgres.server())
        except postgres.NoServer as reason:
            print(f"NOTHING WAS TESTED ON POSTGRESQL: {reason}")
            return "FAILED" if CI else "SKIPPED"
        return outcome(run([*PYTEST, *PARALLEL, "--database-only"], dict(os.environ, DATABASE_URL=url)))


def find_or_install_programs():
    """What tests try the pages and the papers with, through apt where this may install; else they say loudly that they
    were skipped: a browser, a scanner of codes, a pooler, and Go with its own reader of signed trees."""
    wanted = [] if any(map(shutil.which, BROWSERS)) else ["chromium"]
    wanted += [] if shutil.which("zbarimg") else ["zbar-tools"]
    wanted += [] if shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin") else ["pgbouncer"]
    wanted += [] if shutil.which("go") and GO_READER.exists() else ["golang-go", "golang-golang-x-mod-dev"]
    if not wanted or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"Installing {', '.join(wanted)} for the tests", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run(["apt-get", "--quiet", "--quiet", "update"], env=quiet)
    command = ["apt-get", "--quiet", "--quiet", "install", "--yes", "--no-install-recommends", *wanted]
    if subprocess.run(command, env=quiet).returncode:
        print("NOT INSTALLED: what needs these programs is skipped, and says so", flush=True)
        os.environ["LUMBUNG_NOT_INSTALLABLE"] = "1"


def run(command, environment):
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def without_database():
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


def outcome(code):
    return "FAILED" if code else "passed"


if __name__ == "__main__":
    main(sys.argv[1:])
