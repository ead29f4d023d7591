"""Ratings: an index of several figures with fixed goalposts, what chance can do to it, and places
only where they mean something.

Sources of the rules: Goldstein and Healy 1995 (intervals by which two units are compared by eye),
Goldstein and Spiegelhalter 1996 (ranges of places instead of places), the handbook on composite
indicators of OECD and JRC (fixed goalposts, said weights, other weights tried).
"""

from .beside import beside
from .explanation import gains
from .index import Component, Index, IndexPart, weigh
from .law import find_diagnostics, is_copy
from .places import INTERVAL_LEVEL, RatingTable, Standing, place_ranges, places, stand
from .resampling import resampled
from .rosters import PupilCount, RosterMove, by_pupil, moved, tally
from .samples import Sample, errors
from .stability import Stability, stability
from .value_added import Study, ValueAdded, value_added
