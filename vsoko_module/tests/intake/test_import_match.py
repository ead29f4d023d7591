from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import ImportCase


@tagged("post_install", "-at_install")
class TestImportMatch(ImportCase):
    """What a person matches by hand is remembered for the next file."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()
        cls.Match = cls.env["vsoko.import.match"]

    def check(self, path):
        record = self.upload(path)
        record.action_check()
        return record

    def remember(self, kind, text, record):
        return self.Match._remember(self.env.company, kind, text, record.id)

    def test_a_subject(self):
        record = self.check("broken/unknown_subject.xlsx")
        self.assertEqual(self.counts(record), (24, 0, 0, 1))
        literature = self.env["vsoko.subject"].search([("name", "=", "Литература")])
        self.remember("subject", "Драконоведение", literature)
        record.action_check()
        self.assertEqual(self.counts(record), (30, 0, 0, 0))

    def test_a_pupil_in_another_spelling(self):
        pupil = self.env["vsoko.student"].search([("name", "=", "Инеев Данил Артёмович")])
        self.remember("student", "Несуществующий  НИКТО Никакович", pupil)
        record = self.check("broken/unknown_pupil.xlsx")
        self.assertEqual(self.counts(record), (30, 0, 0, 0))

    def test_a_pupil_of_another_class_is_not_taken(self):
        other = self.env["vsoko.student"].search([("class_id.name", "=", "8А")], limit=1)
        self.remember("student", "Несуществующий Никто Никакович", other)
        record = self.check("broken/unknown_pupil.xlsx")
        self.assertEqual(self.counts(record), (25, 0, 0, 1))

    def test_two_names_of_one_pupil_are_not_guessed(self):
        pupil = self.env["vsoko.student"].search([("name", "=", "Вязовой Павел Иванович")])
        self.remember("student", "Несуществующий Никто Никакович", pupil)
        record = self.check("broken/unknown_pupil.xlsx")
        doubtful = [issue for issue in record.issue_ids if issue.text.startswith("Несущ")]
        self.assertTrue(doubtful)
        self.assertLess(record.count_new, 30)

    def test_a_match_is_changed_and_not_doubled(self):
        subjects = self.env["vsoko.subject"].search([], limit=2)
        self.remember("subject", "Драконоведение", subjects[0])
        self.remember("subject", " драконоведение ", subjects[1])
        match = self.Match.search([])
        self.assertEqual(match.subject_id, subjects[1])

    def test_a_match_needs_a_record(self):
        with self.assertRaises(ValidationError):
            self.Match.create({"kind": "subject", "text": "Драконоведение"})

    def test_suggestions(self):
        record = self.check("broken/script_text.xlsx")
        names = [
            self.env["vsoko.student"].browse(issue.suggestion_id).name for issue in record.issue_ids
        ]
        self.assertEqual(names, ["Бондаревский Тимур Андреевич", "Ведёркина Стефания Романовна"])
        self.assertTrue(
            all("<script>" in text or "<img" in text for text in record.issue_ids.mapped("text"))
        )
