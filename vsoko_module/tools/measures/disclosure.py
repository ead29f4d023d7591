"""Disclosure control: which cells of published tables must be hidden.

A cell is a group of people with shares counted over it (`Group`). Cells are tied by sums (`Sum`):
the school is the sum of its levels, a grade of its classes, a subject of the same subject in all
classes. A reader subtracts; so besides the small groups themselves (primary suppression) other
cells are hidden until no subtraction gives a small group away (secondary suppression).

What a reader may learn: nothing of a group of fewer than `THRESHOLD` people, and no number next to
zero or to the whole in a group of fewer than `SMALL`, where it would tell of single people. What
holds for a whole published group of `SMALL` or more (nobody failed) holds for its parts too; that
is no disclosure.
"""

from collections import defaultdict
from dataclasses import dataclass

from .disclosure_audit import TOLERANCE, bounds, reduce_sums

THRESHOLD = 5
SMALL = 2 * THRESHOLD
# fewer than three people behind a number: one of them learns of the other
NEAR = 3
# raised with each change of what is hidden: drafts that were judged by an earlier rule say so
RULE = 4


@dataclass(frozen=True)
class Group:
    """``people`` in the cell; ``shares`` are pairs (amount, base) with 0 ≤ amount ≤ base, in the
    same order in all cells of a table; an amount is None where only the base is told. Cells with
    different ``unit`` (the class, say) have nobody in common."""

    people: int
    shares: tuple = ()
    unit: object = None


@dataclass(frozen=True)
class Sum:
    """``total`` is the sum of ``parts``; ``disjoint`` when nobody is counted in two parts."""

    total: object
    parts: tuple
    disjoint: bool = True

    @property
    def cells(self):
        return (self.total, *self.parts)


def is_sensitive(group):
    """Whether the figures of the group tell of single people. An empty group tells of nobody."""
    if group.people <= 0:
        return False
    if group.people < THRESHOLD:
        return True
    return group.people < SMALL and any(map(_is_near, group.shares))


def _is_near(share):
    amount, base = share
    return amount is not None and base > 0 and min(amount, base - amount) < NEAR


def protect(groups, sums, hidden_before=frozenset(), sensitive=frozenset(), shown=frozenset()):
    """Return the frozenset of the cells to hide.

    ``groups``: {cell: Group}; ``sums``: list of `Sum` over these cells, cells that are not in
    ``groups`` are empty. ``hidden_before``: cells that an earlier table of the same figures hid;
    they stay hidden, or both tables together would give the small groups away. ``sensitive``:
    cells that are to be treated like small groups for another reason. ``shown``: cells that
    readers have already, of another period for instance: hiding them protects nobody any more, so
    others are hidden instead. The answer depends on the figures alone, not on the order of the
    cells.
    """
    sums = [_present(balance, groups) for balance in sums]
    neighbours = _neighbours(sums)
    small = {cell for cell, group in groups.items() if is_sensitive(group)}
    asked = small | (sensitive & groups.keys())
    primary = frozenset(asked - shown)
    hidden = (asked | (hidden_before & groups.keys())) - shown
    while weak := _weak_cells(groups, sums, hidden, primary):
        found = {_partner(cell, neighbours, groups, hidden | shown) for cell in weak} - {None}
        if not found:
            break
        hidden |= found
    return frozenset(hidden | asked)


def _present(balance, groups):
    parts = tuple(part for part in balance.parts if part in groups and groups[part].people > 0)
    return Sum(balance.total, parts, balance.disjoint)


def _neighbours(sums):
    """{cell: parts it is added with, totals it belongs to}; the totals come after all parts."""
    neighbours = defaultdict(lambda: (set(), set()))
    for balance in sums:
        for cell in balance.cells:
            parts, totals = neighbours[cell]
            parts.update(set(balance.parts) - {cell})
            totals.update({balance.total} - {cell})
    return neighbours


