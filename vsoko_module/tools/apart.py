"""Work on a file from outside in a process of its own, with limits of memory and time.

A reader that meets a hostile or damaged file may take all memory or end its process; nothing in
the same process can stop it. A job is a function ``(content, argument)`` of this package, named
as "readers.jobs:sheets"; its argument and its answer are plain: what JSON holds, bytes, dates
and times.
"""

import base64
import importlib
import json
import logging
import subprocess
import sys
import threading
from datetime import date, datetime, time, timedelta
from pathlib import Path

from .readers.refusals import Refused

_logger = logging.getLogger(__name__)

# exit code of Python after an exception that nobody caught
FAULT = 1
MEMORY_BYTES = 512 * 1024 * 1024
SECONDS = 20
# the answer is read into the memory of the server: a tenth of the largest upload is a usual one
ANSWER_LETTERS = 100 * 1024 * 1024
# several uploads at once wait for each other, or their limits of memory would add up
_turns = threading.BoundedSemaphore(2)
# the other process finds this package as `tools`, whatever it is called here
_ROOT = Path(__file__).resolve().parents[1]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from tools import apart; apart.work()"
_KINDS = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda seconds: timedelta(seconds=seconds),
    "bytes": base64.b64decode,
}
# a moment is a date, too, so it is asked first
_TYPES = {"datetime": datetime, "date": date, "time": time, "timedelta": timedelta, "bytes": bytes}
_KIND, _VALUE = "kind of value", "value"


def call(job, content, argument=None):
    """Answer of a job that was done in another process.

    :raise Refused: by the job, and for a file that needs too much memory or time
    """
    command = [sys.executable, "-I", "-c", _START, str(_ROOT), job]
    given = dump(argument) + b"\n" + content
    try:
        with _turns:
            done = subprocess.run(
                command, input=given, capture_output=True, timeout=SECONDS, check=False
            )
    except subprocess.TimeoutExpired:
        raise Refused("too_heavy") from None
    if done.returncode == FAULT:
        _logger.warning("A file was not opened: %s", done.stderr[-2000:].decode(errors="replace"))
        raise Refused("broken_workbook")
    if done.returncode:
        raise Refused("too_heavy")
    answer = load(done.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"], **answer["params"])
    return answer["done"]


def call_here(job, content, argument=None):
    """The same in this process, for tests: files of their own making."""
    return load(dump(_job(__package__, job)(content, load(dump(argument)))))


def work():
    """The other process: argument and file on standard input → the answer on standard output."""
    import resource

    job = _job("tools", sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = _answer(job)
    except Refused as refused:
        answer = dump({"refused": refused.code, "params": refused.params})
    except MemoryError:
        answer = dump({"refused": "too_heavy", "params": {}})
    sys.stdout.buffer.write(answer)


def _answer(job):
    argument, _newline, content = sys.stdin.buffer.read().partition(b"\n")
    answer = dump({"done": job(content, load(argument))})
    if len(answer) > ANSWER_LETTERS:
        raise Refused("too_heavy")
    return answer


def _job(package, name):
    module, _colon, function = name.partition(":")
    return getattr(importlib.import_module(f"{package}.{module}"), function)


def dump(value):
    """Bytes of plain values, which `load` gives back: JSON that names dates, times and bytes."""
    # half of a pair of signs, as damaged files have it, must come through as well
    return json.dumps(value, default=_plain, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _plain(value):
    kind = next(name for name, one in _TYPES.items() if isinstance(value, one))
    if kind == "timedelta":
        plain = value.total_seconds()
    elif kind == "bytes":
        plain = base64.b64encode(value).decode()
    else:
        plain = value.isoformat()
    return {_KIND: kind, _VALUE: plain}


def load(data):
    return json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_whole)


def _whole(found):
    return _KINDS[found[_KIND]](found[_VALUE]) if _KIND in found else found
