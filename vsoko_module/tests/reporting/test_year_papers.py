import io

from docx import Document

from odoo.tests import tagged

from ...tools.reports.year.sections import PUBLIC_REPORT
from ..portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestYearPapers(PublicationCase):
    """Word opens the documents of a year that has figures: chapters, tables and numbers are there.

    For the year 26 of the 38 pupils have «4» in mathematics, the twelve of 9Б have «3».
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        pupils = cls.env["vsoko.enrolment"].search([("year_id", "=", cls.year.id)]).student_id
        weak = cls.pupils_of(cls.class_9b)
        cls.add_marks({(p, cls.math): 3 if p in weak else 4 for p in pupils}, cls.year_period)
        calendar = cls.year._make_periods("calendar_year")
        for period in (cls.year_period, calendar):
            period.action_calculate()
        cls.periods = {
            "self_examination": calendar,
            "public_report": cls.year_period,
            "year_analysis": cls.year_period,
        }

    def make(self, kind):
        report = (
            self.env["vsoko.report"]
            .with_user(self.deputy)
            .create({"type": kind, "period_id": self.periods[kind].id})
        )
        summary = report.section_ids.filtered(lambda section: section.code == "summary")
        summary.conclusions = "Год прошёл ровно."
        return report, Document(io.BytesIO(report._get_file("docx")[1]))

    def headings(self, word):
        texts = [line.text for line in word.paragraphs if line.style.name == "Heading 1"]
        return [text.partition(". ")[2] for text in texts]

    def row(self, word, name):
        """The texts of the first row of a table that begins with the name."""
        rows = (row.cells for table in word.tables for row in table.rows)
        return [cell.text for cell in next(cells for cells in rows if cells[0].text == name)]

    def test_self_examination(self):
        _report, word = self.make("self_examination")
        self.assertEqual(
            self.headings(word),
            [
                "Образовательная деятельность",
                "Система управления",
                "Содержание и качество подготовки обучающихся",
                "Организация учебного процесса",
                "Востребованность выпускников",
                "Качество кадрового обеспечения",
                "Качество учебно-методического обеспечения",
                "Качество библиотечно-информационного обеспечения",
                "Качество материально-технической базы",
                "Функционирование внутренней системы оценки качества образования",
                "Анализ показателей деятельности",
                "Общие выводы и рекомендации",
            ],
        )
        # the first quarter is the last term of 2025 with figures: 38 of 76 marks
        row = self.row(word, "Качество знаний")
        self.assertEqual(row[1], "76")
        self.assertIn("50,0", row[2])

    def test_public_report(self):
        report, word = self.make("public_report")
        headings = self.headings(word)
        self.assertEqual(headings[3], "Результаты обучающихся")
        self.assertEqual(len(headings), len(set(headings)))
        row = self.row(word, "Качество знаний")
        # 26 of 38
        self.assertEqual(row[1], "38")
        self.assertIn("68,4", row[2])
        indicators = self.env.ref("vsoko_module.framework_regulation").indicator_ids
        main = set(indicators.filtered("is_main").mapped("name"))
        main |= set(indicators.filtered(lambda i: i.code in PUBLIC_REPORT["about"]).mapped("name"))
        given = report.sudo().frozen["given"]
        named = {row[0]["value"] for code in PUBLIC_REPORT for row in given[f"year_{code}"]["rows"]}
        self.assertIn("Контингент на конец периода", named)
        self.assertLessEqual(named, main)
        told = report.sudo().frozen["told"][str(self.year_period.id)]
        self.assertIn("quality", told)
        self.assertNotIn("pupils_with_two", told)

    def test_year_analysis(self):
        _report, word = self.make("year_analysis")
        headings = self.headings(word)
        self.assertIn("Год прошёл ровно.", [line.text for line in word.paragraphs])
        self.assertEqual(headings[0], "Динамика результатов")
        self.assertEqual(headings[-1], "Общие выводы и рекомендации")
        row = self.row(word, "Качество знаний")
        self.assertIn("38", row)
        self.assertTrue(any("68,4" in text for text in row))
        self.assertTrue(any(line.text.startswith("Таблица 1 – ") for line in word.paragraphs))
