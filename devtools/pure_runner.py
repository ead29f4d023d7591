"""Runs tests that need no Odoo, in a process of its own; tells what happens as JSON lines.

Usage: pure_runner.py FOLDER_FOR_IMPORTS FOLDER_WITH_TESTS [WORD…]
"""

import json
import sys
import unittest
from pathlib import Path
from types import ModuleType

CORE = "vsoko_module"


class Reporter(unittest.TestResult):
    def __init__(self, channel):
        super().__init__()
        self._channel = channel

    def _tell(self, event: str, test, text: str = "") -> None:
        line = {"event": event, "test": identity(test), "text": text}
        print(json.dumps(line), file=self._channel, flush=True)

    def startTest(self, test):
        super().startTest(test)
        self._tell("started", test)

    def addFailure(self, test, err):
        self._tell("failed", test, self._exc_info_to_string(err, test))

    addError = addFailure

    def addSubTest(self, test, subtest, err):
        if err:
            self._tell("failed", test, f"{subtest}\n{self._exc_info_to_string(err, test)}")

    def addSkip(self, test, reason):
        self._tell("skipped", test, reason)

    def addUnexpectedSuccess(self, test):
        self._tell("failed", test, "passed, though it was expected to fail")


def identity(test) -> str:
    """module.Class.method, or what unittest calls a module or class that could not be set up."""
    return getattr(test, "test_case", test).id()


def cases(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from cases(item)
        else:
            yield item


def _asked(name: str, words: tuple[str, ...]) -> bool:
    # as devtools.selection, which this process must not import: what it tests has the path
    return not words or any(word.lower() in name.lower() for word in words)


def _lend_tools(addons: Path) -> None:
    """Let a satellite import tools of the core by their name inside Odoo.

    Nothing else is there: the packages on the way are empty, so Odoo and models are not.
    """
    for name, folders in (("odoo", []), ("odoo.addons", []), (f"odoo.addons.{CORE}", [CORE])):
        package = ModuleType(name)
        package.__path__ = [str(addons / folder) for folder in folders]
        sys.modules[name] = package


def main(imports: str, tests: str, *words: str) -> None:
    channel, sys.stdout = sys.stdout, sys.stderr
    sys.path.insert(0, imports)
    if Path(imports).name != CORE:
        _lend_tools(Path(imports).absolute().parent)
    # the folder of tests is its own top: the package above it would import Odoo
    found = unittest.TestLoader().discover(tests, "test_*.py", top_level_dir=tests)
    where = Path(tests).name
    chosen = [case for case in cases(found) if _asked(f"{where}/{case.id()}", words)]
    unittest.TestSuite(chosen).run(Reporter(channel))


if __name__ == "__main__":
    main(*sys.argv[1:])
