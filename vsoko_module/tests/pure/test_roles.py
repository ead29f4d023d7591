import unittest

from tools.roles import OUTSIDE, given_by, proposed


class TestGivenBy(unittest.TestCase):
    def test_administration_gives_nothing_of_the_own_rank(self):
        given = given_by({"administration", "teacher"})
        self.assertFalse(given & {"administration", "director", "medic"})
        self.assertLessEqual({"teacher", "specialist", *OUTSIDE}, given)

    def test_director_makes_the_administration(self):
        self.assertLessEqual({"administration", "medic", "teacher"}, given_by({"director"}))

    def test_nobody_else_gives_anything(self):
        for own in ((), ("teacher", "association_head"), ("methodical_council",), ("family",)):
            self.assertEqual(given_by(set(own)), frozenset(), own)


class TestProposed(unittest.TestCase):
    def test_positions_of_a_school(self):
        for position, roles in {
            "Учитель математики": ("teacher", "pedagogical_council"),
            "Заместитель директора по УВР": ("administration",),
            "Директор": ("director",),
            "Педагог-психолог": ("specialist", "pedagogical_council"),
            "Медицинская сестра": ("medic",),
            "Заведующая библиотекой": ("specialist",),
            "Учитель, руководитель ШМО": ("association_head", "pedagogical_council"),
            "Секретарь": ("user",),
        }.items():
            self.assertEqual(proposed(position), roles, position)

    def test_no_position_proposes_nothing(self):
        self.assertEqual(proposed(""), ())
        self.assertEqual(proposed(None), ())
