"""Tree of a formula: immutable nodes, each knowing its type, depth and place in the text."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum


class Type(Enum):
    NUMBER = "number"
    CONDITION = "condition"


class When(Enum):
    """Which period a reference is read from."""

    CURRENT = "current"
    PREVIOUS = "previous"
    LAST_YEAR = "last_year"


@dataclass(frozen=True)
class Number:
    value: Decimal
    position: int = field(default=0, compare=False)
    type = Type.NUMBER
    depth = 1
    arguments = ()


@dataclass(frozen=True)
class Reference:
    """Value of ``code`` in the same cell; the key of the values given to ``evaluate``."""

    code: str
    when: When = When.CURRENT
    position: int = field(default=0, compare=False)
    type = Type.NUMBER
    depth = 1
    arguments = ()


@dataclass(frozen=True)
class Apply:
    """An operation of the registry applied to its arguments."""

    operation: object
    arguments: tuple
    position: int = field(default=0, compare=False)
    depth: int = field(init=False, compare=False, repr=False)

    def __post_init__(self):
        deepest = max(argument.depth for argument in self.arguments)
        object.__setattr__(self, "depth", deepest + 1)

    @property
    def type(self):
        return self.operation.result


@dataclass(frozen=True)
class Outcome:
    """A value, or None with the reason why there is none."""

    value: object
    reason: str | None = None


def walk(tree):
    """All nodes of the tree, each before its arguments."""
    stack = [tree]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.arguments))
