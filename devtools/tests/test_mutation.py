import unittest

from devtools import mutation


class TestSample(unittest.TestCase):
    def test_a_seed_gives_the_same_mutants_again(self):
        first, again = mutation.choose(20, 1), mutation.choose(20, 1)
        self.assertEqual(first, again)
        self.assertEqual(len(set(first)), 20)
        self.assertNotEqual(first, mutation.choose(20, 2))

    def test_one_in_four_is_a_rule_of_the_figures(self):
        self.assertEqual([chosen.room for chosen in mutation.choose(60, 1)].count(""), 45)
        halves = mutation.choose(45, 1, "tools/"), mutation.choose(15, 1, "models/indicators/")
        self.assertEqual(sorted(halves[0] + halves[1]), mutation.choose(60, 1))
        self.assertEqual(len(mutation.choose(8, 1, "tools/measures")), 8)

    def test_an_invented_school_has_no_rules(self):
        paths = {chosen.path.as_posix() for chosen in mutation.choose(10**6, 1)}
        self.assertIn("tools/scopes.py", paths)
        self.assertIn("models/indicators/facts/vsoko_fact_mark.py", paths)
        self.assertFalse([path for path in paths if path.startswith("tools/demo")])
        self.assertEqual(mutation.choose(5, 1, "no such file"), [])

    def test_other_rooms_are_tried_when_they_are_named(self):
        rooms = {chosen.room for chosen in mutation.choose(10**6, 1)}
        self.assertEqual(rooms, {"", "indicators"})
        (room,) = {chosen.room for chosen in mutation.choose(9, 1, "models/analysis")}
        self.assertEqual(room, "analysis")
        paths = {chosen.path.parts[:3] for chosen in mutation.choose(9, 1, "models/evidence/staff")}
        self.assertEqual(paths, {("models", "evidence", "staff")})

    def test_a_mutant_is_the_file_with_one_change(self):
        (chosen,) = mutation.choose(1, 1, "tools/scopes")
        text = (mutation.ADDON / chosen.path).read_text()
        self.assertNotEqual(chosen.text, text)
        self.assertEqual(chosen.text[: chosen.mutant.start], text[: chosen.mutant.start])
        self.assertIn("tools/scopes.py:", str(chosen))
