"""The class on one page: who stands where by the marks of a period, and words for the parents.

Groups are those of the indicators of pupils (``is_failing``, ``is_good``, one three): every pupil
is in one group, so their sizes add up to the class.
"""

from typing import NamedTuple

from .measures.disclosure import SMALL, THRESHOLD

DEBTS = frozenset({"not_attested", "failed"})
GROUPS = ("failing", "threes", "one_three", "good", "excellent", "unknown")
# so many subjects are named in each sentence for the parents
_MOST_NAMED = 3
# from this share of «4» and «5» on a subject is said to go well
_WELL = 0.75


class LedgerMark(NamedTuple):
    """One cell of a ledger: ``value`` from 1 to 5, or 0 where ``status`` stands instead of it."""

    value: int
    status: str

    def is_debt(self):
        return self.value in (1, 2) or self.status in DEBTS


class Meeting(NamedTuple):
    """What the parents of a class are told: numbers of the class, names of subjects."""

    name: str
    period: str
    pupils: int
    good: int
    judged: int
    marks: dict
    repeat: list
    days: int | None


def zone(mark):
    """Return the zone of one mark: a debt, a three, a five, or none."""
    if mark.is_debt():
        return "critical"
    return {3: "acceptable", 5: "optimal"}.get(mark.value)


def group_of(marks):
    """Return (group, subjects that stand in the way of the next one) of one pupil.

    :param marks: {subject: ``LedgerMark``}; nothing, or only «осв» and «зач», is "unknown"
    """
    debts = [subject for subject, mark in marks.items() if mark.is_debt()]
    threes, fours, fives = (
        [subject for subject, mark in marks.items() if mark.value == value] for value in (3, 4, 5)
    )
    if debts:
        return "failing", debts
    if threes:
        return ("one_three" if len(threes) == 1 else "threes"), threes
    if fours:
        return "good", fours if len(fours) == 1 else []
    return ("excellent", []) if fives else ("unknown", [])


def grouped(ledger):
    """Return {group: [(pupil, subjects in the way)]} in the order of ``GROUPS``.

    :param ledger: {pupil: {subject: ``LedgerMark``}}
    """
    found = {group: [] for group in GROUPS}
    for pupil, marks in ledger.items():
        group, subjects = group_of(marks)
        found[group].append((pupil, subjects))
    return found


def meeting_lines(meeting, _):
    """Return the sentences of the parents' meeting: the class and subjects, never a pupil.

    Numbers of fewer than five pupils, or next to the whole class, tell of single children and are
    left out.
    """
    lines = [
        _(
            "%(name)s, %(period)s. Pupils in the class: %(pupils)s.",
            name=meeting.name,
            period=meeting.period,
            pupils=meeting.pupils,
        ),
        *_tell_good(meeting, _),
        *_tell_subjects(meeting, _),
    ]
    if meeting.repeat:
        lines.append(_("Worth repeating at home: %(topics)s.", topics="; ".join(meeting.repeat)))
    if meeting.days and meeting.pupils >= SMALL:
        lines.append(_("School days missed by the class as a whole: %(days)s.", days=meeting.days))
    lines.append(_("Each family is told the marks of its own child, after the meeting."))
    return lines


def _tell_good(meeting, _):
    if meeting.good < THRESHOLD:
        return
    if meeting.judged - meeting.good >= THRESHOLD:
        yield _(
            "On «4» and «5» learn %(good)s of %(judged)s pupils.",
            good=meeting.good,
            judged=meeting.judged,
        )
    elif meeting.judged >= SMALL:
        yield _("Nearly all of the class learns on «4» and «5».")


def _tell_subjects(meeting, _):
    """A subject is named when the marks behind the sentence are those of five pupils or more."""
    shares = {
        subject: (sum(value >= 4 for value in values) / len(values), values)
        for subject, values in meeting.marks.items()
        if len(values) >= THRESHOLD
    }
    hard = [
        subject
        for subject, (share, values) in sorted(shares.items(), key=lambda item: item[1][0])
        if share < _WELL and sum(value < 4 for value in values) >= THRESHOLD
    ][:_MOST_NAMED]
    well = [
        subject
        for subject, (share, _values) in sorted(shares.items(), key=lambda item: -item[1][0])
        if share >= _WELL
    ][:_MOST_NAMED]
    if well:
        yield _("Going well: %(subjects)s.", subjects=", ".join(well))
    if hard:
        yield _("More work is needed in: %(subjects)s.", subjects=", ".join(hard))
