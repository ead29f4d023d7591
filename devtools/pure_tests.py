"""A run of tests that need no Odoo, beside Odoo's own, with what its lines told."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from devtools.common import ROOT
from devtools.environment import Environment
from devtools.outcome import Outcome
from devtools.stopwatch import Stopwatch

RUNNER = ROOT / "devtools" / "pure_runner.py"


class PureRun:
    """Starts when it is made; `outcome` waits for its end."""

    def __init__(
        self,
        environment: Environment,
        imports: Path,
        tests: Path,
        words: list[str],
        on_start: Callable[[str], None],
    ):
        self._tests = tests
        self._on_start = on_start
        self._outcome = Outcome()
        self._stopwatch = Stopwatch()
        self._process = subprocess.Popen(
            [environment.python, "-P", RUNNER, imports, tests, *words],
            stdout=subprocess.PIPE,
            text=True,
            cwd=imports,
        )

    def outcome(self) -> Outcome:
        for line in self._process.stdout:
            self._note(json.loads(line))
        self._stopwatch.pause()
        self._outcome.seconds = self._stopwatch.seconds
        if code := self._process.wait():
            where = self._tests.relative_to(ROOT)
            self._outcome.add_problem(f"The runner of {where} ended with the code {code}.")
        return self._outcome

    def kill(self) -> None:
        self._process.kill()

    def _note(self, line: dict) -> None:
        """One line of pure_runner.py."""
        test = f"pure.{line['test']}"
        if line["event"] == "started":
            self._outcome.started.add(test)
            self._stopwatch.start(test.rpartition(".")[0])
            self._on_start(line["test"])
        elif line["event"] == "failed":
            self._outcome.failed.setdefault(test, line["text"])
        else:
            self._outcome.skipped[test] = line["text"]
