"""`vsoko mutants`: whether the tests notice slips in the rules of tools/ and models/indicators.

A seeded sample of mutants (`devtools.mutants`) is tried one by one in a copy of the addon: in
tools/ by the pure tests that run the changed line, else by Odoo's tests of the rooms that the file
is for. A mutant that lives is printed with its place. See docs/mutants.md.
"""

import json
import random
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path
from typing import NamedTuple

from devtools import coverage_map, databases, selection, server
from devtools.common import ADDON, MODULE, ROOT, Failure, say, state_dir
from devtools.environment import Environment, prepare
from devtools.mutants import Mutant, mutants

FOLDERS = ("tools", "models/indicators")
# an invented school: its numbers are a taste, not a rule
NO_RULES = ("tools/demo",)
# an endless loop is noticed, too
PURE_SECONDS, ODOO_SECONDS = 120, 900
FAILED = re.compile(r" (?:FAIL|ERROR): (\S+)")


class Chosen(NamedTuple):
    """A mutant of one file; `path` is relative to the addon."""

    path: Path
    mutant: Mutant

    def __str__(self) -> str:
        return f"{self.path}:{self.mutant.line}  {self.mutant}"


def main(options) -> int:
    environment = prepare(options.odoo)
    sample = choose(options.count, options.seed, options.filter)
    if not sample:
        raise Failure("No file of tools/ or models/indicators has this word in its name.")
    trial = Trial(environment)
    living = [chosen for chosen in sample if not _is_noticed(trial, chosen)]
    say(f"{len(sample)} mutants, {len(living)} live")
    return 1 if living else 0


def choose(count: int, seed: int, word: str = "") -> list[Chosen]:
    """The same mutants for the same files and seed, in the order of their places."""
    everything = [
        Chosen(path.relative_to(ADDON), mutant)
        for folder in FOLDERS
        for path in sorted((ADDON / folder).rglob("*.py"))
        if _is_asked(path.relative_to(ADDON).as_posix(), word)
        for mutant in mutants(path.read_text(encoding="utf-8"))
    ]
    chosen = random.Random(seed).sample(everything, min(count, len(everything)))
    return sorted(chosen)


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

    def __init__(self, environment: Environment):
        self.environment = environment
        self.folder = state_dir() / "mutants"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(ADDON, self.folder / MODULE)
        self._map = None

    def find_test(self, chosen: Chosen) -> str:
        """A test that fails on the mutant; empty when none does."""
        path = self.folder / MODULE / chosen.path
        text = path.read_text(encoding="utf-8")
        path.write_text(chosen.mutant.applied(text), encoding="utf-8")
        try:
            is_pure = chosen.path.parts[0] == "tools"
            return (is_pure and self._find_pure(chosen)) or self._find_odoo(chosen)
        finally:
            path.write_text(text, encoding="utf-8")

    def _find_pure(self, chosen: Chosen) -> str:
        """A pure test among those that run the changed line in the unchanged addon."""
        if self._map is None:
            self._map = coverage_map.load(self.environment)
        tests = self._map.tests_of(chosen.path, chosen.mutant.line)
        if not tests:
            return ""
        runner = ROOT / "devtools" / "pure_runner.py"
        addon = self.folder / MODULE
        command = [self.environment.python, "-P", runner, addon, addon / "tests" / "pure"]
        try:
            done = subprocess.run(
                [*command, "--first-failure", *tests],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                timeout=PURE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return "the clock"
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        failed = [line["test"] for line in lines if line["event"] == "failed"]
        return failed[0] if failed else "the end of its process" if done.returncode else ""

    def _find_odoo(self, chosen: Chosen) -> str:
        """One of Odoo's tests that are meant for the file; they run without an update, because a
        mutant changes what is computed and not what is stored."""
        database = databases.name("test")
        if not databases.has_addon(self.environment, database):
            raise Failure("There is no database of the tests yet: run `./vsoko test year` first.")
        failed = ""
        for tags in odoo_tags(chosen.path):
            failed = failed or self._run_odoo(database, tags)
        return failed

    def _run_odoo(self, database: str, tags: list[str]) -> str:
        configuration = self.environment.configuration.read_text()
        mutated = self.folder / "odoo.conf"
        mutated.touch(mode=0o600)
        mutated.write_text(configuration.replace(f"{ROOT}\n", f"{self.folder}\n"))
        process = self.environment.odoo_process(
            "server", "-c", mutated, "-d", database, "--max-cron-threads=0", "--stop-after-init",
            "--test-tags", ",".join(tags), "--http-port", str(server.free_port()),
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


def odoo_tags(path: Path) -> list[list[str]]:
    """Values of --test-tags for a file, in turns: tests of the nearest kind first, then the rest.

    Those of a source of facts are its tables of cases; a tool without a pure test is used by the
    rooms that name it.
    """
    near = ["fact_cases"] if "facts" in path.parts else []
    turns = [near, ["indicators/test_"] if path.parts[0] == "models" else _users(path)]
    found = [[tag for word in words for tag in selection.tags(word)] for words in turns if words]
    return [tags for tags in found if tags]


def _users(path: Path) -> list[str]:
    """Folders of tests of the rooms whose code names the module."""
    name = path.stem if path.stem != "__init__" else path.parent.name
    users = {
        user.relative_to(ADDON / "models").parts[0]
        for user in (ADDON / "models").rglob("*.py")
        if name in user.read_text(encoding="utf-8")
    }
    return sorted(f"{user}/test_" for user in users)
