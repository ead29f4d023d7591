import unittest

from tools.surveys import answers, codes
from tools.surveys.answers import Option

FIVE = [Option(points, str(points), points) for points in (4, 3, 2, 1, 0)]
UNSURE = Option("unsure", "Затрудняюсь ответить", None)


class TestSurveyAnswers(unittest.TestCase):
    def test_the_two_best_of_five_are_satisfied(self):
        found = answers.judged([*FIVE, UNSURE])
        self.assertEqual([o.key for o in found if o.is_top], [4, 3])
        self.assertIsNone(found[-1].points)
        self.assertFalse(found[-1].is_top)

    def test_a_reversed_item_turns_its_points_over(self):
        found = answers.judged([*FIVE, UNSURE], is_reversed=True)
        self.assertEqual([o.points for o in found], [0, 1, 2, 3, 4, None])
        self.assertEqual([o.key for o in found if o.is_top], [1, 0])

    def test_constant_answers_are_no_full_satisfaction(self):
        """Who ticks the same box everywhere gets half of the points of a pair of items."""
        straight, turned = answers.judged(FIVE), answers.judged(FIVE, is_reversed=True)
        points = [next(o.points for o in item if o.key == 4) for item in (straight, turned)]
        self.assertEqual(points, [4, 0])

    def test_of_two_or_three_answers_the_best_alone_is_satisfied(self):
        found = answers.judged([Option(1, "Да", 1), Option(0, "Нет", 0), UNSURE])
        self.assertEqual([o.key for o in found if o.is_top], [1])

    def test_another_wording_is_another_item(self):
        first = answers.sign("Мне нравится", FIVE)
        self.assertEqual(first, answers.sign("Мне нравится", list(FIVE)))
        self.assertNotEqual(first, answers.sign("Мне не нравится", FIVE))
        self.assertNotEqual(first, answers.sign("Мне нравится", [*FIVE, UNSURE]))
        self.assertNotEqual(first, answers.sign("Мне нравится", FIVE, is_reversed=True))


class TestSurveyCodes(unittest.TestCase):
    def test_codes_are_different_and_of_the_alphabet(self):
        made = codes.make_codes(500)
        self.assertEqual(len(set(made)), 500)
        self.assertEqual({len(code) for code in made}, {8})
        self.assertLessEqual(set("".join(made)), set(codes.ALPHABET))
        self.assertEqual(len(set(codes.ALPHABET)), 31)
        self.assertFalse(set("01OIL") & set(codes.ALPHABET))

    def test_a_person_types_as_a_person_does(self):
        self.assertEqual(codes.typed("abcd efgh"), "ABCDEFGH")
        self.assertEqual(codes.typed("АВСЕ-НКМР"), "ABCEHKMP")
        for wrong in ("", None, "ABCD", "ABCDEFG0", "ЖЖЖЖЖЖЖЖ", "ABCDEFGHJ"):
            self.assertEqual(codes.typed(wrong), "")
        self.assertEqual(codes.spaced("ABCDEFGH"), "ABCD EFGH")

    def test_a_code_of_one_campaign_is_void_in_another(self):
        first, second = codes.make_salt(), codes.make_salt()
        self.assertNotEqual(codes.digest(first, "ABCDEFGH"), codes.digest(second, "ABCDEFGH"))
        self.assertNotIn("ABCDEFGH", codes.digest(first, "ABCDEFGH"))
