from odoo import models
from odoo.tools import SQL

from ...tools import measures
from ...tools.measures.progress import compare
from .vsoko_dynamics import mark_figures

# the grades that begin a level: what the pupils had before is compared with what they have now
_ADAPTATION = (1, 5, 10)


class VsokoDynamics(models.AbstractModel):
    """The part of the page that rests on marks of the journal."""

    _inherit = "vsoko.dynamics"

    def _get_marks(self, classes):
        """Return the marks of the pupils and of the classes they came from, that the user reads.

        :return: ``[{'student_id', 'class_id', 'subject', 'year', 'period', 'value'}]``; of past
            years those of the year, of this one those of its terms and of the year; value None:
            not attested, 0: a failed course
        """
        chain = self._get_chain(classes)
        students = self._get_students(classes)
        self.env.flush_all()
        readable = self.env["vsoko.mark"]._search(
            [
                "|",
                ("class_id", "in", [one.id for step in chain for one in step]),
                ("student_id", "in", students),
                ("status", "in", ("graded", "not_attested", "failed")),
            ]
        )
        rows = self.env.execute_query(
            SQL(
                """
                SELECT mark.student_id, mark.class_id, mark.subject_id, mark.period_id,
                       CASE WHEN mark.status = 'failed' THEN 0 ELSE NULLIF(mark.value, 0) END
                  FROM vsoko_mark mark
                  JOIN vsoko_period period ON period.id = mark.period_id
                 WHERE mark.id IN %s AND (period.kind = 'year' OR period.year_id = %s)
                """,
                readable.subselect(),
                classes.year_id.id or None,
            )
        )
        Subject, Period = self.env["vsoko.subject"], self.env["vsoko.period"]
        periods = Period.browse({row[3] for row in rows}).sorted("date_end")
        known = {period.id: period for period in periods}
        return [
            {
                "student_id": student_id,
                "class_id": class_id,
                "subject": Subject.browse(subject_id),
                "period": known[period_id],
                "value": value,
            }
            for student_id, class_id, subject_id, period_id, value in rows
        ]

    def _get_chain(self, classes):
        """Return the classes a year before each other, from the chosen back to the first."""
        chain = [classes]
        while chain[-1].previous_id and len(chain) < 11:
            chain.append(chain[-1].previous_id)
        return chain

    def _get_students(self, classes):
        """Return the ids of the pupils in the classes today or on the nearest day of the year."""
        if not classes:
            return []
        present = self.env["vsoko.enrolment"]._get_present_domain(
            classes.year_id._get_nearest_day()
        )
        enrolments = self.env["vsoko.enrolment"].search([("class_id", "in", classes.ids), *present])
        return enrolments.student_id.ids

    def _get_cohort(self, classes, subject, marks):
        """Return the figures of the pupils of today and of their classes, year by year.

        :return: ``{'n', 'lines': [{'year', 'class', 'period', 'same', 'whole'}]}``; ``same`` are
            those of the pupils who have marks in every year, ``whole`` of the class as it was,
            with ``n``
        """
        subjects = subject.union(*(mark["subject"] for mark in marks))
        of_subject = self._get_continuing(subject, subjects) if subject else subjects
        wanted = [mark for mark in marks if mark["subject"] in of_subject]
        students = set(self._get_students(classes))
        steps = []
        for step in reversed(self._get_chain(classes)):
            period = self._get_last_period(step, wanted)
            found = [mark for mark in wanted if mark["period"] == period]
            steps.append((step, period, found))
        by_pupil = [_by_pupil(found, students) for _step, _period, found in steps]
        same = measures.same_pupils(by_pupil)
        return {
            "n": len(same),
            "lines": [
                {
                    "year": step.year_id.name,
                    "class": ", ".join(step.mapped("name")),
                    "period": period.name or "",
                    "same": _figures(found, same, by="student_id"),
                    "whole": _figures(found, set(step.ids), by="class_id"),
                }
                for step, period, found in steps
            ],
        }

    def _get_last_period(self, classes, marks):
        """Return the last period of the classes' year that has marks."""
        periods = [mark["period"] for mark in marks if mark["period"].year_id == classes.year_id]
        order = {"year": 1}
        return max(
            periods,
            key=lambda period: (period.date_end, order.get(period.kind, 0)),
            default=self.env["vsoko.period"],
        )

    def _get_adaptation(self, classes, marks):
        """Return the same pupils before and after the level, by subject.

        :return: False for other grades; ``{'is_first', 'before', 'after', 'lines': [{'subject',
            'n', 'mean_before', 'mean_after', 'quality_before', 'quality_after', 'up', 'same',
            'down'}]}``; the first grade has no marks before
        """
        if classes[:1].grade not in _ADAPTATION:
            return False
        year = classes.year_id
        after = self._get_last_period(classes, marks)
        past = [mark["period"] for mark in marks if mark["period"].year_id != year]
        before = max(past, key=lambda period: period.date_end, default=self.env["vsoko.period"])
        students = set(self._get_students(classes))
        found = _by_subject([mark for mark in marks if mark["student_id"] in students])
        subjects = self.env["vsoko.subject"].union(*(subject for _period, subject in found))
        lines = []
        for subject in subjects.sorted("sequence, name"):
            earlier = {}
            for one in self._get_continuing(subject, subjects):
                earlier |= found.get((before, one), {})
            lines.append(_compare_subject(subject, earlier, found.get((after, subject), {})))
        return {
            "is_first": classes[:1].grade == 1,
            "before": before.display_name or "",
            "after": after.display_name or "",
            "lines": [line for line in lines if line["n"]],
        }


def _by_pupil(marks, students):
    found = {}
    for mark in marks:
        if mark["student_id"] in students:
            found.setdefault(mark["student_id"], []).append(mark["value"])
    return found


def _figures(marks, members, by):
    """Return the figures of the marks of pupils or of classes, and the number of pupils."""
    found = [mark for mark in marks if mark[by] in members]
    counts = measures.count_marks(mark["value"] for mark in found)
    return {"n": len({mark["student_id"] for mark in found}), **mark_figures(counts)}


def _by_subject(marks):
    """Return {(period, subject): {pupil's id: mark}}."""
    found = {}
    for mark in marks:
        key = mark["period"], mark["subject"]
        found.setdefault(key, {})[mark["student_id"]] = mark["value"]
    return found


def _compare_subject(subject, before, after):
    both = before.keys() & after.keys()
    first, second = (
        mark_figures(measures.count_marks(marks[pupil] for pupil in both))
        for marks in (before, after)
    )
    up, same, down = compare({pupil: before[pupil] for pupil in both}, after)
    return {
        "subject": subject.name,
        "n": len(both),
        "mean_before": first["mean"],
        "mean_after": second["mean"],
        "quality_before": first["quality"],
        "quality_after": second["quality"],
        "up": up,
        "same": same,
        "down": down,
    }
