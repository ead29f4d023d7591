"""Damaged kin of the small sample files, and whether the readers meet them in words."""

import io
import json
import random
import resource
import signal
import subprocess
import sys
import traceback
import zipfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reader_samples import TODAY
from tools.apart import MEMORY_BYTES, SECONDS
from tools.forms.workbook import FormWorkbook
from tools.readers import Refused, read
from tools.readers.sniff import read_sheets
from tools.writers.import_files import with_remarks

ADDON = Path(__file__).parents[2]
_START = (
    "import sys; sys.path[:0] = sys.argv[1:3]; import mutants;"
    " mutants.meet_all(*map(int, sys.argv[3:]))"
)
FOLDERS = ("samples", "samples_b")
KINDS = {".xlsx", ".xls", ".csv", ".ods"}
# the smallest of each folder and kind: a mutant is read in some milliseconds
OF_A_KIND = 2
LARGEST = 60_000
ODD = (
    b"", b"0", b"-1", b"1e999", b"NaN", b"inf", b"99999999999", b"1.5", b"\xc2\xb2", b"\0", b"\xff",
    b"<", b">", b'"', b"&#0;", b"&#55296;", b";", b"\n", b"true", b"A1", b"XFD1048576", b"_x0000_",
    b"2026-02-30", b"31.02.2026", b"\xd0\xbd/\xd0\xb0", b"#REF!", b"A" * 5000,
)  # fmt: skip


class Failing(NamedTuple):
    number: int
    name: str
    content: bytes
    trace: str


@cache
def seeds():
    """``{name: bytes}`` of the files that mutants are made from, each kind of each folder."""
    found = {}
    for folder in FOLDERS:
        files = {}
        for path in sorted((ADDON / "tests" / folder).rglob("*")):
            if path.suffix in KINDS and 0 < path.stat().st_size <= LARGEST:
                files.setdefault((path.parent, path.suffix), []).append(path)
        for paths in files.values():
            for path in sorted(paths, key=lambda one: (one.stat().st_size, one))[:OF_A_KIND]:
                found[f"{folder}/{path.parent.name}/{path.name}"] = path.read_bytes()
    return found


def mutant(content, dice):
    """The bytes of a file with a few things damaged; of a zip a part, so that it still opens."""
    if content.startswith(b"PK\3\4") and dice.random() < 0.85:
        return _damaged_part(content, dice)
    for _time in range(dice.choice((1, 1, 2, 5, 20))):
        content = _damaged(content, dice)
    return content


def _damaged_part(content, dice):
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = {name: source.read(name) for name in source.namelist()}
    except (zipfile.BadZipFile, EOFError, ValueError):
        return _damaged(content, dice)
    # a workbook has a dozen parts, and what matters is in its sheets
    names = [name for name in parts if parts[name]]
    likely = [name for name in names if "sheet" in name or "content" in name or "String" in name]
    chosen = dice.choice(likely if likely and dice.random() < 0.7 else names)
    for _time in range(dice.choice((1, 1, 2, 5))):
        parts[chosen] = _damaged(parts[chosen], dice)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return target.getvalue()


def _damaged(content, dice):
    if not content:
        return dice.choice(ODD)
    start = dice.randrange(len(content))
    length = dice.choice((1, 1, 2, 8, 40, 400))
    act = dice.randrange(6)
    if act == 0:
        return content[:start] + bytes([dice.randrange(256)]) + content[start + 1 :]
    if act == 1:
        return content[:start] + content[start + length :]
    if act == 2:
        return content[:start] + content[start : start + length] * 2 + content[start + length :]
    if act == 3:
        other = dice.randrange(len(content))
        piece = content[other : other + length]
        return content[:start] + piece + content[start + length :]
    return _reworded(content, start, dice)


def _reworded(content, start, dice):
    """Put something odd in the place of a value: between quotes, brackets or separators."""
    ends = [at for at in (content.find(sign, start) for sign in (b'"', b">", b";")) if at >= 0]
    if not ends:
        return content[:start] + dice.choice(ODD) + content[start:]
    first = min(ends) + 1
    ends = [at for at in (content.find(sign, first) for sign in (b'"', b"<", b";")) if at >= 0]
    last = min(ends, default=first)
    return content[:first] + dice.choice(ODD) + content[last:]


def meet(name, content):
    """Read a file as the import, the remarks and the forms do; raise what they should not."""
    for reader in (_import, _form):
        try:
            reader(name, content)
        except (Refused, MemoryError):
            continue


def _import(name, content):
    sheets = read_sheets(content)
    with_remarks(sheets, {(sheet.name, 1): "remark" for sheet in sheets})
    extract = read(content, name, today=TODAY, open_file=lambda _content: sheets)
    for problem in extract.problems:
        problem.message()


def _form(_name, content):
    if content.startswith(b"PK"):
        form = FormWorkbook(content)
        form.fill({(one.sheet, one.cell): 1 for one in form.marked()})


def hunt(count, seed):
    """Yield a ``Failing`` for each mutant that is not met in words.

    They are read in a process of its own with the limits of that in which the server opens files.
    One that ends this process is met: the server says that such a file needs too much memory.
    """
    first = 0
    while first < count:
        places = [str(ADDON), str(Path(__file__).parent)]
        command = [sys.executable, "-P", "-c", _START, *places]
        command += [str(seed), str(first), str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        told = [json.loads(line) for line in done.stdout.splitlines() if line.endswith("}")]
        for one in told:
            if one["trace"]:
                yield Failing(one["number"], *make(seed, one["number"]), one["trace"])
        if done.returncode > 0:
            raise RuntimeError(done.stderr)
        first = told[-1]["number"] + 1 if told else first + 1


def make(seed, number):
    """``(name, bytes)`` of a mutant: the seed and its number say what it is."""
    files = list(seeds().items())
    dice = random.Random(f"{seed} {number}")
    name, content = dice.choice(files)
    return name, mutant(content, dice)


def meet_all(seed, first, last):
    """The job of the other process: tell of each mutant what it did, before the next begins."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, _too_long)
    for number in range(first, last):
        print(json.dumps({"number": number, "trace": None}), flush=True)
        trace = _trace(*make(seed, number))
        if trace:
            print(json.dumps({"number": number, "trace": trace}), flush=True)


def _trace(name, content):
    signal.alarm(SECONDS)
    try:
        meet(name, content)
    except Exception:
        return traceback.format_exc()
    finally:
        signal.alarm(0)
    return None


def _too_long(*_signal):
    raise TimeoutError(f"a file was read for {SECONDS} s")
