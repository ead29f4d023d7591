"""Groups «2»…«5» by task: where a weaker group did better than a stronger one."""

from dataclasses import dataclass

from ..measures import crossings, percent_by_mark
from ..measures.distribution import MEANINGFUL_GROUP


@dataclass(frozen=True)
class Groups:
    """``by_mark``: ``{mark: (number of pupils, [share of each task, %])}`` in mark order;
    ``crossed``: ``{place of a task: [(lower mark, higher mark)]}``, in which groups under
    ``MEANINGFUL_GROUP`` pupils have no part."""

    by_mark: dict
    crossed: dict

    @property
    def is_compared(self):
        """Whether two groups are large enough to be compared at all."""
        return sum(n >= MEANINGFUL_GROUP for n, _shares in self.by_mark.values()) > 1


def groups_by_mark(work):
    marked = [pupil for pupil in work.scored if pupil.mark]
    by_mark = percent_by_mark(
        [pupil.points for pupil in marked], work.maxima, [pupil.mark for pupil in marked]
    )
    crossed = {}
    for place, low, high in sorted(crossings(by_mark)):
        crossed.setdefault(place, []).append((low, high))
    return Groups(by_mark, crossed)
