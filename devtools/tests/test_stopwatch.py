import unittest

from devtools.stopwatch import Stopwatch


class TestStopwatch(unittest.TestCase):
    def setUp(self):
        super().setUp()
        self.now = 0
        self.watch = Stopwatch(lambda: self.now)

    def test_tests_of_a_class_are_added_up(self):
        for now, owner in ((0, "TestYear"), (2, "TestYear"), (5, "TestMark")):
            self.now = now
            self.watch.start(owner)
        self.now = 6
        self.watch.pause()
        self.assertEqual(self.watch.seconds, {"TestYear": 5, "TestMark": 1})

    def test_what_follows_a_pause_is_the_preparation_of_the_next(self):
        self.watch.start("TestYear")
        self.now = 1
        self.watch.pause()
        self.now = 11
        self.watch.start("TestMark")
        self.now = 12
        self.watch.pause()
        self.assertEqual(self.watch.seconds, {"TestYear": 1, "TestMark": 11})

    def test_what_is_forgotten_belongs_to_nobody(self):
        self.now = 40
        self.watch.forget()
        self.now = 43
        self.watch.start("TestYear")
        self.now = 44
        self.watch.forget()
        self.watch.pause()
        self.assertEqual(self.watch.seconds, {"TestYear": 4})

    def test_a_run_without_tests(self):
        self.now = 9
        self.watch.pause()
        self.assertEqual(self.watch.seconds, {})
