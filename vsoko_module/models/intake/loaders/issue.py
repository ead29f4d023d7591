from typing import NamedTuple

ERROR, WARNING, INFO = "error", "warning", "info"


class Issue(NamedTuple):
    """One thing to show in the preview.

    ``row`` and ``column`` are numbers from 1, 0 for the whole sheet; ``match_kind`` (student,
    teacher, subject, class) offers a match by hand of ``match_text``, ``suggestion`` is the id of
    the likeliest record, ``candidates`` are all that come into question. ``twin`` counts the rows
    of one name in one list from 1, 0 when the name stands once. ``place``: id of the class whose
    pupil it is. ``may_be_new``: the text may also be somebody whom the program does not know.
    ``before`` and ``after``: what is stored and what loading would make of it, as texts.
    """

    severity: str
    message: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    text: str = ""
    match_kind: str = ""
    match_text: str = ""
    suggestion: int = 0
    candidates: tuple = ()
    twin: int = 0
    place: int = 0
    may_be_new: bool = False
    before: str = ""
    after: str = ""

    @classmethod
    def of_problem(cls, env, problem):
        """The issue of a problem that the reader of the file found."""
        return cls(
            problem.severity,
            problem.message(env._),
            problem.sheet,
            problem.row,
            problem.column,
            problem.text,
        )

    def in_words(self, env):
        """The message with its place in the file."""
        if not self.row:
            return self.message
        return env._("Row %(row)s: %(message)s", row=self.row, message=self.message)
