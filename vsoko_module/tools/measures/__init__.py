"""Statistics of marks, works and indicators: plain values in, plain values out."""

from .bands import STATUSES, BandError, check_bands, status_of
from .change import difference, improvement, relative_change
from .distribution import (
    achievement_level,
    counts_by_total,
    crossings,
    expected_share,
    percent_by_mark,
    share_reading,
)
from .groups import GROUPS, count_groups, groups_of, pupil_quality, pupil_success
from .items import (
    ItemFigures,
    WorkFigures,
    analyse,
    for_people,
    group_size,
    percent_of_tasks,
)
from .marks import MarkCounts, learning_degree, mean, quality, share, success
from .objectivity import JournalComparison, Peak, border_peaks, compare, sample_tier
from .progress import Progress, Step, count_marks, progress, same_pupils, series
from .reliability import alpha, alpha_interval, kr20
from .scale import Band, ScaleError, check_scale, mark_of
from .trend import Trend, linear_trend
