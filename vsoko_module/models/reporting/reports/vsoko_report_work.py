from odoo import models
from odoo.tools import format_date

from ....tools import measures
from ....tools.reports.assessment import Aggregate, Pupil, Task, Work, make_note
from ....tools.reports.points import points_text


class VsokoReportWork(models.AbstractModel):
    """Takes what the note of an assessment rests on, with the rights of its author.

    The number of queries does not depend on the number of pupils, tasks or classes.
    """

    _name = "vsoko.report.work"
    _description = "Taking the facts of an assessment"

    def _collect(self, assessment):
        """Return the parts of the note by name, as `tools.reports.given` writes them."""
        return make_note(self._make_work(assessment, self._read_results(assessment)), self.env._)

    def _get_heading(self, assessment):
        """Return whose results the user may read.

        :return: dict ``day``; ``classes``, their names; ``cover``, the distinct pairs [class,
            teacher or None] of the results; ``is_whole``, whether no result is left out
        """
        groups = self.env["vsoko.result"]._read_group(
            [("assessment_id", "=", assessment.id)], ["class_id", "teacher_id"], ["__count"]
        )
        # Only the number of the results is asked for, not what is in them.
        total = (
            self.env["vsoko.result"].sudo().search_count([("assessment_id", "=", assessment.id)])
        )
        classes = self.env["vsoko.class"].union(*(group[0] for group in groups))
        return {
            "day": format_date(self.env, assessment.date),
            "classes": classes.sorted().mapped("name"),
            "cover": [
                [school_class.id, teacher.id or None] for school_class, teacher, _n in groups
            ],
            "is_whole": sum(count for *_pair, count in groups) == total,
        }

    def _read_results(self, assessment):
        """Return the rows the user may read; names of pupils come as in any list of results."""
        return self.env["vsoko.result"].search_read(
            [("assessment_id", "=", assessment.id)],
            ["student_id", "class_id", "teacher_id", "attendance", "score", "mark", "journal_mark"],
            order="class_id, student_id, id",
        )

    def _make_work(self, assessment, results):
        matrix = assessment._get_matrix()
        points = dict(zip(matrix.ids, matrix.rows, strict=True))
        Level = self.env["vsoko.achievement.level"].with_company(assessment.company_id)
        levels = Level._get_levels("work")
        reached = Level._get_levels("element").filtered("is_reached")
        return Work(
            levels=tuple((level.min_percent, level.name) for level in levels),
            levels_origin="; ".join(dict.fromkeys(levels.mapped("origin"))),
            weights=assessment.company_id._get_mark_weights(),
            mastered_from=min(reached.mapped("min_percent"), default=Work.mastered_from),
            name=assessment.display_name,
            day=assessment.date,
            step=float(assessment.test_id.step or 1),
            maximum=self._get_maximum(assessment, results),
            tasks=self._make_tasks(assessment, matrix),
            pupils=tuple(self._make_pupil(row, points.get(row["id"])) for row in results),
            bands=tuple((band.min_score, band.mark) for band in assessment.test_id.band_ids),
            facts=self._get_facts(assessment, results),
            planned=tuple(assessment.class_ids.sorted().mapped("name")),
            aggregates=self._make_aggregates(assessment),
            previous=self._get_previous(assessment, results),
        )

    def _get_maximum(self, assessment, results):
        scores = [row["score"] for row in results if row["score"] is not False]
        return assessment.max_score or max(scores, default=0)

    def _make_tasks(self, assessment, matrix):
        levels = dict(matrix.tasks._fields["difficulty"]._description_selection(self.env))
        found = measures.for_people(measures.analyse(matrix.rows, matrix.maxima, matrix.step))
        return tuple(
            Task(
                number=task.number,
                max_score=task.max_score,
                level=task.difficulty or "",
                level_name=levels.get(task.difficulty, ""),
                content=tuple((line.code, line.name) for line in task.content_ids),
                skills=tuple((line.code, line.name) for line in task.skill_ids),
                remarks=tuple(assessment._get_remarks(item, found.n)),
            )
            for task, item in zip(matrix.tasks, found.items, strict=True)
        )

    def _make_pupil(self, row, points):
        return Pupil(
            key=row["student_id"][0],
            name=row["student_id"][1],
            class_name=row["class_id"][1],
            teacher=row["teacher_id"][1] if row["teacher_id"] else "",
            attendance=row["attendance"],
            points=points,
            score=None if row["score"] is False else row["score"],
            mark=row["mark"] or None,
            journal=row["journal_mark"] or None,
        )

    def _make_aggregates(self, assessment):
        levels = dict(
            self.env["vsoko.assessment.aggregate"]._fields["level"]._description_selection(self.env)
        )
        return tuple(
            Aggregate(
                levels[group.level],
                group.name,
                group.participants,
                group._get_mark_shares(),
            )
            for group in assessment.aggregate_ids
        )

    def _get_facts(self, assessment, results):
        """Return the pairs (heading, text) of the passport that are known."""
        test = assessment.test_id
        teachers = dict.fromkeys(row["teacher_id"][1] for row in results if row["teacher_id"])
        facts = [
            (self.env._("Type of work"), assessment.type_id.name),
            (self.env._("Purpose"), test.purpose),
            (self.env._("Subject"), assessment.subject_id.name),
            (self.env._("Classes"), ", ".join(dict.fromkeys(r["class_id"][1] for r in results))),
            (self.env._("Date"), format_date(self.env, assessment.date)),
            (self.env._("Teachers"), ", ".join(teachers)),
            (self.env._("Responsible"), assessment.responsible_id.name),
        ]
        if test:
            facts += [
                (self.env._("Test materials"), test.display_name),
                (self.env._("Tasks"), str(len(test.task_ids))),
                (self.env._("Greatest points"), points_text(test.max_score)),
                (self.env._("Duration, minutes"), str(test.duration or "")),
            ]
        return tuple((heading, text) for heading, text in facts if text)

    def _get_previous(self, assessment, results):
        """Return the last earlier work of the subject that some of these pupils wrote too."""
        subjects = assessment.subject_id | assessment.journal_subject_id
        pupils = [row["student_id"][0] for row in results if row["attendance"] == "present"]
        earlier = self.env["vsoko.assessment"].search(
            [
                ("subject_id", "in", subjects.ids),
                ("date", "<", assessment.date),
                ("state", "in", assessment._locked_states),
                ("test_id.max_score", ">", 0),
                (
                    "result_ids",
                    "any",
                    [("attendance", "=", "present"), ("student_id", "in", pupils)],
                ),
            ],
            order="date desc, id desc",
            limit=1,
        )
        if not earlier:
            return None
        return earlier.display_name, earlier.date, earlier.max_score, earlier._get_totals()
