"""SQL of a calculation: one statement per source of facts and per depth of formulas.

Plain functions that compose `SQL` objects; `vsoko.calculation` runs them.
"""

from .completeness import completeness_sql
from .digests import counted_sql, keep_digests_sql
from .formulas import formulas_sql
from .measures import measures_sql, plan_sql
from .planner import without_nested_loops
from .storing import Target, store_sql
