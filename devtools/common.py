"""Where things lie, and the few helpers that every part of the command uses."""

import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULE = "vsoko_module"
ADDON = ROOT / MODULE
# our addons that a school may be without, and what is installed to have them: the bridge comes by
# itself where the addon is that it bridges to
SATELLITES = {
    ROOT / "vsoko_module_dms": "dms",
    ROOT / "vsoko_module_bonus": "vsoko_module_bonus",
}
LANGUAGE = "ru_RU"


class Failure(Exception):
    """What went wrong and what to do about it, in words for the person at the keyboard."""


def cache_dir() -> Path:
    """The folder outside the checkout that all checkouts of one user share."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "vsoko"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def checkout_id() -> str:
    """Short and stable: names of databases, ports and files of two checkouts never meet."""
    return digest(str(ROOT))


def state_dir() -> Path:
    """Configuration, logs and records of running servers of this checkout."""
    path = cache_dir() / "checkouts" / checkout_id()
    path.mkdir(parents=True, exist_ok=True)
    return path


def say(text: str = "") -> None:
    print(text, flush=True)


def warn(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextlib.contextmanager
def locked(path: Path, waiting_for: str):
    """Hold an exclusive lock on `path`; says what it waits for when another process has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            warn(f"Waiting: another process is busy with {waiting_for}.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def call(args: list, what: str, **options) -> str:
    """Run a program to its end and return its output; `Failure` shows the end of what it said."""
    done = subprocess.run(
        [str(arg) for arg in args],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        **options,
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-15:])
        raise Failure(f"{what} failed (exit code {done.returncode}):\n{tail}")
    return done.stdout
