import datetime
import unittest

from tools.forms.marks import FormNumber, compose, parse_marks
from tools.translation import plain


def parse(text):
    (mark,) = parse_marks(text)
    return mark


class TestMarks(unittest.TestCase):
    def test_figures(self):
        mark = parse("{{quality}}")
        self.assertEqual((mark.code, mark.part, mark.problem), ("quality", "value", None))
        mark = parse("{{ quality.count | level : ООО }}")
        self.assertEqual((mark.code, mark.part, mark.level), ("quality", "count", "ooo"))
        mark = parse("{{success.база|класс:9-а|предмет:Русский  язык}}")
        self.assertEqual((mark.part, mark.class_name, mark.subject), ("base", "9А", "Русский язык"))
        self.assertEqual(parse("{{quality|параллель:11}}").grade, 11)

    def test_words_in_both_languages_and_look_alikes(self):
        for text in ("{{quality|level:ooo}}", "{{quality|уровень:ООО}}", "{{quality|level:OOO}}"):
            with self.subTest(text):
                self.assertEqual(parse(text).level, "ooo")
        # «A» is Latin here
        self.assertEqual(parse("{{quality|class:5A}}").class_name, "5А")

    def test_what_is_possible_is_said_in_russian(self):
        for text in ("{{quality.part}}", "{{quality|pupil:Иванов}}"):
            params = parse(text).problem.params
            self.assertNotRegex(params["known"], "[A-Za-z]")

    def test_headings(self):
        for text in ("{{school}}", "{{Школа}}", "{{ школа }}"):
            self.assertEqual(parse(text).heading, "school")
        self.assertEqual(parse("{{учебный\u00a0год}}").heading, "year")

    def test_every_mistake_has_its_own_words(self):
        wrong = {
            "{{quality": "unclosed",
            "{{ }}": "empty",
            "{{успеваемость}}": "unknown_heading",
            "{{school|class:5А}}": "heading_option",
            "{{quality.part}}": "unknown_part",
            "{{quality|pupil:Иванов}}": "unknown_option",
            "{{quality|teacher:Иванова}}": "unknown_option",
            "{{quality|class}}": "unknown_option",
            "{{quality|class:5А|класс:5Б}}": "repeated_option",
            "{{quality|level:вуз}}": "wrong_level",
            "{{quality|grade:12}}": "wrong_grade",
            "{{quality|class:5}}": "wrong_class",
            "{{quality|class:десятый}}": "wrong_class",
            "{{quality|level:ооо|subject:Алгебра}}": "no_scope",
        }
        for text, code in wrong.items():
            with self.subTest(text):
                mark = parse(text)
                self.assertEqual(mark.problem.code, code)
                # nothing that could be filled by mistake
                self.assertFalse(mark.code or mark.heading or mark.part)
                self.assertNotIn("%(", mark.problem.message(plain))

    def test_several_marks_in_one_cell(self):
        marks = parse_marks("{{school}}: {{quality}} %, {{oops")
        self.assertEqual([mark.heading or mark.code for mark in marks], ["school", "quality", ""])
        self.assertEqual(marks[-1].problem.code, "unclosed")
        self.assertEqual(parse_marks("{ {quality} }"), [])


class TestCompose(unittest.TestCase):
    def test_a_cell_that_is_one_mark_takes_the_value_itself(self):
        value = FormNumber(66.6667, 1, True)
        self.assertEqual(compose(" {{quality}} ", [value], ""), value)
        self.assertEqual(compose("{{quality}}", [None], "нет данных"), "нет данных")
        self.assertEqual(compose("{{end}}", [datetime.date(2025, 12, 30)], "").year, 2025)

    def test_in_other_text_values_are_written_for_people(self):
        text = "Школа {{school}}: {{quality}} % на {{end}}, {{success}}"
        values = ["№ 1", FormNumber(-1066.65, 1), datetime.date(2025, 12, 30), None]
        self.assertEqual(
            compose(text, values, "нет данных"),
            "Школа № 1: \u22121\u00a0066,7 % на 30.12.2025, нет данных",
        )

    def test_a_mark_that_is_not_closed_does_not_stay_in_the_form(self):
        self.assertEqual(compose("{{quality", [None], ""), "")
        self.assertEqual(
            compose("Всего {{quality.base}}, {{quality", [FormNumber(7), None], "—"), "Всего 7, —"
        )

    def test_values_that_look_like_marks_are_not_read_again(self):
        self.assertEqual(compose("{{school}}!", ["{{quality}}"], ""), "{{quality}}!")
