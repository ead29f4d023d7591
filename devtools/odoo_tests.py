"""Runs of Odoo's tests, each with what its log told."""

import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from devtools import databases, selection, server
from devtools.common import ADDON, ROOT, SATELLITES, Failure, say, state_dir
from devtools.environment import Environment
from devtools.odoo_log import LogReader
from devtools.outcome import Outcome
from devtools.shares import Shares

# Odoo's exit code when it cannot load the addon; failed tests give 1
LOADING_FAILED = 255
# one more than the two cores this is made for: a run often waits for its browser or its database
RUNS = 3


def logs() -> Path:
    return state_dir() / "tests"


class OdooRun:
    """One run of the addon's tests: all on a fresh database, a part on the one that was kept."""

    addons: tuple[Path, ...] = (ADDON,)

    def __init__(
        self,
        environment: Environment,
        options,
        on_start: Callable[[str], None],
        on_ready: Callable[[], None] = lambda: None,
    ):
        """`on_ready` is called when all tests begin: that of the satellites is there then."""
        self.environment = environment
        self._on_ready = on_ready
        self.words = options.words
        self.fresh = options.fresh or not options.words
        self._on_start = on_start
        self._outcome = Outcome()
        self._modules: set[str] = set()
        self._processes: list[subprocess.Popen] = []
        self._is_stopped = False

    def outcome(self) -> Outcome:
        tags = [tag for addon in self.addons for tag in self._tags(addon)]
        if not tags:
            return Outcome()
        started = time.monotonic()
        try:
            self._start(tags)
        except Failure as failure:
            self._outcome.add_problem(str(failure))
        except BaseException:
            self.kill()
            raise
        say(f"Odoo's part took {time.monotonic() - started:.0f} s")
        if not self.words:
            self._find_forgotten()
        return self._outcome

    def _tags(self, addon: Path) -> list[str]:
        if self.words:
            return selection.tags(self.words, addon)
        return [f"/{addon.name}"] if selection.test_files(addon) else []

    def _start(self, tags: list[str]) -> None:
        database = databases.name("test")
        # a part runs in the process that installs or updates
        arguments = self._arguments(tags) if self.words else ()
        if self.fresh or not databases.has_addon(self.environment, database):
            say("Installing the addon in a fresh database")
            databases.create(self.environment, database, False, *arguments, runner=self._run)
        elif not databases.is_current(database):
            say("Updating the addon in the kept database")
            databases.update(self.environment, database, *arguments, runner=self._run)
        else:
            self._run(self.environment, database, *arguments)
        if not self.words:
            self._test_all(database)

    def _test_all(self, database: str) -> None:
        """Several runs, each on a database of its own: the first begins with the tests that ask
        Odoo's server.

        Bundles of scripts are made for it alone; all other tests are dealt to all.
        """
        copies = [databases.name(f"part{number}") for number in range(2, RUNS + 1)]
        databases.keep_unvacuumed(self.environment, database)
        for name in (*copies, databases.name("satellites")):
            databases.copy(self.environment, database, name)
        self._on_ready()
        shares = Shares(selection.weights(ADDON), RUNS)
        asking = selection.server_tags(ADDON)
        with ThreadPoolExecutor() as pool:
            runs = [pool.submit(self._work, database, asking, shares)]
            runs += [pool.submit(self._work, name, shares.take(), shares) for name in copies]
            try:
                for run in as_completed(runs):
                    run.result()
            except BaseException:
                self.kill()
                raise
        for name in copies:
            databases.drop(self.environment, name)

    def _work(self, database: str, tags: list[str], shares: Shares) -> None:
        while tags and not self._is_stopped:
            databases.vacuum(self.environment, database)
            self._run(self.environment, database, *self._arguments(tags))
            tags = shares.take()

    def kill(self) -> None:
        """Nobody waits for the tests any more, and a polite stop would wait for their query."""
        self._is_stopped = True
        for process in self._processes:
            process.kill()

    def _arguments(self, tags: list[str]) -> list[str]:
        return ["--test-tags", ",".join(tags), "--http-port", str(server.free_port())]

    def _run(self, environment: Environment, database: str, *arguments) -> None:
        process = environment.odoo_process(
            "server", "-c", environment.configuration, "-d", database, "--max-cron-threads=0",
            "--stop-after-init", *arguments,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace",
        )  # fmt: skip
        self._processes.append(process)
        reader = LogReader(str(ROOT), self._on_start)
        with (logs() / f"{database}.log").open("a") as log:
            for line in process.stdout:
                log.write(line)
                reader.feed(line)
        outcome = reader.finish()
        self._outcome.add(outcome)
        self._modules |= reader.modules
        code = process.wait()
        if code == LOADING_FAILED:
            raise Failure(
                "The addon could not be loaded: see the log. --fresh makes a new database."
            )
        if code and not outcome.failed_count:
            self._outcome.add_problem(f"Odoo ended with exit code {code}.")

    def _find_forgotten(self) -> None:
        """A file that tests/__init__.py does not import would never run, and nobody would know."""
        for addon in self.addons:
            for path in selection.test_files(addon):
                self._look_for(path, selection.logger_name(path, addon))

    def _look_for(self, path: Path, module: str) -> None:
        name = path.relative_to(ROOT)
        if module not in self._modules and any(selection.declared(path)):
            self._outcome.add_problem(f"{name}: none of its tests ran; is it in tests/__init__.py?")
        for silent in selection.silent(path):
            self._outcome.add_problem(
                f"{name}: the tests that {silent} inherits did not run;"
                " set allow_inherited_tests_method in the class."
            )


class SatelliteRun(OdooRun):
    """The tests of the addons that a school may be without, on a copy of the database of the tests
    with all of them."""

    addons = tuple(SATELLITES)

    def _start(self, tags: list[str]) -> None:
        database = databases.name("satellites")
        arguments = self._arguments(tags)
        # a run of all tests has just made both anew
        if self.words:
            server.refresh(self.environment, databases.name("test"), demo=False)
        if self.fresh or not databases.is_current(database):
            is_copied = not self.words
            databases.add_satellites(self.environment, is_copied, *arguments, runner=self._run)
        else:
            self._run(self.environment, database, *arguments)
