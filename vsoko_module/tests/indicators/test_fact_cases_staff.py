"""What registers of staff say, around every border: lines of registers in → flags out.

The first quarter ends on 26 October 2025, the second on 30 December 2025, the year on 31 August
2026.
"""

from odoo.fields import Command
from odoo.tests import tagged

from ..common import SchoolCase
from .fact_case import AFTER, FIRST, LAST, FactCases

TRAINED = "trained_recently trained_in_three_years"


@tagged("post_install", "-at_install")
class TestStaffRegisterCases(FactCases, SchoolCase):
    source = "staff"
    flags = (
        "education_pedagogic",
        "is_methodist",
        "is_mentor",
        "trained_recently",
        "trained_in_three_years",
        "course_fgos",
        "diploma_judged",
        "diploma_matches",
        "has_contest",
        "has_contest_above",
        "has_innovation",
        "has_expert",
        "has_technology",
        "has_methods",
    )

    def hire(self, lines):
        """A new member of staff with lines of registers: ``(register, values)`` each."""
        teacher = self.env["vsoko.teacher"].create({"name": "Новый Педагог"})
        for register, line in lines:
            self.env[f"vsoko.staff.{register}"].create({"teacher_id": teacher.id, **line})
        return teacher

    def test_diplomas(self):
        pedagogic = ("education", {"level": "higher", "is_pedagogic": True})
        plain = ("education", {"level": "higher"})
        lower = ("education", {"level": "spo_worker", "is_pedagogic": True})

        def dated(day):
            return (pedagogic[0], pedagogic[1] | {"date": day})

        yes = ["education_pedagogic"]
        self.check(
            {
                "none": ((), [""], [""], [""]),
                "without a day": ((pedagogic,), yes, yes, yes),
                "of the last day": ((dated(LAST),), yes, yes, yes),
                "of the day after": ((dated(AFTER),), [""], yes, yes),
                "one of two": ((pedagogic, plain), yes, yes, yes),
                "the lower of two": ((plain, lower), [""], [""], [""]),
            },
            self.hire,
            "teacher_id",
        )

    def test_categories(self):
        def given(category, first, last=False):
            vals = {"kind": "category", "category": category, "date": first, "date_end": last}
            return ("attestation", vals)

        master, mentor = ["is_methodist"], ["is_mentor"]
        self.check(
            {
                "from the last day": ((given("methodist", LAST),), master, master, master),
                "from the day after": ((given("methodist", AFTER),), [""], master, master),
                "to the last day": ((given("mentor", FIRST, LAST),), mentor, [""], [""]),
                "to the day before": ((given("mentor", FIRST, "2025-10-25"),), [""], [""], [""]),
                "both": (
                    (given("mentor", FIRST), given("methodist", FIRST)),
                    ["is_methodist is_mentor"], ["is_methodist is_mentor"],
                ),
                "the highest": ((given("highest", FIRST),), [""], [""]),
            },
            self.hire,
            "teacher_id",
        )  # fmt: skip

    def test_courses(self):
        fgos = self.env.ref("vsoko_module.course_tag_fgos")
        other = self.env.ref("vsoko_module.course_tag_subject")

        def course(day, kind="pk", tag=other):
            tags = [Command.set(tag.ids)]
            line = {"topic": "Курс", "hours": 250, "kind": kind, "date_end": day, "tag_ids": tags}
            return ("course", line)

        with_fgos = f"{TRAINED} course_fgos"
        recently = ["trained_recently"]
        self.check(
            {
                "ended on the last day": ((course(LAST),), [TRAINED], [TRAINED], [TRAINED]),
                "ended on the day after": ((course(AFTER),), [""], [TRAINED], [TRAINED]),
                "three years ago": ((course("2022-10-26"),), recently, recently, recently),
                "a day less": ((course("2022-10-27"),), [TRAINED], recently, recently),
                "in the first of five years": ((course("2021-01-01"),), recently, recently, [""]),
                "in the year before them": ((course("2020-12-31"),), [""], [""], [""]),
                "retraining": ((course(LAST, "retraining"),), [TRAINED], [TRAINED]),
                "an internship": ((course(LAST, "internship"),), [""], [""]),
                "about the standard": ((course(LAST, tag=fgos),), [with_fgos], [with_fgos]),
                "about it in a seminar": ((course(LAST, "seminar", fgos),), [""], [""]),
                "about it before another": (
                    (course("2025-09-10", tag=fgos), course(LAST)), [with_fgos], [with_fgos]),
                "about it too late": ((course(FIRST), course(AFTER, tag=fgos)),
                    [TRAINED], [with_fgos]),
            },
            self.hire,
            "teacher_id",
        )  # fmt: skip

    def test_events(self):
        def event(kind, day=LAST, level="school"):
            return ("event", {"kind": kind, "name": "Событие", "date": day, "level": level})

        above = ["has_contest has_contest_above"]
        contest, methods = ["has_contest"], ["has_methods"]
        self.check(
            {
                "on the last day": ((event("contest"),), contest, contest, contest),
                "on the day after": ((event("contest", AFTER),), [""], contest, contest),
                "three years ago": ((event("contest", "2022-10-26"),), [""], [""], [""]),
                "a day less": ((event("contest", "2022-10-27"),), contest, [""], [""]),
                "above the school": ((event("contest", level="municipal"),), above, above),
                "a speech above it": ((event("speech", level="federal"),), methods, methods),
                "an expert": ((event("expert"),), ["has_expert"]),
                "a juror": ((event("jury"),), ["has_expert"]),
                "innovation": ((event("innovation"),), ["has_innovation"]),
                "a technology": ((event("technology"),), ["has_technology has_methods"]),
                "an open lesson": ((event("open_lesson"),), methods),
                "a publication": ((event("publication"),), methods),
                "mentoring": ((event("mentoring"),), [""]),
            },
            self.hire,
            "teacher_id",
        )

    def test_lessons_by_the_diploma(self):
        """Lessons in a subject of one's own: ``(first day, last day, is it in the diploma)``."""

        def teach(rows):
            first, last, is_allowed = rows
            name = f"own {first} {last} {is_allowed}"
            subject = self.env["vsoko.subject"].create({"name": name, "code": name})
            allowed = subject if is_allowed else self.math
            line = {"level": "higher", "matches_subject_ids": [Command.set(allowed.ids)]}
            teacher = self.hire((("education", line),))
            self.env["vsoko.teaching"].create(
                {
                    "teacher_id": teacher.id,
                    "class_id": self.class_5a.id,
                    "subject_id": subject.id,
                    "date_from": first,
                    "date_to": last,
                }
            )
            return teacher

        match, other = ["diploma_judged diploma_matches"], ["diploma_judged"]
        self.check(
            {
                "all the year": ((FIRST, None, True), match, match, match),
                "another subject": ((FIRST, None, False), other, other, other),
                "to the last day": ((FIRST, LAST, True), match, [""], [""]),
                "to the day before": ((FIRST, "2025-10-25", True), [""], [""], [""]),
                "from the last day": ((LAST, None, True), match, match, match),
                "from the day after": ((AFTER, None, True), [""], match, match),
            },
            teach,
            "teacher_id",
        )
