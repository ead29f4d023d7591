from datetime import timedelta

from odoo import models
from odoo.fields import Domain

# kind of route, how it is held, hours, what to do
_MEASURES = [
    ("deficit", "group", 1.0, "Десять коротких заданий с ответами и разбором ошибок"),
    ("deficit", "single", 0.5, "Разбор своей работы вместе с учителем"),
    ("missed", "remote", 1.0, "Конспект пропущенной темы и три задания по нему"),
    ("gifted", "home", 2.0, "Задача недели повышенного уровня"),
]


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_routes(self, year, users):
        """Make a bank of measures and routes: finished, under way, of a group, and one about which
        a family is asked."""
        self.env["vsoko.measure"].create(
            [
                {"kind": kind, "form": form, "hours": hours, "name": name}
                for kind, form, hours, name in _MEASURES
            ]
        )
        rows = self._get_gaps(year)
        own = rows.student_id.filtered(lambda one: users["parent"].partner_id in one.guardian_ids)
        checked = rows.filtered(lambda row: row.works > 1 and row.student_id not in own)
        by_pupil = checked.grouped("student_id")
        pupils = sorted(by_pupil, key=lambda pupil: (-len(by_pupil[pupil]), pupil.id))[:2]
        routes = [
            self._begin_route(pupil, by_pupil[pupil].subject_id, year, users["deputy"])
            for pupil in pupils
        ]
        routes[0].step_ids.action_done()
        routes[0].action_close()
        self._begin_group(rows, year, users["deputy"])
        # The school of a release is small: nothing may be told of the children of the account.
        for pupil in own[:1]:
            self._draft_route(pupil, users["deputy"]).action_offer()

    def _get_gaps(self, year):
        """Return what single pupils have not mastered, with enough points to begin a route."""
        return self.env["vsoko.mastery"].search(
            Domain("year_id", "=", year.id)
            & Domain("state", "=", "not_reached")
            & Domain("student_id", "!=", False)
            & Domain("max_points", ">=", 3)
        )

    def _get_first_work_day(self, pupil, year):
        """Return the day after the first work of the pupil: works before and after it can be
        compared."""
        work = self.env["vsoko.assessment"].search(
            Domain("year_id", "=", year.id)
            & Domain("state", "in", ("closed", "analysed"))
            & Domain("result_ids.student_id", "=", pupil.id),
            order="date",
            limit=1,
        )
        return work.date + timedelta(days=1)

    def _begin_route(self, pupil, subjects, year, user):
        day = self._get_first_work_day(pupil, year)
        route = self._draft_route(pupil, user, subjects, default_date_start=day)
        self._forget_later_works(route)
        route.member_ids.consent_id = self.env["vsoko.consent"].create(
            {"student_id": pupil.id, "kind": "route", "date": day, "given_by": "Мать"}
        )
        route.action_start()
        return route.with_user(user)

    def _draft_route(self, pupil, user, subjects=None, **defaults):
        action = pupil.with_user(user).with_context(**defaults)._make_route(subjects)
        route = self.env["vsoko.route"].browse(action["res_id"])
        route.aim = "Уверенно выполнять задания, которые пока не получаются"
        return route

    def _forget_later_works(self, route):
        """A draft keeps where pupils stand on the day it is made; this one is told as made earlier:
        its beginning is found by the works before it."""
        route.goal_ids.progress_ids.start_percent = False

    def _begin_group(self, rows, year, user):
        """Begin a route of the first few pupils of one class with one deficit."""
        groups = rows.grouped(lambda row: (row.class_id, row.content_id, row.skill_id))
        group = next(one for one in groups.values() if 3 <= len(one.student_id) <= 6)
        day = self._get_first_work_day(group.student_id[:1], year)
        action = group.with_user(user).with_context(default_date_start=day).action_make_route()
        route = self.env["vsoko.route"].browse(action["res_id"])
        self._forget_later_works(route)
        route.action_start()
        route.step_ids[:1].action_done()

    def _create_training(self, year, users):
        """Find directions of training, and plan what a teacher has asked for."""
        Need = self.env["vsoko.training.need"]
        Need._refresh(year)
        teacher = self.env["vsoko.teacher"].search([("user_id", "=", users["teacher"].id)], limit=1)
        request = Need.create(
            {
                "teacher_id": teacher.id,
                "theme": "Формирующее оценивание на уроке",
                "way": "mentor",
                "due_date": year.date_end,
            }
        )
        request.with_user(users["deputy"]).action_plan()
