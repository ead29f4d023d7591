from dataclasses import astuple

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from ...tools.analysis import Aggregate, Level, Pupil, Task, Work
from ...tools.readers.vpr_groups import EVERYBODY
from ...tools.readers.works import whole
from ..evidence.assessments.vsoko_assessment_aggregate import LEVELS
from ..evidence.assessments.vsoko_result import JOURNAL_MARK


class VsokoAssessment(models.Model):
    """Takes the facts of a work for `tools.analysis`, with the rights of the user.

    The number of queries does not depend on the number of pupils, tasks or classes.
    """

    _inherit = "vsoko.assessment"

    def _make_work(self):
        """Return the ``Work`` of the results that the user may read."""
        self.ensure_one()
        pupils = self._make_pupils()
        scores = [pupil.score for pupil in pupils if pupil.score is not None]
        Scale = self.env["vsoko.achievement.level"].with_company(self.company_id)
        levels = Scale._get_levels("work")
        reached = Scale._get_levels("element").filtered("is_reached")
        return Work(
            name=self.display_name,
            day=self.date,
            maximum=self.max_score or max(scores, default=0),
            step=self._get_step(),
            tasks=self._make_tasks(),
            pupils=pupils,
            bands=tuple(astuple(band) for band in self.test_id.band_ids._get_bands()),
            aggregates=self._make_aggregates(),
            texts=self.task_texts or {},
            levels=tuple(Level(level.min_percent, level.name, level.status) for level in levels),
            levels_origin="; ".join(dict.fromkeys(levels.mapped("origin"))),
            mastered_from=min(reached.mapped("min_percent"), default=Work.mastered_from),
            weights=self.company_id._get_mark_weights(),
            planned=tuple(self.class_ids.sorted().mapped("name")),
        )

    def _make_pupils(self):
        """Return the ``Pupil`` of each result; their names come as in any list of results."""
        rows = self.env["vsoko.result"].search_read(
            [("assessment_id", "=", self.id)],
            ["student_id", "class_id", "teacher_id", "attendance", "score"],
            order="class_id, student_id, id",
        )
        points, marks = self._read_points(), self._read_marks()
        classes = self.env["vsoko.class"].browse({row["class_id"][0] for row in rows})
        names = {school_class.id: school_class.name for school_class in classes}
        pupils = []
        for row in rows:
            mark, journal = marks.get(row["id"], (None, None))
            student_id, name = row["student_id"]
            pupils.append(
                Pupil(
                    key=student_id,
                    name=name,
                    class_name=names[row["class_id"][0]],
                    teacher=row["teacher_id"][1] if row["teacher_id"] else "",
                    attendance=row["attendance"],
                    points=points.get(row["id"]),
                    score=None if row["score"] is False else whole(row["score"]),
                    mark=mark,
                    journal=journal,
                )
            )
        return tuple(pupils)

    def _make_tasks(self):
        tasks = self.test_id.task_ids
        levels = dict(tasks._fields["difficulty"]._description_selection(self.env))
        return tuple(
            Task(
                number=task.number,
                max_score=task.max_score,
                level=task.difficulty or "",
                level_name=levels.get(task.difficulty, ""),
                content=tuple((line.code, line.name) for line in task.content_ids),
                skills=tuple((line.code, line.name) for line in task.skill_ids),
            )
            for task in tasks
        )

    def _make_aggregates(self):
        """Return the returned figures of other groups, those of the country first."""
        groups = self.aggregate_ids
        names = dict(groups._fields["level"]._description_selection(self.env))
        order = [level for level, _title in LEVELS]
        return tuple(
            Aggregate(
                level=names[group.level],
                name=group.name,
                participants=group.participants,
                shares=group._get_mark_shares(),
                comparison=group._get_comparison_shares(),
                average=group.average or None,
                note=group.note or "",
                key=group.level,
                tasks=group.task_shares or {},
                points=(group.point_shares or {}).get(EVERYBODY, {}),
            )
            for group in groups.sorted(lambda group: order.index(group.level))
        )

    def _get_step(self):
        return float(self.test_id.step or 1)

    def _get_readable_results(self, classes=None):
        """Return the query of the results, of some classes only, that the user may read."""
        self.check_access("read")
        self.env.flush_all()
        domain = Domain("assessment_id", "in", self.ids)
        if classes is not None:
            domain &= Domain("class_id", "in", classes.ids)
        return self.env["vsoko.result"]._search(domain)

    def _read_points(self):
        """Return {result's id: points by task in the order of the test} of those who wrote.

        None is a task that was not reached; whose points by task are not known is left out.
        """
        rows = self.env.execute_query(
            SQL(
                """
                SELECT result.id, jsonb_object_agg(score.task_id, score.score)
                  FROM vsoko_result result
                  JOIN vsoko_task_score score ON score.result_id = result.id
                 WHERE result.attendance = 'present' AND result.id IN %s
                 GROUP BY result.id
                 -- sums of fractions in one order are the same to the last digit
                 ORDER BY result.id
                """,
                self._get_readable_results().subselect(),
            )
        )
        keys = [str(task.id) for task in self.test_id.task_ids]
        return {result_id: tuple(map(points.get, keys)) for result_id, points in rows}

    def _read_marks(self):
        """Return {result's id: (mark of the work, mark of the journal)} of those who wrote; a
        missing mark is None. The mark of the journal is the one kept at the closing, if any."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT result.id, result.mark, COALESCE(result.journal_mark, mark.value)
                  FROM vsoko_result result
                  JOIN vsoko_assessment work ON work.id = result.assessment_id
                  LEFT JOIN vsoko_mark mark ON %s
                 WHERE result.attendance = 'present' AND result.id IN %s
                """,
                JOURNAL_MARK,
                self._get_readable_results().subselect(),
            )
        )
        return {result_id: (mark, journal) for result_id, mark, journal in rows}

    def _get_totals(self, classes=None):
        """Return {work's id: {pupil's id: (points, mark or None)}} of those who wrote."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT assessment_id, student_id, score, mark FROM vsoko_result
                 WHERE attendance = 'present' AND score IS NOT NULL AND id IN %s
                """,
                self._get_readable_results(classes).subselect(),
            )
        )
        totals = {work.id: {} for work in self}
        for work_id, student_id, score, mark in rows:
            totals[work_id][student_id] = (score, mark)
        return totals
