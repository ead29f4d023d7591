"""Statistics of marks and of indicators: plain values in, plain values out."""

from .bands import STATUSES, BandError, check_bands, status_of
from .change import difference, improvement, relative_change
from .groups import GROUPS, count_groups, groups_of, pupil_quality, pupil_success
from .marks import MarkCounts, learning_degree, mean, quality, share, success
from .trend import Trend, linear_trend
