from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingBeside(RatingCase):
    """Marks with a teacher against the same pupils' other subjects.

    The first teacher has mathematics in 5А (5 4 4 3 2, one not attested) and 9А (3 3 3 2), the
    third in 5Б (5 5 4 4); in Russian of the second everybody has «4».
    """

    def make(self, **vals):
        component = {"mode": "beside", "lo": -1, "hi": 1, "origin": "Положение"}
        return self.make_rating(Command.create(component), unit="teacher", **vals)

    def test_own_marks_beside_the_others(self):
        rating = self.make()
        self.compute(rating)
        line = self.line_of(rating, self.teachers[0])
        # 29 of nine pupils against 36
        self.assertAlmostEqual(line.part_ids.value, -7 / 9)
        self.assertEqual(line.part_ids.n, 9)
        # 29 and 18 of thirteen pupils against 52
        other = self.line_of(rating, self.teachers[1])
        self.assertAlmostEqual(other.part_ids.value, (52 - 29 - 18) / 13)
        self.assertIn(rating.component_ids.display_name, line.explanation)

    def test_fewer_than_five_pupils_have_no_figure(self):
        rating = self.make()
        self.compute(rating)
        line = self.line_of(rating, self.teachers[2])
        self.assertEqual((line.index, line.reason), (False, "no_data"))

    def test_a_corrected_list_counts(self):
        rating = self.make()
        rating.action_send_rosters()
        roster = rating.roster_ids.filtered(
            lambda one: one.teacher_id == self.teachers[0] and one.class_id == self.class_5a
        )
        vals = {"roster_id": roster.id, "reason": "В другой группе"}
        vals["student_id"] = self.pupils_of(self.class_5a)[4].id
        self.env["vsoko.rating.correction"].create(vals).action_accept()
        rating.action_check_rosters()
        rating.action_compute()
        # without the «2»
        self.assertAlmostEqual(self.line_of(rating, self.teachers[0]).part_ids.value, -5 / 8)

    def test_it_is_of_teachers_and_says_what_it_is_not(self):
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            component = {"mode": "beside", "lo": -1, "hi": 1, "origin": "Положение"}
            self.make_rating(Command.create(component))
        rating = self.make()
        self.compute(rating)
        self.assertIn(rating._tell_teachers(), rating.summary)
        self.assertEqual(rating.component_ids.direction, "more")
