"""`vsoko test`: the pure tests, then Odoo's, with one closing line."""

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from devtools import system
from devtools.common import ADDON, ROOT, locked, say, state_dir
from devtools.environment import Environment, prepare
from devtools.odoo_tests import BridgeRun, OdooRun, logs
from devtools.outcome import Outcome

PURE = ((ADDON, ADDON / "tests" / "pure"), (ROOT, ROOT / "devtools" / "tests"))


def main(options) -> int:
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        environment = prepare(options.odoo)
        outcome = Outcome()
        progress = Progress()
        shutil.rmtree(logs(), ignore_errors=True)
        logs().mkdir()
        for imports, tests in PURE:
            outcome.add(run_pure(environment, imports, tests, options.filter, progress))
        for run in (OdooRun, BridgeRun):
            outcome.add(run(environment, options, progress.started).outcome())
        progress.close()
        return report(outcome)


def report(outcome: Outcome) -> int:
    for test, reason in sorted(outcome.skipped.items()):
        say(f"SKIPPED {test}: {reason}")
    if outcome.skipped and (missing := system.missing()):
        say(f"Missing: {', '.join(need.name for need in missing)}. {system.how_to_get(missing)}")
    for test, text in sorted(outcome.failed.items()):
        say(f"\nFAILED {test}\n{text}")
    for text in outcome.problems:
        say(f"\nPROBLEM {text}")
    if not outcome.started:
        say("No test was run.")
    if not outcome.succeeded:
        say(f"\nLogs: {logs()}")
    say(outcome.closing_line())
    return 0 if outcome.succeeded else 1


class Progress:
    """Names and counts as tests start; one moving line on a terminal, a line each elsewhere."""

    def __init__(self):
        self._count = 0
        self._lock = threading.Lock()
        self._moving = sys.stdout.isatty()

    def started(self, test: str) -> None:
        with self._lock:
            self._count += 1
            text = f"{self._count:5} {test}"
            if self._moving:
                print(f"\r\x1b[K{text[:110]}", end="", flush=True)
            else:
                say(text)

    def close(self) -> None:
        if self._moving:
            print("\r\x1b[K", end="", flush=True)


def run_pure(
    environment: Environment, imports: Path, tests: Path, word: str, progress: Progress
) -> Outcome:
    outcome = Outcome()
    if not any(tests.glob("**/test_*.py")):
        return outcome
    runner = ROOT / "devtools" / "pure_runner.py"
    process = subprocess.Popen(
        [environment.python, "-P", runner, imports, tests, word],
        stdout=subprocess.PIPE,
        text=True,
        cwd=imports,
    )
    for line in process.stdout:
        note_pure(json.loads(line), outcome, progress)
    if code := process.wait():
        where = tests.relative_to(ROOT)
        outcome.add_problem(f"The runner of {where} ended with the code {code}.")
    return outcome


def note_pure(line: dict, outcome: Outcome, progress: Progress) -> None:
    """One line of pure_runner.py."""
    test = f"pure.{line['test']}"
    if line["event"] == "started":
        outcome.started.add(test)
        progress.started(line["test"])
    elif line["event"] == "failed":
        outcome.failed.setdefault(test, line["text"])
    else:
        outcome.skipped[test] = line["text"]
