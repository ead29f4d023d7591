from odoo.fields import Command
from odoo.tests import tagged

from ..evidence.common import AssessmentCase
from ..evidence.rubric_case import RubricCase


class _Figures:
    def figure(self, code, scope="school", **keys):
        """Return the one figure of a shipped indicator in the first quarter."""
        return self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id", "=", self.env.ref(f"vsoko_module.indicator_{code}").id),
                ("period_id", "=", self.q1.id),
                ("scope", "=", scope),
                *((name, "=", key) for name, key in keys.items()),
            ]
        )

    def check(self, code, value, n, **keys):
        found = self.figure(code, **keys)
        self.assertAlmostEqual(found.value, value, msg=code)
        self.assertEqual(found.n, n, code)


@tagged("post_install", "-at_install")
class TestExpectedObservations(_Figures, RubricCase):
    """Figures over sheets of experts, each worked out by hand."""

    def fill(self, xml_id, points, **vals):
        """Complete one sheet for each of these points, of 9, by a copy of a shipped rubric with a
        single criterion."""
        criterion = {"name": "Итог", "levels": "\n".join("0123456789")}
        rubric = self.env.ref(f"vsoko_module.{xml_id}").copy(
            {"company_id": self.env.company.id, "criterion_ids": [Command.create(criterion)]}
        )
        rubric.action_approve()
        (criterion,) = rubric._get_criteria()
        for one in points:
            answers = {criterion.key: {"points": one}}
            given = {"rubric_id": rubric.id, "date": "2025-10-01", "answers": answers}
            self.env["vsoko.observation"].create({**given, **vals}).action_complete()

    def test_lessons(self):
        # 90 %, 50 % and 100 % make 240 / 3 = 80 %; three sheets without a result are not counted
        for points in ((2, 1, 2, 2, 2), (1, 1, 1, 1, 1), (2, 2, 2, 2, 2), (2, 2, 2, "na", "na")):
            self.make_sheet(*points).action_complete()
        self.q1.action_calculate()
        self.check("lesson_observed", 80.0, 3)
        self.check("lesson_observed", 80.0, 3, scope="teacher", teacher_id=self.teachers[0].id)
        self.assertFalse(self.figure("lesson_observed", "class", class_id=self.class_5b.id))

    def test_pupils(self):
        pupil = {"class_id": self.class_9a.id, "student_id": self.pupils_of(self.class_9a)[0].id}
        # of 9 points: 0, 4 (44 %), 5 (56 %) and 9; half and more are 2 of 4 = 50 %
        self.fill("rubric_metasubject", (0, 4, 5, 9), **pupil)
        # 5 and 9 of 9: both above half, 2 of 2 = 100 %
        self.fill("rubric_project", (5, 9), **pupil)
        self.q1.action_calculate()
        self.check("metasubject_observed", 50.0, 4)
        self.check("metasubject_observed", 50.0, 4, scope="class", class_id=self.class_9a.id)
        self.check("project_defence", 100.0, 2)

    def test_programmes(self):
        # of 9 points: 9 and 8 (89 %) comply, 7 (78 %) does not: 2 of 3 = 66.7 %
        self.fill("rubric_extra_programme", (9, 8, 7), programme_name="Шахматы")
        self.q1.action_calculate()
        self.check("programmes_observed", 200 / 3, 3)

    def test_the_school(self):
        # of 9 points: 9 are 100 %; 3 and 9 are 33.3 % and 100 %, in the middle 66.7 %
        self.fill("rubric_room", (9,))
        self.fill("rubric_self", (3, 9))
        self.q1.action_calculate()
        self.check("rooms_observed", 100.0, 1)
        self.check("vsoko_observed", 200 / 3, 2)
        self.assertFalse(self.figure("vsoko_observed", "class"))


@tagged("post_install", "-at_install")
class TestExpectedMonitoring(_Figures, AssessmentCase):
    """Figures of monitoring over works, each worked out by hand."""

    # 8, 6, 3 and 1 points: «5», «4», «3» and «2»; two pupils of 5А are absent
    POINTS = ("11123", "11112", "11010", "10000")

    def write_work(self, kind, day):
        work = self.make_work(self.class_5a, kind, day)
        work.action_start()
        self.enter(work, self.POINTS)

    def test_works_of_the_school(self):
        self.write_work("internal", "2025-10-08")
        self.q1.action_calculate()
        # two of four have «4–5»: 50 %
        self.check("level_monitoring", 50.0, 4)
        # Simonov: 1 + 0.64 + 0.36 + 0.16 = 2.16 of 4 = 54 %
        self.assertAlmostEqual(self.figure("learning_monitoring").value, 54.0)
        self.assertIs(self.figure("monitoring_results").value, False)

    def test_external_works(self):
        self.write_work("regional", "2025-10-08")
        self.write_work("niko", "2025-10-15")
        self.q1.action_calculate()
        # 2 of 4 twice: 4 of 8
        self.check("monitoring_results", 50.0, 8)
        self.assertIs(self.figure("level_monitoring").value, False)
