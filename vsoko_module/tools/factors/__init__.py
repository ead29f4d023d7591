"""What goes together with results: comparisons inside strata, with what chance can do, and never
a cause."""

from .clusters import clustering, design_effect, effective_number
from .correlation import rank_correlation
from .discovery import adjust
from .effect_size import hedges
from .findings import (
    CLASS,
    DESCRIPTION,
    ECOLOGICAL,
    FOUND,
    LEAST_CLASSES,
    LEAST_PUPILS,
    NOT_SEEN,
    PUPIL,
    Case,
    Finding,
    look,
)
from .strata import Side, Pooled, Stratum, pool
