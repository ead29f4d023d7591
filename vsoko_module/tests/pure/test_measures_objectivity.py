import unittest

from reader_samples import load_json
from tools.measures import border_peaks, compare, progress, sample_tier

WORK = (2, 3, 3, 4, 5, 3, 4, 4, 3, 2)
JOURNAL = (3, 3, 4, 4, 5, 3, 5, 4, 3, 3)


class TestComparison(unittest.TestCase):
    def test_vector(self):
        found = compare(zip(WORK, JOURNAL, strict=True))
        self.assertEqual((found.pairs, found.lowered, found.same, found.raised), (10, 4, 6, 0))
        self.assertEqual(found.percent(found.lowered), 40)
        self.assertEqual(found.far_apart, 0)
        self.assertTrue(found.needs_study())
        self.assertFalse(found.needs_study(threshold=40))

    def test_a_pair_without_a_mark_is_left_out(self):
        found = compare([(3, None), (None, 4), (0, 5), (4, 4)])
        self.assertEqual((found.pairs, found.same), (1, 1))
        self.assertIsNone(found.correlation)

    def test_no_pairs(self):
        found = compare([])
        self.assertEqual(found.pairs, 0)
        self.assertIsNone(found.percent(found.lowered))
        self.assertFalse(found.needs_study())

    def test_works_of_the_sample_school(self):
        expected = load_json("expected.json")
        works = [
            work
            for block in ("tests", "vpr", "exams")
            for work in expected[block]
            if work.get("against_journal")
        ]
        self.assertGreater(len(works), 15)
        for work in works:
            told = work["against_journal"]
            found = compare(
                (int(mark), int(journal))
                for journal, row in told["journal_by_work"].items()
                for mark, count in row.items()
                for _pupil in range(count)
            )
            with self.subTest(work["id"]):
                self.assertEqual(found.pairs, told["n"])
                self.assertEqual(
                    (found.lowered, found.same, found.raised, found.far_apart),
                    (told["lower"], told["same"], told["higher"], told["two_or_more_apart"]),
                )
                self.assertAlmostEqual(found.correlation, told["correlation"], delta=1e-4)


class TestPeaks(unittest.TestCase):
    def test_a_border_that_stands_out(self):
        counts = [0, 1, 2, 1, 6, 3, 3, 2, 0, 4]
        peaks = border_peaks(counts, [0, 4, 7, 9])
        self.assertEqual([(peak.score, peak.ratio) for peak in peaks], [(4, 6), (9, None)])
        self.assertEqual(border_peaks(counts, [4], ratio=7), [])

    def test_one_pupil_is_no_peak(self):
        self.assertEqual(border_peaks([0, 0, 1, 0], [2]), [])

    def test_trust_grows_with_the_sample(self):
        tiers = [sample_tier(n) for n in (5, 19, 20, 49, 50)]
        self.assertEqual(tiers, ["unsafe", "unsafe", "rough", "rough", "enough"])


class TestProgress(unittest.TestCase):
    def test_only_those_who_wrote_both_count(self):
        found = progress(
            {1: (5, 3), 2: (10, 5), 3: (0, 2)}, 10, {1: (8, 4), 2: (8, 4), 4: (1, 2)}, 10
        )
        self.assertEqual((found.both, found.first_percent, found.second_percent), (2, 75, 80))
        self.assertEqual((found.mark_up, found.mark_same, found.mark_down), (1, 0, 1))

    def test_nobody_wrote_both(self):
        found = progress({1: (5, 3)}, 10, {2: (5, 3)}, 10)
        self.assertEqual(found.both, 0)
        self.assertIsNone(found.change)

    def test_works_of_the_sample_school(self):
        expected = load_json("expected.json")
        works = {work["id"]: work for work in expected["tests"]}
        written = {
            name: {
                pupil["pupil_id"]: (pupil["total"], pupil["mark"])
                for pupil in work["pupils"]
                if pupil["present"]
            }
            for name, work in works.items()
        }
        for told in expected["dynamics"]:
            first, second = told["first"], told["second"]
            found = progress(
                written[first], works[first]["max"], written[second], works[second]["max"]
            )
            with self.subTest(told):
                self.assertEqual(found.both, told["both"])
                self.assertAlmostEqual(found.first_percent, told["first_pct"], delta=1e-4)
                self.assertAlmostEqual(found.change, told["change_pct_points"], delta=1e-4)
                self.assertEqual(
                    (found.mark_up, found.mark_same, found.mark_down),
                    (told["mark_up"], told["mark_same"], told["mark_down"]),
                )
