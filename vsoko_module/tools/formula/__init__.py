"""Language of indicator formulas: text → checked tree → value in Python or SQL."""

from .dependencies import dependencies, order, references
from .documentation import documentation
from .errors import Cycle, FormulaError
from .evaluation import Compiled, evaluate, to_sql
from .nodes import Outcome, Reference, When
from .operations import REASONS
from .parser import parse
