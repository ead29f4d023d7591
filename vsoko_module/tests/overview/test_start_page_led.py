from odoo.tests import freeze_time, tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
@freeze_time("2025-12-05")
class TestStartPageLed(SchoolCase):
    """The head leads mathematics, where 5А has only 2 and 5Б only 5; Russian is of others."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        weak, strong = cls.pupils_of(cls.class_5a), cls.pupils_of(cls.class_5b)
        marks = {(pupil, cls.math): 2 for pupil in weak}
        marks |= {(pupil, cls.math): 5 for pupil in strong}
        marks |= {(pupil, cls.rus): 2 for pupil in weak | strong}
        cls.add_marks(marks, cls.q1)
        cls.q1.action_calculate()

    def cards(self, role="association_head"):
        page = self.env["vsoko.start.page"].with_user(self.users[role]).get_page()
        return {card["key"]: card for card in page["cards"]}

    def test_main_figures_are_of_the_own_subjects_alone(self):
        card = self.cards()["led_figures"]
        self.assertGreater(card["count"], 0)
        self.assertEqual({row["group"] for row in card["rows"]}, {self.math.name})
        figures = self.env["vsoko.indicator.value"].browse([row["id"] for row in card["rows"]])
        self.assertEqual(set(figures.mapped("scope")), {"subject"})
        # 6 pupils of 5А and 4 of 5Б
        self.assertIn("10", card["rows"][0]["text"])

    def test_a_class_out_of_line_is_named_with_its_subject(self):
        card = self.cards()["led_classes"]
        self.assertEqual({row["group"] for row in card["rows"]}, {f"5А, {self.math.name}"})

    def test_the_cards_are_of_the_head_alone(self):
        for role in ("teacher", "administration", "director", "specialist"):
            with self.subTest(role=role):
                self.assertFalse({"led_figures", "led_classes"} & self.cards(role).keys())

    def test_without_a_period_nothing_is_listed(self):
        self.env["vsoko.indicator.value"].search([]).unlink()
        card = self.cards()["led_figures"]
        self.assertEqual((card["count"], card["rows"]), (0, []))
        self.assertTrue(card["empty"])
