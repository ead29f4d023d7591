from odoo.tests import TransactionCase, tagged

from ..fixtures import FixtureCase

SHARE = {"direction": "more", "digits": 1, "unit": "percent"}


@tagged("post_install", "-at_install")
class TestPublicationChange(FixtureCase, TransactionCase):
    """Readers outside are told of a change what the people behind it let say."""

    def change(self, now, before, definition=SHARE):
        """The words for ``(value, n)`` against the publication before, and their colour."""
        line, earlier = (
            self.env["vsoko.publication.line"].new(
                {"indicator_code": "quality", "cell": "school", "value": value, "n": n, **rest}
            )
            for rest in [{name: definition[name] for name in ("unit", "digits")}]
            for value, n in (now, before)
        )
        told = line._prepare_change(earlier, definition)
        return told["change"], told["is_better"]

    def test_a_fifth_of_a_point_is_not_worse(self):
        words, colour = self.change((69.5, 568), (69.7, 566))
        self.assertIn("chance", words)
        self.assertIn("−0,2", words)
        self.assertIsNone(colour)

    def test_what_is_more_than_chance_is_judged(self):
        """60 and 80 of 250 differ, of 25 they do not: `tests/pure/test_measures_chance`."""
        self.assertEqual(self.change((60, 250), (80, 250))[1], False)
        self.assertEqual(self.change((80, 250), (60, 250))[1], True)
        self.assertIsNone(self.change((60, 25), (80, 25))[1])
        less = {**SHARE, "direction": "less"}
        self.assertEqual(self.change((80, 250), (60, 250), less)[1], False)

    def test_numbers_without_people_are_not_judged(self):
        number = {**SHARE, "unit": "number"}
        words, colour = self.change((3.9, 568), (4.2, 566), number)
        self.assertIn("−0,3", words)
        self.assertNotIn("worse", words)
        self.assertIsNone(colour)

    def test_what_is_shown_alike_is_no_change(self):
        words, colour = self.change((69.74, 568), (69.68, 566))
        self.assertEqual((words, colour), ("as in the previous period", None))
        line = self.env["vsoko.publication.line"].new({"indicator_code": "quality"})
        self.assertEqual(line._prepare_change(None, SHARE)["change"], "")
