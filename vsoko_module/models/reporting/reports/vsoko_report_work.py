from dataclasses import replace

from odoo import models
from odoo.tools import format_date

from ....tools.reports.assessment import make_note
from ....tools.reports.points import points_text


class VsokoReportWork(models.AbstractModel):
    """Makes the note of an assessment, with the rights of its author: what the page of the
    analysis shows, the passport of the work and the earlier work of the same pupils.

    The number of queries does not depend on the number of pupils, tasks or classes.
    """

    _name = "vsoko.report.work"
    _description = "Taking the facts of an assessment"

    def _collect(self, assessment):
        """Return the parts of the note by name, as `tools.reports.given` writes them."""
        work = assessment._make_work()
        work = replace(
            work,
            facts=self._get_facts(assessment, work),
            previous=self._get_previous(assessment, work),
        )
        return make_note(work, self.env._)

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

    def _get_facts(self, assessment, work):
        """Return the pairs (heading, text) of the passport that are known."""
        test = assessment.test_id
        teachers = dict.fromkeys(pupil.teacher for pupil in work.pupils if pupil.teacher)
        facts = [
            (self.env._("Type of work"), assessment.type_id.name),
            (self.env._("Purpose"), test.purpose),
            (self.env._("Subject"), assessment.subject_id.name),
            (self.env._("Classes"), ", ".join(work.classes)),
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

    def _get_previous(self, assessment, work):
        """Return the last earlier work of the subject that some of these pupils wrote too."""
        subjects = assessment.subject_id | assessment.journal_subject_id
        pupils = [pupil.key for pupil in work.wrote]
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
        totals = earlier._get_totals()[earlier.id]
        return earlier.display_name, earlier.date, earlier.max_score, totals
