"""What orders, plans, road maps and cards say where nobody has written anything."""

import io
import unittest
from dataclasses import replace
from datetime import date

from docx import Document
from tools.reports.acquaintance import Acquaintance, acquaintance_sheet
from tools.reports.order_document import order_document
from tools.reports.order_paper import order_paper
from tools.reports.plan_table import PlanHead, PlannedLine, plan_paper
from tools.reports.roadmap import PlannedAction, roadmap
from tools.reports.visit_card import Judged, VisitCard, visit_card
from tools.translation import plain
from work_samples import values

SCHOOL = "МБОУ № 1"


def table(paper, name):
    return values(paper.frozen.data["given"][name])


class TestPlan(unittest.TestCase):
    MONTHS = {(2025, 9): "Сентябрь", (2025, 10): "Октябрь"}
    HEAD = PlanHead(SCHOOL, "План", "2025/2026")
    LINES = (
        PlannedLine(date(2025, 9, 15), (2025, 9), "Входные работы", "Результаты", who="5 классы"),
        PlannedLine(date(2025, 9, 20), (2025, 9), "Справка", "Результаты", "итоги входных",
                    result="справка", heard="педсовет", fulfilled="выполнено"),
        PlannedLine(date(2025, 10, 1), (2025, 10), "Тарификация"),
    )  # fmt: skip

    def paper(self, *lines, **head):
        return plan_paper(replace(self.HEAD, **head), ["Результаты"], self.MONTHS, lines, plain)

    def test_months_by_objects(self):
        self.assertEqual(
            table(self.paper(*self.LINES), "table"),
            [
                ["Сентябрь", "15.09 Входные работы (5 классы); 20.09 Справка", ""],
                ["Октябрь", "", "01.10 Тарификация"],
            ],
        )
        self.assertEqual(
            table(self.paper(*self.LINES[:1]), "table")[1], ["Октябрь", ""], "no column of others"
        )

    def test_all_lines_are_numbered_from_one(self):
        rows = table(self.paper(*self.LINES), "lines")
        self.assertEqual([row[0] for row in rows], [1, 2, 3])
        self.assertEqual(rows[1][3], "Справка. итоги входных")
        self.assertEqual(rows[1][7:], ["справка; педсовет", "выполнено"])
        self.assertEqual(rows[2][2:], ["", "Тарификация", "", "", "", "", ""])

    def test_aims_stand_first_where_somebody_wrote_them(self):
        codes = [part.frozen["code"] for part in self.paper().parts]
        self.assertEqual(codes, ["table", "lines"])
        parts = self.paper(note="Цели").parts
        self.assertEqual([part.frozen["code"] for part in parts], ["note", *codes])
        self.assertEqual([part.frozen["wide"] for part in parts], [False, True, True])
        self.assertEqual(parts[0].texts, [("", "Цели")])

    def test_a_plan_is_a_draft_until_it_is_approved(self):
        draft = self.paper().form
        self.assertEqual((draft.is_draft, draft.approval), (True, ("", "")))
        form = self.paper(approved_by="Орлова А. П.", approved_on="29.08.2025", is_draft=False).form
        self.assertEqual((form.is_draft, form.approval), (False, ("Орлова А. П.", "29.08.2025")))


class TestRoadmap(unittest.TestCase):
    FULL = PlannedAction("Низкое качество", "5А: 30 %", "Пробелы", ("Занятия", "Срез"),
                         "Орлова А. П.", date(2026, 3, 2), "40 %", "Идёт", "Стало 41")  # fmt: skip
    EMPTY = PlannedAction("Опоздания", "", "", (), "", None, "", "Открыто", "")

    def test_what_nobody_said_is_a_dash(self):
        paper = roadmap(SCHOOL, ["на 2025/2026"], (self.FULL, self.EMPTY), plain)
        self.assertEqual(
            table(paper, "actions"),
            [
                ["1", "Низкое качество\n5А: 30 %", "Пробелы", "Занятия\nСрез", "Орлова А. П.",
                 date(2026, 3, 2), "40 %", "Идёт", "Стало 41"],
                ["2", "Опоздания", "—", "—", "—", "—", "—", "Открыто", "—"],
            ],
        )  # fmt: skip
        self.assertTrue(paper.parts[0].frozen["wide"])
        self.assertEqual((paper.form.is_draft, paper.form.approval), (False, ("", "")))


