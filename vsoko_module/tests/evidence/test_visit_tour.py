from datetime import date

from odoo.tests import HttpCase, tagged

from .rubric_case import RubricCase


@tagged("post_install", "-at_install")
class TestVisitTour(RubricCase, HttpCase):
    browser_size = "390x844"
    touch_enabled = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        today = date.today()
        start = today.year - (today.month < 9)
        year = cls.env["vsoko.year"].create(
            {
                "name": f"{start}/{start + 1}",
                "date_start": date(start, 9, 1),
                "date_end": date(start + 1, 8, 31),
            }
        )
        of = cls.env["vsoko.class"].create({"year_id": year.id, "grade": 7, "letter": "Я"})
        cls.env["vsoko.teaching"].create(
            {
                "class_id": of.id,
                "subject_id": cls.math.id,
                "teacher_id": cls.teachers[0].id,
                "date_from": year.date_start,
            }
        )

    def test_a_lesson_without_a_connection_is_stored_once(self):
        expert = self.users["methodical_council"]
        self.start_tour("/odoo/vsoko-visit", "vsoko_visit", login=expert.login)
        sheet = self.env["vsoko.observation"].search([("expert_id", "=", expert.id)])
        self.assertEqual(len(sheet), 1)
        # the last five of thirty touches gave two points each
        self.assertEqual(sheet.answers, self.answers(2, 2, 2, 2, 2))
        self.assertIn("Работа в парах", sheet.notes)
        self.assertEqual((sheet.state, sheet.topic), ("draft", "Дроби"))
        self.assertFalse(sheet.version_ids)
