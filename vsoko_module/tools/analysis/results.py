"""Marks, points and levels of a group of pupils: a class, the pupils of a teacher, everybody."""

from dataclasses import dataclass

from ..measures import (
    MarkCounts,
    achievement_level,
    learning_degree,
    mean,
    quality,
    share,
    success,
)
from .work import Aggregate, against_journal, mark_counts, who_wrote

MARKS = (2, 3, 4, 5)


@dataclass(frozen=True)
class Results:
    """``wrote`` of the ``listed`` pupils; figures of marks rest on ``marks``, those of points on
    whose total is known. Each is None without anybody behind it."""

    listed: int
    wrote: int
    marks: MarkCounts
    degree: float | None
    average: float | None
    percent: float | None

    @property
    def success(self):
        return success(self.marks)

    @property
    def quality(self):
        return quality(self.marks)

    @property
    def mean(self):
        return mean(self.marks)

    @property
    def by_mark(self):
        """``{mark: number}`` of ``MARKS``: «1» is a failing mark as «2» is, and works hardly ever
        have it."""
        marks = self.marks
        return {2: marks.two + marks.one, 3: marks.three, 4: marks.four, 5: marks.five}


def results(work, pupils):
    """``Results`` of some pupils of a work."""
    wrote = who_wrote(pupils)
    marks, scores = mark_counts(wrote), _scores(wrote)
    return Results(
        listed=len(pupils),
        wrote=len(wrote),
        marks=marks,
        degree=learning_degree(marks, weights=work.weights),
        average=sum(scores) / len(scores) if scores else None,
        percent=share(sum(scores), work.maximum * len(scores)),
    )


def count_levels(work, pupils):
    """Numbers of pupils by level of achievement, in the order of the levels of the work; without
    levels none."""
    cuts = [(level[0], place) for place, level in enumerate(work.levels)]
    scores = _scores(who_wrote(pupils)) if cuts else []
    found = [achievement_level(share(score, work.maximum), cuts) for score in scores]
    return [found.count(place) for _bound, place in cuts]


def own_group(work, name):
    """The pupils of the work as one more ``Aggregate`` beside those an authority returned."""
    found, journal = results(work, work.pupils), against_journal(work.pupils)
    sides = (journal.lowered, journal.same, journal.raised)
    return Aggregate(
        level="",
        name=name,
        participants=found.wrote,
        shares=_shares(found.by_mark.values(), found.marks.base),
        comparison=_shares(sides, journal.pairs),
    )


def _shares(counts, whole):
    return tuple(share(count, whole) for count in counts) if whole else None


def _scores(pupils):
    return [pupil.score for pupil in pupils if pupil.score is not None]
