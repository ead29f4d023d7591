"""Arithmetic of meetings: quorum and majority in whole numbers.

Twelve of twenty-four are half and not more than half; a quotient of floats may say otherwise, so
nothing here divides before it compares.
"""

from dataclasses import dataclass
from fractions import Fraction

# what a hundred per cent is: votes for and against, all that were cast, those present, all members
BASES = ("yes_no", "cast", "present", "members")


@dataclass(frozen=True)
class VotingRule:
    """A share of people that has to be reached: two thirds, more than half."""

    num: int
    den: int
    is_strict: bool = False

    def is_reached(self, count, base):
        """Whether `count` of `base` people are enough; of nobody nothing is reached."""
        if base <= 0:
            return False
        left, right = self.den * count, self.num * base
        return left > right if self.is_strict else left >= right

    def get_needed(self, base):
        """The least number of `base` people that is enough."""
        if self.is_strict:
            return self.num * base // self.den + 1
        return -(-self.num * base // self.den)

    @property
    def is_half(self):
        return 2 * self.num == self.den


@dataclass(frozen=True)
class Votes:
    """Votes of a question by count; `present` are those who could vote at that moment."""

    in_favour: int
    against: int
    abstained: int
    present: int
    members: int

    @property
    def cast(self):
        return self.in_favour + self.against + self.abstained

    @property
    def not_voted(self):
        return self.present - self.cast

    def get_fault(self):
        """The code of what cannot be so: ``negative``, ``crowd``, ``votes``; None: all is well."""
        if min(self.in_favour, self.against, self.abstained, self.present) < 0:
            return "negative"
        if self.present > self.members:
            return "crowd"
        return "votes" if self.cast > self.present else None

    def get_base(self, name):
        """The number that is a hundred per cent, see `BASES`."""
        return {
            "yes_no": self.in_favour + self.against,
            "cast": self.cast,
            "present": self.present,
            "members": self.members,
        }[name]

    def get_percent(self, name):
        """The share of votes for, in per cent, exact; None of an empty base."""
        base = self.get_base(name)
        return Fraction(100 * self.in_favour, base) if base else None

    def get_result(self, rule, base, casting=None):
        """``accepted``, ``rejected``, or ``casting``: accepted by the vote of the chair.

        :param casting: how the chair voted where this decides between equal votes: ``for``
        """
        if rule.is_reached(self.in_favour, self.get_base(base)):
            return "accepted"
        is_tie = self.in_favour == self.against > 0
        return "casting" if is_tie and rule.is_half and casting == "for" else "rejected"
