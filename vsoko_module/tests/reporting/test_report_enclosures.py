import base64
import io
import zipfile

import docx
from PIL import Image

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ...models.reporting.reports import vsoko_report_enclosure
from ..common import prints
from ..portal.common import PublicationCase
from ..pure.picture_samples import opened, photo, picture
from .report_case import ReportCase


def coded(content):
    return base64.b64encode(content)


def enclose(section, **vals):
    """Put a picture into a section."""
    given = {
        "section_id": section.id,
        "name": "Открытие мастерской",
        "alt_text": "Дети у станков",
        "content": coded(photo()),
    }
    return section.env["vsoko.report.enclosure"].create({**given, **vals})


def enclose_file(section, **vals):
    given = {"kind": "file", "name": "План работы", "content": coded(b"%PDF-1.4 x")}
    return enclose(section, **{**given, "file_name": "План.pdf", "alt_text": False, **vals})


@tagged("post_install", "-at_install")
class TestReportEnclosures(ReportCase):
    """Pictures and files in sections of a report: what is kept, who may add, what locks them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.part = cls.report.section_ids[:1]
        cls.Enclosure = cls.env["vsoko.report.enclosure"].with_user(cls.deputy)

    def get_bytes(self, one):
        return base64.b64decode(one.with_context(bin_size=False).content)

    def test_a_photo_is_kept_without_its_place_and_camera(self):
        one = enclose(self.part)
        kept = self.get_bytes(one)
        self.assertNotIn(b"Camera of a person", kept)
        self.assertFalse(dict(opened(kept).getexif()))
        one.content = coded(photo())
        self.assertNotIn(b"Camera of a person", self.get_bytes(one))
        scan = enclose_file(self.part, content=coded(photo()), file_name="Скан.jpg")
        self.assertNotIn(b"Camera of a person", self.get_bytes(scan))

    def test_what_is_no_picture_is_refused_in_words(self):
        svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
        for content in (svg, b"%PDF-1.4", b"GIF89a"):
            with self.assertRaisesRegex(UserError, "PNG"):
                enclose(self.part, content=coded(content))
        one = enclose(self.part)
        with self.assertRaisesRegex(UserError, "PNG"):
            one.content = coded(svg)
        with self.assertRaises(ValidationError):
            enclose(self.part, alt_text=" ")

    def test_a_file_is_what_its_name_says(self):
        self.assertTrue(enclose_file(self.part))
        for name, content in (("a.html", b"<html>"), ("a.pdf", b"<html>"), ("a.svg", b"<svg/>")):
            with self.assertRaises(UserError):
                enclose_file(self.part, file_name=name, content=coded(content))
        with self.assertRaises(UserError):
            enclose_file(self.part).file_name = "План.docx"

    def test_nobody_passes_by_the_section(self):
        one = enclose(self.part)
        kept = self.env["ir.attachment"].search(
            [("res_model", "=", one._name), ("res_id", "=", one.id), ("res_field", "=", "content")]
        )
        self.assertEqual(len(kept), 1)
        with self.assertRaises(AccessError):
            kept.with_user(self.deputy).raw = b"<svg/>"
        with self.assertRaises(AccessError):
            self.env["ir.attachment"].with_user(self.deputy).create(
                {"name": "x", "raw": b"x", "res_model": one._name, "res_id": one.id}
            )
        with self.assertRaises(AccessError):
            one.section_id = self.report.section_ids[1]

    def test_who_edits_the_section_adds_and_nobody_else(self):
        one = enclose(self.part)
        self.assertEqual(one.create_uid, self.deputy)
        for role in ("teacher", "pedagogical_council", "user"):
            part = self.part.with_user(self.users[role])
            with self.subTest(role), self.assertRaises(AccessError):
                enclose(part)
            with self.assertRaises(AccessError):
                one.with_user(self.users[role]).name = "x"
        own = self.env["vsoko.report"].with_user(self.users["teacher"])
        own = own.create(
            {"type": "class_results", "period_id": self.q1.id, "class_id": self.class_5a.id}
        )
        self.assertTrue(enclose(own.section_ids[:1]))

    def test_the_council_sees_what_stands_in_sections_it_reads(self):
        council = self.users["pedagogical_council"]
        for section in self.report.section_ids:
            enclose(section)
        self.assertFalse(self.Enclosure.with_user(council).search_count([]))
        self.approve()
        seen = self.Enclosure.with_user(council).search([]).section_id
        self.assertTrue(seen)
        self.assertEqual(seen.sudo(), self.report.sudo().section_ids - self.closed())

    def closed(self):
        return self.report.sudo().section_ids.filtered("names_people")

    def test_the_approval_locks_and_the_signature_knows_of_changes(self):
        revision = self.report.revision
        one = enclose(self.part)
        self.assertGreater(self.report.revision, revision)
        self.approve()
        for change in ({"name": "x"}, {"content": coded(picture())}, {"people": "nobody"}):
            with self.assertRaises(UserError):
                one.sudo().write(change)
        with self.assertRaises(UserError):
            one.sudo().unlink()
        with self.assertRaises(UserError):
            enclose(self.part.sudo())

    def test_an_answer_says_by_whom_and_goes_with_another_picture(self):
        one = enclose(self.part, people="agreed")
        self.assertEqual(one.answered_by_id, self.deputy)
        self.assertTrue(one.answered_date)
        one.content = coded(picture(colour=(1, 2, 3)))
        self.assertEqual((one.people, bool(one.answered_by_id)), ("unknown", False))
        with self.assertRaises(AccessError):
            one.answered_by_id = self.director
        one.with_user(self.director).people = "nobody"
        self.assertEqual(one.answered_by_id, self.director)

    def test_a_correction_has_the_same_pictures_and_the_next_year_none(self):
        one = enclose(self.part, people="agreed")
        enclose_file(self.part)
        self.approve()
        new = self.report.browse(self.report.action_new_version()["res_id"])
        copies = new.enclosure_ids
        self.assertEqual(copies.mapped("name"), ["Открытие мастерской", "План работы"])
        picture_of = copies[0]
        self.assertEqual(picture_of.section_id.code, self.part.code)
        self.assertEqual(self.get_bytes(picture_of), self.get_bytes(one))
        self.assertEqual((picture_of.people, picture_of.answered_by_id), ("agreed", self.deputy))
        other = self.report.create({"type": "period_results", "period_id": self.q1.id})
        self.assertFalse(other.enclosure_ids)

    def test_a_section_with_a_picture_stays_when_figures_are_taken_anew(self):
        self.part.is_shown = True
        enclose(self.part)
        self.part._freeze(self.report, [])
        self.assertTrue(self.part.exists())
        self.part.enclosure_ids.unlink()
        self.part._freeze(self.report, [])
        self.assertFalse(self.part.exists())

    def test_their_number_is_bounded(self):
        self.patch(vsoko_report_enclosure, "MOST", 2)
        enclose_file(self.part)
        enclose_file(self.report.section_ids[1])
        with self.assertRaises(ValidationError):
            enclose_file(self.part)

    @prints
    def test_files_show_the_pictures_under_numbers(self):
        enclose(self.part)
        enclose_file(self.report.section_ids[1])
        word = docx.Document(io.BytesIO(self.report._make_file("docx")))
        lines = [line.text for line in word.paragraphs]
        self.assertIn("Рисунок 1 – Открытие мастерской", lines)
        self.assertIn("Приложение 1 – План работы", lines)
        (shape,) = [
            one for one in word.inline_shapes if one._inline.docPr.get("descr") == "Дети у станков"
        ]
        self.assertLessEqual(shape.width, word.sections[0].page_width)
        page, *_rest = (
            self.env["ir.qweb"]
            ._render(
                "vsoko_module.report_vsoko_document",
                {"docs": self.report, "css": "", "language": "ru"},
            )
            .split("</body>")
        )
        self.assertIn('alt="Дети у станков"', page)
        self.assertIn("Рисунок 1 – Открытие мастерской", page)
        self.assertTrue(self.report._make_file("pdf").startswith(b"%PDF"))

    @prints
    def test_files_of_the_report_lie_beside_it_in_the_archive(self):
        enclose_file(self.part)
        (name, _content), (beside, content) = self.report._get_archived_files("pdf")
        self.assertTrue(name.endswith(".pdf"))
        self.assertIn("Приложение-1", beside)
        self.assertEqual(content, b"%PDF-1.4 x")
        self.part.is_shown = False
        self.assertEqual(len(self.report._get_archived_files("pdf")), 1)


@tagged("post_install", "-at_install")
class TestEnclosuresOutside(PublicationCase):
    """A document for readers outside says of each picture who is in it before it is approved."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.period = cls.year._make_periods("calendar_year")
        cls.period.action_calculate()
        cls.report = (
            cls.env["vsoko.report"]
            .with_user(cls.deputy)
            .with_context(lang="ru_RU")
            .create({"type": "self_examination", "period_id": cls.period.id})
        )
        cls.part = cls.report.section_ids[:1]

    @prints
    def test_from_the_question_to_the_open_page(self):
        one, file = enclose(self.part), enclose_file(self.part)
        self.period.with_user(self.director)._as_seen().action_approve()
        report = self.report.with_user(self.director)
        report.action_accept_drafts()
        self.assertIn("2", report._tell_lacking()[report.id])
        with self.assertRaisesRegex(UserError, "Открытие мастерской"):
            report._as_seen().action_approve()
        one.people, file.people = "agreed", "nobody"
        self.assertEqual(report._tell_lacking()[report.id], "")
        report._as_seen().action_approve()
        report.action_publish_openly()
        publication = report._get_open_publication()
        files = {published.name: published for published in publication.file_ids}
        (beside,) = [name for name in files if "Приложение-1" in name]
        self.assertEqual(base64.b64decode(files[beside].content), b"%PDF-1.4 x")
        (word,) = [name for name in files if name.endswith(".docx")]
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(files[word].content))) as archive:
            media = [name for name in archive.namelist() if name.startswith("word/media/")]
            kept = [archive.read(name) for name in media]
        self.assertTrue(kept)
        self.assertFalse([one for one in kept if b"Camera" in one])
        self.assertEqual(Image.open(io.BytesIO(kept[0])).format, "JPEG")

    def test_a_section_that_is_off_asks_nothing(self):
        enclose(self.part)
        self.part.is_shown = False
        self.assertFalse(self.report._get_unanswered())
