import base64
import unittest

from tools.writers.qr import qr_uri


class TestQr(unittest.TestCase):
    def test_picture_is_drawn_of_rectangles(self):
        head, _comma, content = qr_uri("https://example.com/web/signup?token=abc").partition(",")
        picture = base64.b64decode(content).decode()
        self.assertEqual(head, "data:image/svg+xml;base64")
        self.assertGreater(picture.count("<rect"), 100)

    def test_another_text_is_another_picture(self):
        self.assertNotEqual(qr_uri("a"), qr_uri("b"))
