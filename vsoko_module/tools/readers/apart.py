"""Open a file from outside in a process of its own, with limits of memory and time.

A reader of spreadsheets that meets a hostile or damaged file may take all memory or end its
process; nothing in the same process can stop it. Only plain cells come back.
"""

import json
import logging
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

from .problem import Refused
from .sheet import Sheet

_logger = logging.getLogger(__name__)

# exit code of Python after an exception that nobody caught
FAULT = 1
MEMORY_BYTES = 512 * 1024 * 1024
SECONDS = 20
# the worker finds this package as `tools.readers`, whatever it is called here
_ROOT = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from tools.readers import apart; apart.work()"
)
_KINDS = {"datetime": datetime, "date": date, "time": time}


def read_sheets_apart(content):
    """Sheets of a file as ``sniff.read_sheets`` gives them, opened in another process.

    :raise Refused: for what that refuses, and for a file that needs too much memory or time
    """
    command = [sys.executable, "-I", "-c", _START, str(_ROOT)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Refused("too_heavy") from None
    if done.returncode == FAULT:
        _logger.warning("A file was not opened: %s", done.stderr[-2000:].decode(errors="replace"))
        raise Refused("broken_workbook")
    if done.returncode:
        raise Refused("too_heavy")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"], **answer["params"])
    return [_sheet(*parts) for parts in answer["sheets"]]


def _sheet(name, hidden, rows):
    return Sheet(name, [[_cell(cell) for cell in row] for row in rows], hidden)


def _cell(cell):
    if not isinstance(cell, list):
        return cell
    kind, value = cell
    return timedelta(seconds=value) if kind == "timedelta" else _KINDS[kind].fromisoformat(value)


def work():
    """The other process: the file on standard input → the answer as JSON on standard output."""
    import resource

    from .sniff import read_sheets

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        sheets = read_sheets(sys.stdin.buffer.read())
        answer = {"sheets": [(one.name, one.hidden, one.rows) for one in sheets]}
    except Refused as refused:
        answer = {"refused": refused.code, "params": refused.params}
    except MemoryError:
        answer = {"refused": "too_heavy", "params": {}}
    json.dump(answer, sys.stdout, default=_plain)


def _plain(cell):
    if isinstance(cell, timedelta):
        return "timedelta", cell.total_seconds()
    return type(cell).__name__, cell.isoformat()
