import base64
import io

import xlsxwriter

from odoo.tests import tagged

from ..evidence.common import AssessmentCase

HEADING = ("Код участника", "ФИО участника", "Класс")


@tagged("post_install", "-at_install")
class TestImportCodes(AssessmentCase):
    """The school's list of the codes of VPR from a file."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        names = ("Белов Олег Ильич", "Ветров Лев Ильич", "Зимин Егор Ильич")
        for school_class, words in ((cls.class_5a, names), (cls.class_5b, ("Лунин Ян Ильич",))):
            for pupil, name in zip(cls.pupils_of(school_class), words, strict=False):
                pupil.name = name

    def load_codes(self, *rows, name="codes.xlsx"):
        target = io.BytesIO()
        with xlsxwriter.Workbook(target) as book:
            sheet = book.add_worksheet()
            title = ("ВПР 2026 Математика 5 класс",)
            for number, row in enumerate((title, HEADING, *rows)):
                sheet.write_row(number, 0, row)
        record = (
            self.env["vsoko.import"]
            .with_user(self.users["administration"])
            .create(
                {
                    "name": name,
                    "file": base64.b64encode(target.getvalue()),
                    "layout": "vpr_codes",
                    "year_id": self.year.id,
                }
            )
        )
        record.action_check()
        return record

    def rows(self, *codes):
        pupils = self.pupils_of(self.class_5a)[:3]
        return [(code, pupil.name, "5А") for code, pupil in zip(codes, pupils, strict=False)]

    def codes(self):
        codes = self.env["vsoko.participant.code"].search([])
        return {code.student_id: code.code for code in codes}

    def test_exchanged_and_passed_on_codes(self):
        one, two, three = self.pupils_of(self.class_5a)[:3]
        self.load_codes(*self.rows("50001", "50002")).action_load()
        self.assertEqual(self.codes(), {one: "50001", two: "50002"})
        second = self.load_codes(*self.rows("50002", "50003", "50001"), name="second.xlsx")
        self.assertEqual((second.count_new, second.count_changed, second.count_error), (1, 2, 0))
        second.action_load()
        self.assertEqual(self.codes(), {one: "50002", two: "50003", three: "50001"})

    def test_exchanged_codes_are_taken_back(self):
        one, two = self.pupils_of(self.class_5a)[:2]
        self.load_codes(*self.rows("50001", "50002")).action_load()
        second = self.load_codes(*self.rows("50002", "50001", "50003"), name="second.xlsx")
        second.action_load()
        second.action_undo()
        self.assertEqual(self.codes(), {one: "50001", two: "50002"})

    def test_a_code_of_another_pupil_is_told(self):
        self.load_codes(*self.rows("50001")).action_load()
        other = self.pupils_of(self.class_5b)[0]
        record = self.load_codes(("50001", other.name, "5Б"), name="other.xlsx")
        self.assertEqual((record.count_new, record.count_error), (0, 1))
        self.assertIn(self.pupils_of(self.class_5a)[0].name, record.issue_ids.message)
        self.assertEqual(record.issue_ids.row, 3)

    def test_a_pupil_with_two_codes_is_told(self):
        row = self.rows("50001")[0]
        record = self.load_codes(row, ("50002", *row[1:]))
        self.assertEqual((record.count_new, record.count_error), (0, 2))
        self.assertEqual(record.issue_ids.mapped("row"), [3, 4])

    def test_a_class_under_another_name_is_matched_by_hand(self):
        pupil = self.pupils_of(self.class_5a)[0]
        record = self.load_codes(("50001", pupil.name, "5К"))
        self.assertEqual((record.count_error, record.issue_ids.match_kind), (1, "class"))
        self.env["vsoko.import.match"]._remember(
            record.company_id, "class", record.issue_ids.match_text, self.class_5a.id
        )
        record.action_check()
        self.assertEqual((record.count_new, record.count_error), (1, 0))
