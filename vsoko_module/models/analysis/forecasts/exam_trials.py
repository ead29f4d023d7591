"""Trial works of an exam: who is how near to the threshold of «3», condition by condition."""

from dataclasses import dataclass
from statistics import fmean, stdev

from odoo.fields import Domain
from odoo.tools import SQL

from ....tools.forecast import meets_all, past_chance, readiness
from ....tools.measures import alpha
from ...evidence.assessments.vsoko_assessment_type import DIAGNOSTIC_ONLY, EXAMS

GRADES = (9, 11, 12)
PASSED = 3


@dataclass(frozen=True, slots=True)
class Condition:
    """``name`` is a part of the work, empty for all of it; ``threshold`` points are asked for."""

    name: str
    threshold: float


@dataclass(frozen=True, slots=True)
class PupilReadiness:
    """``parts`` is a `Readiness` or None for each condition; ``own_past`` is how many of how many
    of the school's own pupils near these points have passed."""

    parts: tuple
    word: str | None
    own_past: tuple | None


class Trials:
    """The trials of one scale that the pupils of a class have written in a subject.

    Everything is read with the rights of the user but the past of the school, of which two numbers
    are told.
    """

    def __init__(self, school_class, subject):
        self.works = _get_trials(school_class, subject)
        band = self._get_band()
        self.conditions = band and _get_conditions(band)
        self.step = self.works[:1]._get_step() if self.works else 1
        self._points = {work: _read_points(work) for work in self.works} if band else {}
        self._past = self._read_past() if band else []

    def _get_band(self):
        bands = self.works[:1].test_id.band_ids
        return next((band for band in bands._get_bands() if band.mark == PASSED), None)

    def get_readiness(self, pupil):
        """Return the `PupilReadiness` of a pupil, None of who has written no trial."""
        written = [rows[pupil] for rows in self._points.values() if pupil in rows]
        if not written:
            return None
        parts = tuple(self._get_part(condition, written) for condition in self.conditions)
        mean = fmean(self._sum(self.conditions[0], row) for row in written)
        return PupilReadiness(
            parts, meets_all(parts), past_chance(self._past, mean, max(1, self._spread()))
        )

    def _get_part(self, condition, written):
        rows = [
            self._select(condition, row) for work in self._points.values() for row in work.values()
        ]
        totals = [sum(row) for row in rows]
        return readiness(
            [self._sum(condition, row) for row in written],
            condition.threshold,
            alpha(rows),
            stdev(totals) if len(totals) > 1 else 0.0,
            fmean(totals),
            len(totals),
            self.step,
        )

    def _spread(self):
        """The error of measurement of a trial; 0 where it is not known."""
        rows = [
            self._select(self.conditions[0], row)
            for one in self._points.values()
            for row in one.values()
        ]
        reliability = alpha(rows)
        if reliability is None or len(rows) < 2:
            return 0
        return stdev(sum(row) for row in rows) * max(0, 1 - reliability) ** 0.5

    def _select(self, condition, row):
        """The points of a pupil by task in the part that a condition is about."""
        parts = self.works[:1].test_id.task_ids.mapped("part")
        return [
            points or 0
            for points, part in zip(row, parts, strict=True)
            if not condition.name or part == condition.name
        ]

    def _sum(self, condition, row):
        return sum(self._select(condition, row))

    def _read_past(self):
        """Return [(points of the trial, whether the exam was passed)] of the school's own pupils
        who wrote a trial of the same scale before an exam of the subject."""
        work = self.works[:1]
        work.env.flush_all()
        return work.env.execute_query(
            SQL(
                """
                SELECT trial.score, exam.mark >= %(passed)s
                  FROM vsoko_result trial
                  JOIN vsoko_assessment work ON work.id = trial.assessment_id
                  JOIN vsoko_result exam
                    ON exam.student_id = trial.student_id AND exam.subject_id = trial.subject_id
                   AND exam.date > trial.date AND exam.date < trial.date + 366
                   AND exam.attendance = 'present' AND exam.mark IS NOT NULL
                  JOIN vsoko_assessment held
                    ON held.id = exam.assessment_id AND held.procedure = ANY(%(exams)s)
                 WHERE work.test_id = %(test)s AND work.procedure <> ALL(%(outside)s)
                   AND trial.company_id = %(company)s
                   AND trial.attendance = 'present' AND trial.score IS NOT NULL
                 ORDER BY trial.id, exam.id
                """,
                passed=PASSED,
                exams=list(EXAMS),
                test=work.test_id.id,
                outside=list(DIAGNOSTIC_ONLY + EXAMS),
                company=work.company_id.id,
            )
        )


def _get_trials(school_class, subject):
    """The works of the year by the test of the last one, the last first; another test has
    another scale and is not compared."""
    if school_class.grade not in GRADES:
        return school_class.env["vsoko.assessment"]
    works = school_class.env["vsoko.assessment"].search(
        Domain("class_ids", "in", school_class.ids)
        & Domain("subject_id", "=", subject.id)
        & Domain("procedure", "not in", DIAGNOSTIC_ONLY + EXAMS)
        & Domain("state", "in", ("closed", "analysed"))
        & Domain("test_id.band_ids.mark", "=", PASSED),
        order="date desc, id desc",
    )
    return works.filtered(lambda work: work.test_id == works[:1].test_id)


def _get_conditions(band):
    whole = Condition("", band.min_score)
    return (whole, Condition(band.condition, band.condition_points)) if band.condition else (whole,)


def _read_points(work):
    """Return {pupil's id: points by task} of those who wrote."""
    points = work._read_points()
    results = work.env["vsoko.result"].search([("id", "in", list(points))], order="id")
    return {result.student_id.id: points[result.id] for result in results}
