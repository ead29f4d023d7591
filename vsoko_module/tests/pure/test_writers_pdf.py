import base64
import io
import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from form_samples import PIXEL
from pypdf import PdfReader
from tools.writers.pdf import html_to_pdf


def pages(html):
    return PdfReader(io.BytesIO(html_to_pdf(html))).pages


class TestPdf(unittest.TestCase):
    def test_the_text_of_a_page(self):
        (page,) = pages("<p>Справка по итогам</p>")
        self.assertEqual(page.extract_text().strip(), "Справка по итогам")

    def test_pictures_come_from_the_page_itself(self):
        data = base64.b64encode(PIXEL).decode()
        (page,) = pages(f'<img src="data:image/png;base64,{data}">')
        self.assertEqual(len(page.images), 1)

    def test_no_other_file_is_read(self):
        with TemporaryDirectory() as folder:
            picture, style = Path(folder) / "a.png", Path(folder) / "a.css"
            picture.write_bytes(PIXEL)
            style.write_text("p { display: none }")
            (page,) = pages(
                f'<link rel="stylesheet" href="{style.as_uri()}"><img src="{picture.as_uri()}">'
                "<p>видно</p>"
            )
        self.assertEqual(len(page.images), 0)
        self.assertEqual(page.extract_text().strip(), "видно")
