"""Runs modules of pure tests in turn up to the first that fails; prints the name of each.

The last name printed is the module that noticed something, if the exit code is not 0.

Usage: mutant_runner.py ADDON FOLDER_WITH_TESTS NAME…
"""

import resource
import signal
import sys
import unittest

# what a slip may make endless ends by the clock of the processor or for want of memory
SECONDS, BYTES = 90, 4 << 30


class Watched(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.failfast = True

    def startTest(self, test):
        super().startTest(test)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)


def main(addon: str, tests: str, *names: str) -> int:
    channel, sys.stdout = sys.stdout, sys.stderr
    sys.path[:0] = [tests, addon]
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    for name in names:
        print(name, file=channel, flush=True)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        suite = unittest.defaultTestLoader.loadTestsFromName(name)
        if not suite.run(Watched()).wasSuccessful():
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
