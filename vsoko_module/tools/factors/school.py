"""Pupils of a school with what may go together with their results → cases that are compared."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from .findings import CLASS, PUPIL, Case

# what is known of each pupil; the rest is known of whole classes and told of classes alone
OF_PUPILS = ("absence", "earlier", "teacher")
MIDDLE, HIGH = 3.5, 4.5


class Learner(NamedTuple):
    """A pupil with a result: ``outcome``, the mark ``before`` (None: unknown), the class."""

    id: int
    class_id: int
    grade: int
    outcome: float
    before: float | None

    @property
    def start(self):
        """The group by the mark before, in which pupils are compared."""
        if self.before is None:
            return "?"
        return "+" if self.before >= HIGH else "=" if self.before >= MIDDLE else "-"


@dataclass(slots=True)
class Facts:
    """``pupils``, and by factor what is known ``{id of a pupil or of a class: value}``."""

    pupils: list
    known: dict = field(default_factory=lambda: defaultdict(dict))

    def get_samples(self, outcome):
        """Samples for `look`: of each factor that is known of anybody; what pupils had before is
        no factor of how much it changed.

        :param outcome: ``mark`` or ``change``
        """
        factors = [key for key, values in self.known.items() if values]
        if outcome == "change":
            # who stands high can only fall: the change follows from the start
            factors = [key for key in factors if key != "earlier"]
        samples = []
        for key in factors:
            level = PUPIL if key in OF_PUPILS else CLASS
            if cases := self._get_cases(key, level):
                samples.append((key, level, level, cases))
        return samples

    def _get_cases(self, key, level):
        values = self.known[key]
        cases = []
        for pupil in self.pupils:
            value = values.get(pupil.id if level == PUPIL else pupil.class_id)
            if value is not None:
                # what is asked of the start cannot hold it alike
                start = "" if key == "earlier" else pupil.start
                stratum = f"{pupil.grade:02} {start}".strip()
                cases.append(Case(pupil.outcome, value, pupil.class_id, stratum))
        return cases
