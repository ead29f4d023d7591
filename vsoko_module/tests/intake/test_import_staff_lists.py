import io

import xlsxwriter

from odoo.tests import tagged

from .common import ImportCase

DIPLOMAS = ("ФИО", "Образование", "Учебное заведение", "Специальность", "Номер диплома",
            "Дата выдачи диплома", "Предметы по диплому")  # fmt: skip
RESULTS = ("ФИО", "Должность", "Категория", "Дата присвоения", "Приказ")
STARTS = ("ФИО", "Педагогическая работа с", "Перерыв с", "Вернулся(ась)", "Причина перерыва")


@tagged("post_install", "-at_install")
class TestImportStaffLists(ImportCase):
    """Lists of diplomas, attestations and experience become lines of the registers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.orlova, cls.sedov = cls.env["vsoko.teacher"].create(
            [{"name": "Орлова Анна Петровна"}, {"name": "Седов Игорь Львович"}]
        )

    def upload_rows(self, *rows):
        content = io.BytesIO()
        with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        return self.upload("реестр.xlsx", content.getvalue())

    def load_rows(self, *rows):
        record = self.upload_rows(*rows)
        record._load()
        return record

    def test_diplomas(self):
        row = ("Орлова А.П.", "высшее", "ОмГПУ", "Математика", "", "21.06.2010", "Алгебра")
        first = self.load_rows(
            DIPLOMAS, row, ("Седов И.Л.", "высшее", "ОмГПУ", "Физика", "", "", "Чарование")
        )
        self.assertEqual((first.layout, self.counts(first)), ("staff_education", (1, 0, 0, 1)))
        line = self.env["vsoko.staff.education"].search([])
        self.assertEqual((line.teacher_id, str(line.date)), (self.orlova, "2010-06-21"))
        self.assertEqual(line.matches_subject_ids.mapped("name"), ["Алгебра"])
        self.assertEqual(self.orlova.education, "higher")
        again = self.load_rows(DIPLOMAS, (*row[:4], "ВСА 1", "", "Алгебра, Геометрия"))
        self.assertEqual(self.counts(again), (0, 1, 0, 0))
        self.assertEqual((line.diploma, len(line.matches_subject_ids)), ("ВСА 1", 2))
        same = self.load_rows(DIPLOMAS, (*row[:4], "ВСА 1", "", ""))
        self.assertEqual(self.counts(same), (0, 0, 1, 0))
        again.action_undo()
        self.assertEqual((line.diploma, len(line.matches_subject_ids)), (False, 1))
        first.action_undo()
        self.assertFalse(line.exists())

    def test_attestations(self):
        record = self.load_rows(
            RESULTS,
            ("Орлова А.П.", "учитель", "высшая", "02.09.2023", "№ 5"),
            ("Седов И.Л.", "учитель", "первая", "31.08.2022", "№ 4"),
            ("Седов И.Л.", "педагог-психолог", "СЗД", "13.09.2024", "№ 6"),
            ("Зимин П.И.", "учитель", "первая", "31.08.2022", "№ 4"),
        )
        self.assertEqual((record.layout, self.counts(record)), ("staff_attestation", (3, 0, 0, 1)))
        lines = self.env["vsoko.staff.attestation"].search([], order="id")
        self.assertEqual(
            [(line.kind, line.category, str(line.date_end)) for line in lines],
            [
                ("category", "highest", "False"),
                ("category", "first", "2027-08-31"),
                ("fitness", False, "2029-09-13"),
            ],
        )
        self.assertEqual(self.orlova.category, "highest")
        record.action_undo()
        self.assertFalse(lines.exists())

    def test_a_checked_result_stays(self):
        row = ("Орлова А.П.", "учитель", "высшая", "02.09.2023", "№ 5")
        self.load_rows(RESULTS, row)
        line = self.env["vsoko.staff.attestation"].search([])
        line.action_check()
        record = self.load_rows(RESULTS, (*row[:4], "№ 7"))
        self.assertEqual((self.counts(record)[:3], line.order), ((0, 0, 1), "№ 5"))
        self.assertTrue(any("is checked" in text for text in self.messages(record, "warning")))

    def test_experience_and_its_breaks(self):
        first = self.load_rows(
            STARTS,
            ("Орлова А.П.", "01.09.2004", "01.03.2010", "01.09.2013", "уход за ребёнком"),
            ("Орлова А.П.", "", "15.10.2020", "", ""),
            ("Седов И.Л.", "", "15.10.2020", "", ""),
        )
        self.assertEqual((first.layout, self.counts(first)), ("staff_experience", (1, 0, 0, 1)))
        line = self.env["vsoko.staff.experience"].search([])
        # to 14.10.2020 sixteen years, less 1 280 days without such work: twelve full years
        self.assertEqual((len(line.gap_ids), line.years), (2, 12))
        again = self.load_rows(STARTS, ("Орлова А.П.", "", "15.10.2020", "15.10.2021", ""))
        self.assertEqual(self.counts(again), (0, 1, 0, 0))
        self.assertEqual(str(max(line.gap_ids.mapped("date_to"))), "2021-10-15")
        again.action_undo()
        first.action_undo()
        self.assertFalse(line.exists())

    def test_what_cannot_be_together(self):
        record = self.upload_rows(
            STARTS,
            ("Орлова А.П.", "01.09.2004", "01.03.2010", "01.09.2013", ""),
            ("Орлова А.П.", "", "15.10.2012", "", ""),
            ("Седов И.Л.", "01.09.2004", "", "", ""),
            ("Седов И.Л.", "01.09.2005", "", "", ""),
        )
        record.action_check()
        self.assertEqual(self.counts(record)[0], 0)
        errors = self.messages(record, "error")
        self.assertTrue(any("01.03.2010" in text and "15.10.2012" in text for text in errors))
        self.assertTrue(any("different first days" in text for text in errors))
