"""Runs in Odoo's shell, which has opened no database: Odoo's tests of an addon that is changed.

$VSOKO_ROOT is the checkout, $VSOKO_TASK a file of JSON: `database`, and `runs`. Each run has a
process of its own, loads the addon anew, which takes some seconds, and answers by lines of JSON:

* {`texts`: {path: text}, `tests`: [[module, class, method]…]} runs these tests with the files
  changed and says `failed`: the first that fails, or an empty text.
* {`watched`: [path…], `modules`: [module…]} runs all tests of these modules and says for each in
  its turn `classes`, as `devtools.reach` describes them, with `failed`.

Tests that ask Odoo's server, mostly by a browser, are left out.
"""

import builtins
import importlib.util
import json
import os
import signal
import sys
import time
from importlib.machinery import SourceFileLoader
from itertools import groupby
from pathlib import Path

from odoo.modules import module as loaded
from odoo.modules.registry import Registry
from odoo.tests import HttpCase, loader
from odoo.tests.result import OdooTestResult
from odoo.tests.suite import OdooSuite
from odoo.tools import config

sys.path.insert(0, os.environ["VSOKO_ROOT"])
from devtools import reach
from devtools.common import MODULE

# a class of tests that a slip makes endless ends by the clock of the processor
SECONDS = 60
TESTS = f"odoo.addons.{MODULE}.tests."


class Answer(OdooTestResult):
    """The first test that fails, and what each method took and called; "" is the class itself."""

    def __init__(self):
        super().__init__()
        self.failed, self.calls = "", {}
        self.turn("")

    def turn(self, method: str) -> None:
        self.calls[method] = self._now = [time.monotonic(), set()]

    def reached(self, place: str) -> None:
        self._now[1].add(place)

    def startTest(self, test):
        super().startTest(test)
        self._close()
        self.turn(test._testMethodName)

    def logError(self, flavour, test, error):
        now = loaded.current_test
        self.failed = self.failed or f"{type(now).__name__}.{now._testMethodName}"
        self.shouldStop = True

    def _close(self) -> None:
        self._now[0] = time.monotonic() - self._now[0]

    def told(self) -> dict:
        self._close()
        return {
            method: [round(seconds, 2), sorted(places)]
            for method, (seconds, places) in self.calls.items()
        }


def main(task: dict) -> None:
    config["db_name"] = [task["database"]]
    # tests and the registry ask whether they are in a run of tests; no test has this tag
    config["test_tags"], config["test_enable"] = "none", True
    for run in task["runs"]:
        child = os.fork()
        if not child:
            _work(task, run)
        _pid, status = os.waitpid(child, 0)
        if status:
            _tell(failed=f"the end of Odoo ({os.waitstatus_to_exitcode(status)})")


def _work(task: dict, run: dict) -> None:
    try:
        _change(_programs(Path(os.environ["VSOKO_ROOT"]), run))
        registry = Registry(task["database"])
        if "modules" in run:
            _watch(registry, run["modules"])
        else:
            _try(registry, run["tests"])
        os._exit(0)
    except Exception as error:
        _tell(failed=f"the start of Odoo ({type(error).__name__})")
        os._exit(0)
    finally:
        os._exit(1)


def _programs(root: Path, run: dict) -> dict:
    """What is to be loaded in the place of files."""
    programs = {str(root / path): text for path, text in run.get("texts", {}).items()}
    for path in run.get("watched", ()):
        within = Path(path).relative_to(MODULE).as_posix()
        programs[str(root / path)] = reach.watched((root / path).read_text(), within)
    return programs


def _change(programs: dict) -> None:
    load = SourceFileLoader.get_code

    def get_code(self, name):
        if self.path in programs:
            return compile(programs[self.path], self.path, "exec", dont_inherit=True)
        return load(self, name)

    SourceFileLoader.get_code = get_code


def _try(registry, wanted: list) -> None:
    known = {_key(test): test for test in _tests()}
    for _kind, tests in groupby((known[tuple(key)] for key in wanted), type):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        answer = _run(registry, tests)
        if answer.failed:
            break
    _tell(failed=answer.failed)


def _watch(registry, modules: list) -> None:
    found = {module: [] for module in modules}
    for test in _tests():
        if (module := _key(test)[0]) in found:
            found[module].append(test)
    for module, tests in found.items():
        _tell(classes=[_watched(registry, module, group) for _kind, group in groupby(tests, type)])


def _watched(registry, module: str, tests) -> dict:
    first, *others = tests
    answer = _run(registry, [first, *others])
    return {
        "module": module,
        "name": type(first).__name__,
        "calls": answer.told(),
        "failed": answer.failed,
    }


def _run(registry, tests) -> Answer:
    """All tests of one class; those of the installation are written for an unfinished registry."""
    first, *others = tests
    registry.loaded = registry.ready = "post_install" in first.test_tags
    answer = Answer()
    setattr(builtins, reach.CALL, answer.reached)
    OdooSuite([first, *others])(answer)
    return answer


def _tests():
    spec = importlib.util.find_spec(f"odoo.addons.{MODULE}")
    for module in loader._get_tests_modules(spec):
        for test in loader.get_module_test_cases(module):
            if not isinstance(test, HttpCase):
                yield test


def _key(test) -> tuple[str, str, str]:
    kind = type(test)
    return kind.__module__.removeprefix(TESTS), kind.__name__, test._testMethodName


def _tell(**answer) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(json.loads(Path(os.environ["VSOKO_TASK"]).read_text()))
