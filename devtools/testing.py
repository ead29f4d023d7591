"""`vsoko test`: the pure tests beside Odoo's, with one closing line."""

import shutil
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from devtools import axe, system
from devtools.common import ADDON, ROOT, SATELLITES, cache_dir, locked, say, state_dir
from devtools.environment import Environment, prepare
from devtools.odoo_tests import OdooRun, SatelliteRun, logs
from devtools.outcome import Outcome
from devtools.pure_tests import PureRun
from devtools.release_tests import ReleaseRun

# what is imported from where, and the tests that need no Odoo
PURE = [
    *((path.parents[1], path) for one in (ADDON, *SATELLITES) for path in one.glob("tests/pure")),
    (ROOT, ROOT / "devtools" / "tests"),
]


def main(options) -> int:
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        environment = prepare(options.odoo)
        with locked(cache_dir() / "lock", "preparing the environment"):
            axe.ensure()
        shutil.rmtree(logs(), ignore_errors=True)
        logs().mkdir()
        progress = Progress()
        outcome = run_all(environment, options, progress.started)
        progress.close()
        return report(outcome)


def run_all(environment: Environment, options, on_start: Callable[[str], None]) -> Outcome:
    """Beside Odoo's tests: the pure ones, the update of a database of the release before and, as
    soon as there is a copy of the database for them, those of the satellites."""
    outcome = Outcome()
    with ThreadPoolExecutor() as pool:
        beside = [PureRun(environment, *where, options.words, on_start) for where in PURE]
        beside.append(ReleaseRun(environment, options, on_start))
        told = [pool.submit(run.outcome) for run in beside]
        satellites = SatelliteRun(environment, options, on_start)
        beside.append(satellites)

        def begin_satellites():
            told.append(pool.submit(satellites.outcome))

        try:
            outcome.add(OdooRun(environment, options, on_start, begin_satellites).outcome())
            if options.words:
                begin_satellites()
        except BaseException:
            for run in beside:
                run.kill()
            raise
        for part in told:
            outcome.add(part.result())
    return outcome


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
    report_slowest(outcome)
    say(outcome.closing_line())
    return 0 if outcome.succeeded else 1


def report_slowest(outcome: Outcome) -> None:
    slowest = [(name, spent) for name, spent in outcome.seconds.most_common(10) if spent >= 1]
    if slowest:
        say("\nThe slowest classes of tests:")
    for name, spent in slowest:
        say(f"{spent:6.0f} s  {name}")


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
