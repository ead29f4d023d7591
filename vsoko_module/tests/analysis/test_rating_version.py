from odoo.exceptions import UserError
from odoo.tests import tagged

from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingVersion(RatingCase):
    """An approved rating stays as it was, says what is different today and has a new version."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rating = cls.make_rating(cls.component("quality"))
        cls.rating.action_send_rosters()
        cls.roster = cls.list_of(cls.rating, cls.class_5a)
        vals = {"roster_id": cls.roster.id, "student_id": cls.students[4].id}
        cls.env["vsoko.rating.correction"].create({**vals, "reason": "Болеет"}).action_accept()
        cls.rating.roster_ids.action_confirm()
        cls.rating.action_check_rosters()
        cls.rating.action_compute()
        cls.rating.with_user(cls.users["director"]).action_approve()

    @classmethod
    def list_of(cls, rating, school_class):
        return rating.roster_ids.filtered(lambda one: one.class_id == school_class)

    def told(self):
        self.rating.invalidate_recordset(["differences"])
        return self.rating.differences

    def next_version(self):
        found = self.rating.action_new_version()
        return self.env["vsoko.rating"].browse(found["res_id"])

    def test_nothing_has_changed(self):
        self.assertFalse(self.told())

    def test_figures_of_today_are_told_and_not_taken(self):
        before = self.line_of(self.rating, self.class_5b).index
        mark = self.marks.filtered(
            lambda one: one.student_id == self.students[6] and one.subject_id == self.rus
        )
        mark.value = 2
        self.q1.action_calculate()
        self.assertIn(self.class_5b.display_name, self.told())
        self.assertNotIn(self.class_9a.display_name, self.told())
        self.assertEqual(self.line_of(self.rating, self.class_5b).index, before)
        self.assertEqual(self.rating.state, "approved")

    def test_other_pupils_in_a_list_are_told(self):
        self.marks.filtered(lambda one: one.student_id == self.students[0]).unlink()
        self.assertIn(self.roster.display_name, self.told())
        self.assertEqual(len(self.roster.student_ids), 6)

    def test_a_new_version_takes_over_what_was_said_of_its_lists(self):
        version = self.next_version()
        self.assertEqual((version.version, version.parent_id), (2, self.rating))
        self.assertEqual((version.state, len(version.component_ids)), ("draft", 1))
        self.marks.filtered(lambda one: one.student_id == self.students[0]).unlink()
        version.action_send_rosters()
        first = self.list_of(version, self.class_5a)
        self.assertFalse(first.confirmed_date)
        self.assertEqual(first.correction_ids.mapped("state"), ["accepted"])
        self.assertTrue(self.list_of(version, self.class_9a).confirmed_date)
        self.assertEqual(first.counted, 4)

    def test_a_version_is_corrected_once(self):
        version = self.next_version()
        self.assertEqual(self.next_version(), version)
        with self.assertRaises(UserError):
            version.action_new_version()
