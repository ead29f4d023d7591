import io
import unittest
from dataclasses import replace

from docx import Document
from tools.reports.minutes import Minutes, Question, Resolved, extract, minutes
from tools.reports.minutes_document import minutes_document
from tools.translation import plain

QUESTIONS = (
    Question(
        1,
        "Итоги четверти",
        speaker="Зотова А. П.",
        heard="Качество знаний 61 %.",
        speeches="Лунин К. К.: поддержал",
        vote="За 9, против 6.",
        resolutions=(Resolved("1.1", "Утвердить план.", "Белова Н. Н.", "01.12.2025"),),
        opinion="Кротов Е. Е.: против",
    ),
    Question(2, "О питании", is_postponed=True),
)
MEETING = Minutes(
    school="МБОУ № 1",
    body="Педагогический совет",
    number="3",
    day="12.11.2025",
    place="Актовый зал",
    form="Очно",
    chair="Орлов И. И.",
    secretary="Седова П. П.",
    members=4,
    present=("Зотова А. П.", "Лунин К. К.", "Кротов Е. Е."),
    absent=(("Маслова О. О.", "болезнь"),),
    guests=("Врач школы",),
    quorum="Кворум есть.",
    questions=QUESTIONS,
)
NAMES = ("Зотова", "Лунин", "Кротов", "Маслова", "Орлов", "питании")


def text_of(paper):
    lines = [paper.form.school, paper.title, *paper.lines]
    for part in paper.parts:
        lines.append(part.name or "")
        lines += [f"{heading}: {text}" for heading, text in part.texts]
    return "\n".join(lines + [" ".join(signer) for signer in paper.form.signers])


class TestMinutes(unittest.TestCase):
    def test_order_of_the_usual_form(self):
        text = text_of(minutes(MEETING, plain))
        order = [
            "МБОУ № 1", "MINUTES No. 3", "Педагогический совет", "12.11.2025, Актовый зал",
            "Chair: Орлов", "Secretary: Седова", "Members in all: 4", "Were present: 3 —",
            "Were absent: Маслова О. О. (болезнь)", "Guests: Врач", "Quorum: Кворум", "AGENDA",
            "1. Итоги четверти. Зотова", "HEARD: Зотова А. П. Качество", "SPOKE: Лунин",
            "RESOLVED: 1.1. Утвердить план. Responsible: Белова Н. Н. Due: 01.12.2025.",
            "Vote: За 9", "Separate opinion: Кротов", "put off", "Chair Орлов",
        ]  # fmt: skip
        places = [text.index(one) for one in order]
        self.assertEqual(places, sorted(places))

    def test_many_present_are_an_appendix(self):
        crowd = replace(MEETING, present=tuple(f"Член {n}" for n in range(16)))
        facts = dict(minutes(crowd, plain).parts[0].texts)
        self.assertEqual(facts["Were present"], "16 — list in the appendix")
        self.assertIn("Член 15", text_of(minutes(crowd, plain)))

    def test_unsigned_minutes_are_a_draft_without_a_number(self):
        paper = minutes(replace(MEETING, number=""), plain)
        self.assertEqual(paper.title, "MINUTES")
        self.assertTrue(paper.form.is_draft)
        self.assertFalse(minutes(MEETING, plain).form.is_draft)

    def test_an_extract_has_one_question_and_no_other_names(self):
        text = text_of(extract(MEETING, QUESTIONS[0], plain))
        for name in NAMES:
            self.assertNotIn(name, text)
        for own in ("Итоги четверти", "Утвердить план", "Белова", "Седова", "За 9", "Кворум есть"):
            self.assertIn(own, text)

    def test_address_of_the_school_stands_under_its_name(self):
        paper = minutes(MEETING, plain).with_requisites("Лесной, тел. 1-23-45")
        lines = Document(io.BytesIO(minutes_document(paper, plain))).paragraphs
        self.assertEqual([line.text for line in lines[:2]], ["МБОУ № 1", "Лесной, тел. 1-23-45"])
        lines = Document(io.BytesIO(minutes_document(minutes(MEETING, plain), plain))).paragraphs
        self.assertEqual(lines[0].text, "МБОУ № 1")
        self.assertNotIn("Лесной", lines[1].text)

    def test_both_as_documents_of_word(self):
        for paper in (minutes(MEETING, plain), extract(MEETING, QUESTIONS[0], plain)):
            word = Document(io.BytesIO(minutes_document(paper, plain)))
            text = "\n".join(paragraph.text for paragraph in word.paragraphs)
            self.assertIn(paper.title, text)
            self.assertIn("RESOLVED: 1.1. Утвердить план", text)
            signed = [cell.text for table in word.tables for cell in table.rows[-1].cells]
            self.assertIn("Седова П. П.", signed)
