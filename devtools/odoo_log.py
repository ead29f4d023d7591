"""Odoo's log, read while a test run writes it: which tests ran, and what went wrong."""

import re
from collections.abc import Callable, Iterable

from devtools.outcome import Outcome
from devtools.stopwatch import Stopwatch

HEADER = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} \d+ (?P<level>[A-Z]+) (?P<database>\S+) "
    r"(?P<logger>[^\s:]+): (?P<message>.*)$"
)
STARTING = re.compile(r"^Starting (?P<test>\S+) \.\.\.")
SKIPPED = re.compile(r"^skipped (?P<test>.+?) : (?P<reason>.*)$", re.S)
FAILED = re.compile(r"^(?:FAIL|ERROR): (?:Subtest )?(?P<test>\S+)(?P<rest>[^\n]*)")
# Odoo's own sums of what single records already told
SUMS = re.compile(r"^(Module \S+: )?\d+ (failed|failures), \d+ error")
# said while Odoo cleans up after a class of tests, and before the first one
CLASS_ENDED = re.compile(r"^filestore gc ")
LOADED = re.compile(r"^(?:\d+ modules loaded|\S+ Assets bundles generated) in ")
OUR_TESTS = re.compile(r"^odoo\.addons\.vsoko_\w+\.tests\.")
# said before the test is skipped, and told with it
NO_BROWSER = "Chrome executable not found"
TROUBLE_LEVELS = ("ERROR", "CRITICAL")
TRACEBACK = "Traceback (most recent call last)"


class LogReader:
    """Feed it lines; it keeps an `Outcome`.

    `root` is the checkout's folder: its name in a message does not make a warning ours.
    `on_start` is called with the name of each test that starts.
    """

    def __init__(self, root: str, on_start: Callable[[str], None] = lambda test: None):
        self.outcome = Outcome()
        self.modules: set[str] = set()
        self._root = root
        self._stopwatch = Stopwatch()
        self._on_start = on_start
        self._header: re.Match | None = None
        self._lines: list[str] = []

    def read(self, lines: Iterable[str]) -> Outcome:
        for line in lines:
            self.feed(line)
        return self.finish()

    def feed(self, line: str) -> None:
        line = line.rstrip("\n")
        header = HEADER.match(line)
        if header:
            self._flush()
            self._header, self._lines = header, [header["message"]]
            self._note_start(header)
            self._note_pause(header["message"])
        else:
            self._lines.append(line)

    def finish(self) -> Outcome:
        self._flush()
        self._stopwatch.pause()
        self.outcome.seconds = self._stopwatch.seconds
        return self.outcome

    def _note_start(self, header: re.Match) -> None:
        starting = STARTING.match(header["message"])
        if starting and header["logger"].startswith("odoo.addons."):
            test = self._identity(header["logger"], starting["test"])
            self.outcome.started.add(test)
            self._stopwatch.start(test.rpartition(".")[0])
            self.modules.add(header["logger"])
            self._on_start(starting["test"])

    def _note_pause(self, message: str) -> None:
        if CLASS_ENDED.match(message):
            self._stopwatch.pause()
        elif LOADED.match(message):
            self._stopwatch.forget()

    def _flush(self) -> None:
        if self._lines:
            self._judge(self._header, "\n".join(self._lines))
        self._header, self._lines = None, []

    def _judge(self, header: re.Match | None, message: str) -> None:
        if header is None:
            if TRACEBACK in message:
                self.outcome.add_problem(message)
            return
        skipped, failed = SKIPPED.match(message), FAILED.match(message)
        if skipped:
            test = self._identity(header["logger"], skipped["test"])
            self.outcome.skipped[test] = skipped["reason"]
        elif failed and header["level"] == "ERROR":
            test = self._identity(header["logger"], failed["test"] + self._suite(failed))
            self.outcome.failed.setdefault(test, message)
        elif self._is_problem(header, message):
            self.outcome.add_problem(f"{header['level']} {header['logger']}: {message}")

    def _is_problem(self, header: re.Match, message: str) -> bool:
        if SUMS.match(message) or message.startswith(NO_BROWSER):
            return False
        if header["level"] in TROUBLE_LEVELS or TRACEBACK in message:
            return True
        text = f"{header['logger']} {message}".replace(self._root, "").lower()
        return header["level"] == "WARNING" and "vsoko" in text

    @staticmethod
    def _suite(failed: re.Match) -> str:
        """`setUpClass (module.Class)` keeps its class; the values of a subtest are left out."""
        return failed["rest"] if failed["test"] in ("setUpClass", "tearDownClass") else ""

    @staticmethod
    def _identity(logger: str, test: str) -> str:
        return f"{OUR_TESTS.sub('', logger)}.{test}"
