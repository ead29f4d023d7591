from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestDrilldown(FiguresCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()

    def _rows(self, figure, user=None):
        figure = figure.with_user(user) if user else figure
        action = figure.action_open_rows()
        return self.env(user=user or self.env.user)[action["res_model"]].search(action["domain"])

    def test_every_measure_opens_as_many_rows_as_it_counted(self):
        figures = self.env["vsoko.indicator.value"].search([("period_id", "=", self.q1.id)])
        measures = figures.filtered(lambda figure: figure.indicator_id.kind == "measure")
        self.assertGreater(len(measures.indicator_id), 10)
        for indicator, values in measures.grouped("indicator_id").items():
            for figure in values[:4]:
                rows = self._rows(figure)
                if indicator.aggregate == "average":
                    # the base is shown whole, with those who have nothing to be averaged
                    rows = rows.filtered(indicator.value_field)
                with self.subTest(indicator.code, cell=figure.cell):
                    self.assertEqual(len(rows), figure.n)

    def test_rows_of_a_cell_are_those_of_the_cell(self):
        figure = self.figure(
            "quality", "class_subject", class_id=self.class_5a.id, subject_id=self.math.id
        )
        rows = self._rows(figure)
        self.assertEqual(rows.student_id, self.pupils_of(self.class_5a))
        self.assertEqual(rows.subject_id, self.math)
        self.assertEqual(len(rows.filtered(lambda row: row.value in (4, 5))), figure.numerator)

    def test_a_teacher_sees_only_rows_he_may_read(self):
        teacher = self.users["teacher"]
        figure = self.figure("quality", "subject", subject_id=self.math.id)
        rows = self._rows(figure, teacher)
        self.assertEqual(rows.class_id, self.class_5a | self.class_9a)
        self.assertEqual(figure.n, 14)

    def test_a_list_emptied_for_a_teacher_says_whose_the_rows_are(self):
        """The first teacher leads mathematics in 5А and 9А: 10 of the 14 marks are there."""
        figure = self.figure("quality", "subject", subject_id=self.math.id)
        teacher = figure.with_user(self.users["teacher"]).with_context(lang="en_US")
        self.assertIn("You see 10 of the 14 rows", teacher.action_open_rows()["help"])
        self.assertIn("You see 10 of the 14 rows", teacher.action_open_counted()["help"])
        everything = figure.with_user(self.users["administration"])
        self.assertNotIn("14", everything.with_context(lang="en_US").action_open_rows()["help"])

    def test_more_rows_than_a_page_stand_by_class_and_pupil(self):
        figure = self.figure("quality", "school")
        fact = figure.indicator_id._get_fact_model()
        self.assertEqual(figure.action_open_rows()["context"]["group_by"], [])
        many = figure.new({"scope": "school", "n": 81})
        self.assertEqual(many._get_row_groups(fact), ["class_id", "student_id"])
        one = figure.new({"scope": "class", "class_id": self.class_5a.id, "n": 81})
        self.assertEqual(one._get_row_groups(fact), ["student_id"])
        terms = self.env["vsoko.fact.student_term"]
        self.assertEqual(many._get_row_groups(terms), ["class_id"], "a pupil has one row")
        staff = self.env["vsoko.fact.staff"]
        self.assertEqual(many._get_row_groups(staff), [])
