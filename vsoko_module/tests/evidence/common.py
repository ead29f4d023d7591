from datetime import date

from odoo.fields import Command
from odoo.tools import SQL

from odoo.addons.vsoko_module.models.evidence.mastery.element_points import by_year, judged

from ..common import SchoolCase

# ten pupils, tasks of 1, 1, 1, 2 and 3 points, of which the first four are of class 5Б
VECTOR = (
    "11123",
    "11122",
    "11112",
    "11011",
    "11010",
    "10101",
    "10010",
    "01000",
    "10000",
    "00000",
)
MAXIMA = (1, 1, 1, 2, 3)


class AssessmentCase(SchoolCase):
    """A test of five tasks and an assessment of it in 5А and 5Б, open for results."""

    @classmethod
    def make_fixture(cls):
        cls.env["vsoko.assessment"].search([]).unlink()
        cls.test = cls.make_test()
        cls.work = cls.make_work(cls.class_5a | cls.class_5b)
        cls.work.action_start()

    def tearDown(self):
        """Whatever a test did to works and results, the kept sums are what the points give."""
        if not self.env.cr.closed:
            with self.env.cr.savepoint(flush=False):
                self.env.flush_all()
                self.assertFalse(self._find_wrong_totals())
        super().tearDown()

    def _find_wrong_totals(self):
        names = SQL(
            "student_id, class_id, subject_id, teacher_id, kind, element_id, works, tasks,"
            " points, max_points, last_date, achievement_id, state"
        )
        computed = SQL("SELECT %s FROM (%s) found", names, judged(self.env, by_year()))
        kept = SQL("SELECT %s FROM vsoko_element_total", names)
        return self.env.execute_query(
            SQL(
                "((%(a)s) EXCEPT ALL (%(b)s)) UNION ALL ((%(b)s) EXCEPT ALL (%(a)s))",
                a=computed,
                b=kept,
            )
        )

    @classmethod
    def make_test(cls, bounds=(0, 3, 5, 7)):
        return cls.env["vsoko.test"].create(
            {
                "name": "Десятичные дроби",
                "subject_id": cls.math.id,
                "grade": 5,
                "task_ids": [
                    Command.create({"number": str(place), "sequence": place, "max_score": maximum})
                    for place, maximum in enumerate(MAXIMA, start=1)
                ],
                "band_ids": [
                    Command.create({"min_score": bound, "mark": mark})
                    for mark, bound in enumerate(bounds, start=2)
                ],
            }
        )

    @classmethod
    def make_work(cls, classes, kind="internal", day=date(2025, 10, 1), test=None):
        return cls.env["vsoko.assessment"].create(
            {
                "type_id": cls.env.ref(f"vsoko_module.assessment_type_{kind}").id,
                "test_id": (test or cls.test).id,
                "class_ids": classes.ids,
                "date": day,
            }
        )

    @classmethod
    def enter(cls, work, rows):
        """Give the pupils of a work points by task: a digit, or «-» for not reached."""
        results = work.result_ids.sorted("id")
        cls.env["vsoko.task.score"].create(
            [
                {
                    "result_id": result.id,
                    "task_id": task.id,
                    "score": False if text == "-" else int(text),
                }
                for result, row in zip(results, rows, strict=False)
                for task, text in zip(work.test_id.task_ids, row, strict=True)
            ]
        )
        results[: len(rows)].attendance = "present"
        return results
