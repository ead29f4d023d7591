from odoo.tests import tagged

from ..evidence.mastery_case import MasteryCase


@tagged("post_install", "-at_install")
class TestStartPageWeak(MasteryCase):
    """The teacher leads mathematics in 5А; «Умножение» is two tasks, which is enough to judge."""

    def card(self, role="teacher"):
        self.env["vsoko.element.share"].invalidate_model()
        page = self.env["vsoko.start.page"].with_user(self.users[role]).get_page()
        return next((card for card in page["cards"] if card["key"] == "weak"), None)

    def fail(self, place, pupils=6):
        """Leave the first pupils of 5А without points for the tasks of an element."""
        tasks = self.test.task_ids.filtered(lambda one: self.elements[place] in one.content_ids)
        scores = self.results[:pupils].task_score_ids
        scores.filtered(lambda one: one.task_id in tasks).score = 0

    def test_what_the_class_has_mastered_is_not_named(self):
        # 5А has 16 of 30 points, 53 per cent, of a border of 50; 5Б has four pupils only
        self.assertEqual(self.card()["count"], 0)

    def test_an_element_under_the_border_stands_under_its_class_in_words(self):
        self.fail(2)
        (row,) = self.card()["rows"]
        self.assertIn("Умножение", row["name"])
        self.assertEqual(row["group"], f"5А, {self.math.name}")
        self.assertRegex(row["text"], "0.*6")
        self.assertFalse(row["is_late"])

    def test_the_row_opens_the_map_of_its_subject(self):
        self.fail(2)
        (row,) = self.card()["rows"]
        Share = self.env["vsoko.element.share"].with_user(self.users["teacher"])
        choice = Share.browse(row["id"]).action_open_map()["context"]["choice"]
        self.assertEqual((choice["subject"], choice["grade"]), (self.math.id, 5))
        self.assertIn("Умножение", [line["name"] for line in Share.get_map(choice)["lines"]])

    def test_only_the_own_lessons_are_named(self):
        self.fail(2)
        # the head reads the association, and leads nothing
        self.assertEqual(self.card("association_head")["count"], 0)
        self.assertEqual(self.card("administration")["count"], 0)
        self.assertIsNone(self.card("specialist"))

    def test_of_each_class_three_elements_are_shown_and_all_counted(self):
        more = self.env["vsoko.content.element"].create(
            [
                {"code": f"2.{place}", "name": f"Тема {place}", "subject_id": self.math.id}
                for place in range(5)
            ]
        )
        self.test.task_ids[3:].content_ids = self.elements[2] | more
        self.fail(2)
        card = self.card()
        self.assertEqual((card["count"], len(card["rows"])), (6, 3))
