from lxml import html

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import VECTOR, AssessmentCase

# points of the tasks, and the part that a scale asks for: (max, part)
MATH_TASKS = ((26, False), (5, "геометрия"))
RUSSIAN_TASKS = ((25, False), (12, "ГК"))


@tagged("post_install", "-at_install")
class TestScale(AssessmentCase):
    """Scales of the years: looked at, applied, edited by the school."""

    def make_exam(self, tasks, subject):
        return self.env["vsoko.test"].create(
            {
                "name": "ОГЭ",
                "subject_id": self.env.ref(f"vsoko_module.vsoko_subject_{subject}").id,
                "grade": 9,
                "task_ids": [
                    Command.create({"number": str(place), "max_score": most, "part": part})
                    for place, (most, part) in enumerate(tasks)
                ],
            }
        )

    def open_wizard(self, test, user="methodical_council"):
        action = test.action_open_scale()
        Wizard = self.env["vsoko.test.scale"].with_user(self.users[user])
        return Form(Wizard.with_context(**action["context"]))

    def marks_of(self, test, *points):
        """Marks of pupils with these points by task, as the program stores them."""
        work = self.make_work(self.class_5a | self.class_5b, "oge", test=test)
        work.action_start()
        results = work.result_ids[: len(points)]
        self.env["vsoko.task.score"].create(
            [
                {"result_id": result.id, "task_id": task.id, "score": score}
                for result, row in zip(results, points, strict=True)
                for task, score in zip(test.task_ids, row, strict=True)
            ]
        )
        results.attendance = "present"
        return results.mapped("mark")

    def preview(self, form):
        """``{name of the scale: [(mark, pupils)]}`` of what the form shows."""
        page = html.fromstring(f"<div>{form.preview}</div>")
        return {
            block.find("h5").text: [
                (int(row[0].text), int(row[2].text)) for row in block.findall(".//tbody/tr")
            ]
            for block in page.findall(".//div[h5]")
        }

    def test_without_a_scale_of_the_year_nothing_is_wrong(self):
        form = self.open_wizard(self.test)
        self.assertFalse(form.scale_id)
        self.assertFalse(form.problem)
        self.assertTrue(form.preview)

    def test_mathematics_of_oge_asks_for_geometry(self):
        test = self.make_exam(MATH_TASKS, "math")
        form = self.open_wizard(test)
        self.assertEqual(form.scale_id, self.env.ref("vsoko_module.scale_oge_math_2026"))
        self.assertIn("02-20", form.origin)
        form.save().action_apply()
        marks = self.marks_of(test, (6, 2), (7, 0), (22, 0), (20, 2), (12, 3), (26, 5))
        self.assertEqual(marks, [3, 2, 2, 5, 4, 5])

    def test_russian_of_oge_asks_for_literacy(self):
        """37 points: «4» with 6 of literacy, «5» with 9 (письмо от 25.02.2026 № 02-20)."""
        test = self.make_exam(RUSSIAN_TASKS, "rus")
        self.open_wizard(test).save().action_apply()
        marks = self.marks_of(test, (10, 4), (10, 5), (20, 6), (22, 5), (25, 8), (24, 9))
        self.assertEqual(marks, [2, 3, 4, 3, 4, 5])

    def test_a_scale_whose_condition_no_task_meets_is_refused(self):
        test = self.make_exam([(31, False)], "math")
        form = self.open_wizard(test)
        self.assertIn("геометрия", form.problem)
        with self.assertRaises(UserError):
            form.save().action_apply()
        self.assertFalse(test.band_ids)

    def test_the_preview_shows_both_scales(self):
        self.enter(self.work, VECTOR)
        scale = self.env["vsoko.scale"].create(
            {
                "name": "Строже",
                "procedure": "internal",
                "subject_id": self.math.id,
                "grade": 5,
                "year": 2025,
                "max_score": 8,
                "origin": "Решение ШМО",
                "line_ids": [
                    Command.create({"mark": mark, "min_score": low})
                    for mark, low in ((2, 0), (3, 4), (4, 6), (5, 8))
                ],
            }
        )
        form = self.open_wizard(self.test)
        self.assertEqual(form.scale_id, scale)
        shown = list(self.preview(form).values())
        # totals 8 7 6 4 3 3 2 1 1 0
        self.assertEqual(shown[0], [(2, 4), (3, 3), (4, 1), (5, 2)])
        self.assertEqual(shown[1], [(2, 6), (3, 1), (4, 2), (5, 1)])
        self.assertEqual(sorted(self.work.result_ids.mapped("mark")), [2] * 4 + [3] * 3 + [4, 5, 5])
        form.save().action_apply()
        self.assertEqual(sorted(self.work.result_ids.mapped("mark")), [2] * 6 + [3, 4, 4, 5])
        self.assertEqual(self.test.origin, "Решение ШМО")

    def test_an_approved_test_keeps_its_scale(self):
        self.test.action_send_to_expertise()
        self.test.action_approve()
        wizard = self.open_wizard(self.test).save()
        self.assertFalse(wizard.scale_id)
        wizard.scale_id = self.env.ref("vsoko_module.scale_vpr_math_5")
        with self.assertRaises(UserError):
            wizard.action_apply()
        with self.assertRaises(AccessError):
            self.env["vsoko.test.scale"].with_user(self.users["teacher"]).create(
                {"test_id": self.test.id}
            )

    def test_the_administration_edits_and_copies_for_the_next_year(self):
        scale = self.env.ref("vsoko_module.scale_oge_math_2026")
        scale = scale.with_user(self.users["administration"])
        copy = scale.copy()
        self.assertEqual((copy.year, copy.origin), (2027, scale.origin))
        copy.write({"region": "Учебная область", "origin": "Приказ региона"})
        copy.line_ids[3].part_score = 3
        self.assertEqual(copy.line_ids.mapped("part_score"), [0, 2, 2, 3])
        with self.assertRaises(AccessError):
            scale.with_user(self.users["teacher"]).write({"origin": "нет"})

    def test_a_scale_with_a_hole_is_refused(self):
        scale = self.env.ref("vsoko_module.scale_oge_math_2026")
        for line, low in ((0, 1), (1, 20), (3, 40)):
            with (
                self.subTest(line),
                self.assertRaises(ValidationError),
                self.env.cr.savepoint(),
            ):
                scale.line_ids = [Command.update(scale.line_ids[line].id, {"min_score": low})]
