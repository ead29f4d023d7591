"""Figures over overlapping parts of the same facts: «all pupils» and «grades 2–8 and 10».

Each indicator tells of a *part* of the facts of a source, for example of some grades or kinds of
works. A reader subtracts one published part from another, so small groups are looked for in all
parts at once. Facts that are in the same parts make an *atom*; every part is the sum of its atoms
in every cell, and what has the same atoms in a cell is one group, whatever parts it is read from.
An atom is a group that nobody publishes but that subtraction gives: it is judged like the others.

Keys of groups are pairs (cell, atoms): the atoms are a sorted tuple of sorted tuples of parts.
"""

from collections import defaultdict
from itertools import chain
from typing import NamedTuple

from .disclosure import Group, Sum
from .school_tree import sums_of, unit_of


class Fact(NamedTuple):
    """Facts of one person in the same cells and parts.

    ``cells``: the cells of the tree they are in; ``parts``: sorted numbers of the parts;
    ``bases``: the conditions of measures that they meet, any hashable values;
    ``counts``: a pair (amount, base) for each measure, an amount is None where it tells nothing.
    """

    cells: tuple
    person: object
    parts: tuple
    bases: tuple
    counts: tuple


class Merged(NamedTuple):
    """``groups`` and ``sums`` as `disclosure.protect` takes them; ``keys``: {part: {cell: key}}."""

    groups: dict
    sums: list
    keys: dict

    def key_of(self, part, cell):
        """The group of a part in a cell, None when it is empty."""
        return self.keys.get(part, {}).get(cell)

    def cells_of(self, part, hidden):
        """The cells of a part whose groups are among the hidden ones."""
        return frozenset(cell for cell, key in self.keys.get(part, {}).items() if key in hidden)


class _Pile:
    """What is known of the facts of an atom in a cell, or of several atoms together."""

    def __init__(self):
        self.counts = None
        self.people = defaultdict(set)

    def add(self, counts, people):
        self.counts = counts if self.counts is None else tuple(map(_plus, self.counts, counts))
        for base, persons in people:
            self.people[base].update(persons)

    def group(self, cell):
        """A small group by any of the conditions is small."""
        fewest = min(map(len, self.people.values()), default=0)
        return Group(fewest, self.counts, unit_of(cell))


def _plus(one, other):
    amount = None if one[0] is None or other[0] is None else one[0] + other[0]
    return (amount, one[1] + other[1])


def merge(facts, grades):
    """Return `Merged` of the facts. ``grades``: {class id: grade} of the classes in the cells.

    Facts that meet no condition of a measure are counted by nobody and left out.
    """
    piles = _pile_up(facts)
    atoms = defaultdict(set)
    for cell, atom in piles:
        atoms[cell].add(atom)
    keys = _keys(atoms)
    labelled = set(chain.from_iterable(places.items() for places in keys.values()))
    groups = {key: _join(piles, *key) for _cell, key in labelled}
    sums = {one for places in keys.values() for one in _tree_sums(places, grades)}
    sums |= {_split(key, groups) for key in groups if len(key[1]) > 1}
    parts = {label: places for label, places in keys.items() if not isinstance(label, tuple)}
    return Merged(groups, sorted(sums, key=str), parts)


def _pile_up(facts):
    """{(cell, atom): pile} of the facts."""
    piles = defaultdict(_Pile)
    for fact in facts:
        if fact.bases and fact.parts:
            people = [(base, (fact.person,)) for base in fact.bases]
            for cell in fact.cells:
                piles[cell, fact.parts].add(fact.counts, people)
    return piles


def _keys(atoms):
    """{part or atom: {cell: key of its group there}}; an atom is a tuple of parts."""
    keys = defaultdict(dict)
    for cell, found in atoms.items():
        for atom in found:
            keys[atom][cell] = (cell, (atom,))
        for part in set(chain.from_iterable(found)):
            keys[part][cell] = (cell, tuple(sorted(atom for atom in found if part in atom)))
    return keys


def _join(piles, cell, atoms):
    whole = _Pile()
    for atom in atoms:
        whole.add(piles[cell, atom].counts, piles[cell, atom].people.items())
    return whole.group(cell)


def _tree_sums(places, grades):
    """The sums of the school's tree between the groups of one part or atom."""
    for one in sums_of(places, grades):
        parts = tuple(places[part] for part in one.parts)
        yield Sum(places[one.total], parts, one.disjoint)


def _split(key, groups):
    cell, atoms = key
    parts = tuple((cell, (atom,)) for atom in atoms)
    people = sum(groups[part].people for part in parts)
    return Sum(key, parts, disjoint=people == groups[key].people)
