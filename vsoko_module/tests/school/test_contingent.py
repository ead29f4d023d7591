from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from ..common import SchoolCase

NUMBERS = ("at_start", "arrived", "moved_in", "moved_out", "finished", "departed", "at_end")


@tagged("post_install", "-at_install")
class TestContingent(SchoolCase):
    """5А has 6 pupils on the first day, 5Б and 9А have 4 each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        mover, leaver = cls.pupils_of(cls.class_5a)[:2]
        stays = mover.enrolment_ids | leaver.enrolment_ids
        stays[0].write({"date_to": date(2025, 10, 13), "reason": "transfer"})
        stays[1].write({"date_to": date(2025, 10, 20), "reason": "left"})
        cls.env.flush_all()
        cls.env["vsoko.enrolment"].create(
            {
                "student_id": mover.id,
                "class_id": cls.class_5b.id,
                "date_from": date(2025, 10, 13),
            }
        )
        cls.enrol(cls.class_9a, 2, date(2025, 11, 10))

    def _numbers(self, date_from, date_to):
        contingent = (
            self.env["vsoko.contingent"]
            .with_user(self.users["administration"])
            .create({"date_from": date_from, "date_to": date_to})
        )
        return {
            line.class_id.name: tuple(line[name] for name in NUMBERS)
            for line in contingent.line_ids
        }

    def test_movement_of_the_first_quarter(self):
        self.assertEqual(
            self._numbers(self.q1.date_start, self.q1.date_end),
            {
                "5А": (6, 0, 0, 1, 0, 1, 4),
                "5Б": (4, 0, 1, 0, 0, 0, 5),
                "9А": (4, 0, 0, 0, 0, 0, 4),
            },
        )

    def test_one_day(self):
        # the start is the evening before; who leaves on a day is not there on that day
        self.assertEqual(
            self._numbers(date(2025, 10, 13), date(2025, 10, 13)),
            {
                "5А": (6, 0, 0, 1, 0, 0, 5),
                "5Б": (4, 0, 1, 0, 0, 0, 5),
                "9А": (4, 0, 0, 0, 0, 0, 4),
            },
        )

    def test_who_comes_on_the_first_day_has_come(self):
        self.assertEqual(
            self._numbers(date(2025, 11, 10), date(2025, 11, 11))["9А"], (4, 2, 0, 0, 0, 0, 6)
        )
        self.assertEqual(
            self._numbers(date(2025, 11, 11), date(2025, 11, 12))["9А"], (6, 0, 0, 0, 0, 0, 6)
        )

    def test_end_of_school_is_not_a_departure(self):
        self.pupils_of(self.class_9a).enrolment_ids.write(
            {"date_to": date(2026, 7, 1), "reason": "graduated"}
        )
        self.assertEqual(
            self._numbers(date(2026, 5, 26), date(2026, 7, 1))["9А"], (6, 0, 0, 0, 4, 0, 2)
        )

    def test_days_in_order(self):
        with self.assertRaises(ValidationError):
            self._numbers(date(2025, 11, 10), date(2025, 11, 9))

    def test_another_school_is_not_counted(self):
        company = self.env["res.company"].create({"name": "Другая школа"})
        contingent = self.env["vsoko.contingent"].create(
            {
                "company_id": company.id,
                "date_from": self.q1.date_start,
                "date_to": self.q1.date_end,
            }
        )
        self.assertFalse(contingent.line_ids)

    def test_list_of_pupils_agrees_with_the_total(self):
        contingent = self.env["vsoko.contingent"].create(
            {"date_from": self.q1.date_start, "date_to": self.q2.date_end}
        )
        action = contingent.action_open_students()
        rows = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(len(rows), sum(contingent.line_ids.mapped("at_end")))

    def test_teachers_do_not_open_it(self):
        with self.assertRaises(AccessError):
            self.env["vsoko.contingent"].with_user(self.users["teacher"]).create({})
