"""Which pure tests run which lines of tools/: one run of all under coverage, kept for later."""

import hashlib
import json
import subprocess
from pathlib import Path

from devtools.common import ADDON, ROOT, say, state_dir
from devtools.environment import Environment


class CoverageMap:
    def __init__(self, lines: dict[str, dict[str, list[str]]]):
        self._lines = lines

    def tests_of(self, path: Path, line: int) -> list[str]:
        """Names of the pure tests that run a line; what runs at the import of a module, as its
        constants do, is seen by all tests of the module."""
        lines = self._lines.get(path.as_posix(), {})
        found = set(lines.get(str(line), ()))
        return sorted(found - {""} or {test for tests in lines.values() for test in tests} - {""})


def load(environment: Environment) -> CoverageMap:
    """The map of the present files; made anew when a file of tools/ or of the tests has changed."""
    kept = state_dir() / "coverage_map.json"
    now = _digest()
    if kept.exists():
        known = json.loads(kept.read_text())
        if known["digest"] == now:
            return CoverageMap(known["lines"])
    say("Finding which test runs which line of tools/ (some minutes, once)")
    runner = ROOT / "devtools" / "coverage_runner.py"
    done = subprocess.run(
        [environment.python, "-P", runner, ADDON, ADDON / "tests" / "pure"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    lines = json.loads(done.stdout)
    kept.write_text(json.dumps({"digest": now, "lines": lines}))
    return CoverageMap(lines)


def _digest() -> str:
    total = hashlib.sha256()
    for folder in (ADDON / "tools", ADDON / "tests" / "pure"):
        for path in sorted(folder.rglob("*.py")):
            total.update(str(path.relative_to(ADDON)).encode() + path.read_bytes())
    return total.hexdigest()
