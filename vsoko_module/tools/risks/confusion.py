"""A rule against what came: whom it had marked, and whom it should have marked."""

from dataclasses import dataclass

from ..measures.chance import share_interval


@dataclass(frozen=True, slots=True)
class Confusion:
    """How many pupils a rule had marked or not, and how many of both came to what it foretells.

    ``hits`` were marked and came to it, ``alarms`` were marked and did not, ``missed`` were not
    marked and came to it, ``others`` were neither. Shares are per cents, intervals of 95 % by
    Wilson; None where nobody is in the base.
    """

    hits: int
    alarms: int
    missed: int
    others: int

    @property
    def marked(self):
        return self.hits + self.alarms

    @property
    def came(self):
        return self.hits + self.missed

    @property
    def judged(self):
        return self.marked + self.missed + self.others

    @property
    def precision(self):
        """Share of the marked who came to it."""
        return _share(self.hits, self.marked)

    @property
    def recall(self):
        """Share of those who came to it whom the rule had marked."""
        return _share(self.hits, self.came)

    @property
    def base(self):
        """Share of all judged who came to it: what pointing at anybody would hit."""
        return _share(self.came, self.judged)

    @property
    def precision_interval(self):
        return _interval(self.hits, self.marked)

    @property
    def recall_interval(self):
        return _interval(self.hits, self.came)

    @property
    def lift(self):
        """How many times the rule is surer than pointing at anybody; None when nobody came."""
        if not self.marked or not self.came:
            return None
        return self.hits * self.judged / (self.marked * self.came)


def _share(part, whole):
    return 100 * part / whole if whole else None


def _interval(part, whole):
    return share_interval(100 * part / whole, whole) if whole else None
