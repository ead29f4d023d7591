"""`vsoko mutants`: whether the tests notice slips in the rules of tools/ and models/indicators.

A seeded sample of mutants (`devtools.mutants`) is tried one by one: in tools/ by the pure tests,
the nearest first (`devtools.nearness`), in models/ by Odoo's tests of the room
(`devtools.odoo_trial`). A mutant that lives is printed with its place. See docs/mutants.md.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from devtools import databases, nearness, server
from devtools.common import ADDON, MODULE, ROOT, Failure, locked, say, state_dir
from devtools.environment import Environment, prepare
from devtools.mutants import Mutant, mutants
from devtools.odoo_trial import OdooTrial

# one in four is looked for in the SQL of figures, which has a sixth of all places
SHARES = {"tools": 3, "models/indicators": 1}
# rooms that are tried when they are named
NAMED = ("models/analysis", "models/evidence")
# an invented school: its numbers are a taste, not a rule
NO_RULES = ("tools/demo",)
# others work on the machine
NICE = 10
CLOCK = "the clock"


class Chosen(NamedTuple):
    """A mutant of one file; `path` is relative to the addon."""

    path: Path
    mutant: Mutant

    @property
    def room(self) -> str:
        """The room of models/, or empty for a pure rule of tools/."""
        return self.path.parts[1] if self.path.parts[0] == "models" else ""

    @property
    def text(self) -> str:
        return self.mutant.applied((ADDON / self.path).read_text(encoding="utf-8"))

    def __str__(self) -> str:
        return f"{self.path}:{self.mutant.line}  {self.mutant}"


def main(options) -> int:
    sample = choose(options.count, options.seed, options.filter)
    if not sample:
        raise Failure("No file of tools/ or of a room that is tried has this word in its name.")
    os.nice(NICE)
    environment = prepare(options.odoo)
    living, started = [], time.monotonic()
    for chosen, by in _tries(environment, sample):
        verdict = f"noticed by {by}" if by else "LIVES"
        say(f"{verdict:8}  {chosen}  ({time.monotonic() - started:.0f} s)")
        living += [] if by else [chosen]
        started = time.monotonic()
    say(f"{len(sample)} mutants, {len(living)} live")
    for chosen in living:
        say(f"  {chosen}")
    return 1 if living else 0


def _tries(environment: Environment, sample: list[Chosen]) -> Iterator[tuple[Chosen, str]]:
    """Each of the sample with a test that notices it, or an empty text."""
    for room, group in groupby(sample, lambda chosen: chosen.room):
        part = list(group)
        tried = _odoo_tries(environment, room, part) if room else _pure_tries(environment, part)
        yield from tried


def _pure_tries(environment: Environment, sample) -> Iterator[tuple[Chosen, str]]:
    with TemporaryDirectory() as folder:
        trial = PureTrial(environment, Path(folder))
        for chosen in sample:
            yield chosen, trial.find_test(chosen)


def _odoo_tries(environment: Environment, room: str, sample) -> Iterator[tuple[Chosen, str]]:
    """On the database of `vsoko test WORD`, up to date and for us alone."""
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        server.refresh(environment, databases.name("test"), demo=False)
        trial = OdooTrial(environment, room)
        changes = [(chosen.path, chosen.mutant.line, chosen.text) for chosen in sample]
        yield from zip(sample, trial.failing(changes), strict=True)


def choose(count: int, seed: int, word: str = "") -> list[Chosen]:
    """The same mutants for the same files and seed, in the order of their places.

    Each folder gives its share, and the same for a word that means it alone.
    """
    shares = SHARES | {folder: 1 for folder in NAMED if word.startswith(folder)}
    found = {folder: _all(folder, word) for folder in shares}
    whole = sum(shares[folder] for folder, places in found.items() if places)
    chosen = []
    for folder, places in found.items():
        if places:
            size = min(count * shares[folder] // whole, len(places))
            chosen += random.Random(f"{seed} {folder}").sample(places, size)
    return sorted(chosen)


def _all(folder: str, word: str) -> list[Chosen]:
    return [
        Chosen(path.relative_to(ADDON), mutant)
        for path in sorted((ADDON / folder).rglob("*.py"))
        if _is_asked(path.relative_to(ADDON).as_posix(), word)
        for mutant in _found(path.read_text(encoding="utf-8"))
    ]


_found = cache(mutants)


def _is_asked(path: str, word: str) -> bool:
    return word.lower() in path.lower() and not path.startswith(NO_RULES)


class PureTrial:
    """A copy of the addon in which one file at a time is changed, and its tests."""

    def __init__(self, environment: Environment, folder: Path):
        self.environment = environment
        self.folder = folder
        self.addon = folder / MODULE
        # two versions of a file may be written in one second: none may be kept compiled
        shutil.copytree(ADDON, self.addon, ignore=shutil.ignore_patterns("__pycache__"))
        self._is_sound = cache(self._is_sound)

    def find_test(self, chosen: Chosen) -> str:
        """A module of tests that fails on the mutant; empty when none does."""
        with self._changed(chosen):
            found = self._run(nearness.pure_tests(chosen.path))
        if found not in ("", CLOCK) and not self._is_sound(found):
            raise Failure(f"{found} fails without any change, too.")
        return found

    @contextlib.contextmanager
    def _changed(self, chosen: Chosen):
        path = self.addon / chosen.path
        text = path.read_text(encoding="utf-8")
        path.write_text(chosen.text, encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(text, encoding="utf-8")

    def _is_sound(self, test: str) -> bool:
        return not self._run([test])

    def _run(self, names: list[str]) -> str:
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
