"""How long each class of tests took, its preparation with it."""

import time
from collections import Counter
from collections.abc import Callable


class Stopwatch:
    """Told what happens when it happens: tests move the clock that a log shows."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self.seconds: Counter[str] = Counter()
        self._clock = clock
        self._owner: str | None = None
        self._since = clock()

    def start(self, owner: str) -> None:
        """A test of the class begins; what passed since a pause was its preparation."""
        self._count(self._owner or owner)
        self._owner = owner

    def pause(self) -> None:
        """A class has ended: its last test takes no more time."""
        self._count(self._owner)
        self._owner = None

    def forget(self) -> None:
        """What passed since a pause belongs to no class."""
        if not self._owner:
            self._since = self._clock()

    def _count(self, owner: str | None) -> None:
        # of a pause nobody knows yet whose it is
        if owner:
            now = self._clock()
            self.seconds[owner] += now - self._since
            self._since = now
