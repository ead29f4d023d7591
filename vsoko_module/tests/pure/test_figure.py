import json
import unittest

from tools.figure import PARTS, Figure
from tools.reports.frozen import Frozen, freeze, thaw
from tools.scopes import SCOPES, cell, keys, scope_of

WHOLE = Figure(
    "quality", "class_subject:12:5", id=7, indicator_id=3, period_id=2,
    value=60.0, numerator=15.0, denominator=25.0, n=25, people=20, completeness=98.5,
    status="acceptable", grey_reason="few",
    previous_value=55.0, previous_n=24, previous_people=19, delta=5.0, previous_barrier="merged",
    last_year_value=63.5, last_year_delta=-3.5, last_year_barrier="other",
)  # fmt: skip
# as the release before froze it: what has no value is left out
KEPT = {
    "value": 60.0, "n": 25, "numerator": 15.0, "denominator": 25.0, "status": "acceptable",
    "people": 20, "completeness": 98.5, "grey": "few", "previous": 55.0, "previous_n": 24,
    "previous_people": 19, "delta": 5.0, "last_year": 63.5, "last_year_delta": -3.5,
    "previous_barrier": "merged", "last_year_barrier": "other",
}  # fmt: skip
# as the first release froze it: nothing about people, completeness and barriers yet
FIRST = {
    "value": 60.0, "n": 25, "numerator": 15.0, "denominator": 25.0, "status": "acceptable",
    "previous": 55.0, "delta": 5.0, "last_year": 63.5, "last_year_delta": -3.5,
}  # fmt: skip


class TestFrozenFigure(unittest.TestCase):
    def test_json_stays_what_it_was(self):
        self.assertEqual(freeze(WHOLE), KEPT)
        empty = Figure("quality", "school", n=0, missing_reason="empty_base")
        self.assertEqual(freeze(empty), {"n": 0, "reason": "empty_base"})
        self.assertEqual(json.loads(json.dumps(freeze(WHOLE))), KEPT)

    def test_a_report_of_the_release_before_is_read(self):
        read = thaw("class_subject:12:5", "quality", KEPT)
        self.assertEqual(
            {part: getattr(read, part) for part in PARTS},
            {part: getattr(WHOLE, part) for part in PARTS},
        )
        self.assertEqual((read.previous_value, read.grey_reason), (55.0, "few"))
        missing = thaw("school", "quality", {"n": 0, "reason": "empty_base"})
        self.assertEqual((missing.value, missing.missing_reason), (None, "empty_base"))

    def test_a_report_of_the_first_release_knows_less(self):
        read = thaw("class:1", "quality", FIRST)
        self.assertEqual((read.value, read.last_year_value, read.delta), (60.0, 63.5, 5.0))
        self.assertEqual((read.people, read.completeness, read.previous_barrier), (None,) * 3)
        self.assertIsNone(read.previous_n)

    def test_what_is_not_counted_is_told_from_what_has_no_value(self):
        frozen = Frozen({"figures": {"school": {"quality": {"n": 0, "reason": "empty_base"}}}})
        self.assertTrue(frozen.has("school", "quality"))
        self.assertFalse(frozen.has("school", "success") or frozen.has("class:1", "quality"))
        self.assertEqual(frozen.figure("class:1", "quality"), Figure("quality", "class:1"))


class TestFigure(unittest.TestCase):
    def test_zero_is_a_value(self):
        self.assertTrue(Figure("quality", "school", value=0.0).is_known)
        self.assertFalse(Figure("quality", "school", n=0).is_known)

    def test_cell_says_the_scope_and_the_keys(self):
        self.assertEqual(WHOLE.scope, "class_subject")
        self.assertEqual(WHOLE.keys, {"class_id": 12, "subject_id": 5})
        self.assertEqual(Figure("quality", "school").keys, {})
        for scope, names in SCOPES.items():
            place = {name: "ooo" if name == "level" else 4 for name in names}
            written = cell(scope, **place)
            self.assertEqual((scope_of(written), keys(written)), (scope, place))

    def test_hidden_has_no_number_left(self):
        hidden = WHOLE.hide()
        self.assertTrue(hidden.is_hidden)
        self.assertEqual({getattr(hidden, part) for part in PARTS}, {None})
        self.assertEqual((hidden.code, hidden.cell), (WHOLE.code, WHOLE.cell))

    def test_part_of_the_marks(self):
        self.assertTrue(Figure("quality", "school", grey_reason="incomplete").is_incomplete(0))
        figure = Figure("quality", "school", value=1.0, completeness=80.0)
        self.assertTrue(figure.is_incomplete(80.1))
        self.assertFalse(figure.is_incomplete(80.0))
        self.assertFalse(Figure("staff", "school", value=1.0).is_incomplete(80.0))

    def test_worse_by_more_than_chance(self):
        def changed(people):
            return Figure(
                "quality", "school", value=40.0, n=250, people=people, previous_value=52.0,
                previous_n=250, previous_people=people,
            )  # fmt: skip

        self.assertTrue(changed(250).is_worse("more"))
        self.assertFalse(changed(250).is_worse("less"))
        self.assertFalse(changed(25).is_worse("more"), "many marks of few people")
        alone = Figure("quality", "school", value=0.0, n=250, people=250)
        self.assertFalse(alone.is_worse("more"), "nothing to compare with")
