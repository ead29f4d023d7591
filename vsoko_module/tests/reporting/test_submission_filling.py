import io
import zipfile

from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .submission_case import SubmissionCase


@tagged("post_install", "-at_install")
class TestSubmissionFilling(SubmissionCase):
    """Figures in the cells of a form. For the marks behind them see `FiguresCase`."""

    def test_figures_of_every_breakdown(self):
        form = self.make_form(
            {
                "A1": "{{quality}}",
                "A2": "{{quality.count}}",
                "A3": "{{quality.base}}",
                "A4": "{{quality|предмет:Математика}}",
                "A5": "{{quality|класс:5А}}",
                "A6": "{{quality.count|класс:5А|предмет:Математика}}",
                "A7": "{{quality|параллель:5}}",
                "A8": "{{quality|уровень:ООО}}",
                "A9": "{{contingent}}",
            }
        )
        self.assertEqual(
            self.filled(form),
            {
                "A1": 75,
                "A2": 21,
                "A3": 28,
                "A4": 50,
                "A5": 75,
                "A6": 3,
                # 5А 3 + 6 and 5Б 4 + 4 of 20
                "A7": 85,
                "A8": 75,
                "A9": 14,
            },
        )

    def test_digits_of_the_indicator(self):
        # 4 of 6 pupils of 5А have no «2» and are attested in mathematics
        form = self.make_form({"A1": "{{success|класс:5А|предмет:Математика}}"})
        self.assertEqual(self.filled(form), {"A1": 66.7})

    def test_zero_is_a_figure_and_missing_is_not_zero(self):
        cells = {
            "A1": "{{quality|класс:9А|предмет:Математика}}",
            "A2": "{{quality|уровень:СОО}}",
            "A3": "Нет: {{quality|уровень:СОО}}!",
            "A4": "{{quality|класс:8Г}}",
        }
        self.assertEqual(self.filled(self.make_form(cells)), {"A1": 0, "A3": "Нет: !"})
        words = self.make_form(cells, missing="words").with_context(lang="ru_RU")
        self.assertEqual(
            self.filled(words),
            {"A1": 0, "A2": "нет данных", "A3": "Нет: нет данных!", "A4": "нет данных"},
        )

    @freeze_time("2025-11-05")
    def test_headings(self):
        cells = ("школа", "период", "учебный год", "начало", "конец", "дата", "состояние")
        form = self.make_form({f"A{row}": f"{{{{{text}}}}}" for row, text in enumerate(cells, 1)})
        filled = self.filled(form.with_context(lang="ru_RU"))
        self.assertEqual(filled["A1"], self.env.company.name)
        self.assertEqual([filled["A2"], filled["A3"]], [self.q1.name, "2025/2026"])
        self.assertEqual(filled["A4"], self.q1.date_start.strftime("%d.%m.%Y"))
        self.assertEqual([filled["A6"], filled["A7"]], ["05.11.2025", "предварительно"])

    def test_a_name_of_the_school_is_never_a_formula(self):
        self.env.company.name = "=HYPERLINK(1)"
        form = self.make_form({"A1": "{{школа}}"})
        page = self.filled(form)
        self.assertEqual(page["A1"], "=HYPERLINK(1)")
        self.assertIn(b"inlineStr", self.sheet_of(self.fill(form)))

    def sheet_of(self, entry):
        with zipfile.ZipFile(io.BytesIO(self.content(entry))) as archive:
            return archive.read("xl/worksheets/sheet1.xml")

    def test_a_deleted_line_leaves_its_place_empty(self):
        form = self.make_form({"A1": "{{quality}}", "A2": "{{школа}}, {{период}}"})
        form.cell_ids.filtered(lambda line: line.kind != "school").unlink()
        self.assertEqual(self.filled(form), {"A2": f"{self.env.company.name}, "})

    def test_the_number_of_queries_does_not_depend_on_the_form(self):
        few = self.make_form({"A1": "{{quality|класс:5А}}"})
        many = self.make_form(
            {
                f"{column}{row}": f"{{{{{code}|класс:{name}}}}}"
                for row, code in enumerate(("quality", "success", "sou", "average_mark"), 1)
                for column, name in (("A", "5А"), ("B", "5Б"), ("C", "9А"))
            }
        )
        counts = []
        for form in (few, few, many):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            form._fill(self.q1)
            counts.append(self.env.cr.sql_log_count - before)
        # the first one also fills the caches of the registry
        self.assertEqual(counts[1], counts[2])
