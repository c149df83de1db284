"""Files of strangers are read in a process apart: a damaged or hostile one can stop its reader, or fill the memory.

The child is this module run by itself, with a limit on memory and time and without a secret in its environment. An old
.xls it reads for good, one line of JSON for each sheet; any other workbook it only tries: what came through within the
limits may then be read here.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from . import guard
from .refusals import Unwelcome

SECONDS, TRY_SECONDS = 60, 30
MEMORY = 1 << 30  # bytes of address space
KNOWN = ("PATH", "SYSTEMROOT", "TEMP", "TMPDIR", "LANG", "LD_LIBRARY_PATH")  # all that a child is told
REFUSED = 3  # how a child ends that has read enough to refuse
TYPES = {"datetime": datetime, "date": date, "time": time}


def read(path: Path) -> Iterator[dict]:
    """Each sheet as a dict of `name`, `visible`, `merged` and `rows`.

    Raises  Unwelcome: the child failed, whatever the reason
    """
    try:
        done = _child("read", path, SECONDS)
        done.check_returncode()
    except (subprocess.SubprocessError, UnicodeDecodeError) as error:
        raise Unwelcome(guard.DAMAGED) from error
    for line in done.stdout.splitlines():
        sheet = json.loads(line)
        sheet["rows"] = [[_cell(cell) for cell in row] for row in sheet["rows"]]
        yield sheet


def try_out(path: Path) -> None:
    """Open a workbook in a child and let go of it.

    Raises  Unwelcome: what `open_book` refuses, or the child needed too much time or memory, or was stopped by the file
    """
    try:
        done = _child("try", path, TRY_SECONDS)
    except subprocess.TimeoutExpired:
        raise Unwelcome(guard.BOMB) from None
    if done.returncode == REFUSED:
        told = json.loads(done.stdout)
        raise Unwelcome(told["message"], **told["params"])
    if done.returncode:
        raise Unwelcome(guard.BOMB if "MemoryError" in done.stderr else guard.DAMAGED)


def _child(how: str, path: Path, seconds: int) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", __name__, how, str(path.resolve())]
    known = {name: os.environ[name] for name in KNOWN if name in os.environ}
    return subprocess.run(
        command, capture_output=True, timeout=seconds, encoding="utf-8", cwd=Path(__file__).parents[2], env=known
    )


def _cell(cell: object) -> object:
    return TYPES[cell[0]].fromisoformat(cell[1]) if isinstance(cell, list) else cell


def _told(cell: object) -> object:
    if isinstance(cell, timedelta):
        return str(cell)
    return [type(cell).__name__, cell.isoformat()] if isinstance(cell, date | time) else cell


def _limit() -> None:
    """Bound the child where the system can; the parent's clock bounds it everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tell(path: str) -> int:
    """Write every worksheet of the workbook at `path` to standard output."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_path(path) as workbook:
        for position, about in enumerate(workbook.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_index(position)
            rows = [[_told(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            told = {"name": about.name, "visible": about.visible == SheetVisibleEnum.Visible}
            print(json.dumps(told | {"merged": sheet.merged_cell_ranges, "rows": rows}))
    return 0


def tried(path: str) -> int:
    """Open the workbook at `path`; a refusal is told in JSON."""
    from lumbung.sheets.opening import open_book

    try:
        open_book(path)
    except Unwelcome as refusal:
        print(json.dumps({"message": refusal.message, "params": refusal.params}))
        return REFUSED
    return 0


if __name__ == "__main__":
    _limit()
    sys.exit({"read": tell, "try": tried}[sys.argv[1]](sys.argv[2]))
