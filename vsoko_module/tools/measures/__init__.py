"""Statistics of marks, works and indicators: plain values in, plain values out."""

from .distribution import (
    achievement_level,
    counts_by_total,
    crossings,
    expected_share,
    percent_by_mark,
    share_reading,
)
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
from .scale import Band, ScaleError, best_mark, check_scale, mark_of
