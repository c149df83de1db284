"""An old .xls is read in a process apart: a damaged one can make its reader stop the whole process.

The child is this module run by itself, with a limit on memory and time; it answers one line of JSON for each sheet.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from . import guard
from .refusals import Unwelcome

SECONDS = 60
MEMORY = 1 << 30  # bytes of address space
TYPES = {"datetime": datetime, "date": date, "time": time}


def read(path: Path) -> Iterator[dict]:
    """Each sheet as a dict of `name`, `visible`, `merged` and `rows`.

    Raises  Unwelcome: the child failed, whatever the reason
    """
    command = [sys.executable, "-m", __name__, str(path.resolve())]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS, check=True, encoding="utf-8", cwd=Path(__file__).parents[2]
        )
    except (subprocess.SubprocessError, UnicodeDecodeError) as error:
        raise Unwelcome(guard.DAMAGED) from error
    for line in done.stdout.splitlines():
        sheet = json.loads(line)
        sheet["rows"] = [[_cell(cell) for cell in row] for row in sheet["rows"]]
        yield sheet


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


def main(path: str) -> None:
    """Write every worksheet of the workbook at `path` to standard output."""
    _limit()
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_path(path) as workbook:
        for position, about in enumerate(workbook.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_index(position)
            rows = [[_told(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            told = {"name": about.name, "visible": about.visible == SheetVisibleEnum.Visible}
            print(json.dumps(told | {"merged": sheet.merged_cell_ranges, "rows": rows}))


if __name__ == "__main__":
    main(sys.argv[1])
