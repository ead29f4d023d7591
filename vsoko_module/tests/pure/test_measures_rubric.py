import unittest

from tools.measures.rubric import (
    AnswerError,
    Criterion,
    behaviours,
    check_answers,
    outcome,
    reached,
)

LEVELS = ("нет", "частично", "да")


def criteria(mandatory, chosen=0, weight=1):
    """Criteria «1», «2»… of 0 to 2 points, the mandatory ones first."""
    return [
        Criterion(str(number), f"Критерий {number}", LEVELS, weight, number <= mandatory)
        for number in range(1, mandatory + chosen + 1)
    ]


def points(*values):
    return {str(place): {"points": value} for place, value in enumerate(values, start=1)}


class TestOutcome(unittest.TestCase):
    def test_sum_over_the_applicable(self):
        # 2 + 1 + 2 + 2 + 0 = 7 of 5 × 2 = 10
        found = outcome(criteria(5), points(2, 1, 2, 2, 0))
        self.assertEqual((found.score, found.maximum, found.percent), (7, 10, 70.0))

    def test_what_is_not_applicable_is_in_neither_sum(self):
        # 2 + 1 + 2 + 2 = 7 of 4 × 2 = 8; four of five mandatory criteria are judged: 80 %
        found = outcome(criteria(5), points(2, 1, 2, 2, "na"))
        self.assertEqual((found.score, found.maximum, found.percent), (7, 8, 87.5))
        self.assertEqual(found.missing, ())

    def test_less_than_four_fifths_have_no_total(self):
        # 3 of 5 are 60 %; 7 of 9 are 77.8 %; 8 of 10 are 80 %
        self.assertIsNone(outcome(criteria(5), points(2, 2, 2, "na", None)).score)
        self.assertIsNone(outcome(criteria(9), points(*[2] * 7)).percent)
        self.assertEqual(outcome(criteria(10), points(*[2] * 8)).percent, 100.0)

    def test_weights(self):
        # 3 × 2 + 1 × 1 = 7 of 3 × 2 + 1 × 2 = 8
        two = [Criterion("1", "а", LEVELS, 3), Criterion("2", "б", LEVELS, 1)]
        found = outcome(two, points(2, 1))
        self.assertEqual((found.score, found.maximum, found.percent), (7, 8, 87.5))

    def test_a_chosen_criterion_counts_when_it_is_judged_and_is_not_missed(self):
        without = outcome(criteria(2, chosen=1), points(2, 1))
        self.assertEqual((without.score, without.maximum, without.missing), (3, 4, ()))
        judged = outcome(criteria(2, chosen=1), points(2, 1, 0))
        self.assertEqual((judged.score, judged.maximum), (3, 6))

    def test_a_blank_is_named_and_zero_is_a_value(self):
        found = outcome(criteria(2), points(0))
        self.assertEqual(found.missing, ("Критерий 2",))
        self.assertEqual(outcome(criteria(2), points(0, 0)).percent, 0.0)

    def test_nothing_answered_has_no_total(self):
        for answers in (None, {}, points("na", "na")):
            self.assertIsNone(outcome(criteria(2), answers).percent)
        # with chosen criteria alone, too
        self.assertIsNone(outcome(criteria(0, chosen=2), {}).percent)


class TestAnswers(unittest.TestCase):
    def refused(self, answers):
        with self.assertRaises(AnswerError) as caught:
            check_answers(criteria(2), answers)
        return caught.exception.code, caught.exception.name

    def test_what_a_criterion_has(self):
        check_answers(criteria(2), {"1": {"points": 2, "note": "на этапе мотивации"}, "2": {}})
        check_answers(criteria(2), {"1": {"points": "na"}, "2": {"points": None}})
        check_answers(criteria(2), None)

    def test_what_it_does_not_have(self):
        self.assertEqual(self.refused({"1": {"points": 3}}), ("points", "Критерий 1"))
        for value in (-1, True, 1.5, "2", [1]):
            self.assertEqual(self.refused({"2": {"points": value}})[0], "points", value)
        self.assertEqual(self.refused({"9": {"points": 1}}), ("criterion", ""))
        for answers in ([1], {"1": 2}, {"1": {"mark": 2}}, {"1": {"note": 5}}):
            self.assertEqual(self.refused(answers)[0], "shape", answers)


class TestLevels(unittest.TestCase):
    def test_lines_are_points(self):
        text = "Цель не названа\n\n  Цель называет учитель \nЦель ставят дети"
        found = behaviours(text)
        self.assertEqual(len(found), 3)
        self.assertEqual(found[1], "Цель называет учитель")
        self.assertEqual(behaviours(None), ())

    def test_the_highest_level_that_is_reached(self):
        levels = [("high", 80), ("low", 0), ("middle", 50)]
        found = [reached(levels, percent) for percent in (0, 49.94, 49.95, 80, None)]
        self.assertEqual(found, ["low", "low", "middle", "high", None])
        self.assertIsNone(reached([("middle", 50)], 10))