def _partner(cell, neighbours, groups, hidden):
    """The nearest open cell, of those the one whose hiding costs least: a part with the fewest
    people, else a total; None when all cells that are tied to this one are hidden."""
    near, seen = [cell], {cell}
    while near:
        for kind in (0, 1):
            found = {other for nearby in near for other in neighbours[nearby][kind]} & groups.keys()
            if found - hidden:
                return min(found - hidden, key=lambda other: (groups[other].people, str(other)))
        beyond = {other for nearby in near for part in neighbours[nearby] for other in part}
        near = sorted(beyond - seen, key=str)
        seen |= beyond
    return None


def _weak_cells(groups, sums, hidden, primary):
    """Cells through which a reader would learn of a small group, in the order to be mended.

    Single sums come first, as most weaknesses are there; then what follows from several sums
    together; then too narrow bounds.
    """
    return (
        _weak_sums(groups, sums, hidden)
        or _weak_systems(groups, sums, hidden)
        or _narrow(groups, sums, hidden, primary)
    )


def _weak_sums(groups, sums, hidden):
    weak = []
    for balance in sums:
        parts = [part for part in balance.parts if part in hidden]
        if balance.total in hidden:
            # the total is the sum of its parts: at least one of them must be unknown
            weak += [balance.total] if balance.parts and not parts else []
        elif parts and _is_given_away(groups, parts, balance.disjoint):
            weak.append(min(parts, key=str))
    return weak


def _is_given_away(groups, cells, disjoint):
    """Whether the sum over the hidden cells, which a reader can find, tells too much."""
    return len(cells) == 1 or is_sensitive(_union([groups[cell] for cell in cells], disjoint))


def _union(groups, disjoint):
    """The hidden cells together; of overlapping ones at least as many people as are certain."""
    people = sum(group.people for group in groups) if disjoint else _certain_people(groups)
    shares = zip(*(group.shares for group in groups), strict=True)
    return Group(people, tuple(map(_add, shares)))


def _certain_people(groups):
    by_unit = defaultdict(int)
    for group in groups:
        by_unit[group.unit] = max(by_unit[group.unit], group.people)
    wide = by_unit.pop(None, 0)
    return max(wide, sum(by_unit.values()))


def _add(shares):
    amounts, bases = zip(*shares, strict=True)
    return (None if None in amounts else sum(amounts), sum(bases))


def _weak_systems(groups, sums, hidden):
    """Hidden cells or groups of them that several sums give together.

    What a single sum gives has been judged before by what that sum knows of its parts.
    """
    judged = {frozenset(hidden.intersection(balance.parts)) for balance in sums}
    weak = []
    for row in reduce_sums(sums, hidden):
        same_sign = len({factor > 0 for factor in row.values()}) == 1
        known = len(row) > 1 and frozenset(row) in judged
        if same_sign and not known and _is_given_away(groups, list(row), disjoint=False):
            weak.append(min(row, key=str))
    return weak


def _narrow(groups, sums, hidden, primary):
    """Small groups whose base or amount a reader can bound too closely."""
    width = max((len(group.shares) for group in groups.values()), default=0)
    weak = set()
    for place in range(width):
        amounts, bases = (
            {cell: group.shares[place][part] for cell, group in groups.items()} for part in (0, 1)
        )
        reach = _reach(sums, bases, hidden)
        # a group that a figure does not count at all is empty for it by its definition
        weak |= {cell for cell in primary if bases[cell] and reach[cell] < THRESHOLD}
        if None not in amounts.values():
            reach = _reach(sums, amounts, hidden)
            weak |= {
                cell
                for cell in primary
                if reach[cell] <= TOLERANCE and 0 < amounts[cell] < bases[cell]
            }
    return sorted(weak, key=str)


def _reach(sums, amounts, hidden):
    """{hidden cell: how far its amount can lie between the bounds a reader can prove}."""
    found = bounds(sums, amounts, hidden)
    return {cell: greatest - least for cell, (least, greatest) in found.items()}
