import psycopg2

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingLaw(RatingCase):
    """What the law bars from ratings comes in by no path."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.env["vsoko.framework"].create(
            {"name": "Проект", "company_id": cls.env.company.id, "date_from": "2026-09-01"}
        )
        cls.criterion = cls.env["vsoko.criterion"].create(
            {"framework_id": cls.draft.id, "code": "own", "name": "Свой"}
        )

    def make_indicator(self, code, **vals):
        indicator = self.env["vsoko.indicator"].create(
            {
                "framework_id": self.draft.id,
                "criterion_id": self.criterion.id,
                "code": code,
                "name": code,
                "kind": "manual",
                **vals,
            }
        )
        self.indicators[code] = indicator
        return indicator

    def test_vpr_is_refused_at_saving_with_the_words_of_the_law(self):
        with (
            self.assertRaisesRegex(ValidationError, "diagnostics only|диагностик"),
            self.env.cr.savepoint(),
        ):
            self.make_rating(self.component("vpr_results"))
        rating = self.make_rating(self.component("quality"))
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            rating.component_ids.indicator_id = self.indicators["vpr_results"]

    def test_a_formula_over_what_is_barred_is_refused_at_any_depth(self):
        self.make_indicator("typed", rating_allowed=False)
        self.make_indicator("middle", kind="formula", formula="typed * 1")
        self.make_indicator("top", kind="formula", formula="middle + 0")
        with self.assertRaisesRegex(ValidationError, "typed"):
            self.make_rating(self.component("top"))

    def test_what_is_called_vpr_is_vpr_whoever_has_typed_it(self):
        for code, name in (
            ("typed", "Справились с ВПР, %"),
            ("vpr_share", "Доля справившихся"),
            ("external", "Всероссийские проверочные работы"),
        ):
            self.make_indicator(code, name=name)
            with self.subTest(name), self.assertRaises(ValidationError):
                self.make_rating(self.component(code))

    def test_a_form_that_copies_vpr_is_vpr(self):
        element = self.env["vsoko.data.element"].search([("value_type", "=", "integer")], limit=1)
        element.copy({"code": "copied", "name": "Качество ВПР"})
        self.make_indicator(
            "copied_share",
            kind="measure",
            source="data_value",
            aggregate="average",
            value_field="percent",
            denominator_domain="[('element_code', '=', 'copied')]",
        )
        with self.assertRaises(ValidationError):
            self.make_rating(self.component("copied_share"))

    def make_element(self, code, **vals):
        element = self.env["vsoko.data.element"].search([("value_type", "=", "integer")], limit=1)
        return element.copy({"code": code, "name": "Доля справившихся", **vals})

    def count_element(self, code, condition):
        return self.make_indicator(
            code,
            kind="measure",
            source="data_value",
            aggregate="average",
            value_field="percent",
            denominator_domain=repr([condition]),
        )

    def test_a_neutral_element_is_known_by_what_is_said_of_it(self):
        written = self.make_element("written", help="Число участников В.П.Р.")
        self.make_element("share", numerator_id=written.id)
        asked = self.make_element("asked")
        self.env["vsoko.data.set"].create(
            {
                "name": "Итоги всероссийских проверочных работ",
                "code": "results_of_tests",
                "section_ids": [
                    Command.create({"name": "Итоги", "element_ids": [Command.set(asked.ids)]})
                ],
            }
        )
        conditions = {
            "by_record": ("element_id", "=", written.id),
            "by_base": ("element_code", "in", ["share"]),
            "by_set": ("element_code", "=like", "aske%"),
        }
        for code, condition in conditions.items():
            self.count_element(code, condition)
            with self.subTest(code), self.assertRaises(ValidationError):
                self.make_rating(self.component(code))

    def test_a_neutral_element_is_neutral(self):
        self.make_element("neutral")
        indicator = self.count_element("neutral_share", ("element_code", "=", "neutral"))
        self.assertFalse(indicator._find_unlawful())

    def test_a_neutral_name_over_the_same_values_is_refused_at_computing(self):
        Value = self.env["vsoko.indicator.value"]
        more = [{"year_id": self.year.id, "grade": 6, "letter": one} for one in "АБВ"]
        classes = self.class_5a | self.class_5b | self.env["vsoko.class"].create(more)
        shown = dict(zip(classes, (61.2, 70, 48.4, 55.5, 90), strict=True))
        Value.search([("period_id", "=", self.q1.id)]).unlink()
        for code, allowed in (("quality", True), ("vpr_results", False)):
            Value.create(
                [
                    {
                        "indicator_id": self.indicators[code].id,
                        "period_id": self.q1.id,
                        "company_id": self.env.company.id,
                        "scope": "class",
                        "class_id": one.id,
                        "cell": f"class:{one.id}",
                        "value": value,
                        "n": 20,
                        "rating_allowed": allowed,
                    }
                    for one, value in shown.items()
                ]
            )
        rating = self.make_rating(self.component("quality"))
        with self.assertRaisesRegex(ValidationError, "Another name|Другое название"):
            rating.action_compute()
        Value.search([("class_id", "=", self.class_5a.id)])[0].value = 60
        rating.action_compute()
        self.assertEqual(len(rating.line_ids), 5)

    def test_a_rubric_of_vpr_is_vpr(self):
        rubric = {"name": "Итоги ВПР", "code": "visits"}
        self.env["vsoko.rubric"].search([], limit=1).copy(rubric)
        self.make_indicator(
            "visited",
            kind="measure",
            source="observation",
            aggregate="average",
            value_field="percent",
            denominator_domain="[('rubric_code', '=', 'visits')]",
        )
        with self.assertRaises(ValidationError):
            self.make_rating(self.component("visited"))

    def test_the_database_refuses_too(self):
        rating = self.make_rating(self.component("quality"))
        self.env.flush_all()
        with (
            self.assertRaises(psycopg2.errors.CheckViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(
                "UPDATE vsoko_rating_component SET rating_allowed = FALSE WHERE rating_id = %s",
                [rating.id],
            )

    def test_what_is_barred_later_is_refused_at_computing_and_at_approving(self):
        rating = self.make_rating(self.component("quality"))
        rating.action_compute()
        # past every check
        self.env.cr.execute(
            "UPDATE vsoko_indicator SET name = jsonb_build_object('en_US', 'ВПР') WHERE id = %s"
            if self.indicators["quality"]._fields["name"].translate
            else "UPDATE vsoko_indicator SET name = 'ВПР' WHERE id = %s",
            [self.indicators["quality"].id],
        )
        self.env.invalidate_all()
        for step in (
            rating.action_compute,
            rating.with_user(self.users["director"]).action_approve,
        ):
            with self.assertRaises(ValidationError):
                step()

    def test_a_figure_counted_while_barred_is_not_taken(self):
        rating = self.make_rating(self.component("quality"))
        self.env.cr.execute(
            "UPDATE vsoko_indicator_value SET rating_allowed = FALSE WHERE indicator_id = %s",
            [self.indicators["quality"].id],
        )
        self.env.invalidate_all()
        with self.assertRaises(UserError):
            rating.action_compute()
        self.assertEqual((rating.state, len(rating.line_ids)), ("draft", 0))

    def test_level_of_a_class_is_not_the_merit_of_its_teacher_alone(self):
        level = self.make_rating(self.component("quality"), unit="teacher")
        with self.assertRaises(UserError):
            level.action_compute()
        fair = self.make_rating(
            self.component("quality", weight=2),
            self.component("quality", mode="change", lo=-20, hi=20, weight=2),
            unit="teacher",
        )
        fair.action_compute()
        self.assertEqual(fair.state, "computed")
