from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestFormulas(FiguresCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.framework._copy_version(
            name="Своя", company_id=cls.env.company.id, date_from="2025-01-01"
        )
        cls.criterion = cls.draft.criterion_ids[0]

    @classmethod
    def add(cls, code, formula, **details):
        return cls.env["vsoko.indicator"].create(
            {
                "framework_id": cls.draft.id,
                "criterion_id": cls.criterion.id,
                "code": code,
                "name": code,
                "kind": "formula",
                "formula": formula,
                **details,
            }
        )

    def _calculate(self, *periods):
        self.draft.action_approve()
        self.indicators = {i.code: i for i in self.draft.indicator_ids}
        for period in periods or [self.q1]:
            period.action_calculate()

    def _cell(self, code, scope="school", **keys):
        return type(self).figure.__func__(self, code, scope, **keys)

    def test_value_of_other_indicators_in_the_same_cell(self):
        self.add("gap", "success - quality")
        self.add("double_gap", "gap * 2")
        self._calculate()
        keys = {"class_id": self.class_9a.id}
        gap = self._cell("gap", "class", **keys)
        expected = (
            self._cell("success", "class", **keys).value
            - self._cell("quality", "class", **keys).value
        )
        self.assertAlmostEqual(gap.value, expected)
        self.assertAlmostEqual(self._cell("double_gap", "class", **keys).value, 2 * expected)
        self.assertEqual(gap.n, 8)

    def test_missing_operand_and_division_by_zero(self):
        self.add("ratio", "quality / failing_share")
        self.add("arrivals_share", "arrived / departed")
        self._calculate()
        good = self._cell("ratio", "class", class_id=self.class_5b.id)
        self.assertEqual(good.missing_reason, "division_by_zero")
        self.assertIs(good.value, False)
        self.assertEqual(self._cell("arrivals_share").missing_reason, "division_by_zero")

    def test_previous_period(self):
        self.add("growth", "quality - previous(quality)")
        self.add_marks({(p, self.math): 5 for p in self.pupils_of(self.class_5a)}, self.q2)
        self._calculate(self.q1, self.q2)
        keys = {"class_id": self.class_5a.id, "subject_id": self.math.id}
        growth = self._cell("growth", "class_subject", period=self.q2, **keys)
        self.assertAlmostEqual(growth.value, 50.0)
        first = self._cell("growth", "class_subject", period=self.q1, **keys)
        self.assertEqual(first.missing_reason, "missing_operand")

    def test_wrong_formulas_are_refused_with_the_place(self):
        for text in ("qualty + 1", "quality +", "(1", "__import__", "foo(quality)", "if(1,2)"):
            with self.subTest(text), self.assertRaises(ValidationError):
                self.add("wrong", text)
        with self.assertRaisesRegex(ValidationError, "qualty"):
            self.add("wrong", "1 + qualty")

    def test_circle_of_formulas_is_refused(self):
        first = self.add("first", "quality")
        self.add("second", "first + 1")
        with self.assertRaisesRegex(ValidationError, "first"):
            first.formula = "second * 2"

    def test_opening_a_formula_shows_its_operands(self):
        self.add("gap", "success - quality")
        self._calculate()
        action = self._cell("gap").action_open_rows()
        operands = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(set(operands.indicator_id.mapped("code")), {"success", "quality"})
