from datetime import date

from odoo.exceptions import ValidationError

from ..common import SchoolCase

GRADED = "[('status', '=', 'graded')]"
GOOD = "[('value', 'in', [4, 5])]"


class TestIndicatorMaker(SchoolCase):
    """An indicator without a programmer: counted before it is saved, added to a draft."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.system = cls.env["vsoko.framework"]._get_in_force(date(2025, 12, 1), cls.env.company)
        cls.maker = (
            cls.env["vsoko.indicator.maker"]
            .with_user(cls.users["methodical_council"])
            .create(
                {
                    "framework_id": cls.system.id,
                    "criterion_id": cls.system.criterion_ids.filtered("parent_id")[0].id,
                    "name": "Доля четвёрок и пятёрок",
                    "code": "own_good",
                    "denominator_domain": GRADED,
                    "numerator_domain": GOOD,
                    "period_id": cls.q1.id,
                    "min_n": 1,
                    "first_border": 40,
                    "second_border": 60,
                }
            )
        )
        pupils = [*cls.pupils_of(cls.class_5a), *cls.pupils_of(cls.class_5b)]
        # 5А: 5 4 3 3 2 2, two of six; 5Б: 5 5 4 3, three of four; together five of ten
        marks = (5, 4, 3, 3, 2, 2, 5, 5, 4, 3)
        cls.add_marks(
            {(pupil, cls.math): mark for pupil, mark in zip(pupils, marks, strict=True)}, cls.q1
        )

    def line(self, scope):
        title = self.env["vsoko.scope"].search([("code", "=", scope)]).name
        return self.maker.line_ids.filtered(lambda line: line.scope == title)

    def test_shows_figures_by_breakdown(self):
        """5 of 10 in the school; 33.3 % in 5А is critical, 75 % in 5Б is good."""
        self.maker.action_count()
        school, classes = self.line("school"), self.line("class")
        self.assertEqual((school.shown, school.counted, school.acceptable), ("50,0", "5 of 10", 1))
        self.assertEqual((classes.cells, classes.shown), (2, "33,3 … 75,0"))
        self.assertEqual((classes.critical, classes.acceptable, classes.optimal), (1, 0, 1))

    def test_counting_saves_nothing(self):
        names = ("vsoko.indicator", "vsoko.framework", "vsoko.criterion", "vsoko.calculation")
        before = [self.env[name].search_count([]) for name in names]
        self.maker.action_count()
        self.assertEqual([self.env[name].search_count([]) for name in names], before)
        self.assertFalse(self.env["vsoko.indicator.value"].search([("period_id", "=", self.q1.id)]))

    def test_adds_to_the_draft_of_the_next_version(self):
        self.assertTrue(self.maker.goes_into_draft)
        found = self.env["vsoko.indicator"].browse(self.maker.action_add()["res_id"])
        self.assertEqual(found.framework_id.parent_id, self.system)
        self.assertEqual(found.criterion_id.code, self.maker.criterion_id.code)
        self.assertEqual(
            found.band_ids.sorted("lower").mapped(lambda band: (band.lower, band.status)),
            [(0, "critical"), (40, "acceptable"), (60, "optimal")],
        )
        self.assertNotIn("own_good", self.system.indicator_ids.mapped("code"))

    def test_less_is_better_turns_the_zones(self):
        self.maker.direction = "less"
        self.maker.action_count()
        self.assertEqual((self.line("class").optimal, self.line("class").critical), (1, 1))
        found = self.env["vsoko.indicator"].browse(self.maker.action_add()["res_id"])
        self.assertEqual(found.band_ids.sorted("lower")[0].status, "optimal")

    def test_a_mistake_is_told_in_words_and_leaves_nothing(self):
        frameworks = self.env["vsoko.framework"].search_count([])
        self.maker.numerator_domain = "[('value_', '=', 5)]"
        with self.assertRaisesRegex(ValidationError, "value_"):
            self.maker.action_count()
        self.assertEqual(self.env["vsoko.framework"].search_count([]), frameworks)

    def test_half_a_norm_is_refused(self):
        for first, second in ((40, False), (False, 60), (60, 40)):
            self.maker.write({"first_border": first, "second_border": second})
            with self.subTest(first=first), self.assertRaises(ValidationError):
                self.maker.action_add()

    def test_codes_of_the_school_do_not_repeat(self):
        free = self.maker._get_free_code()
        self.maker.code = "own_7"
        self.maker.action_add()
        self.assertEqual((free, self.maker._get_free_code()), ("own_1", "own_8"))
