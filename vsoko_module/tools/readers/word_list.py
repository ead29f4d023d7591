"""Words of registers and the codes that they stand for."""

import re

from .cells import BadValue
from .names import clean, fold


class WordList:
    """Words that schools write in one column; called with a cell it returns the code of its words.

    An empty cell is None. Unknown words raise ``BadValue`` with the list's problem.

    :param problem: code of the problem
    :param at_start: whether only the beginning of the text counts
    :param patterns: a regular expression over the folded text for each code, tried in their order
    """

    def __init__(self, problem, at_start=False, **patterns):
        self._problem = problem
        self._at_start = at_start
        self._patterns = {code: re.compile(pattern) for code, pattern in patterns.items()}

    def __call__(self, value):
        text = clean(value)
        if not text:
            return None
        code = self.find(text, self._at_start)
        if not code:
            raise BadValue(self._problem)
        return code

    def find(self, text, at_start=False):
        """Return the code of the first words that the text has, None without any."""
        folded = fold(text)
        return next(
            (
                code
                for code, pattern in self._patterns.items()
                if (pattern.match if at_start else pattern.search)(folded)
            ),
            None,
        )
