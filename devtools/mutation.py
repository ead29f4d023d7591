"""`vsoko mutants`: whether the tests notice slips in the rules of tools/ and models/indicators.

A seeded sample of mutants (`devtools.mutants`) is tried one by one in a copy of the addon: in
tools/ by the pure tests, in models/ by Odoo's tests of the room, the nearest first
(`devtools.nearness`). A mutant that lives is printed with its place. See docs/mutants.md.
"""

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from devtools import databases, nearness, server
from devtools.common import ADDON, MODULE, ROOT, Failure, locked, say, state_dir
from devtools.environment import Environment, prepare
from devtools.mutants import Mutant, mutants

# one in four is looked for in the SQL of figures, which has a sixth of all places
SHARES = {"tools": 3, "models/indicators": 1}
# an invented school: its numbers are a taste, not a rule
NO_RULES = ("tools/demo",)
# an endless loop is noticed, too
ODOO_SECONDS = 900
# others work on the machine
NICE = 10
FAILED = re.compile(r" (?:FAIL|ERROR): (\S+)")
CLOCK = "the clock"
PURE_NAMES, ODOO_NAMES = "test_", "Test"


class Chosen(NamedTuple):
    """A mutant of one file; `path` is relative to the addon."""

    path: Path
    mutant: Mutant

    @property
    def is_pure(self) -> bool:
        return self.path.parts[0] == "tools"

    def __str__(self) -> str:
        return f"{self.path}:{self.mutant.line}  {self.mutant}"


def main(options) -> int:
    sample = choose(options.count, options.seed, options.filter)
    if not sample:
        raise Failure("No file of tools/ or models/indicators has this word in its name.")
    os.nice(NICE)
    environment = prepare(options.odoo)
    with TemporaryDirectory() as folder, _kept_database(environment, sample):
        trial = Trial(environment, Path(folder))
        living = [chosen for chosen in sample if not _is_noticed(trial, chosen)]
    say(f"{len(sample)} mutants, {len(living)} live")
    for chosen in living:
        say(f"  {chosen}")
    return 1 if living else 0


@contextlib.contextmanager
def _kept_database(environment: Environment, sample: list[Chosen]):
    """The database of `vsoko test WORD`, up to date and for us alone, if a mutant needs it."""
    if all(chosen.is_pure for chosen in sample):
        yield
        return
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        server.refresh(environment, databases.name("test"), demo=False)
        yield


def choose(count: int, seed: int, word: str = "") -> list[Chosen]:
    """The same mutants for the same files and seed, in the order of their places.

    Each folder gives its share, and the same for a word that means it alone.
    """
    found = {folder: _all(folder, word) for folder in SHARES}
    whole = sum(SHARES[folder] for folder, places in found.items() if places)
    chosen = []
    for folder, places in found.items():
        if places:
            size = min(count * SHARES[folder] // whole, len(places))
            chosen += random.Random(f"{seed} {folder}").sample(places, size)
    return sorted(chosen)


def _all(folder: str, word: str) -> list[Chosen]:
    return [
        Chosen(path.relative_to(ADDON), mutant)
        for path in sorted((ADDON / folder).rglob("*.py"))
        if _is_asked(path.relative_to(ADDON).as_posix(), word)
        for mutant in mutants(path.read_text(encoding="utf-8"))
    ]


def _is_asked(path: str, word: str) -> bool:
    return word.lower() in path.lower() and not path.startswith(NO_RULES)


def _is_noticed(trial: "Trial", chosen: Chosen) -> bool:
    started = time.monotonic()
    by = trial.find_test(chosen)
    verdict = f"noticed by {by}" if by else "LIVES"
    say(f"{verdict:8}  {chosen}  ({time.monotonic() - started:.0f} s)")
    return bool(by)


class Trial:
    """A copy of the addon in which one file at a time is changed, and its tests."""

    def __init__(self, environment: Environment, folder: Path):
        self.environment = environment
        self.folder = folder
        self.addon = folder / MODULE
        # two versions of a file may be written in one second: none may be kept compiled
        shutil.copytree(ADDON, self.addon, ignore=shutil.ignore_patterns("__pycache__"))
        self._is_sound = cache(self._is_sound)

    def find_test(self, chosen: Chosen) -> str:
        """A test that fails on the mutant; empty when none does."""
        ask = self._ask_pure if chosen.is_pure else self._ask_odoo
        with self._changed(chosen):
            found = ask(chosen.path)
        if found.startswith((PURE_NAMES, ODOO_NAMES)) and not self._is_sound(found):
            raise Failure(f"{found} fails without any change, too.")
        return found

    @contextlib.contextmanager
    def _changed(self, chosen: Chosen):
        path = self.addon / chosen.path
        text = path.read_text(encoding="utf-8")
        path.write_text(chosen.mutant.applied(text), encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(text, encoding="utf-8")

    def _is_sound(self, test: str) -> bool:
        if test.startswith(PURE_NAMES):
            return not self._run_pure([test])
        return not self._run_odoo([f"/{MODULE}:{test}"])

    def _ask_pure(self, path: Path) -> str:
        return self._run_pure(nearness.pure_tests(path))

    def _run_pure(self, names: list[str]) -> str:
        """The first of the modules of tests in which something fails."""
        runner = ROOT / "devtools" / "mutant_runner.py"
        command = [self.environment.python, "-B", "-P", runner, self.addon]
        done = subprocess.run(
            [*command, self.addon / "tests" / "pure", *names],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if done.returncode == -signal.SIGPROF:
            return CLOCK
        return done.stdout.split()[-1] if done.returncode else ""

    def _ask_odoo(self, path: Path) -> str:
        """One of Odoo's tests that are near; they run on the kept database without an update,
        because a mutant changes what is computed and not what is stored."""
        failed = ""
        for tags in nearness.odoo_tags(path):
            failed = failed or self._run_odoo(tags)
        return failed

    def _run_odoo(self, tags: list[str]) -> str:
        configuration = self.environment.configuration.read_text()
        mutated = self.folder / "odoo.conf"
        mutated.touch(mode=0o600)
        mutated.write_text(configuration.replace(f"{ROOT}\n", f"{self.folder}\n"))
        process = self.environment.odoo_process(
            "server", "-c", mutated, "-d", databases.name("test"), "--max-cron-threads=0",
            "--stop-after-init", "--test-tags", ",".join(tags),
            "--http-port", str(server.free_port()), variables={"PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace",
        )  # fmt: skip
        clock = threading.Timer(ODOO_SECONDS, process.kill)
        clock.start()
        try:
            for line in process.stdout:
                if failed := FAILED.search(line):
                    return failed[1]
            return "Odoo, which does not end well" if process.wait() else ""
        finally:
            clock.cancel()
            process.kill()
            process.wait()
