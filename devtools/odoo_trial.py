"""Mutants of models/ by Odoo's tests: those of their room that reach what is changed.

What each test reaches is watched once and kept until its file or the room changes.
"""

import hashlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from devtools import databases, nearness, reach, shell
from devtools.common import ADDON, ROOT, say, state_dir
from devtools.environment import Environment

# a slip may make a query endless
LIMIT = "-c statement_timeout=300s"
RUNNER = ROOT / "devtools" / "inside" / "mutants.py"


class OdooTrial:
    """The tests of one room of models/ on the kept database, which they leave as it is."""

    def __init__(self, environment: Environment, room: str):
        self._environment = environment
        self._room = room
        self._classes = self._known_classes()

    def failing(self, changes: list[tuple[Path, int, str]]) -> Iterator[str]:
        """For each (path in the addon, line, changed text) the first test that fails, or ""."""
        return (answer["failed"] for answer in self._run([self._trial(*each) for each in changes]))

    def _trial(self, path: Path, line: int, text: str) -> dict:
        place = reach.place_of((ADDON / path).read_text(encoding="utf-8"), line)
        tests = reach.asked(self._classes, path.as_posix(), place, nearness.words(path))
        return {"texts": {f"{ADDON.name}/{path}": text}, "tests": tests}

    def _known_classes(self) -> list[dict]:
        """Classes of tests that hold on the unchanged addon, as `reach` has them."""
        file = state_dir() / f"reach_{self._room}.json"
        known = json.loads(file.read_text()) if file.exists() else {}
        versions = _versions(self._room)
        known = {name: known[name] for name in versions if name in known}
        known = {name: kept for name, kept in known.items() if kept["version"] == versions[name]}
        for name, classes in self._watch([name for name in versions if name not in known]):
            known[name] = {"version": versions[name], "classes": classes}
            file.write_text(json.dumps(known))
        return [one for kept in known.values() for one in kept["classes"] if not one["failed"]]

    def _watch(self, modules: list[str]) -> Iterator[tuple[str, list[dict]]]:
        if modules:
            say(f"Watching what {len(modules)} files of tests reach (once)")
        watched = [path.relative_to(ROOT).as_posix() for path in _programs(self._room)]
        run = {"watched": watched, "modules": modules}
        for name, answer in zip(modules, self._run([run] if modules else []), strict=True):
            yield name, answer["classes"]

    def _run(self, runs: list[dict]) -> Iterator[dict]:
        if not runs:
            return
        with TemporaryDirectory() as folder:
            task = Path(folder, "task.json")
            task.write_text(json.dumps({"database": databases.name("test"), "runs": runs}))
            variables = {"VSOKO_ROOT": str(ROOT), "VSOKO_TASK": str(task), "PGOPTIONS": LIMIT}
            process = self._environment.odoo_process(
                "shell", "-c", self._environment.configuration, "--no-http", "--log-level=critical",
                variables=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            process.stdin.write(shell.runner(RUNNER))
            process.stdin.close()
            try:
                yield from map(json.loads, process.stdout)
            finally:
                process.kill()
                process.wait()


def _programs(room: str) -> list[Path]:
    return sorted((ADDON / "models" / room).rglob("*.py"))


def _versions(room: str) -> dict[str, str]:
    """{module of tests: a digest of it and of the room}."""
    tests = ADDON / "tests"
    total = hashlib.sha256(b"".join(path.read_bytes() for path in _programs(room)))
    found = {}
    for path in sorted((tests / room).rglob("test_*.py")):
        name = ".".join(path.relative_to(tests).with_suffix("").parts)
        whole = total.copy()
        whole.update(path.read_bytes())
        found[name] = whole.hexdigest()
    return found
