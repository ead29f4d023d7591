from odoo.tests import tagged

from ..common import SchoolCase


class RegisterFigures(SchoolCase):
    """Figures of the second quarter (5 November to 30 December 2025) of 14 pupils: 5А has six,
    5Б four, 9А four; all of them are there from the first day on."""

    def figure(self, code, scope="school", period=None, **keys):
        """Return the value of an indicator in a cell; None when there is none."""
        found = self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id.code", "=", code),
                ("period_id", "=", (period or self.q2).id),
                ("scope", "=", scope),
                *((name, "=", key) for name, key in keys.items()),
            ]
        )
        return round(found.value, 4) if found and not found.missing_reason else None

    def make(self, model, *lines, **common):
        return self.env[f"vsoko.{model}"].create([{**common, **line} for line in lines])


@tagged("post_install", "-at_install")
class TestAchievementFigures(RegisterFigures):
    def achieve(self, pupil, level, result="winner", date="2025-12-05", **vals):
        return self.make(
            "achievement",
            {"event": f"{level} {date}", "level": level, "result": result, "date": date},
            student_ids=pupil.ids,
            **vals,
        )

    def test_a_pupil_with_five_prizes_counts_once(self):
        """One of 14 won five prizes of three levels, another only took part: 1/14 and 2/14."""
        first, second = self.pupils_of(self.class_5a)[:2]
        for level, day in (
            ("municipal", 1), ("municipal", 2), ("regional", 3), ("regional", 4), ("federal", 5),
        ):  # fmt: skip
            self.achieve(first, level, date=f"2025-12-0{day}")
        self.achieve(second, "school", "participant")
        self.q2.action_calculate()
        self.assertEqual(self.figure("olympiad_results"), 7.1429)
        self.assertEqual(self.figure("olympiad_participants"), 14.2857)
        for level, share in (
            ("municipal", 7.1429), ("regional", 7.1429), ("federal", 7.1429), ("international", 0),
        ):  # fmt: skip
            with self.subTest(level):
                self.assertEqual(self.figure(f"olympiad_prizes_{level}"), share)
        # of the six of 5А one is 16.67 %
        of_class = self.figure("olympiad_results", "class", class_id=self.class_5a.id)
        self.assertEqual(of_class, 16.6667)

    def test_before_the_first_line_nothing_is_known(self):
        self.achieve(self.students[0], "regional")
        (self.q1 | self.q2 | self.q3).action_calculate()
        self.assertIsNone(self.figure("olympiad_results", period=self.q1))
        self.assertEqual(self.figure("olympiad_results", period=self.q3), 0)

    def test_who_has_left_is_not_counted(self):
        self.achieve(self.students[0], "regional")
        self.students[0].enrolment_ids.date_to = "2025-12-20"
        self.q2.action_calculate()
        self.assertEqual(self.figure("olympiad_results"), 0)

    def test_teachers_who_prepared_winners(self):
        """One of four pedagogic workers prepared a prize-winner: 25 %; a laureate is no prize."""
        self.achieve(self.students[0], "regional", "prize", mentor_ids=self.teachers[0].ids)
        self.achieve(self.students[1], "school", "laureate", mentor_ids=self.teachers[1].ids)
        self.q2.action_calculate()
        self.assertEqual(self.figure("staff_pupils_achievements"), 25)

    def test_prizes_of_staff_are_those_of_three_years(self):
        """The second quarter ends on 30.12.2025: 30.12.2022 is past, 31.12.2022 is not."""
        mentor = {"mentor_ids": self.teachers[0].ids}
        line = self.achieve(self.students[0], "regional", date="2022-12-30", **mentor)
        self.q2.action_calculate()
        self.assertEqual(self.figure("staff_pupils_achievements"), 0)
        line.date = "2022-12-31"
        self.q2.action_calculate()
        self.assertEqual(self.figure("staff_pupils_achievements"), 25)


