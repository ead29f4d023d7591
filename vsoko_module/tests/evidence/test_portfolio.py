from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ..common import SchoolCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02")
class TestPortfolio(SchoolCase):
    """One page of a teacher: own lines, and totals since 2 March 2023."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.mine, cls.other = cls.teachers[:2]
        courses = (("2025-03-21", 36), ("2023-03-03", 18), ("2023-03-02", 72))
        for teacher in (cls.mine, cls.other):
            cls.env["vsoko.staff.course"].create(
                [
                    {"teacher_id": teacher.id, "topic": day, "hours": hours, "date_end": day}
                    for day, hours in courses
                ]
            )
        cls.env["vsoko.staff.event"].create(
            [
                {
                    "teacher_id": cls.mine.id,
                    "kind": "contest",
                    "name": f"Конкурс {result}",
                    "result": result,
                    "date": day,
                }
                for result, day in (
                    ("winner", "2025-11-14"),
                    ("participant", "2025-11-14"),
                    ("prize", "2020-11-14"),
                )
            ]
        )

    def test_the_own_page(self):
        own = self.env["vsoko.teacher"].with_user(self.users["teacher"])
        action = own.action_open_portfolio()
        self.assertEqual(action["res_id"], self.mine.id)
        card = own.browse(action["res_id"])
        # 36 + 18; the course of the second of March 2023 is a day too old
        self.assertEqual((card.course_count, card.course_hours), (2, 54))
        self.assertEqual((card.event_count, card.prize_count), (2, 1))
        self.assertEqual(str(card.portfolio_from), "2023-03-02")

    def test_of_others_there_is_nothing_to_see(self):
        # what the administration has just read is no business of the teacher
        self.env.invalidate_all()
        card = self.other.with_user(self.users["teacher"])
        self.assertEqual((card.course_count, card.course_hours), (0, 0))
        self.env.invalidate_all()
        self.assertEqual(self.other.course_count, 2)

    def test_without_a_card(self):
        page = self.env["vsoko.teacher"].with_user(self.users["administration"])
        with self.assertRaisesRegex(UserError, "not bound"):
            page.action_open_portfolio()