class TestVisit(unittest.TestCase):
    CARD = VisitCard(
        SCHOOL,
        "Орлова А. П., 5А",
        (("Предмет", "Алгебра"),),
        (Judged("Цель", 0, 3, "не названа", "устно"), Judged("Опрос", None, 3)),
        "1 из 3",
    )

    def test_a_criterion_that_nobody_judged_is_no_zero(self):
        self.assertEqual(
            table(visit_card(self.CARD, plain), "criteria"),
            [["Цель", 0, 3, "не названа. устно"], ["Опрос", "—", 3, "—"]],
        )

    def test_only_what_somebody_wrote_stands_there(self):
        parts = visit_card(self.CARD, plain).parts
        self.assertEqual([part.frozen["code"] for part in parts], ["facts", "criteria"])
        self.assertEqual(parts[1].texts, [("Result", "1 из 3")])
        card = replace(self.CARD, opinion="Согласна", conclusions="Урок удался")
        self.assertEqual(
            visit_card(card, plain).parts[2].texts,
            [("Conclusions", "Урок удался"), ("Opinion of the teacher", "Согласна")],
        )
        self.assertTrue(visit_card(card, plain).form.is_draft)
        self.assertFalse(any(part.frozen["wide"] for part in parts))


class TestAcquaintance(unittest.TestCase):
    def test_who_has_not_pressed_the_button_has_a_dash(self):
        people = (("Орлова А. П.", "учитель", "01.09.2025 10:00"), ("Седов И. Л.", "завуч", ""))
        paper = acquaintance_sheet(Acquaintance(SCHOOL, "Положение", "", people), plain)
        self.assertEqual(
            table(paper, "people"),
            [
                [1, "Орлова А. П.", "учитель", "01.09.2025 10:00", "", ""],
                [2, "Седов И. Л.", "завуч", "—", "", ""],
            ],
        )
        self.assertEqual(paper.lines, ["Положение"], "a document without a number")
        self.assertFalse(paper.form.is_draft)
        self.assertFalse(paper.parts[0].frozen["wide"])


class TestOrder(unittest.TestCase):
    def lines(self, director="", reference=("", ""), text="1. Провести.\n2. Доложить."):
        paper = order_paper(SCHOOL, "О работе", text, director, reference, plain)
        word = Document(io.BytesIO(order_document(paper, plain)))
        return paper, [paragraph.text for paragraph in word.paragraphs if paragraph.text.strip()]

    def test_before_it_is_signed_there_is_room_to_write(self):
        paper, lines = self.lines()
        self.assertTrue(paper.form.is_draft)
        self.assertEqual(lines[:2], [SCHOOL, "ORDER"])
        self.assertIn("20___   No. ______", lines[2])
        self.assertEqual(lines[3:6], ["О работе", "1. Провести.", "2. Доложить."])
        self.assertEqual(lines[6:], [f"Director    {'_' * 12}    {'_' * 20}"])

    def test_a_signed_order_has_its_number_and_its_name(self):
        paper, lines = self.lines("Котова М. И.", ("01.09.2025", "12-о"))
        self.assertFalse(paper.form.is_draft)
        self.assertEqual(paper.form.approval, ("Котова М. И.", "01.09.2025"))
        self.assertEqual(lines[2], "01.09.2025   No. 12-о")
        self.assertEqual(lines[-1], f"Director    {'_' * 12}    Котова М. И.")
