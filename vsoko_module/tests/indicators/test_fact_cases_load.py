"""Which marks a period should have, around every border: lessons and stays in → rows out."""

from odoo.fields import Command
from odoo.tests import tagged

from ..common import SchoolCase
from .fact_case import AFTER, FIRST, LAST, FactCases

STAY = (FIRST, None)
LESSON = {"date_from": FIRST}


@tagged("post_install", "-at_install")
class TestExpectedMarkCases(FactCases, SchoolCase):
    """Each case is a class of its own with one pupil; asked is mathematics. Russian is led there
    all the year, as a class without any lesson is expected to have the subjects of the school."""

    source = "expected_mark"
    flags = ("has_mark",)
    CASES = {
        # what it is: (grade, stay, lessons, mark of the first quarter),
        # then what the first quarter, the second and the year say
        "a lesson of the whole year": ((5, STAY, [LESSON], None), [""], [""], [""]),
        "a mark is there": ((5, STAY, [LESSON], 5), ["has_mark"], [""], [""]),
        "«осв.» is there": ((5, STAY, [LESSON], "released"), ["has_mark"], [""], [""]),
        "«н/а» is there": ((5, STAY, [LESSON], "not_attested"), ["has_mark"], [""], [""]),
        "an exam without the mark": ((5, STAY, [LESSON], "no_mark"), [""], [""], [""]),
        "a lesson up to the last day": (
            (5, STAY, [{"date_from": FIRST, "date_to": LAST}], None), [""], [], []),
        "a lesson up to the day before": (
            (5, STAY, [{"date_from": FIRST, "date_to": "2025-10-25"}], None), [], [], []),
        "a lesson from the last day": ((5, STAY, [{"date_from": LAST}], None), [""], [""], [""]),
        "a lesson from the day after": ((5, STAY, [{"date_from": AFTER}], None), [], [""], [""]),
        "two teachers in turn": (
            (5, STAY, [{"date_from": FIRST, "date_to": LAST}, {"date_from": AFTER}], None),
            [""], [""], [""]),
        "a pupil from the last day": ((5, (LAST, None), [LESSON], None), [""], [""], [""]),
        "a pupil from the day after": ((5, (AFTER, None), [LESSON], None), [], [""], [""]),
        "a pupil up to the last day": ((5, (FIRST, LAST), [LESSON], None), [], [], []),
        "a pupil up to the day after": ((5, (FIRST, AFTER), [LESSON], None), [""], [], []),
        "the first grade": ((1, STAY, [LESSON], None), [], [], []),
        "the first grade with a mark": ((1, STAY, [LESSON], 5), ["has_mark"], [], []),
        "the second grade": ((2, STAY, [LESSON], None), [""], [""], [""]),
    }  # fmt: skip

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # other classes would say which subjects the school has
        cls.lessons.unlink()
        cls.letters = iter("ВГДЕЖЗИКЛМНОПРСТУФХЦЧШ")

    def make_class(self, grade, **vals):
        vals |= {"year_id": self.year.id, "grade": grade, "letter": next(self.letters)}
        return self.env["vsoko.class"].create(vals)

    def enrol_one(self, school_class, first=FIRST, last=None):
        pupil = self.enrol(school_class, 1, first)
        pupil.enrolment_ids.date_to = last
        return pupil

    def teach(self, school_class, subject=None, **vals):
        subject = subject or self.math
        vals |= {"class_id": school_class.id, "subject_id": subject.id}
        return self.env["vsoko.teaching"].create({"date_from": FIRST, **vals})

    def mark(self, pupil, school_class, subject, mark):
        given = {"value": mark} if isinstance(mark, int) else {"status": mark}
        beside = {"exam_status": "released"} if mark == "no_mark" else {}
        self.env["vsoko.mark"].create(
            {
                "student_id": pupil.id,
                "class_id": school_class.id,
                "subject_id": subject.id,
                "period_id": self.q1.id,
                **given,
                **beside,
            }
        )

    def make_case(self, rows):
        grade, stay, lessons, mark = rows
        school_class = self.make_class(grade)
        pupil = self.enrol_one(school_class, *stay)
        self.teach(school_class, self.rus)
        for vals in lessons:
            self.teach(school_class, **vals)
        if mark:
            self.mark(pupil, school_class, self.math, mark)
        return pupil

    def test_cases(self):
        self.check(self.CASES, self.make_case, "student_id", subject_id=self.math.id)

    def test_a_group_is_expected_for_its_list_alone(self):
        school_class = self.make_class(5)
        listed, other = self.enrol(school_class, 2)
        first, second, _third, _head = self.teachers
        for teacher, pupils in ((first, listed), (second, self.env["vsoko.student"])):
            self.teach(
                school_class,
                teacher_id=teacher.id,
                group_name=teacher.name if pupils else False,
                student_ids=[Command.set(pupils.ids)],
            )
        rows = self.env["vsoko.fact.expected_mark"].search(
            [("period_id", "=", self.q1.id), ("class_id", "=", school_class.id)]
        )
        teachers = {row.student_id: row.teacher_id for row in rows}
        self.assertEqual(teachers, {listed: first, other: second})
        self.assertEqual(len(rows), 2, "a list comes before the whole class, once")
        self.assertEqual(set(rows.mapped("has_mark")), {False})

    def test_a_subject_without_marks_is_expected_where_it_has_one(self):
        talk = self.env["vsoko.subject"].create(
            {"name": "Разговоры о важном", "code": "talk", "without_marks": True}
        )
        school_class = self.make_class(5)
        marked, other = self.enrol(school_class, 2)
        self.teach(school_class, talk)
        self.assertEqual(self.say(self.q1, class_id=school_class.id), [])
        self.mark(marked, school_class, talk, "passed")
        self.assertEqual(self.say(self.q1, student_id=marked.id), ["has_mark"])
        self.assertEqual(self.say(self.q1, student_id=other.id), [])

    def test_a_class_has_marks_in_the_terms_of_its_kind(self):
        halves = self.make_class(10, term_kind="half")
        (pupil,) = self.enrol(halves, 1)
        self.teach(halves)
        self.assertEqual(self.say(self.q1, student_id=pupil.id), [])
        self.assertEqual(self.say(self.year_period, student_id=pupil.id), [""])
        self.mark(pupil, halves, self.math, 4)
        self.assertEqual(self.say(self.q1, student_id=pupil.id), ["has_mark"])

    def test_a_class_without_a_load_has_its_own_subjects_or_those_of_the_school(self):
        marked, empty = self.make_class(5), self.make_class(6)
        (pupil,), (other,) = self.enrol(marked, 1), self.enrol(empty, 1)
        self.assertEqual(self.say(self.q1, student_id=other.id), [])
        self.mark(pupil, marked, self.rus, 4)
        self.assertEqual(self.say(self.q1, student_id=pupil.id), ["has_mark"])
        self.assertEqual(self.say(self.q1, student_id=other.id), [""])
        self.assertEqual(self.say(self.q2, student_id=other.id), [], "nobody has any there")
