from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import FiguresCase

# sources that a teacher reads, and the field by which the small school tells what is own
TEACHERS = ("mark", "student_term", "student_year", "enrolment", "expected_mark")


@tagged("post_install", "-at_install")
class TestOwnFacts(FiguresCase):
    """What a teacher opens behind a figure is of own classes and lessons, in every source.

    The first teacher leads mathematics in 5А and 9А and is the homeroom teacher of 5А.
    """

    def own(self, source, role="teacher"):
        fact = self.env[f"vsoko.fact.{source}"].with_user(self.users[role])
        return fact.search([("period_id", "=", self.q1.id)])

    def test_rows_of_own_classes(self):
        for source in TEACHERS:
            with self.subTest(source):
                rows = self.own(source)
                self.assertTrue(rows)
                self.assertLessEqual(rows.class_id, self.class_5a | self.class_9a)
                self.assertIn(self.class_5a, rows.class_id)
                self.assertLess(len(rows), len(self.own(source, "administration")))

    def test_lessons_of_others_in_a_class_that_is_led_by_another(self):
        for source in ("mark", "expected_mark"):
            rows = self.own(source).filtered(lambda row: row.class_id == self.class_9a)
            self.assertEqual(rows.subject_id, self.math, source)

    def test_staff_is_oneself(self):
        rows = self.own("staff")
        self.assertEqual(rows.teacher_id, self.teachers[0])
        self.assertEqual(self.own("staff", "administration").teacher_id, self.teachers)

    def test_every_source_is_read_by_those_who_may(self):
        """No role is kept from the rows it may read by an error of the rule itself."""
        asked = set()
        for name, _title in self.env["vsoko.fact.mark"]._get_sources():
            fact = self.env[f"vsoko.fact.{name}"]
            whole = fact.sudo().search([]).ids
            for role in ("teacher", "association_head", "administration", "medic"):
                try:
                    rows = fact.with_user(self.users[role]).search([])
                except AccessError:
                    continue
                asked.add((name, role))
                self.assertLessEqual(set(rows.ids), set(whole), (name, role))
        self.assertIn(("mentor", "teacher"), asked)
        self.assertGreater(len(asked), 40)
