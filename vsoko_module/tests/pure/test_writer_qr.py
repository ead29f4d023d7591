import base64
import unittest

from tools.writers.qr import qr_uri


class TestQr(unittest.TestCase):
    def test_picture_is_one_path_with_the_corners_of_a_code(self):
        head, _comma, content = qr_uri("https://example.com/web/signup?token=abc").partition(",")
        picture = base64.b64decode(content).decode()
        self.assertEqual(head, "data:image/svg+xml;base64")
        # the upper left corner: seven dark modules, then a ring of one
        self.assertIn('d="M4 4h7v1h-7z', picture)
        self.assertIn("M4 5h1v1h-1zM10 5h1v1h-1z", picture)
        self.assertGreater(picture.count("v1h-"), 100)
        self.assertLess(len(picture), 20000)

    def test_another_text_is_another_picture(self):
        self.assertNotEqual(qr_uri("a"), qr_uri("b"))
