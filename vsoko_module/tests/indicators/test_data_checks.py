from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import SQL

from ...models.indicators.data_checks import DATA_CHECKS
from ..evidence.common import AssessmentCase

# what breaks each check by itself, in the first quarter of 5А
FIGURE = """
    UPDATE vsoko_indicator_value figure SET {}
      FROM vsoko_indicator indicator
     WHERE indicator.id = figure.indicator_id AND indicator.code = '{}' AND cell = 'class:{}'
"""
BREAKS = {
    "share_range": ("quality", "value = 100.5, numerator = 100.5, denominator = 100"),
    "part_of_whole": ("quality", "numerator = denominator + 1"),
    "quotient": ("average_mark", "value = value + 0.01"),
    "missing_reason": ("quality", "value = NULL"),
    "people": ("quality", "people = n + 1"),
    "pupils_of_class": ("quality", "people = 7, n = 12"),
    "too_few": ("quality", "people = 4, status = 'optimal', grey_reason = NULL"),
    "change": ("quality", "delta = 3"),
    "sum_of_classes": ("contingent", "n = n + 1"),
    "movement": ("contingent", "value = value + 1"),
}
FACTS = {
    "class_of_mark": "UPDATE vsoko_mark SET class_id = {other} WHERE id = {mark}",
    "sum_of_tasks": "UPDATE vsoko_result SET score = score - 1 WHERE id = {result}",
    "points_of_task": "UPDATE vsoko_task_score SET score = 99 WHERE id = {score}",
    "days_of_stay": "UPDATE vsoko_enrolment SET date_from = '2025-08-31' WHERE id = {stay}",
}


@tagged("post_install", "-at_install")
class TestDataChecks(AssessmentCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        marks = {(pupil, cls.math): 4 for pupil in cls.students}
        cls.marks = cls.add_marks(marks, cls.q1)
        cls.enter(cls.work, ["11123"] * len(cls.work.result_ids))
        cls.q1.action_calculate()
        cls.env.flush_all()

    def lines(self, role="administration", **context):
        Check = self.env["vsoko.data.check"].with_user(self.users[role])
        lines = Check.with_context(**context).search([])
        lines.invalidate_recordset()
        return lines

    def found(self):
        return {line.check: line.found for line in self.lines() if line.found}

    def break_by(self, check):
        """Break one check by SQL, past everything that keeps it."""
        if check in BREAKS:
            code, change = BREAKS[check]
            statement = FIGURE.format(change, code, self.class_5a.id)
        else:
            score = self.work.result_ids[0].task_score_ids[0]
            statement = FACTS[check].format(
                other=self.class_5b.id,
                mark=self.marks[0].id,
                result=self.work.result_ids[0].id,
                score=score.id,
                stay=self.students[0].enrolment_ids.id,
            )
        self.env.cr.execute(SQL(statement.replace("%", "%%")))
        self.assertEqual(self.env.cr.rowcount, 1, check)
        self.env.invalidate_all()

    def test_nothing_is_wrong_in_a_school_of_the_program(self):
        lines = self.lines()
        self.assertEqual(self.found(), {})
        self.assertEqual(set(lines.mapped("check")), {check.code for check in DATA_CHECKS})
        self.assertEqual(set(lines.mapped("state")), {"clean"})
        self.assertEqual(lines.company_id, self.env.company)

    def test_each_break_is_named_and_its_row_opened(self):
        self.assertEqual({*BREAKS, *FACTS}, {check.code for check in DATA_CHECKS})
        models = {check.code: check.model for check in DATA_CHECKS}
        for check in (*BREAKS, *FACTS):
            savepoint = self.env.cr.savepoint()
            with self.subTest(check):
                self.break_by(check)
                self.assertGreaterEqual(self.found().get(check, 0), 1)
                line = self.lines()[0]
                self.assertEqual(line.state, "wrong", "what is wrong stands first")
                line = self.lines().filtered(lambda one, check=check: one.check == check)
                action = line.action_open_rows()
                rows = self.env[action["res_model"]].search(action["domain"])
                self.assertEqual(len(rows), line.found)
                self.assertEqual(rows._name, models[check])
            savepoint.close(rollback=True)
            self.env.invalidate_all()

    def test_a_check_names_no_more_than_what_is_wrong(self):
        """A pupil with the mark in another class: nothing else of the school is named."""
        self.break_by("class_of_mark")
        self.assertEqual(self.found(), {"class_of_mark": 1})
        line = self.lines()[0]
        self.assertEqual(line.action_open_rows()["domain"], [("id", "in", self.marks[0].ids)])
        self.assertIn("class", line.display_name)
        self.assertTrue(line.advice)

    def test_another_school_is_not_named(self):
        other = self.env["res.company"].create({"name": "Другая школа"})
        self.users["director"].company_ids |= other
        self.break_by("class_of_mark")
        self.env.cr.execute(
            SQL("UPDATE vsoko_mark SET company_id = %s WHERE id = %s", other.id, self.marks[0].id)
        )
        self.env.invalidate_all()
        self.assertEqual(self.found(), {})
        seen = self.lines("director", allowed_company_ids=[other.id])
        self.assertEqual(seen.company_id, other)
        self.assertEqual(
            {line.check: line.found for line in seen if line.found}, {"class_of_mark": 1}
        )

    def test_only_the_administration_looks(self):
        for role in ("teacher", "methodical_council", "pedagogical_council", "user"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.lines(role).mapped("found")
        self.assertTrue(self.lines("director"))
        with self.assertRaises(AccessError):
            self.lines()[0].unlink()
