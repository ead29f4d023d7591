from odoo.exceptions import UserError
from odoo.tests import tagged

from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestDataFormEntry(StatisticsCase):
    """Every door stores values by `save_values`."""

    def value(self, element, school_class=None):
        return self.form.value_ids.filtered(
            lambda one: one.element_id == element and one.class_id == (school_class or one.class_id)
        )

    def test_zero_is_stored_and_a_blank_is_not(self):
        self.assertEqual(
            self.save(self.row(self.events, 0), self.row(self.copies, "")), ["saved", "saved"]
        )
        self.assertEqual(self.value(self.events).shown, "0")
        self.assertFalse(self.value(self.copies))

    def test_a_wrong_row_leaves_the_others_stored(self):
        answers = self.form.save_values(
            [
                self.row(self.copies, "много"),
                self.row(self.events, -1),
                self.row(self.pupils, "2,5", self.class_5a),
                self.row(self.pupils, 4, self.class_5b),
                {"element": 0, "value": 1},
            ]
        )
        said = [answer["status"] for answer in answers]
        self.assertEqual(said, ["refused", "refused", "refused", "saved", "refused"])
        self.assertIn("Экземпляры", answers[0]["message"])
        self.assertEqual(self.form.value_ids.class_id, self.class_5b)

    def test_a_value_and_a_reason_exclude_each_other(self):
        self.assertEqual(self.save(self.row(self.copies, 1, reason="no_source")), ["refused"])
        self.assertEqual(self.save(self.row(self.copies, reason="because")), ["refused"])
        self.save(self.row(self.copies, reason="no_source"))
        self.save(self.row(self.copies, 7))
        self.assertEqual(
            (self.value(self.copies).state, self.value(self.copies).shown), ("entered", "7")
        )
        self.assertFalse(self.value(self.copies).reason)

    def test_two_people_do_not_overwrite_each_other(self):
        self.save(self.row(self.copies, 10, version=0))
        theirs = self.form.with_user(self.deputy)
        self.save(self.row(self.copies, 11, version=1), form=theirs)
        (answer,) = self.form.save_values([self.row(self.copies, 12, version=1)])
        self.assertEqual((answer["status"], answer["version"]), ("conflict", 2))
        self.assertEqual(answer["value"], "11")
        self.assertIn(self.deputy.name, answer["message"])
        self.assertEqual(self.value(self.copies).value_number, 11)

    def test_a_cell_that_somebody_emptied_is_a_conflict(self):
        self.save(self.row(self.copies, 10))
        self.save(self.row(self.copies, None), form=self.form.with_user(self.deputy))
        self.assertEqual(self.save(self.row(self.copies, 12, version=1)), ["conflict"])
        self.assertFalse(self.value(self.copies))
        self.save(self.row(self.copies, 20), form=self.form.with_user(self.deputy))
        self.assertEqual(self.save(self.row(self.copies, 12, version=1)), ["conflict"])
        self.assertEqual(self.value(self.copies).value_number, 20)

    def test_history_says_from_what_to_what(self):
        self.save(self.row(self.pupils, 3, self.class_5a))
        self.save(self.row(self.pupils, 4, self.class_5a))
        self.save(self.row(self.pupils, 4, self.class_5a))
        second, first = self.form.change_ids
        self.assertEqual((first.old_value, first.new_value, first.member), (False, "3", "5А"))
        self.assertEqual((second.old_value, second.new_value), ("3", "4"))
        self.assertEqual(second.user_id, self.specialist)
        self.assertFalse(second.after_completion)

    def test_after_completion_a_change_says_why(self):
        self.fill()
        self.form.action_complete()
        self.form.with_user(self.deputy)._give_back("Опечатка", None)
        self.save(self.row(self.copies, 90), self.row(self.events, 1, why="Нашли ещё одно"))
        changes = self.form.change_ids.filtered("after_completion")
        self.assertEqual(set(changes.mapped("why")), {"Опечатка", "Нашли ещё одно"})


@tagged("post_install", "-at_install")
class TestDataFormCopies(StatisticsCase):
    """«Nothing has changed»: states of last time, copied and confirmed."""

    def setUp(self):
        super().setUp()
        self.fill()
        self.next = self.form_of(self.q2).with_user(self.specialist)

    def test_only_states_are_copied(self):
        self.assertEqual(self.next.copy_section(self.fund.id), 1)
        self.assertEqual(self.next.value_ids.element_id, self.copies)
        self.assertEqual(self.counts(self.next), (5, 0, 0, 1))
        self.assertEqual(self.next.copy_section(self.by_class.id), 0)

    def test_copies_count_when_they_are_confirmed(self):
        self.next.copy_section(self.fund.id)
        self.save(
            self.row(self.events, 1),
            self.row(self.answer, 1),
            self.row(self.pupils, 3, self.class_5a),
            self.row(self.pupils, 2, self.class_5b),
            form=self.next,
        )
        with self.assertRaises(UserError):
            self.next.action_complete()
        self.assertEqual(self.next.confirm_section(self.fund.id), [])
        self.next.action_complete()
        self.assertEqual(self.next.first_completeness, 100)

    def test_what_was_typed_is_not_copied_over(self):
        self.save(self.row(self.copies, 5), form=self.next)
        self.assertEqual(self.next.copy_section(self.fund.id), 0)
        self.assertEqual(self.next.value_ids.value_number, 5)

    def test_the_fifth_unchanged_copy_is_worth_a_question(self):
        self.form.sudo().value_ids.filtered(lambda v: v.element_id == self.copies).unchanged = 3
        self.next.copy_section(self.fund.id)
        self.assertEqual(self.next.confirm_section(self.fund.id), [])
        third = self.form_of(self.q3).with_user(self.specialist)
        third.copy_section(self.fund.id)
        (hint,) = third.confirm_section(self.fund.id)
        self.assertIn("5", hint)
        self.assertEqual(third.value_ids.unchanged, 5)

    def test_a_section_of_another_set_is_refused(self):
        other = self.make_set("other").section_ids[0]
        with self.assertRaises(UserError):
            self.next.copy_section(other.id)
