from unittest.mock import patch

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..indicators.common import CalculatedCase


class RatingCase(CalculatedCase):
    """The small school with the figures of the first quarter.

    Of both subjects together 5А has 9 «4–5» of 12 (6 pupils), 5Б 8 of 8 (4 pupils), 9А 4 of 8
    (4 pupils).
    """

    @classmethod
    def component(cls, code, **vals):
        return Command.create(
            {"indicator_id": cls.indicators[code].id, "origin": "Положение о рейтинге", **vals}
        )

    @classmethod
    def make_rating(cls, *components, **vals):
        return cls.env["vsoko.rating"].create(
            {
                "name": "Рейтинг",
                "period_id": cls.q1.id,
                "min_n": 1,
                "component_ids": [*components],
                **vals,
            }
        )

    @classmethod
    def compute(cls, rating):
        """Compute a rating whose lists of pupils, if it has any, are checked."""
        if rating.unit in ("class", "teacher"):
            rating.action_send_rosters()
            rating.action_check_rosters()
        rating.action_compute()

    @classmethod
    def line_of(cls, rating, record):
        name = {"vsoko.class": "class_id", "vsoko.teacher": "teacher_id"}.get(
            record._name, "student_id"
        )
        return rating.line_ids.filtered(lambda line: line[name] == record)


@tagged("post_install", "-at_install")
class TestRating(RatingCase):
    def test_index_places_and_ranges_of_classes(self):
        rating = self.make_rating(self.component("quality"))
        rating.action_compute()
        self.assertEqual(rating.state, "computed")
        lines = [self.line_of(rating, one) for one in (self.class_5b, self.class_5a, self.class_9a)]
        self.assertEqual([line.index for line in lines], [100, 75, 50])
        self.assertEqual([line.place for line in lines], [1, 2, 3])
        # so few pupils: nobody can be told apart
        self.assertEqual({(line.place_low, line.place_high) for line in lines}, {(1, 3)})
        self.assertEqual({line.group for line in lines}, {"among"})

    def test_small_classes_are_drawn_to_the_common_index(self):
        rating = self.make_rating(self.component("quality"))
        rating.action_compute()
        # P = 21/28; Q = 8/3; τ² = (Q − 2) / (Σw − Σw²/Σw) with w = n / 0.1875
        self.assertAlmostEqual(rating.mean, 75)
        self.assertAlmostEqual(rating.variance, 136.7188, 3)
        line = self.line_of(rating, self.class_5b)
        # B = τ² / (τ² + 0.1875/4) = 0.2258
        self.assertAlmostEqual(line.drawn, 80.645, 3)

    def test_contributions_add_up_to_the_index(self):
        rating = self.make_rating(
            self.component("quality", weight=2, lo=20, hi=100),
            self.component("average_mark", weight=1, lo=2, hi=5),
        )
        rating.action_compute()
        for line in rating.line_ids:
            self.assertLess(abs(sum(line.part_ids.mapped("contribution")) - line.index), 1e-9)
            self.assertAlmostEqual(sum(line.part_ids.mapped("weight")), 1)
        line = self.line_of(rating, self.class_9a)
        # quality 50: 37.5 points; marks 3 3 3 2 4 4 4 4: 27/8, 45.8333 points
        self.assertAlmostEqual(line.index, (2 * 37.5 + 45.8333333) / 3, 5)
        self.assertGreater(line.high, line.low)

    def test_too_few_people_have_an_index_and_no_place(self):
        rating = self.make_rating(self.component("quality"), min_n=5)
        rating.action_compute()
        line = self.line_of(rating, self.class_5b)
        self.assertEqual((line.index, line.place, line.reason), (100, False, "few_people"))
        # one class is left that could be compared
        self.assertEqual(self.line_of(rating, self.class_5a).reason, "few_units")

    def test_what_is_missing_is_named_and_is_no_zero(self):
        rating = self.make_rating(
            self.component("quality"), self.component("quality", mode="change", lo=-20, hi=20)
        )
        rating.action_compute()
        line = self.line_of(rating, self.class_5a)
        self.assertEqual((line.index, line.coverage, line.reason), (75, 50, "coverage"))
        part = line.part_ids.filtered(lambda one: one.component_id.mode == "change")
        self.assertIs(part.value, False)
        self.assertEqual(line.missing, part.component_id.display_name)

    def test_a_changed_rule_has_no_results(self):
        rating = self.make_rating(self.component("quality"))
        for change in (
            lambda: rating.write({"min_n": 2}),
            lambda: rating.component_ids.write({"hi": 90}),
            lambda: rating.write({"component_ids": [self.component("success")]}),
            lambda: rating.component_ids[0].unlink(),
        ):
            rating.action_compute()
            self.assertEqual(len(rating.line_ids), 3)
            change()
            self.assertEqual((rating.state, len(rating.line_ids)), ("draft", 0))
        rating.action_compute()
        rating.name = "Другое название"
        self.assertEqual(rating.state, "computed")

    def test_computed_twice_is_the_same(self):
        rating = self.make_rating(self.component("quality"))
        rating.action_compute()
        before = sorted((line.cell, line.index, line.stability) for line in rating.line_ids)
        rating.action_compute()
        after = sorted((line.cell, line.index, line.stability) for line in rating.line_ids)
        self.assertEqual(before, after)

    def test_queries_do_not_grow_with_the_lines(self):
        rating = self.make_rating(self.component("quality"), self.component("average_mark", hi=5))
        cells = rating._get_cells()
        self.count_queries(rating, cells)
        self.assertEqual(self.count_queries(rating, cells[:1]), self.count_queries(rating, cells))

    def count_queries(self, rating, cells):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        with patch.object(type(rating), "_get_cells", lambda _rating: cells):
            rating.action_compute()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_taking_a_load_back_takes_the_lines_that_name_it(self):
        rating = self.make_rating(self.component("quality"))
        rating.action_compute()
        self.env["vsoko.import.change"]._before_removal(self.class_9a)
        self.assertEqual((rating.state, len(rating.line_ids)), ("draft", 0))

    def test_a_number_is_not_rated(self):
        with self.assertRaises(ValidationError):
            self.make_rating(self.component("contingent"))

    def test_goalposts_and_weights_make_sense(self):
        for vals in ({"lo": 50, "hi": 50}, {"weight": 0}, {"mode": "progress"}):
            with (
                self.assertRaises(psycopg2.errors.CheckViolation),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(),
            ):
                self.make_rating(self.component("quality", **vals))
                self.env.flush_all()

    def test_without_components_nothing_is_computed(self):
        with self.assertRaises(UserError):
            self.make_rating().action_compute()

    def test_only_the_director_approves_and_what_is_approved_is_locked(self):
        rating = self.make_rating(self.component("quality"))
        self.compute(rating)
        with self.assertRaises(AccessError):
            rating.with_user(self.users["administration"]).action_approve()
        rating.with_user(self.users["director"]).action_approve()
        self.assertEqual(rating.state, "approved")
        for change in (
            rating.action_compute,
            lambda: rating.write({"min_n": 3}),
            lambda: rating.component_ids.write({"hi": 90}),
            rating.component_ids.unlink,
            rating.unlink,
        ):
            with self.assertRaises(UserError):
                change()

    def test_the_words_say_what_the_numbers_say(self):
        rating = self.make_rating(self.component("quality"))
        rating.action_compute()
        line = self.line_of(rating, self.class_9a)
        self.assertIn("25", line.explanation.splitlines()[-1])
        self.assertIn(self.class_5a.display_name, rating.summary)
        self.assertIn("50", line.robustness)
