from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestFormsOfClasses(StatisticsCase):
    """A data set that each homeroom teacher fills in for the own class; 5А has such a teacher."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.teachers[0]
        cls.class_5a.homeroom_teacher_id = cls.teacher
        cls.of_classes = cls.env["vsoko.data.set"].create(
            {
                "name": "Воспитание в классе",
                "code": "t_classes",
                "period_kind": "quarter",
                "date_from": "2025-09-01",
                "filler_kind": "homeroom",
                "section_ids": [
                    Command.create(
                        {"name": "Дела", "layout": "matrix", "element_ids": cls.pupils.ids}
                    )
                ],
            }
        )
        cls.of_classes._make_forms()

    def form_of_class(self, school_class):
        forms = self.form_of(self.q1, self.of_classes)
        return forms.filtered(lambda form: form.class_id == school_class)

    def test_a_form_for_each_class(self):
        forms = self.form_of(self.q1, self.of_classes)
        self.assertEqual(forms.class_id, self.class_5a | self.class_5b | self.class_9a)
        mine = self.form_of_class(self.class_5a)
        self.assertEqual((mine.filler_id, mine.expected), (self.users["teacher"], 1))
        self.assertFalse(self.form_of_class(self.class_5b).filler_id)
        self.assertIn("5А", mine.display_name)
        self.of_classes._make_forms()
        self.assertEqual(len(self.form_of(self.q1, self.of_classes)), 3)

    def test_a_teacher_sees_the_own_class_alone(self):
        own = self.env["vsoko.data.form"].with_user(self.users["teacher"])
        mine = own.search([("set_id", "=", self.of_classes.id), ("period_id", "=", self.q1.id)])
        self.assertEqual(mine.class_id.ids, self.class_5a.ids)
        self.assertEqual(self.save(self.row(self.pupils, 3, self.class_5a), form=mine), ["saved"])
        self.assertEqual(self.save(self.row(self.pupils, 3, self.class_5b), form=mine), ["refused"])
        with self.assertRaises(AccessError):
            own.browse(self.form_of_class(self.class_5b).id).get_entry_sheet()

    def test_the_form_follows_the_homeroom_teacher(self):
        self.class_5a.homeroom_teacher_id = False
        self.assertFalse(self.form_of_class(self.class_5a).filler_id)
        self.class_5b.homeroom_teacher_id = self.teacher
        form = self.form_of_class(self.class_5b)
        self.assertEqual(form.filler_id, self.users["teacher"])
        self.save(self.row(self.pupils, 3, self.class_5b), form=form)
        form.with_user(self.users["teacher"]).action_complete()
        self.class_5b.homeroom_teacher_id = False
        self.assertEqual(form.filler_id, self.users["teacher"])

    def test_some_of_the_classes_are_not_the_school(self):
        facts = self.env["vsoko.fact.data_value"]
        domain = [("element_id", "=", self.pupils.id), ("period_id", "=", self.q1.id)]
        forms = self.form_of(self.q1, self.of_classes)
        for form in forms:
            self.assertFalse(facts.search(domain))
            self.save(self.row(self.pupils, 3, form.class_id), form=form)
            form.action_complete()
        self.assertEqual(facts.search(domain).mapped("value"), [3, 3, 3])
        self.assertEqual(forms.mapped("completeness"), [100, 100, 100])

    def test_only_what_is_asked_by_class(self):
        with self.assertRaisesRegex(ValidationError, "not asked by class"):
            self.set.filler_kind = "homeroom"
        with self.assertRaisesRegex(ValidationError, "not asked by class"):
            self.of_classes.section_ids.element_ids |= self.copies
            self.env.flush_all()

    def test_the_choice_holds_for_later_periods(self):
        """The period that has begun keeps its forms of classes."""
        self.of_classes.write({"filler_kind": "person", "filler_id": self.specialist.id})
        self.of_classes._make_forms()
        self.assertEqual(len(self.form_of(self.q1, self.of_classes)), 3)
        self.assertNotIn(self.specialist, self.form_of(self.q1, self.of_classes).filler_id)


@tagged("post_install", "-at_install")
class TestDaysOfGrace(StatisticsCase):
    """The form of the first quarter is due on 9 November 2025, fourteen days after its end."""

    def test_in_time_within_the_days_of_grace(self):
        self.assertEqual(str(self.form.due_date), "2025-11-09")
        self.set.timely_days = 3
        self.fill()
        with freeze_time("2025-11-12"):
            self.form.action_complete()
        self.assertEqual(self.form.timely, "yes")

    def test_late_after_them(self):
        self.set.timely_days = 2
        self.fill()
        with freeze_time("2025-11-12"):
            self.form.action_complete()
        self.assertEqual(self.form.timely, "no")
