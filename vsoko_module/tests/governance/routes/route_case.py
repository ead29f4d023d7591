from odoo.fields import Command

from ...analysis.risks.risk_case import RiskCase


class RouteCase(RiskCase):
    """Two elements that a work of the first quarter has checked, three points each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        base = {"subject_id": cls.math.id, "company_id": cls.env.company.id}
        cls.shares, cls.percents = cls.env["vsoko.content.element"].create(
            [{"code": "2.1", "name": "Дроби", **base}, {"code": "2.2", "name": "Проценты", **base}]
        )
        # tasks of 1, 1, 1 points and of 2 and 3
        cls.test.task_ids[:3].content_ids = [Command.set(cls.shares.ids)]
        cls.test.task_ids[3:].content_ids = [Command.set(cls.percents.ids)]
        # of 5А: the first has missed both, the second the percents, the third nothing
        cls.write_work(cls.work, ["00000", "11100", "11123", "11123", "11123", "11123"])
        cls.teacher = cls.users["teacher"]

    @classmethod
    def make_route(cls, pupil=None, by=None):
        action = (pupil or cls.first).with_user(by or cls.teacher).action_make_route()
        return cls.env["vsoko.route"].browse(action["res_id"])

    @classmethod
    def agree(cls, route):
        for member in route.member_ids:
            member.consent_id = cls.env["vsoko.consent"].create(
                {
                    "student_id": member.student_id.id,
                    "kind": "route",
                    "date": "2025-11-01",
                    "given_by": "Мать",
                }
            )

    @classmethod
    def start(cls, route):
        cls.agree(route)
        route.action_start()
        return route

    @classmethod
    def check_work(cls, rows, day="2025-12-01", test=None):
        work = cls.make_work(cls.class_5a, day=day, test=test)
        work.action_start()
        cls.write_work(work, rows)
        return work

    @classmethod
    def write_work(cls, work, rows):
        """Give the first pupils points; the others were not there."""
        cls.enter(work, rows)
        work.result_ids.filtered(lambda one: one.attendance != "present").attendance = "absent"
        work.action_close()
