import unittest

from mutants import hunt, make, seeds

COUNT = 2000
SEED = 20260901


class TestFuzz(unittest.TestCase):
    """Whatever is done to a file, a reader refuses it or reads it: nothing else comes out."""

    def test_mutants_are_met_in_words(self):
        for failing in hunt(COUNT, SEED):
            with self.subTest(number=failing.number, made_from=failing.name):
                self.fail(failing.trace)

    def test_a_mutant_is_made_again_by_its_number(self):
        self.assertEqual(make(SEED, 7), make(SEED, 7))
        self.assertNotEqual(make(SEED, 7), make(SEED, 8))

    def test_all_kinds_of_files_are_among_the_seeds(self):
        kinds = {name.rpartition(".")[2] for name in seeds()}
        self.assertEqual(kinds, {"xlsx", "xls", "csv", "ods"})
