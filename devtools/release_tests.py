"""The school of the release before, brought up to date by the present program."""

import json
import subprocess

from devtools import databases, release, selection
from devtools.common import MODULE, ROOT, Failure, say
from devtools.odoo_tests import OdooRun
from devtools.outcome import Outcome
from devtools.shell import runner

NAME = "release_before"


class ReleaseRun(OdooRun):
    """One update of a database of the release before; each thing that must stay is a test."""

    def outcome(self) -> Outcome:
        before = release.before(release.version())
        if not selection.asks_for(NAME, self.words) or not before:
            return Outcome()
        try:
            self._update(before)
        except Failure as failure:
            self._outcome.add_problem(str(failure))
        return self._outcome

    def _update(self, before: release.Release) -> None:
        say(f"Updating a database of the release {before.number}")
        database = databases.name("before")
        databases.drop(self.environment, database)
        before.restore(self.environment, database)
        self._run(self.environment, database, "-u", MODULE, "--no-http")
        self._ask(database, before)
        databases.drop(self.environment, database)

    def _ask(self, database: str, before: release.Release) -> None:
        variables = {"VSOKO_ROOT": str(ROOT), "VSOKO_EXPECTED": str(before.facts)}
        process = self.environment.odoo_process(
            "shell", "-c", self.environment.configuration, "-d", database, "--no-http",
            "--log-level=warn", variables=variables, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._processes.append(process)
        told, _nothing = process.communicate(runner(release.INSIDE / "release_check.py"))
        for line in told.splitlines():
            self._note(json.loads(line))
        if process.returncode:
            self._outcome.add_problem(f"{NAME} ended with the code {process.returncode}.")

    def _note(self, line: dict) -> None:
        test = f"{NAME}.{line['test']}"
        self._outcome.started.add(test)
        self._on_start(test)
        if line["text"]:
            self._outcome.failed[test] = line["text"]
