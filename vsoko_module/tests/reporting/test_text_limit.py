from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from ...models.mixins.texts import LETTERS, LINES
from ...models.reporting.reports import vsoko_report_section
from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestTextLimit(ReportCase):
    """A text that is too long is refused whole when it is saved, and its place is named."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.part = cls.report.section_ids[:1].with_user(cls.deputy).with_context(lang="en_US")

    def test_the_longest_text_is_kept_whole(self):
        for text in ("я" * LETTERS, "я\n" * LINES):
            self.part.conclusions = text
            self.assertEqual(self.part.conclusions, text)

    def test_a_longer_one_is_refused_in_words(self):
        self.part.conclusions = "Вывод"
        for text in ("я" * (LETTERS + 1), "я\n" * (LINES + 1)):
            with self.assertRaisesRegex(ValidationError, "Conclusions.*20000 letters"):
                self.part.conclusions = text
        self.part.invalidate_recordset()
        self.assertEqual(self.part.conclusions, "Вывод")

    def test_so_are_the_texts_of_other_models_by_any_door(self):
        text = "я" * (LETTERS + 1)
        year = self.year.with_user(self.director)
        for door in (
            lambda: year.write({"name": text}),
            lambda: year.copy({"name": text, "date_start": "2031-09-01"}),
            lambda: self.report.with_user(self.deputy).write(
                {"section_ids": [Command.create({"name": text})]}
            ),
        ):
            with self.assertRaises(ValidationError):
                door()
        loaded = self.part.load([".id", "conclusions"], [[str(self.part.id), text]])
        self.assertIn("20000", str(loaded["messages"]))

    def test_all_texts_of_a_report_have_a_limit_too(self):
        count = vsoko_report_section.LETTERS // LETTERS + 1
        with self.assertRaisesRegex(ValidationError, "together"):
            self.part.create(
                [
                    {"report_id": self.report.id, "name": "x", "conclusions": "я" * LETTERS}
                    for _number in range(count)
                ]
            )
