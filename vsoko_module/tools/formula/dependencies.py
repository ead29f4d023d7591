"""What formulas need and in which order they are computed."""

from graphlib import CycleError, TopologicalSorter

from .errors import Cycle
from .nodes import Reference, When, walk


def references(tree):
    """All distinct references of the tree, in the order of the text."""
    return tuple(dict.fromkeys(node for node in walk(tree) if isinstance(node, Reference)))


def dependencies(tree):
    """Codes whose value of the same period the formula needs.

    ``previous(x)`` and ``last_year(x)`` read periods that are computed already, so they bind
    nothing in the order: a formula may even refer to its own previous value.
    """
    return frozenset(ref.code for ref in references(tree) if ref.when is When.CURRENT)


def order(trees):
    """Codes of ``trees`` so that each comes after those it needs.

    :param trees: mapping code → tree; codes that are not in it are taken as given
    :raise Cycle: naming the chain of codes
    """
    graph = {code: sorted(dependencies(tree) & trees.keys()) for code, tree in trees.items()}
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise Cycle(reversed(error.args[1])) from None