@tagged("post_install", "-at_install")
class TestProgrammeFigures(RegisterFigures):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        checks = ("approved", "licensed", "structured", "staffed", "supplied", "published")
        complete = {f"is_{check}": True for check in checks}
        common = {"date_from": "2025-09-01", "date_to": "2026-05-26"}
        cls.programmes = cls.env["vsoko.programme"].create(
            [
                {"name": "Роботы", "direction": "technical", **complete, **common},
                {"name": "3D", "direction": "technical", "by_interest": True, **common},
                {"name": "Хор", "direction": "art", **complete, **common},
                {"name": "Разговоры", "kind": "extracurricular", "by_interest": True, **common},
            ]
        )

    def attend(self, programme, pupils, **vals):
        self.make(
            "programme.enrolment",
            *({"student_id": pupil.id} for pupil in pupils),
            programme_id=programme.id,
            **{"date_from": "2025-09-01", **vals},
        )

    def test_what_the_programmes_are(self):
        """Two of the three programmes of additional education comply: 66.67 %. They have two of
        the six directions: 33.33 %. The extracurricular one is in neither."""
        self.q2.action_calculate()
        self.assertEqual(self.figure("extra_compliance"), 66.6667)
        self.assertEqual(self.figure("extra_directions_count"), 2)
        self.assertEqual(self.figure("extra_directions"), 33.3333)

    def test_coverage_counts_a_pupil_once(self):
        """Robots: three of 5А; choir: two of these: 3/14. By interests: one of them in 3D and two
        others in the extracurricular one: 3/14. Who left the circle in October is not there."""
        robots, printing, choir, talks = self.programmes
        pupils = self.pupils_of(self.class_5a)
        self.attend(robots, pupils[:3])
        self.attend(choir, pupils[:2])
        self.attend(choir, pupils[5], date_to="2025-10-20")
        self.attend(printing, pupils[0])
        self.attend(talks, pupils[3:5])
        self.q2.action_calculate()
        self.assertEqual(self.figure("extra_coverage"), 21.4286)
        self.assertEqual(self.figure("extra_by_interest"), 21.4286)
        self.assertEqual(self.figure("extra_coverage", "class", class_id=self.class_5a.id), 50)
        self.year_period.action_calculate()
        # in the year the sixth pupil of 5А was in the choir too: 4/14
        self.assertEqual(self.figure("extra_coverage", period=self.year_period), 28.5714)


@tagged("post_install", "-at_install")
class TestHappeningFigures(RegisterFigures):
    def hurt(self, date, place_kind="pe", pupil=None):
        number = self.env["vsoko.injury"].search_count([]) + 1
        return self.make(
            "injury",
            {"student_id": (pupil or self.students[0]).id, "date": date},
            number=str(number),
            place="Зал",
            place_kind=place_kind,
            happening="Падение",
        )

    def test_accidents_per_thousand(self):
        """Three accidents of 14 pupils are 214.29 ‰, the two at lessons and breaks 142.86 ‰."""
        for kind in ("pe", "break", "route"):
            self.hurt("2025-11-20", kind)
        self.q2.action_calculate()
        self.assertEqual(self.figure("injuries_pupils"), 14)
        self.assertEqual(self.figure("injuries_cases"), 3)
        self.assertEqual(self.figure("health_injuries"), 214.2857)
        self.assertEqual(self.figure("injuries_school"), 142.8571)
        # three of the six of 5А: 500 ‰; nothing happened in 5Б
        of_class = [
            self.figure("health_injuries", "class", class_id=one.id)
            for one in (self.class_5a, self.class_5b)
        ]
        self.assertEqual(of_class, [500, 0])

    def test_nothing_happened_or_nothing_is_known(self):
        self.hurt("2025-11-20", "route")
        (self.q1 | self.q2 | self.q3).action_calculate()
        self.assertIsNone(self.figure("health_injuries", period=self.q1))
        self.assertEqual(self.figure("injuries_school"), 0)
        self.assertEqual(self.figure("health_injuries", period=self.q3), 0)

    def test_without_pupils_there_is_no_rate(self):
        self.hurt("2025-11-20")
        self.env["vsoko.enrolment"].search([]).date_to = "2025-10-20"
        self.q2.action_calculate()
        self.assertIsNone(self.figure("health_injuries"))

    def test_mean_number_of_pupils(self):
        """14 at the start, 12 at the end: 13 on the average, one accident is 76.92 ‰."""
        self.students[:2].enrolment_ids.write({"date_to": "2025-12-01", "reason": "left"})
        self.hurt("2025-11-20", pupil=self.students[0])
        self.q2.action_calculate()
        self.assertEqual(self.figure("injuries_pupils"), 13)
        self.assertEqual(self.figure("health_injuries"), 76.9231)

    def test_bounds_of_a_rare_event(self):
        """Exact bounds of one case: 0.0253–5.5716 of 14 pupils, that is 1.81–397.97 ‰."""
        self.hurt("2025-11-20", "route")
        self.q2.action_calculate()
        values = self.env["vsoko.indicator.value"]
        domain = [("period_id", "=", self.q2.id), ("scope", "=", "school")]
        one = values.search([*domain, ("indicator_id.code", "=", "health_injuries")])
        self.assertIn("from 1,81 to 397,97", one.explanation)
        none = values.search([*domain, ("indicator_id.code", "=", "injuries_school")])
        # 3.6889 of 14
        self.assertIn("up to 263,49", none.explanation)

    def test_an_offence_belongs_to_its_day(self):
        """Of 28 December, entered on 15 January: the second quarter has it, the third has none.
        One event of 14 pupils is 7.14 per hundred."""
        self.make("offence", {"student_id": self.students[0].id, "date": "2025-12-28"})
        (self.q2 | self.q3).action_calculate()
        self.assertEqual(self.figure("offences"), 7.1429)
        self.assertEqual(self.figure("offences", period=self.q3), 0)
        self.assertEqual(self.figure("offences", "level", level="ooo"), 7.1429)
        scopes = self.env["vsoko.indicator.value"].search(
            [("indicator_id.code", "=like", "offences%")]
        )
        self.assertEqual(set(scopes.mapped("scope")), {"school", "level"})

    def test_days_of_illness(self):
        """5А: 3 days of a pupil; 5Б: 9 days of the class; nobody has entered 9А. So 12 days of the
        ten pupils of two classes are 1.2 days; family reasons are no illness."""
        self.make(
            "absence",
            {"student_id": self.pupils_of(self.class_5a)[0].id, "date_to": "2025-12-03"},
            {"class_id": self.class_5b.id, "days": 9},
            {"class_id": self.class_5b.id, "days": 4, "reason": "family"},
            date="2025-12-01",
        )
        self.q2.action_calculate()
        self.assertEqual(self.figure("absence_illness_days"), 12)
        self.assertEqual(self.figure("absence_pupils"), 10)
        self.assertEqual(self.figure("health_absences"), 1.2)
        by_class = [
            self.figure("health_absences", "class", class_id=one.id) for one in self.classes
        ]
        self.assertEqual(by_class, [0.5, 2.25, None])


