import io
import unittest
import zipfile

from picture_samples import opened, photo, picture
from tools import apart
from tools.readers import limits
from tools.readers.refusals import Refused
from tools.reports import enclosures


def office(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return buffer.getvalue()


class TestPictures(unittest.TestCase):
    def refuse(self, code, content, job=enclosures.clean, *more):
        with self.assertRaises(Refused) as caught:
            job(content, *more)
        self.assertEqual(caught.exception.code, code)

    def test_nothing_but_points_comes_through(self):
        self.assertIn(b"Camera of a person", photo())
        drawn = enclosures.clean(photo())
        self.assertNotIn(b"Camera of a person", drawn)
        self.assertNotIn(b"Exif", drawn)
        self.assertFalse(dict(opened(drawn).getexif()))
        # orientation 6 is a quarter of a turn
        self.assertEqual(opened(drawn).size, (20, 40))

    def test_what_follows_a_picture_or_stands_in_it_as_text_is_gone(self):
        with_text = picture("PNG", comment="x") + b"<script>alert(1)</script>"
        drawn = enclosures.clean(with_text)
        self.assertNotIn(b"script", drawn)
        self.assertEqual(opened(drawn).format, "PNG")
        self.assertEqual(opened(drawn).getpixel((0, 0)), (200, 30, 30))

    def test_what_is_transparent_is_white(self):
        drawn = opened(enclosures.clean(picture("PNG", mode="RGBA", colour=(0, 0, 0, 0))))
        self.assertEqual((drawn.mode, drawn.getpixel((5, 5))), ("RGB", (255, 255, 255)))
        grey = opened(enclosures.clean(picture("PNG", mode="L", colour=90)))
        self.assertEqual(grey.getpixel((0, 0)), (90, 90, 90))

    def test_a_large_picture_is_made_smaller(self):
        drawn = opened(enclosures.clean(picture(size=(3000, 1500))))
        self.assertEqual(drawn.size, (2000, 1000))
        scan = opened(enclosures.clean(picture(size=(3000, 1500)), enclosures.SCAN_SIDE))
        self.assertEqual(scan.size, (3000, 1500))

    def test_other_kinds_are_refused_by_what_is_in_them(self):
        svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
        for content in (svg, b"", b"GIF89a", picture("GIF"), picture("BMP"), b"\xff\xd8"):
            self.refuse("picture_kind", content)
        self.refuse("picture_broken", picture()[:60])
        self.refuse("picture_broken", enclosures.PNG + b"x" * 50)

    def test_bounds_of_bytes_and_points(self):
        self.refuse("picture_too_big", enclosures.JPEG + bytes(limits.PICTURE_BYTES))
        # 50 million points and one row more
        self.refuse("picture_points", picture("PNG", size=(10_000, 5_001), mode="1", colour=0))

    def test_another_process_does_it(self):
        drawn = apart.call("reports.enclosures:clean", photo(), 2000)
        self.assertEqual(drawn, enclosures.clean(photo()))
        with self.assertRaises(Refused):
            apart.call("reports.enclosures:clean", b"<svg/>", 2000)


class TestFiles(unittest.TestCase):
    refuse = TestPictures.refuse

    def test_a_file_is_what_its_name_says(self):
        for extension, content in (
            (".pdf", b"%PDF-1.7 x"),
            (".docx", office("word/document.xml", "word/embeddings/Sheet1.xlsx")),
            (".xlsx", office("xl/workbook.xml", "xl/printerSettings/printerSettings1.bin")),
            (".odt", office("content.xml")),
            (".jpeg", picture()),
        ):
            self.assertIsNone(enclosures.check_file(content, extension))

    def test_another_content_is_refused(self):
        for extension, content in (
            (".pdf", b"<html>"),
            (".docx", office("xl/workbook.xml")),
            (".xlsx", b"PK nothing"),
            (".ods", b""),
            (".png", picture()),
        ):
            self.refuse("enclosure_content", content, enclosures.check_file, extension)

    def test_macros_and_foreign_objects_are_refused(self):
        for name in ("word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/a.xml"):
            content = office("word/document.xml", name)
            self.refuse("enclosure_active", content, enclosures.check_file, ".docx")
        basic = office("content.xml", "Basic/Standard/Module1.xml")
        self.refuse("enclosure_active", basic, enclosures.check_file, ".odt")

    def test_a_file_without_bounds_is_refused(self):
        content = b"%PDF-" + bytes(limits.FILE_BYTES)
        self.refuse("enclosure_too_big", content, enclosures.check_file, ".pdf")
