from types import SimpleNamespace

from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestExplanation(SchoolCase):
    """Every figure says in words where it comes from; the texts are those of the Russian school."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # marks of one lesson of one class are enough here
        cls.env.company.vsoko_least_completeness = 0
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        first, second = (5, 4, 4, 3, 3, 2), (5, 3, 3, 3, 2, "not_attested")
        for period, column in ((cls.q1, first), (cls.q2, second)):
            pupils = cls.pupils_of(cls.class_5a)
            cls.add_marks(
                {(p, cls.math): mark for p, mark in zip(pupils, column, strict=True)}, period
            )
            period.action_calculate()

    def figure(self, code, scope="school", period=None, **keys):
        domain = [
            ("indicator_id.code", "=", code),
            ("period_id", "=", (period or self.q2).id),
            ("scope", "=", scope),
            *((name, "=", value.id) for name, value in keys.items()),
        ]
        return self.env["vsoko.indicator.value"].search(domain)

    def test_share_names_numerator_and_base(self):
        figure = self.figure("quality")
        self.assertIn("1 из 6: 1 ÷ 6 × 100 = 16,7\N{NO-BREAK SPACE}%.", figure.explanation)
        self.assertIn("Зона «Критический»", figure.explanation)
        self.assertIn("Обычай школ", figure.explanation)
        self.assertIn("−33,3 п.п.", figure.explanation)

    def test_average_names_sum_and_number(self):
        figure = self.figure("average_mark")
        self.assertIn("Сумма 16, делённая на число 5, даёт 3,20.", figure.explanation)
        self.assertEqual(figure.value_text, "3,20")

    def test_formula_names_its_operands(self):
        text = self.figure("departed_share").explanation
        self.assertIn("departed / contingent_start * 100 = 0,0", text)
        self.assertIn("contingent_start — Контингент на начало периода: 14", text)

    def test_small_base_is_not_judged(self):
        indicator = self.figure("quality").indicator_id
        indicator.framework_id.state = "draft"
        indicator.min_n = 7
        indicator.framework_id.state = "approved"
        self.q2.action_calculate()
        figure = self.figure("quality", "class", class_id=self.class_5a)
        self.assertEqual(figure.status, "grey")
        self.assertIn("за значением 6 человек, а нужно не меньше 7", figure.explanation)

    def test_missing_value_gives_the_reason(self):
        self.q3.action_calculate()
        figure = self.figure("quality", period=self.q3)
        self.assertEqual(figure.value_text, "нет данных")
        self.assertIn("Нет данных", figure.explanation)
        self.assertIn("база пуста", figure.explanation)

    def test_counted_rows_are_those_of_the_numerator(self):
        figure = self.figure("success", "class", class_id=self.class_5a)
        base = figure.action_open_rows()
        counted = figure.action_open_counted()
        rows = self.env[base["res_model"]]
        self.assertEqual(rows.search_count(base["domain"]), figure.denominator)
        self.assertEqual(rows.search_count(counted["domain"]), figure.numerator)

    def test_menu_opens_what_the_user_may_read(self):
        Value = self.env["vsoko.indicator.value"]
        menu = self.env.ref("vsoko_module.vsoko_indicator_value_open_action")
        director = menu.with_user(self.users["director"]).run()
        self.assertIn("search_default_school", director["context"])
        teacher = menu.with_user(self.users["teacher"]).run()
        self.assertEqual(teacher["res_model"], Value._name)
        self.assertNotIn("search_default_school", teacher["context"])


@tagged("post_install", "-at_install")
class TestOtherChildren(SchoolCase):
    def test_grades_and_levels_of_another_year(self):
        """(scope, period, value of the period before, of a year before) → said or not."""
        later = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        later.action_make_quarters()
        quarters = later.period_ids.filtered(lambda period: period.kind == "quarter")
        first, second = quarters.sorted("date_start")[:2]
        for scope, period, previous, last_year, is_said in (
            ("grade", first, 50, None, True),
            ("grade", first, 0, None, True),
            ("grade", first, None, 50, True),
            ("grade", first, None, None, False),
            ("level", second, 50, None, False),
            ("level", second, 50, 0, True),
            ("level", second, None, None, False),
            ("class", first, 50, 50, False),
            ("school", first, 50, 50, False),
        ):
            vals = {"scope": scope, "period_id": period.id, "grade": 5}
            vals["level"] = self.class_5a.level
            figure = SimpleNamespace(previous_value=previous, last_year_value=last_year)
            with self.subTest(scope, period=period.name, previous=previous, last_year=last_year):
                told = self.env["vsoko.indicator.value"].new(vals)._explain_other_children(figure)
                self.assertEqual(bool(told), is_said)


@tagged("post_install", "-at_install")
class TestFigureTotals(SchoolCase):
    """Totals of pivots are recomputed from counts; what has no common figure stays empty."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        marks = {(pupil, cls.math): 5 for pupil in cls.pupils_of(cls.class_5a)}
        marks |= {(pupil, cls.math): 3 for pupil in cls.pupils_of(cls.class_5b)}
        cls.add_marks(marks, cls.q1)
        cls.q1.action_calculate()

    def total(self, codes, scope="class"):
        rows = self.env["vsoko.indicator.value"]._read_group(
            [
                ("period_id", "=", self.q1.id),
                ("indicator_id.code", "in", codes),
                ("scope", "=", scope),
            ],
            [],
            ["value:avg"],
        )
        return rows[0][0]

    def test_share_is_recomputed_from_counts(self):
        # 6 of 6 and 0 of 4: 60 per cent, not the mean of 100 and 0
        self.assertAlmostEqual(self.total(["quality"]), 60)
        self.assertAlmostEqual(self.total(["average_mark"]), 4.2)

    def test_counts_are_summed(self):
        self.assertEqual(self.total(["contingent"]), 14)

    def test_different_indicators_have_no_total(self):
        self.assertFalse(self.total(["quality", "success"]))

    def test_export_leaves_missing_values_empty(self):
        figure = self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", self.q1.id),
                ("indicator_id.code", "=", "pupils_quality"),
                ("class_id", "=", self.class_9a.id),
            ]
        )
        self.assertIs(figure.value, False)
        rows = figure.export_data(["value", "delta", "n"])["datas"]
        self.assertEqual(rows, [["", "", 0]])
