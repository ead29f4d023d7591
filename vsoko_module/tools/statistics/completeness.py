"""How much of a statistical form is filled in, as counts; a percentage comes from them alone."""

from dataclasses import dataclass

ENTERED, COPIED, CONFIRMED, EXCUSED = "entered", "copied", "confirmed", "excused"
# so many periods without a change are worth a question
LONG_UNCHANGED = 5


@dataclass(frozen=True)
class FormCompleteness:
    """Numbers of cells: expected, filled in, left out with a reason, copied and not confirmed.

    ``waiting`` are the cells that are neither filled in nor excused, [(element, member)].
    """

    expected: int = 0
    filled: int = 0
    excused: int = 0
    copied: int = 0
    waiting: tuple = ()

    @property
    def percent(self):
        """What is answered out of what is expected, 0–100; None when nothing is expected."""
        return 100 * (self.filled + self.excused) / self.expected if self.expected else None


def count(cells, states):
    """Return the `FormCompleteness` of a form.

    :param cells: [(element, member)] that are expected, see `cells.expand`
    :param states: {(element, member): state} of the stored values; a blank cell has none. What is
        stored beside the expected cells counts as nothing
    """
    found = [states.get(cell) for cell in cells]
    filled = sum(state in (ENTERED, CONFIRMED) for state in found)
    return FormCompleteness(
        expected=len(found),
        filled=filled,
        excused=found.count(EXCUSED),
        copied=found.count(COPIED),
        waiting=tuple(
            cell
            for cell, state in zip(cells, found, strict=True)
            if state not in (ENTERED, CONFIRMED, EXCUSED)
        ),
    )


def unchanged_periods(before, same):
    """For how many periods a value has not changed, after ``before`` such periods."""
    return before + 1 if same else 0
