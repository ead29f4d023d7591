import io
import unittest
from dataclasses import replace

from docx import Document
from report_samples import paper
from tools.figure import Figure
from tools.reports.document import document
from tools.reports.order_1324 import rows
from tools.reports.types import REPORT_TYPES
from tools.reports.year.sections import (
    SELF_EXAMINATION,
    Listed,
    main_of,
    share_out,
    without_helpers,
)
from tools.reports.year.tables import (
    BESIDE,
    EVERYBODY,
    UNNAMED,
    Moment,
    meaning_table,
    section_tables,
)
from tools.translation import plain


def listed(code, criterion="k1", top="o1", **other):
    return Listed(code, criterion, top, code.capitalize(), "percent", 1, "more", **other)


def figure(code, value, **other):
    return Figure(code, "school", value=value, n=200, people=200, **other)


QUALITY, SUCCESS, LOST = listed("quality", is_main=True), listed("success"), listed("lost")
YEAR = Moment(
    "2024/2025",
    {
        "quality": figure(
            "quality", 60.0, previous_value=40.0, delta=20.0, previous_n=200, previous_people=200
        ),
        "success": figure("success", 98.5, previous_value=99.0, delta=-0.5, previous_n=200),
    },
    "2023/2024",
)
HALF = Moment("half 1", {"quality": figure("quality", 57.0)})


class TestSections(unittest.TestCase):
    def test_the_nearest_name_counts(self):
        indicators = [
            listed("quality"),
            listed("textbooks", "k4", "o2"),
            listed("computers", "k4", "o2"),
            listed("arrived", "p2", "o2"),
            listed("plan_done", "p6", "o6"),
            listed("own", "k9", "o9"),
        ]
        shared = share_out(SELF_EXAMINATION, indicators)
        found = {section: [one.code for one in own] for section, own in shared.items() if own}
        self.assertEqual(
            found,
            {
                "results": ["quality"],
                "process": ["arrived"],
                "methodical": ["textbooks"],
                "facilities": ["computers"],
                "vsoko": ["plan_done"],
            },
        )

    def test_readers_outside_get_the_main_ones_and_those_the_section_names(self):
        shared = {
            "results": [QUALITY, SUCCESS],
            "about": [listed("contingent"), listed("points", is_operand=True)],
            "health": [listed("ill"), listed("ill_days", is_operand=True)],
        }
        places = {"results": ("o1",), "about": ("contingent", "k1"), "health": ("o7",)}
        found = main_of(shared, places)
        self.assertEqual(
            {section: [one.code for one in own] for section, own in found.items()},
            {"results": ["quality"], "about": ["contingent"], "health": ["ill"]},
        )

    def test_counts_that_only_feed_formulas_are_left_out(self):
        points = listed("points", is_operand=True)._replace(unit="point")
        named = listed("rooms", is_operand=True)._replace(unit="number")
        aimed = listed("books", is_operand=True, target=5.0)._replace(unit="number")
        share = listed("share", is_operand=True)
        found = without_helpers(
            {"results": [points, named, aimed, share, QUALITY]}, {"results": ("o1", "rooms")}
        )
        self.assertEqual(
            [one.code for one in found["results"]], ["rooms", "books", "share", "quality"]
        )

    def test_ten_assessments_and_the_table_of_the_order(self):
        declared = REPORT_TYPES["self_examination"]
        codes = [section.code for section in declared.sections]
        self.assertEqual(codes, [*SELF_EXAMINATION, "indicators", "summary"])
        self.assertEqual(len(SELF_EXAMINATION), 10)
        self.assertTrue(declared.for_outside)


