from odoo.fields import Command

from .evidence.common import VECTOR
from .evidence.pupil_lines import pupil_lines
from .evidence.survey_case import Surveys

STAFF_LINES = {
    "education": {"diploma": "1"},
    "attestation": {"category": "first", "date": "2024-01-15"},
    "course": {"topic": "ФГОС", "hours": 72, "date_end": "2024-01-15"},
    "experience": {
        "date_from": "2010-09-01",
        "gap_ids": [Command.create({"date_from": "2015-01-15"})],
    },
    "event": {"kind": "speech", "name": "Доклад", "date": "2025-10-01"},
}


class EvidenceRecords(Surveys):
    """Facts for the test of doors: of each kind that is ever locked a locked and an open one."""

    @classmethod
    def _make_surveys(cls):
        """Make a campaign whose results are announced, one that collects and a draft."""
        cls.prepare_surveys()
        announced = cls.make_campaign()
        cls.fill(announced, cls.class_5a, 6, 0, 1, 0, 0)
        announced.action_close()
        announced.action_publish()
        cls.make_campaign()
        cls.make_campaign(is_open=False)

    @classmethod
    def _make_registers(cls, by):
        """Make a checked and an open line of each register of staff."""
        for name, vals in STAFF_LINES.items():
            checked, _open = cls.env[f"vsoko.staff.{name}"].create(
                [{"teacher_id": teacher.id, **vals} for teacher in cls.teachers[1:3]]
            )
            checked.with_user(by).action_check()

    @classmethod
    def _make_pupil_lines(cls):
        """Make a checked and an open line of each register of pupils."""
        places = ((cls.students[0], cls.class_5a), (cls.students[6], cls.class_5b))
        checked, still_open = (pupil_lines(*place, "2025-10-10") for place in places)
        for name, vals in checked.items():
            # who checks which register has tests of its own
            cls.env[name].create(vals).sudo().action_check()
            cls.env[name].create(still_open[name])
        # of fewer than five examined nothing is counted
        cls.env["vsoko.health"].create(
            [
                {"student_id": pupil.id, "date": "2025-10-10", "health_group": "2"}
                for pupil in cls.students[1:5]
            ]
        )

    @classmethod
    def _make_locked_work(cls):
        element = cls.env["vsoko.content.element"].create(
            {"code": "1", "name": "Дроби", "subject_id": cls.math.id, "company_id": cls.first.id}
        )
        test = cls.make_test()
        test.task_ids.content_ids = element
        council = cls.users["methodical_council"]
        test.action_send_to_expertise()
        cls.env["vsoko.test.expertise"].create({"test_id": test.id, "conclusion": "approve"})
        test.with_user(council).action_approve()
        work = cls.make_work(cls.class_5a | cls.class_5b, test=test)
        work.action_start()
        cls.enter(work, VECTOR)
        cls.env["vsoko.assessment.aggregate"].create(
            [
                {"assessment_id": work.id, "level": "region", "name": "Регион"},
                {
                    "assessment_id": work.id,
                    "level": "school",
                    "name": "Школа",
                    "participants": 2,
                    "basic": 50,
                },
            ]
        )
        work.action_close()
        rubric = cls._make_rubric()
        rubric.action_approve()
        sheet = cls._make_sheet(rubric)
        sheet.answers = {criterion.key: {"points": 1} for criterion in rubric._get_criteria()}
        sheet.action_complete()

    @classmethod
    def _make_rubric(cls):
        """Return a draft of a rubric of the first school about the school itself."""
        return cls.env["vsoko.rubric"].create(
            {
                "name": "Своя",
                "company_id": cls.first.id,
                "kind": "self",
                "about": "school",
                "criterion_ids": [Command.create({"name": "Акты", "levels": "нет\nда"})],
                "level_ids": [Command.create({"name": "Высокий", "min_percent": 80})],
            }
        )

    @classmethod
    def _make_sheet(cls, rubric):
        vals = {"rubric_id": rubric.id, "date": "2025-10-01"}
        return cls.env["vsoko.observation"].create(vals)

    @classmethod
    def _make_locked_form(cls):
        sets = cls.env["vsoko.data.set"].search([("company_id", "=", cls.first.id)])
        sets.date_from = cls.year.date_start
        sets._make_forms()
        forms = cls.env["vsoko.data.form"].search([("period_id", "=", cls.year_period.id)], limit=2)
        for form in forms:
            element, cell = form._get_cells()[form][0]
            form.save_values([{"element": element.id, "cell": cell, "value": 1}])
            form._keep_reopening("reopened", "Ошибка", form.due_date)
        forms[0]._store({"state": "locked"})
