"""Lists of pupils who may need help: how well a rule that marks them has foretold."""

from .confusion import Confusion

__all__ = ["Confusion"]
