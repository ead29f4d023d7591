from odoo.tests import tagged

from .test_pupil_register_figures import RegisterFigures


@tagged("post_install", "-at_install")
class TestHealthFigures(RegisterFigures):
    """The findings of the autumn of 2025; every number is worked out from them by hand."""

    def examine(self, pupils, *findings, date="2025-10-01"):
        return self.make(
            "health",
            *(
                {"student_id": pupil.id, **finding}
                for pupil, finding in zip(pupils, findings, strict=True)
            ),
            date=date,
        )

    def shown(self, code="health_general", scope="class"):
        found = self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id.code", "=", code),
                ("period_id", "=", self.q2.id),
                ("scope", "=", scope),
            ]
        )
        return sorted(found.mapped("class_id.name" if scope == "class" else scope))

    def test_shares_of_the_examined(self):
        """Six of 5А: groups I, II, II, III, III, IV, so 3 of 6; eyesight of two and posture of
        two, one of them the same pupil: 3 of 6. Main group of physical culture and I–II: 2 of 6.
        A pupil of 5Б who was called and not examined is in none of it."""
        main = {"pe_group": "main"}
        self.examine(
            self.pupils_of(self.class_5a),
            {"health_group": "1", **main},
            {"health_group": "2", **main, "has_vision": True},
            {"health_group": "2", "pe_group": "preparatory"},
            {"health_group": "3", **main, "has_vision": True, "has_posture": True},
            {"health_group": "3", "has_posture": True},
            {"health_group": "4"},
        )
        self.examine(self.pupils_of(self.class_5b)[:1], {"is_examined": False})
        self.q2.action_calculate()
        self.assertEqual(self.figure("health_general"), 50)
        self.assertEqual(self.figure("health_vision"), 33.3333)
        self.assertEqual(self.figure("health_posture"), 33.3333)
        self.assertEqual(self.figure("health_morbidity"), 50)
        self.assertEqual(self.figure("students_health"), 33.3333)
        self.assertEqual(self.shown(), ["5А"])

    def test_fewer_than_five_examined_are_hidden(self):
        """5А has five examined, 5Б four: 5Б is hidden, and with it 5А, because nine of the grade
        less five would be the four."""
        found = {"health_group": "2"}
        self.examine(self.pupils_of(self.class_5a)[:5], *[found] * 5)
        self.q2.action_calculate()
        self.assertEqual(self.shown(), ["5А"])
        self.examine(self.pupils_of(self.class_5b), *[found] * 4)
        self.q2.action_calculate()
        self.assertEqual(self.shown(), [])
        self.assertEqual(self.figure("health_general", "grade", grade=5), 100)
        self.assertEqual(self.shown(scope="grade"), [5])

    def test_a_small_grade_hides_the_others_of_its_level(self):
        found = {"health_group": "2"}
        self.examine(self.pupils_of(self.class_5a), *[found] * 6)
        self.examine(self.pupils_of(self.class_9a), *[found] * 4)
        self.q2.action_calculate()
        self.assertEqual((self.shown(scope="grade"), self.shown()), ([], []))
        self.assertEqual(self.figure("health_general", "level", level="ooo"), 100)

    def test_a_school_with_fewer_than_five_has_no_figure(self):
        self.examine(self.pupils_of(self.class_9a), *[{"health_group": "2"}] * 4)
        self.q2.action_calculate()
        self.assertIsNone(self.figure("health_general"))

    def test_recovery_of_the_often_ill(self):
        """A year before six were often ill; of them one has left, one was not examined again, so
        four... that is fewer than five and hidden. With six who are here, two well again: 2/6."""
        pupils = self.pupils_of(self.class_5a)
        self.examine(pupils, *[{"health_group": "3", "is_often_ill": True}] * 6, date="2024-10-01")
        well, ill = {"health_group": "2"}, {"health_group": "3", "is_often_ill": True}
        now = self.examine(pupils, well, well, ill, ill, ill, ill)
        self.q2.action_calculate()
        self.assertEqual(self.figure("health_recovery"), 33.3333)
        now[:2].unlink()
        self.q2.action_calculate()
        self.assertIsNone(self.figure("health_recovery"))

    def test_findings_hold_for_a_year(self):
        pupils = self.pupils_of(self.class_5a)
        found = self.examine(pupils, *[{"health_group": "1"}] * 6, date="2024-12-31")
        self.q2.action_calculate()
        self.assertEqual(self.figure("health_general"), 100)
        found.date = "2024-12-30"
        self.q2.action_calculate()
        self.assertIsNone(self.figure("health_general"))
