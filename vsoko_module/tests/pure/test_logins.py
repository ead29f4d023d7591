import unittest

from tools.logins import free_login, login_of


class TestLogins(unittest.TestCase):
    def test_name_becomes_a_login(self):
        self.assertEqual(login_of("Иванова Мария Петровна"), "ivanova.mp")
        self.assertEqual(login_of("Щёголев-Южин  Пётр"), "schegolevyuzhin.p")
        self.assertEqual(login_of("Sidorov"), "sidorov")

    def test_name_without_letters_gives_none(self):
        for name in ("", None, "  ", "«»"):
            self.assertEqual(login_of(name), "")

    def test_taken_login_gets_a_number(self):
        self.assertEqual(free_login("ivanova", {"petrova"}), "ivanova")
        self.assertEqual(free_login("ivanova", {"ivanova", "ivanova2"}), "ivanova3")
