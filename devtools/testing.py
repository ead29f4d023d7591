"""`vsoko test`: the pure tests, then Odoo's, with one closing line."""

import json
import subprocess
import sys
import time
from pathlib import Path

from devtools import databases, selection, server, system
from devtools.common import ADDON, BRIDGE, BRIDGED, ROOT, Failure, locked, say, state_dir
from devtools.environment import Environment, prepare
from devtools.odoo_log import LogReader
from devtools.outcome import Outcome

# Odoo's exit code when it cannot load the addon; failed tests give 1
LOADING_FAILED = 255
PURE = ((ADDON, ADDON / "tests" / "pure"), (ROOT, ROOT / "devtools" / "tests"))


def main(options) -> int:
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        environment = prepare(options.odoo)
        outcome = Outcome()
        progress = Progress()
        log = state_dir() / "test.log"
        log.write_text("")
        for imports, tests in PURE:
            outcome.add(run_pure(environment, imports, tests, options.filter, progress))
        for run in (OdooRun, BridgeRun):
            outcome.add(run(environment, options, log, progress).outcome())
        progress.close()
        return report(outcome, log)


def report(outcome: Outcome, log: Path) -> int:
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
        say(f"\nFull log: {log}")
    say(outcome.closing_line())
    return 0 if outcome.succeeded else 1


class Progress:
    """Names and counts as tests start; one moving line on a terminal, a line each elsewhere."""

    def __init__(self):
        self._count = 0
        self._moving = sys.stdout.isatty()

    def started(self, test: str) -> None:
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
    if process.wait():
        outcome.add_problem(f"The runner of {tests.relative_to(ROOT)} ended with an error.")
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


class OdooRun:
    """One run of Odoo's tests: all on a fresh database, a part on the one that was kept."""

    addon = ADDON

    def __init__(self, environment: Environment, options, log: Path, progress: Progress):
        self.environment = environment
        self.word = options.filter
        self.fresh = options.fresh or not options.filter
        self.log = log
        self.progress = progress
        self.reader = LogReader(str(ROOT), progress.started)

    def outcome(self) -> Outcome:
        tags = selection.tags(self.word, self.addon) if self.word else [f"/{self.addon.name}"]
        if not tags or not selection.test_files(self.addon):
            return Outcome()
        try:
            self._start(tags)
        except Failure as failure:
            self.reader.outcome.add_problem(str(failure))
        outcome = self.reader.finish()
        if not self.word:
            self._find_forgotten(outcome)
        return outcome

    def _start(self, tags: list[str]) -> None:
        database = databases.name("test")
        arguments = self._arguments(tags)
        if self.fresh or not databases.has_addon(self.environment, database):
            say("Installing the addon in a fresh database")
            databases.create(self.environment, database, False, *arguments, runner=self._run)
        elif not databases.is_current(database):
            say("Updating the addon in the kept database")
            databases.update(self.environment, database, *arguments, runner=self._run)
        else:
            self._run(self.environment, database, *arguments)

    def _arguments(self, tags: list[str]) -> list[str]:
        return ["--test-tags", ",".join(tags), "--http-port", str(server.free_port())]

    def _run(self, environment: Environment, database: str, *arguments) -> None:
        process = environment.odoo_process(
            "server", "-c", environment.configuration, "-d", database, "--max-cron-threads=0",
            "--stop-after-init", *arguments,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace",
        )  # fmt: skip
        started = time.monotonic()
        try:
            with self.log.open("a") as log:
                for line in process.stdout:
                    log.write(line)
                    self.reader.feed(line)
        except BaseException:
            # nobody waits for the tests any more, and a polite stop would wait for their query
            process.kill()
            raise
        outcome = self.reader.finish()
        code = process.wait()
        if code == LOADING_FAILED:
            raise Failure(
                "The addon could not be loaded: see the log. --fresh makes a new database."
            )
        if code and not outcome.failed_count:
            outcome.add_problem(f"Odoo ended with exit code {code}.")
        say(f"Odoo's part took {time.monotonic() - started:.0f} s")

    def _find_forgotten(self, outcome: Outcome) -> None:
        """A file that tests/__init__.py does not import would never run, and nobody would know."""
        for path in selection.test_files(self.addon):
            if selection.logger_name(path, self.addon) not in self.reader.modules and any(
                selection.declared(path)
            ):
                name = path.relative_to(ROOT)
                outcome.add_problem(f"{name}: none of its tests ran; is it in tests/__init__.py?")


class BridgeRun(OdooRun):
    """The tests of the bridge, on a copy of the database of the tests with what it bridges to."""

    addon = BRIDGE

    def _start(self, tags: list[str]) -> None:
        source, database = databases.name("test"), databases.name("bridge")
        arguments = self._arguments(tags)
        # a run of all tests has just made the source anew
        if self.word:
            server.refresh(self.environment, source, demo=False)
        if self.fresh or not databases.is_current(database):
            say(f"Installing {BRIDGED} and the bridge in a copy of the database")
            databases.copy(self.environment, source, database)
            databases.install(
                self.environment, database, "-i", BRIDGED, *arguments, runner=self._run
            )
        else:
            self._run(self.environment, database, *arguments)
