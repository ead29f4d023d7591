import unittest

from tools.reports.file_kinds import KINDS, suffix


class TestFileKinds(unittest.TestCase):
    def test_the_extension_is_the_last_one_in_small_letters(self):
        for name, expected in (
            ("План.PDF", ".pdf"),
            ("архив.tar.gz", ".gz"),
            ("папка.pdf/без", ""),
            (".htaccess", ""),
            ("", ""),
            (None, ""),
            (False, ""),
        ):
            with self.subTest(name):
                self.assertEqual(suffix(name), expected)

    def test_nothing_that_a_browser_runs_is_among_the_kinds(self):
        self.assertLessEqual({".pdf", ".docx", ".xlsx", ".jpg", ".jpeg", ".png"}, set(KINDS))
        self.assertFalse({".html", ".htm", ".svg", ".xml", ".js"} & set(KINDS))
        self.assertFalse({"text/html", "image/svg+xml", "text/xml"} & set(KINDS.values()))
        self.assertEqual([name for name in KINDS if suffix(f"a{name.upper()}") != name], [])


if __name__ == "__main__":
    unittest.main()
