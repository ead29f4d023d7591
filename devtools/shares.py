"""Tests dealt to runs beside each other, so that these end together."""

import threading

# a run loads Odoo anew, which takes as long as some dozens of tests
LEAST_TESTS = 60


class Shares:
    """Each run asks for a share, and again when it is done: of what is left, so ever less.

    `weights` has what a class of tests weighs by its tag, in the order in which they are dealt.
    """

    def __init__(self, weights: dict[str, int], runs: int, least: int = LEAST_TESTS):
        self._left = list(weights.items())
        self._runs = runs
        self._least = least
        self._lock = threading.Lock()

    def take(self) -> list[str]:
        """Tags of the next share; an empty list when all are dealt."""
        with self._lock:
            whole = sum(weight for _tag, weight in self._left)
            enough = max(self._least, whole / (self._runs + 1))
            share, weighs = [], 0
            while self._left and weighs < enough:
                tag, weight = self._left.pop(0)
                share.append(tag)
                weighs += weight
            return share
