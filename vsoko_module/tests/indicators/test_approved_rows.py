from odoo.tests import tagged

from .common import FiguresCase

SAME = "The rows are those that were counted at the approval"


@tagged("post_install", "-at_install")
class TestApprovedRows(FiguresCase):
    """«Откуда число» of an approved figure says when today's rows are not those counted then."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()
        cls.q1.with_user(cls.users["director"]).action_approve()

    def explain(self, code="quality", **keys):
        figure = self.figure(code, **keys)
        figure.invalidate_recordset(["explanation"])
        return figure.explanation

    def test_nothing_is_said_while_the_facts_are_those(self):
        before = self.explain()
        self.env["vsoko.period"].invalidate_model()
        self.assertNotIn("21 / 28", before)

    def test_changed_marks_are_counted(self):
        self.marks.filtered(lambda mark: mark.value == 5).value = 3
        text = self.explain()
        for part in ("21 / 28", "18 / 28", "3"):
            self.assertIn(part, text)

    def test_removed_marks_are_counted(self):
        # of 5 4 4 3 three are «4–5»: 21 − 3 of 28 − 4
        self.marks[:4].unlink()
        text = self.explain()
        for part in ("21 / 28", "18 / 24"):
            self.assertIn(part, text)
        self.assertNotIn(SAME, text)

    def test_the_same_rows_are_said_to_be_the_same(self):
        self.assertIn(SAME, self.explain())
        mark = self.marks[0]
        vals = mark.copy_data()[0]
        mark.unlink()
        self.env["vsoko.mark"].create(vals)
        self.assertIn(SAME, self.explain(), "a mark that was loaded again is the same")
        self.assertIn(SAME, self.explain("average_mark"))

    def test_an_exchange_that_keeps_the_counts_is_told(self):
        five, two = (self.marks.filtered(lambda m, v=v: m.value == v)[0] for v in (5, 2))
        five.value, two.value = 2, 5
        self.assertIn("at least 2 rows differ", self.explain())
        self.assertIn("at least 1 rows differ", self.explain("average_mark"))

    def test_an_exchange_elsewhere_leaves_a_cell_alone(self):
        four, three = (
            self.marks.filtered(lambda m, v=v: m.value == v and m.class_id == self.class_5a)[0]
            for v in (4, 3)
        )
        four.value, three.value = 3, 4
        own = self.explain(scope="class", class_id=self.class_5a.id)
        self.assertIn("at least 2 rows differ", own)
        self.assertIn(SAME, self.explain(scope="class", class_id=self.class_5b.id))

    def test_a_row_in_place_of_another_is_told(self):
        mark = self.marks.filtered(lambda one: one.class_id == self.class_5a)[:1]
        subject = self.env["vsoko.subject"].create({"name": "Новый", "code": "new"})
        value, pupil = mark.value, mark.student_id
        mark.unlink()
        self.add_marks({(pupil, subject): value}, self.q1)
        self.assertIn("at least 2 rows differ", self.explain())
        self.assertIn(SAME, self.explain("contingent"))

    def test_rows_outside_the_numerator_in_place_of_others_are_told(self):
        subject = self.env["vsoko.subject"].create({"name": "Новый", "code": "new"})
        for mark in self.marks.filtered(lambda one: one.value == 3)[:2]:
            pupil = mark.student_id
            mark.unlink()
            self.add_marks({(pupil, subject): 3}, self.q1)
        text = self.explain()
        self.assertIn("rows differ", text)
        self.assertNotIn(SAME, text)

    def test_a_formula_names_what_it_rests_on(self):
        formulas = self.env["vsoko.indicator.value"].search(
            [("period_id", "=", self.q1.id), ("indicator_id.kind", "=", "formula")]
        )
        self.assertFalse(any(figure._has_other_rows() for figure in formulas))
        self.marks.filtered(lambda mark: mark.value == 5).value = 3
        self.assertTrue(any(figure._has_other_rows() for figure in formulas))
        told = formulas.filtered(lambda figure: figure._has_other_rows())[0]
        told.invalidate_recordset(["explanation"])
        self.assertIn("Other rows than at the approval", told.explanation)

    def test_a_rule_that_has_changed_is_told(self):
        told = "defined in another way"
        self.assertNotIn(told, self.explain())
        for rule, is_told in (("other", True), (None, False)):
            self.cr.execute("UPDATE vsoko_indicator_value SET rule = %s", [rule])
            self.env["vsoko.indicator.value"].invalidate_model()
            self.assertEqual(told in self.explain(), is_told)

    def test_a_formula_sees_an_exchange_that_keeps_the_counts(self):
        """`subject_achievements` is the quality itself; that of 5Б has other rows of none."""
        whole = self.figure("subject_achievements")
        keys = {"class_id": self.class_5b.id}
        other = self.figure("subject_achievements", scope="class", **keys)
        self.assertFalse(whole._has_other_rows() or other._has_other_rows())
        five, two = (self.marks.filtered(lambda m, v=v: m.value == v)[0] for v in (5, 2))
        self.assertEqual((five | two).class_id, self.class_5a)
        five.value, two.value = 2, 5
        self.assertTrue(whole._has_other_rows())
        self.assertFalse(other._has_other_rows())
        self.assertIn(whole.indicator_id._get_operands().name, whole.explanation)

    def test_a_formula_over_a_formula_sees_it_too(self):
        """A system of one's own: «inner» is the quality, «outer» is twice the inner."""
        draft = self.env["vsoko.framework"].browse(self.framework.action_new_version()["res_id"])
        quality = draft.indicator_ids.filtered(lambda one: one.code == "quality")
        for code, formula in (("inner", "quality"), ("outer", "inner * 2")):
            vals = {"code": code, "name": code, "kind": "formula", "formula": formula}
            draft.indicator_ids.create(
                {**vals, "framework_id": draft.id, "criterion_id": quality.criterion_id.id}
            )
        draft.date_from = self.q2.date_start
        draft.with_user(self.users["director"]).action_approve()
        marks = self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q2)
        self.q2.action_calculate()
        self.q2.with_user(self.users["director"]).action_approve()
        outer = self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", self.q2.id),
                ("indicator_id.code", "=", "outer"),
                ("cell", "=", "school"),
            ]
        )
        self.assertIs(outer._has_other_rows(), False)
        marks[0].value = 3
        self.assertIs(outer._has_other_rows(), True)

    def test_a_figure_that_was_approved_before_says_so(self):
        self.cr.execute("UPDATE vsoko_indicator_value SET digest = NULL")
        self.env["vsoko.indicator.value"].invalidate_model()
        five, two = (self.marks.filtered(lambda m, v=v: m.value == v)[0] for v in (5, 2))
        five.value, two.value = 2, 5
        self.assertIn("cannot be told", self.explain())
        self.q1.action_compare()
        self.assertIn(str(self.q1.drift_count), self.explain())

    def test_a_new_approval_keeps_the_new_rows(self):
        self.marks.filtered(lambda mark: mark.value == 5).value = 3
        director = self.q1.with_user(self.users["director"])
        director.action_reopen()
        self.assertNotIn(SAME, self.explain(), "an open period has nothing to compare with")
        director.action_calculate()
        director.action_approve()
        self.assertIn(SAME, self.explain())

    def test_the_drift_sees_cells_that_came_and_went(self):
        self.marks.filtered(lambda mark: mark.class_id == self.class_5b).unlink()
        self.q1.action_compare()
        gone = self.q1.drift_count
        lost = self.env["vsoko.indicator.value"].search_count(
            [("period_id", "=", self.q1.id), ("class_id", "=", self.class_5b.id)]
        )
        self.assertGreater(gone, lost / 2, "figures of the class that has no marks any more")
        newcomers = self.enrol(self.class_5b, 2)
        subject = self.env["vsoko.subject"].create({"name": "Новый", "code": "new"})
        self.add_marks({(pupil, subject): 5 for pupil in newcomers}, self.q1)
        self.q1.action_compare()
        self.assertGreater(self.q1.drift_count, gone, "figures of a subject that came")

    def test_history_keeps_the_comparisons_that_were_approved(self):
        pupils = self.pupils_of(self.class_5a)
        self.add_marks({(pupil, self.math): 4 for pupil in pupils}, self.q2)
        self.q2.action_calculate()
        self.q2.with_user(self.users["director"]).action_approve()
        approved = self.figure("quality", period=self.q2)
        kept = (approved.previous_value, approved.delta, approved.people, approved.completeness)
        self.q2.with_user(self.users["director"]).action_reopen()
        history = self.env["vsoko.indicator.value.history"].search(
            [
                ("period_id", "=", self.q2.id),
                ("indicator_id", "=", approved.indicator_id.id),
                ("cell", "=", "school"),
            ]
        )
        self.assertIsNot(history.previous_value, False)
        self.assertEqual(
            (history.previous_value, history.delta, history.people, history.completeness), kept
        )

    def test_a_teacher_is_told_that_there_are_more_rows(self):
        """The first teacher leads mathematics in 5А and 9А: the subject has 14 marks, 10 own."""
        figure = self.figure("quality", scope="subject", subject_id=self.math.id)
        text = figure.with_user(self.users["teacher"]).explanation
        self.assertIn("10", text)
        self.assertIn("14", text)
        own = self.figure("quality", scope="teacher", teacher_id=self.teachers[0].id)
        self.assertNotIn(text.splitlines()[-1], own.with_user(self.users["teacher"]).explanation)
