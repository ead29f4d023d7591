from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

ADMINISTRATION = "vsoko_module.group_administration"


class VsokoRoute(models.Model):
    """The way of a route: draft, under way, closed; and what follows from each step."""

    _inherit = "vsoko.route"

    def action_offer(self):
        """Show the drafts to the families, each the part of its own child, and ask for consent."""
        self.check_access("write")
        for route in self:
            route._check_state("draft")
            route._check_parts()
        self._store({"offered_date": fields.Date.context_today(self)})
        return self._toast(self.env._("Shown to the families"))

    def action_start(self):
        self.check_access("write")
        for route in self:
            route._check_state("draft")
            route._check_ready()
        self._store({"state": "active"})
        self._follow_works()
        return self._toast(self.env._("Noted as begun"))

    def action_close(self):
        """Close what is under way: what became of the goals is found once and stays."""
        self.check_access("write")
        self._take_turn()
        for route in self:
            route._check_state("active")
            route._store(
                {
                    "state": "closed",
                    "result": route._get_result(),
                    "closed_date": fields.Date.context_today(route),
                }
            )
            route._learn()
        self._follow_list()
        return self._toast(self.env._("Noted as closed"))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_begun(self):
        if any(route.state != "draft" for route in self):
            raise UserError(self.env._("A route that has begun is closed and not deleted."))

    def unlink(self):
        students = self.member_ids.student_id
        done = super().unlink()
        self.env["vsoko.risk"]._follow_students(students)
        return done

    def _check_ready(self):
        """Raise UserError when pupils, goals, steps or the consent of the family are missing.

        Lessons of a group in the programme need no consent; a route of one pupil and one for
        special needs do (art. 55 of 273-ФЗ for adapted programmes).
        """
        self._check_parts()
        if len(self.member_ids) > 1 and self.kind != "special":
            return
        # Who may start the route sees whether the family agreed, if not the paper itself.
        missing = self.member_ids.filtered(lambda one: not one.sudo().consent_id.is_in_force)
        if missing:
            raise UserError(
                self.env._(
                    "The consent of the family is missing or not in force: %(names)s. Enter it in"
                    " the register of consents and name it beside the pupil.",
                    names=", ".join(missing.student_id.mapped("name")),
                )
            )

    def _check_parts(self):
        if not all((self.member_ids, self.goal_ids, self.step_ids)):
            raise UserError(self.env._("A route begins with pupils, a goal and a step."))

    def _get_result(self):
        # Of a group everybody's progress decides, whoever of it the user may see.
        states = self.sudo().goal_ids.progress_ids.mapped("state")
        judged = [state for state in states if state in ("reached", "not_reached")]
        if not judged:
            return "unknown"
        if set(states) == {"reached"}:
            return "reached"
        return "partly" if "reached" in judged else "not_reached"

    def _learn(self):
        """Propose the steps of what worked that are not from the bank, for the bank."""
        # The bank is the administration's; what is proposed is not shown before it was read.
        Measure = self.env["vsoko.measure"].sudo().with_context(active_test=False)
        for step in self.sudo().step_ids.filtered(
            lambda step: step.is_done and step.goal_id and not step.measure_id
        ):
            if not step.goal_id._has_worked():
                continue
            vals = {
                "name": step.name,
                "company_id": step.company_id.id,
                "subject_id": step.goal_id.subject_id.id,
                "content_id": step.goal_id.content_id.id,
            }
            known = Measure.search([(name, "=", value) for name, value in vals.items()], limit=1)
            measure = known or Measure.create(
                {**vals, "form": step.form, "hours": step.hours, "is_shown": False}
            )
            with self._past_lock():
                step.measure_id = measure

    def _log_changes(self, names, what):
        """Keep in the log what is changed in routes under way."""
        changed = self.filtered(lambda route: route.state == "active")
        self.env["vsoko.route.correction"].create(
            [
                {"route_id": route.id, "name": f"{name}: {what}"}
                for route in changed
                for name in names
            ]
        )

    def _follow_members(self, students):
        """Pupils who joined get the rows of the goals and are helped from now on."""
        self.goal_ids._make_progress(students)
        self._follow_works()
        self._follow_list()

    def _follow_works(self):
        """Find what the works so far say of routes under way."""
        self.env["vsoko.route.progress"]._refresh(SQL("route.id = ANY(%s)", self.ids))

    def _follow_list(self):
        self.env["vsoko.risk"]._follow_students(self.member_ids.student_id)