@tagged("post_install", "-at_install")
class TestGraduateFigures(RegisterFigures):
    def test_where_graduates_went(self):
        """Of four graduates two study, one neither studies nor works, of one nothing is known:
        2/4 and 1/4. They are of the school year and of 9А."""
        self.make(
            "graduate",
            *(
                {"student_id": pupil.id, "destination": destination}
                for pupil, destination in zip(
                    self.pupils_of(self.class_9a),
                    ("grade10_own", "spo", "none", "unknown"),
                    strict=True,
                )
            ),
            date="2026-06-25",
        )
        (self.q4 | self.year_period).action_calculate()
        year = {"period": self.year_period}
        self.assertEqual(self.figure("graduates_employment", **year), 50)
        self.assertEqual(self.figure("graduates_unknown", **year), 25)
        of_class = self.figure("graduates_employment", "class", class_id=self.class_9a.id, **year)
        self.assertEqual(of_class, 50)
        self.assertIsNone(self.figure("graduates_employment", period=self.q4))


@tagged("post_install", "-at_install")
class TestUpbringingFigures(RegisterFigures):
    def test_levels_of_classes(self):
        """5А: 2 + 3 of 6, 9А: 1 + 1 of 4: high and middle are 7 of 10. The first study of 5А was
        replaced by the second. Personal development is another thing: 3 of 4."""
        self.make(
            "upbringing",
            {"class_id": self.class_5a.id, "low": 6, "date": "2025-11-10"},
            {"class_id": self.class_5a.id, "high": 2, "middle": 3, "low": 1},
            {"class_id": self.class_9a.id, "high": 1, "middle": 1, "low": 2},
            {"class_id": self.class_9a.id, "kind": "development", "high": 3, "low": 1},
            **{"date": "2025-12-10"},
        )
        self.q2.action_calculate()
        self.assertEqual(self.figure("upbringing_level"), 70)
        of_class = self.figure("upbringing_level", "class", class_id=self.class_5a.id)
        self.assertEqual(of_class, 83.3333)
        self.assertEqual(self.figure("personal_development"), 75)
