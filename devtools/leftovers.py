"""What checkouts that are gone, such as the fresh clones of CI, have left in the shared cache."""

import contextlib
import json
import shutil
from pathlib import Path

from devtools.common import ROOT, cache_dir, state_dir


def note_checkout(server: str) -> None:
    """Leave word where this checkout lies and on which database server it has its databases."""
    _note(state_dir()).write_text(json.dumps({"folder": str(ROOT), "server": server}))


def gone(server: str) -> list[str]:
    """Ids of the checkouts that had databases on the server and whose folder is no more.

    One with a running program is left alone, and so is one that has left no word.
    """
    return [
        state.name
        for state in sorted(_states().iterdir())
        if _is_gone(state, server) and not _is_in_use(state)
    ]


def forget(checkout: str) -> None:
    """Delete configuration, logs and records of a checkout."""
    shutil.rmtree(_states() / checkout, ignore_errors=True)


def _states() -> Path:
    return cache_dir() / "checkouts"


def _note(state: Path) -> Path:
    return state / "checkout.json"


def _is_gone(state: Path, server: str) -> bool:
    try:
        note = json.loads(_note(state).read_text())
        return note["server"] == server and not Path(note["folder"]).exists()
    except (OSError, ValueError, KeyError):
        return False


def _is_in_use(state: Path) -> bool:
    configuration = str(state / "odoo.conf")
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        # a process may end while it is looked at, or belong to somebody else
        with contextlib.suppress(OSError):
            if configuration in process.read_bytes().decode(errors="replace").split("\0"):
                return True
    return False
