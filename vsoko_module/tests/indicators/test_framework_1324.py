from datetime import date

from odoo.tests import tagged

from ..evidence.common import AssessmentCase

# annex 2 of the order: 34 rows of section 1 with 3, 2 and 2 inside three of them, the heading
# 1.30 without its own number; 6 rows of section 2 with 5 inside 2.4
ROWS = 33 + 3 + 2 + 2 + 6 + 5
ALONE = {f"1.{row}" for row in (1, 2, 3, 4, 6, 7, 8, 9, 24)} | {
    "2.1",
    "2.2",
    "2.3",
    "2.4",
    *(f"2.4.{row}" for row in range(1, 6)),
    "2.6",
}


@tagged("post_install", "-at_install")
class TestFramework1324(AssessmentCase):
    """The small school in the calendar year 2025: 14 pupils in 5А, 5Б and 9А, four teachers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework = cls.env.ref("vsoko_module.framework_1324")
        cls.period = cls.year._make_periods("calendar_year")
        cls.teachers[0].write(
            {
                "education": "higher",
                "education_pedagogic": True,
                "category": "highest",
                "experience_years": 31,
                "birthdate": date(1970, 12, 31),
            }
        )
        cls.teachers[1].write(
            {"education": "secondary", "category": "first", "birthdate": date(1997, 1, 1)}
        )
        cls.period.action_calculate()

    def figure(self, code):
        return self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id.framework_id", "=", self.framework.id),
                ("indicator_id.code", "=", code),
                ("period_id", "=", self.period.id),
                ("scope", "=", "school"),
            ]
        )

    def check(self, **expected):
        for code, value in expected.items():
            row = code.removeprefix("r").replace("_share", "%").replace("_", ".")
            found = self.figure(row)
            self.assertIsNot(found.value, False, row)
            self.assertAlmostEqual(found.value, value, msg=row)

    def find_disagreements(self):
        """Return the left sides of the shipped rules that do not hold in the calendar year."""
        self.period._check_rules()
        findings = self.env["vsoko.validation.finding"].search(
            [("period_id", "=", self.period.id), ("state", "=", "open")]
        )
        return [rule.left.strip("[]") for rule in findings.rule_id]

    def test_each_row_of_the_order_is_there(self):
        codes = set(self.framework.indicator_ids.mapped("code"))
        numbers = {code for code in codes if code[0].isdigit() and not code.endswith("%")}
        self.assertEqual(len(numbers), ROWS)
        self.assertEqual({number for number in numbers if f"{number}%" not in codes}, ALONE)
        self.assertEqual(self.framework.state, "approved")

    def test_a_calendar_year_alone_is_counted_by_it(self):
        frameworks = self.env["vsoko.framework"]
        regulation = self.env.ref("vsoko_module.framework_regulation")
        self.assertEqual(frameworks._get_of_period(self.period), self.framework)
        for period in (self.q1, self.year_period):
            self.assertEqual(frameworks._get_of_period(period), regulation)
        self.assertEqual(frameworks._get_in_force(self.q1.date_end, self.env.company), regulation)

    def test_pupils(self):
        # 6 of 5А, 4 of 5Б and 4 of 9А: all are in grades 5 to 9
        self.check(r1_1=14, r1_2=0, r1_3=14, r1_4=0)

    def test_marks_of_the_year_that_ended(self):
        # the year 2025/2026 ends in 2026; on 31 December six pupils have gone on: two of them with
        # only «4» and «5», one with a «3», the others without marks: 2 of 6 = 33.3 %
        following = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        grade = self.env["vsoko.class"].create({"year_id": following.id, "grade": 6, "letter": "А"})
        pupils = self.pupils_of(self.class_5a)
        self.students.enrolment_ids.date_to = date(2026, 9, 1)
        self.env["vsoko.enrolment"].create(
            [
                {"student_id": one.id, "class_id": grade.id, "date_from": "2026-09-01"}
                for one in pupils
            ]
        )
        first, second, third = pupils[:3]
        marks = {(first, self.math): 5, (first, self.rus): 4, (second, self.math): 5}
        self.add_marks(marks | {(third, self.math): 4, (third, self.rus): 3}, self.year_period)
        period = following._make_periods("calendar_year")
        period.action_calculate()
        self.period = period
        self.check(r1_1=6, r1_5=2, r1_5_share=100 / 3)

    def test_staff(self):
        # of four teachers one has higher pedagogic education, the highest category, 31 years of
        # experience and 55 years of age; one has secondary education, the first category and is 28
        self.check(r1_24=4, r1_25=1, r1_25_share=25, r1_26=1, r1_27=1, r1_28=0, r1_28_share=0)
        self.check(r1_29=2, r1_29_share=50, r1_29_1=1, r1_29_2=1, r1_30_2=1, r1_31=1, r1_32=1)

    def test_a_row_without_facts_has_no_figure(self):
        self.assertIs(self.figure("1.18").value, False)
        self.assertIs(self.figure("2.1").value, False)

    def test_exams(self):
        # «5», «4» and «2» of the OGE in mathematics: 11 / 3 = 3.67, one of the graduates failed
        work = self.env["vsoko.assessment"].create(
            {
                "type_id": self.env.ref("vsoko_module.assessment_type_oge").id,
                "subject_id": self.math.id,
                "class_ids": self.class_9a.ids,
                "date": "2025-12-20",
            }
        )
        work.action_start()
        for result, mark in zip(work.result_ids.sorted("id"), (5, 4, 2), strict=False):
            result.write({"attendance": "present", "mark": mark})
        self.period.action_calculate()
        self.check(r1_7=11 / 3, r1_11=1)
        # without an exam in Russian nobody knows how many failed; without the register of graduates
        # nobody knows of how many
        for row in ("1.6", "1.10", "1.11%"):
            self.assertIs(self.figure(row).value, False, row)

    def test_graduates(self):
        """Three of four graduates of grade 9 are registered: one without a certificate, one with
        honours: 1 of 3 = 33.3 % each. Nothing is known of grade 11."""
        self.assertIs(self.figure("1.14").value, False)
        pupils = self.pupils_of(self.class_9a)
        self.env["vsoko.graduate"].create(
            [
                {"student_id": pupil.id, "grade": "9", "date": day, "certificate": certificate}
                for pupil, day, certificate in zip(
                    pupils,
                    ("2025-09-20", "2025-09-21", "2025-09-22"),
                    ("none", "honours", "ordinary"),
                    strict=False,
                )
            ]
        )
        self.period.action_calculate()
        self.check(r1_14=1, r1_14_share=100 / 3, r1_16=1, r1_16_share=100 / 3)
        for row in ("1.15", "1.15%", "1.17"):
            self.assertIs(self.figure(row).value, False, row)

    def test_achievements(self):
        """One of 14 won in the region and in the country, another in the municipality, a third
        took part: 3 = 21.4 %, 2 = 14.3 %, 1.19.1 and 1.19.2 hold the same pupil."""
        first, second, third = self.students[:3]
        lines = (
            (first, "regional", "winner"),
            (first, "federal", "prize"),
            (second, "municipal", "prize"),
            (third, "school", "participant"),
        )
        self.env["vsoko.achievement"].create(
            [
                {"event": level, "level": level, "result": result, "date": "2025-10-10",
                 "student_ids": pupil.ids}
                for pupil, level, result in lines
            ]
        )  # fmt: skip
        self.period.action_calculate()
        self.check(r1_18=3, r1_18_share=300 / 14, r1_19=2, r1_19_share=200 / 14)
        self.check(r1_19_1=1, r1_19_2=1, r1_19_3=0, r1_19_3_share=0)
        # levels may hold one pupil twice; a level alone is never more than all
        self.assertFalse(self.find_disagreements())
        self.figure("1.19.3").value = 3
        self.assertEqual(self.find_disagreements(), ["1.19.3"])

    def test_programmes(self):
        """Two of 14 learn in depth, nobody by the network; the register is kept, so it is 0."""
        programme = self.env["vsoko.programme"].create(
            {
                "name": "Математика",
                "kind": "extracurricular",
                "is_advanced": True,
                "date_from": "2025-09-01",
            }
        )
        self.env["vsoko.programme.enrolment"].create(
            [
                {"programme_id": programme.id, "student_id": pupil.id, "date_from": "2025-09-01"}
                for pupil in self.students[:2]
            ]
        )
        self.period.action_calculate()
        self.check(r1_20=2, r1_20_share=200 / 14, r1_23=0, r1_23_share=0)

    def test_the_report(self):
        report = self.env["vsoko.report"].create(
            {"type": "order_1324", "period_id": self.period.id}
        )
        table = report.frozen["given"]["order_1324"]
        rows = {row[0]: row for row in table["rows"]}
        self.assertEqual(rows["1.1"][2:4], ["человек", "14"])
        self.assertEqual(rows["1.25"][3], "1/25,0\u00a0%")
        self.assertEqual(rows["1.18"][3], "нет данных")
        self.assertFalse(any(report.section_ids.mapped("names_people")))

    def test_the_report_is_about_a_calendar_year(self):
        with self.assertRaisesRegex(Exception, "calendar year"):
            self.env["vsoko.report"].create({"type": "order_1324", "period_id": self.q1.id})

    def test_a_new_version_keeps_its_periods_and_takes_its_own_rows(self):
        action = self.framework.action_new_version()
        draft = self.env["vsoko.framework"].browse(action["res_id"])
        self.assertEqual(draft.period_kind, "calendar_year")
        draft.indicator_ids.filtered(lambda one: one.code == "1.2").unlink()
        draft.action_take_shipped()
        codes = draft.indicator_ids.mapped("code")
        self.assertIn("1.2", codes)
        self.assertNotIn("quality", codes)
