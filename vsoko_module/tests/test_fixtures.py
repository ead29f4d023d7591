from odoo.tests import tagged

from .common import SchoolCase
from .fixtures import FixtureCase, levels_of, rank


class PaintedCase(SchoolCase):
    """A level of its own: a subject that no test has seen before."""

    made = 0

    @classmethod
    def make_fixture(cls):
        cls.made += 1
        cls.paint = cls.env["vsoko.subject"].create({"name": "Живопись", "code": "paint"})


class _Spoilt:
    """Each of the classes finds the level as it was made, and spoils it for the next one.

    None of them knows which of them is the first.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.found = cls.paint.name, cls.year.state, len(cls.students)
        cls.paint.name = "Испорчено"
        cls.students[:3].enrolment_ids.unlink()
        cls.year.state = "closed"
        cls.env.flush_all()

    def test_the_level_was_as_it_was_made(self):
        self.assertEqual(self.found, ("Живопись", "current", 14))
        subjects = self.env["vsoko.subject"].search([("code", "=", "paint")])
        self.assertEqual(subjects, self.paint)
        self.assertEqual(self.paint.name, "Испорчено")
        self.assertEqual(len(self.pupils_of(self.class_5a)), 3)

    def test_it_was_made_once(self):
        self.assertEqual(PaintedCase.made, 1)
        self.assertEqual([level.base for level in levels_of(type(self))], [SchoolCase, PaintedCase])
        self.assertIs(self.env.cr, PaintedCase.env.cr)
        self.assertEqual(rank(TestLevels), rank(TestLevelsAgain))
        self.assertNotEqual(rank(TestLevels), rank(TestNoLevels))


@tagged("post_install", "-at_install")
class TestLevels(_Spoilt, PaintedCase):
    allow_inherited_tests_method = True


@tagged("post_install", "-at_install")
class TestLevelsAgain(_Spoilt, PaintedCase):
    allow_inherited_tests_method = True


@tagged("post_install", "-at_install")
class TestNoLevels(FixtureCase):
    """A class without levels sees what is stored and nothing else."""

    def test_nothing_is_left_of_any_level(self):
        self.assertEqual(levels_of(type(self)), [])
        self.assertFalse(self.env["res.users"].search([("login", "=like", "school_%")]))
        self.assertFalse(self.env["vsoko.subject"].search([("code", "=", "paint")]))
        # what another transaction held would let this wait for ever
        year = self.env["vsoko.year"].create(
            {"name": "2025/2026", "date_start": "2025-09-01", "date_end": "2026-08-31"}
        )
        self.assertEqual(self.env["vsoko.year"].search([("name", "=", "2025/2026")]), year)
