"""PostgreSQL stopped in the middle, and with fewer connections than clients."""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import checker
from checker import BESIDE, TABLES, sqlite
from ground import HERE, START, Office, Tally

sys.path.insert(0, str(HERE.parent / "bin"))


class Server:
    """A cluster of its own, as durable as PostgreSQL is by itself; it can be stopped as a power cut would."""

    def __init__(self, folder: Path, *settings: str):
        import postgres

        self._tools, self._folder, self._user = postgres, folder, postgres.unprivileged()
        folder.chmod(0o755)
        self._binaries, self._port = postgres.readable(postgres.find_binaries(), folder), postgres.free_port()
        (folder / "password").write_text("uji")
        if self._user:
            for path in (folder, folder / "password"):
                shutil.chown(path, self._user["user"], self._user["group"])
        postgres.make_cluster(self._binaries, folder, self._user)
        self.start(*settings)
        self.url = f"postgres://postgres:uji@127.0.0.1:{self._port}/lumbung"
        postgres.make_database(f"postgres://postgres:uji@127.0.0.1:{self._port}/postgres")

    def start(self, *settings: str) -> None:
        self._tools.FORGETFUL = settings
        self._process = self._tools.launch(self._binaries, self._folder, self._user, self._port)
        self._tools.wait_for(self._process, self._folder, self._port)

    def recovered(self) -> None:
        """Return when it takes connections again."""
        import psycopg

        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                psycopg.connect(self.url).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise TimeoutError("PostgreSQL does not come back")

    def stop(self, how=signal.SIGINT) -> None:
        self._process.send_signal(how)
        self._process.wait(30)


def with_server(work):
    """Run `work(server, folder, tally)` with a server, and clean up."""
    tally, folder = Tally(), Path(tempfile.mkdtemp(prefix="lumbung-faults-"))
    before = os.environ.get("DATABASE_URL")
    server = Server(folder)
    try:
        os.environ["DATABASE_URL"] = server.url
        work(server, folder, tally)
    finally:
        os.environ.pop("DATABASE_URL") if before is None else os.environ.update(DATABASE_URL=before)
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return tally


def crashes(*, crashes: int, seed: int) -> Tally:
    """`pg_ctl -m immediate stop` under four clients, then a start with recovery."""
    dice = random.Random(seed)

    def work(server, folder, tally):
        told = begun(folder)
        with Office(postgresql=True) as office:
            for number in range(crashes):
                office.start(job(told, seed + number, clients=4, deeds=60))
                time.sleep(dice.uniform(0.4, 2))
                server.stop(signal.SIGQUIT)
                started = time.monotonic()
                server.start()
                server.recovered()
                tally["longest recovery, ms"] = max(
                    tally["longest recovery, ms"], round((time.monotonic() - started) * 1000)
                )
                office.wait()
                tally.hear(judge(server, told), f"crash {number}")
                tally["crashes"] += 1
        tally["acknowledged"] = sum("told" in line for line in checker.lines_of(told))

    return with_server(work)


def exhausted(*, seed: int) -> Tally:
    """Eight connections, twenty-four clients: most are told that it cannot be, nobody half."""

    def work(server, folder, tally):
        told = begun(folder)
        server.stop()
        server.start("max_connections=8")
        server.recovered()
        with Office(postgresql=True) as office:
            office.do(job(told, seed, clients=24, deeds=6))
            tally["errors told"] = sum("unknown" in line for line in checker.lines_of(told))
            tally.hear(judge(server, told), "pool exhausted")
            before = sum("told" in line for line in checker.lines_of(told))
            office.do(job(told, seed + 1, clients=2, deeds=5))
            after = sum("told" in line for line in checker.lines_of(told))
            tally.hear(judge(server, told), "afterwards")
        tally["rounds"], tally["acknowledged"] = 1, after
        if not tally["errors told"] or after <= before:
            tally.hear(["the pool was not exhausted, or did not recover"], "pool")

    return with_server(work)


def begun(folder: Path) -> Path:
    import json
    import subprocess

    from ground import environment

    url = {"DATABASE_URL": os.environ["DATABASE_URL"]}
    subprocess.run([sys.executable, HERE / "office.py", "prepare"], check=True, env=environment(**url))
    told = folder / "told"
    told.write_text(json.dumps(START) + "\n")
    return told


def job(told: Path, seed: int, **facts) -> dict:
    return {"file": "", "told": str(told), "seed": seed, **facts}


def judge(server: Server, told: Path) -> list[str]:
    """The rows, carried over into a file that the judge can read."""
    copy = told.with_suffix(".sqlite3")
    copy.unlink(missing_ok=True)
    carry(server.url, copy)
    return checker.judge(copy, checker.lines_of(told))


def carry(url: str, copy: Path) -> None:
    import psycopg

    target = sqlite.connect(copy)
    with psycopg.connect(url) as source:
        for table, columns in [(f"ledger_{name}", text) for name, text in TABLES.items()] + list(BESIDE.items()):
            rows = source.execute(f"SELECT {columns} FROM {table}").fetchall()
            target.execute(f"CREATE TABLE {table} ({columns})")
            marks = ", ".join("?" * len(columns.split(",")))
            target.executemany(f"INSERT INTO {table} VALUES ({marks})", [tuple(map(plain, row)) for row in rows])
    target.commit()
    target.close()


def plain(value):
    if hasattr(value, "hex") and not isinstance(value, bytes | bytearray | float):
        return value.hex
    if hasattr(value, "astimezone"):
        from datetime import UTC

        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return value.isoformat() if hasattr(value, "isoformat") else value