class TestSectionTables(unittest.TestCase):
    def table(self, moments, indicators=(QUALITY, SUCCESS, LOST)):
        return section_tables("results", indicators, moments, plain)["year_results"]

    def values(self, row):
        return [cell["value"] for cell in row]

    def test_both_school_years_and_the_half_after_them(self):
        table = self.table([YEAR, HALF])
        titles = [column["title"] for column in table["columns"]]
        self.assertEqual(
            titles,
            ["Indicator", "Rests on", "2023/2024", "2024/2025", "Change", "half 1", "Target"],
        )
        self.assertEqual(
            self.values(table["rows"][0]), ["Quality", 200, 40.0, 60.0, 20.0, 57.0, "—"]
        )
        self.assertEqual(self.values(table["rows"][1])[5], None)

    def test_what_has_no_data_is_named_and_is_no_row(self):
        table = self.table([YEAR])
        self.assertEqual(len(table["rows"]), 2)
        self.assertIn("No data of 1 indicators of 3: Lost.", table["note"])
        self.assertIn("1 of 3", table["sentences"][-1])

    def test_chance_is_not_change(self):
        # 40 % and 60 % of 200 people differ by more than chance, 99.0 % and 98.5 % do not
        lines = self.table([YEAR], [QUALITY])["sentences"]
        self.assertIn("it became better", lines[0])
        lines = self.table([YEAR], [SUCCESS])["sentences"]
        self.assertIn("no more than chance can do", lines[0])

    def test_hidden_figures_are_nowhere(self):
        hidden = YEAR._replace(figures={"quality": YEAR.figures["quality"].hide()})
        found = section_tables("results", [QUALITY], [hidden], plain)
        self.assertEqual(
            self.values(found["year_results"]["rows"][0]),
            ["Quality", "—", None, "hidden", "—", "—"],
        )
        self.assertNotIn("60", str(found))
        self.assertIn("“hidden”", found["year_results"]["note"])
        self.assertEqual(
            found["year_results"]["sentences"],
            ["All figures of this section are hidden; why stands under the table."],
        )
        known = [QUALITY._replace(meaning="Отметки 4 и 5")]
        self.assertEqual(meaning_table(known, [hidden], plain)["rows"], [])

    def test_each_reason_of_hiding_is_said_once(self):
        figures = {code: figure(code, 1.0).hide() for code in ("quality", "success", "lost")}
        reasons = {"success": EVERYBODY, "lost": UNNAMED, "other": BESIDE}
        moment = Moment("2024/2025", figures, reasons=reasons)
        note = section_tables("results", [QUALITY, SUCCESS, LOST], [moment], plain)["year_results"][
            "note"
        ]
        self.assertEqual(note.count("“hidden”"), 3)
        self.assertIn("lines that name nobody", note)
        self.assertIn("fewer than five people", note)
        self.assertIn("of nobody or of all, which", note)

    def test_what_is_never_told_outside_is_named_apart_from_what_has_no_data(self):
        inner = listed("growth", is_inner=True)
        table = self.table([YEAR], [QUALITY, inner])
        self.assertEqual(len(table["rows"]), 1)
        self.assertNotIn("No data", table["note"])
        self.assertIn("Not told outside the school", table["note"])
        self.assertIn("Growth", table["note"])

    def test_a_change_would_tell_a_hidden_year_before(self):
        moment = YEAR._replace(hidden_before=frozenset({"quality"}))
        found = section_tables("results", [QUALITY, SUCCESS], [moment], plain)
        self.assertEqual(
            self.values(found["year_results"]["rows"][0]),
            ["Quality", 200, "hidden", 60.0, "—", "—"],
        )
        for text in ("40", "20"):
            self.assertNotIn(text + ".0", str(found))

    def test_a_school_without_data_says_so(self):
        table = self.table([])
        self.assertEqual((table["rows"], len(table["columns"])), ([], 4))
        self.assertEqual(
            table["sentences"], ["There are no data for this section yet; this is not zero."]
        )
        self.assertNotIn("chart_results", section_tables("results", [QUALITY], [], plain))

    def test_the_chart_has_both_years(self):
        chart = section_tables("results", [QUALITY, replace_main(SUCCESS)], [YEAR], plain)
        series = chart["chart_results"]["series"]
        self.assertEqual([line["values"] for line in series], [[40.0, 99.0], [60.0, 98.5]])

    def test_meanings_are_of_what_is_shown(self):
        known = [QUALITY._replace(meaning="Отметки 4 и 5"), LOST._replace(meaning="Нет")]
        table = meaning_table(known, [YEAR], plain)
        self.assertEqual(table["rows"], [["Quality", "Отметки 4 и 5"]])


class TestHiddenRows(unittest.TestCase):
    def test_a_hidden_row_of_the_order_tells_neither_number_nor_share(self):
        known = {"1.14": ("Без аттестата", "people", 0), "1.14%": ("Доля", "percent", 1)}
        figures = {"1.14": (2, 3), "1.14%": (4.0, 7.5)}
        now, nobody = frozenset({"1.14%"}), frozenset()
        (row,) = [one for one in rows(known, figures, (now, nobody)) if one[0] == "1.14"]
        self.assertEqual(row[3:], ["скрыто", "3/7,5\u00a0%", ""])
        (row,) = [one for one in rows(known, {}, (now, now)) if one[0] == "1.14"]
        self.assertEqual(row[3:], ["нет данных", "нет данных", ""])
        (row,) = [one for one in rows(known, figures, (nobody, now)) if one[0] == "1.14"]
        self.assertEqual(row[3:], ["2/4,0\u00a0%", "скрыто", ""])


class TestTitlePage(unittest.TestCase):
    def written(self, **form):
        content = paper(title="Отчёт о результатах самообследования")
        form = {"considered": ("", ""), "town": "Лесной, 2026", **form}
        content = replace(content, form=replace(content.form, **form))
        return Document(io.BytesIO(document(content, plain)))

    def test_considered_and_approved_stand_beside_each_other(self):
        word = self.written(requisites="Лесной, Школьная, 1, тел. 1-23")
        left, right = word.tables[0].rows[0].cells
        self.assertEqual(left.text.splitlines()[0], "CONSIDERED")
        self.assertIn("minutes No. ____", left.text)
        self.assertEqual(right.text.splitlines()[0], "APPROVED")
        texts = [one.text for one in word.paragraphs]
        self.assertIn("Лесной, Школьная, 1, тел. 1-23", texts)
        self.assertIn("Лесной, 2026", texts)

    def test_the_council_and_its_minutes(self):
        word = self.written(considered=("Педсовет", "протокол № 5"))
        self.assertEqual(
            word.tables[0].rows[0].cells[0].text.splitlines(),
            ["CONSIDERED", "Педсовет", "протокол № 5"],
        )

    def test_contents_are_a_field_of_word_with_the_sections(self):
        word = self.written()
        xml = word.element.body.xml
        self.assertIn('TOC \\o "1-1"', xml)
        texts = [one.text for one in word.paragraphs]
        first = texts.index("1. Раздел")
        # in the contents and again as a heading
        self.assertIn("1. Раздел", texts[first + 1 :])

    def test_tables_and_charts_are_numbered_apart(self):
        texts = [one.text for one in self.written().paragraphs]
        tables = [text for text in texts if text.startswith("Table ") and ". " in text]
        self.assertEqual(
            [text.partition(".")[0] for text in tables],
            [f"Table {number}" for number in range(1, len(tables) + 1)],
        )
        self.assertTrue(any(text.startswith("Figure 1. ") for text in texts))


def replace_main(indicator):
    return indicator._replace(is_main=True)
