import unittest

from tools.attempts import Attempts


class TestAttempts(unittest.TestCase):
    def test_an_address_that_fails_too_often_waits(self):
        attempts = Attempts(limit=3, seconds=60)
        for moment in range(3):
            self.assertTrue(attempts.may_try("10.0.0.1", moment))
            attempts.note_failure("10.0.0.1", moment)
        self.assertFalse(attempts.may_try("10.0.0.1", 3))
        self.assertTrue(attempts.may_try("10.0.0.2", 3))
        self.assertTrue(attempts.may_try("10.0.0.1", 61))

    def test_memory_has_an_end(self):
        attempts = Attempts(limit=1, seconds=60, most=2)
        for address in "abc":
            attempts.note_failure(address, 0)
        self.assertTrue(attempts.may_try("a", 1))
        self.assertFalse(attempts.may_try("c", 1))
