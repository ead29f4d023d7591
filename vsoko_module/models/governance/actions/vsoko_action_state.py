from odoo import fields, models
from odoo.exceptions import AccessError, UserError

ADMINISTRATION = "vsoko_module.group_administration"


class VsokoAction(models.Model):
    """The way of an action: proposed, accepted, in work, done, measured, closed; or stopped.

    One step leads back: what was said to be done goes back to work, with the reason, as long as no
    figure has said what became of the problem.
    """

    _inherit = "vsoko.action"

    def action_accept(self):
        """The administration takes the promise: from now on it is not changed by the owner."""
        self._check_administration()
        self._check_state("proposed")
        for action in self:
            action._check_promise()
            action._keep_evidence()
        self._store({"state": "accepted"})
        self._remind_owner()
        return self._toast(self.env._("Accepted"))

    def action_start(self):
        self.check_access("write")
        self._check_state("accepted")
        self._check_worker()
        self._store({"state": "in_work"})
        return self._toast(self.env._("Taken in hand"))

    def action_finish(self):
        """Say that the measures are taken; the figures say later what became of the problem."""
        self.check_access("write")
        self._check_state("in_work")
        self._check_worker()
        for action in self:
            action._check_work()
        self._store({"state": "done", "done_date": fields.Date.context_today(self)})
        # The reminder was left by the program for the owner.
        self.sudo().activity_feedback(["mail.mail_activity_data_todo"])
        self._measure()
        return self._toast(self.env._("Noted: the measures are taken"))

    def action_open_return(self):
        """Ask why what was said to be done goes back to work."""
        self.ensure_one()
        self._check_returning()
        return self._open_action(
            "vsoko_module.vsoko_action_return_action", context={"default_action_id": self.id}
        )

    def _return(self, reason):
        """Take back that all is done; the reason stays in the history."""
        self._check_returning()
        self._store(
            {
                "state": "in_work",
                "done_date": False,
                "return_reason": self._get_reason(reason),
            }
        )
        self._remind_owner()

    def _check_returning(self):
        self.check_access("write")
        self._check_state("done")
        self._check_worker()

    def action_open_closing(self):
        return self._open_ending("close", self.env._("Close the action"))

    def action_open_stopping(self):
        return self._open_ending("stop", self.env._("Stop the action"))

    def _open_ending(self, kind, title):
        self.ensure_one()
        self._check_administration()
        return self._open_action(
            "vsoko_module.vsoko_action_ending_action",
            title,
            context={"default_action_id": self.id, "default_kind": kind},
        )

    def _close(self, reason):
        """Close what is measured, or say why it was not measured."""
        self._check_administration()
        self._check_state("done", "measured")
        if not self._is_judged():
            reason = self._get_reason(reason)
        self._end("closed", reason)

    def _stop(self, reason):
        self._check_administration()
        self._check_state("proposed", "accepted", "in_work", "done")
        self._end("stopped", self._get_reason(reason))

    def _end(self, state, reason):
        self._store(
            {
                "state": state,
                "ending": reason,
                "ended_by_id": self.env.uid,
                "ended_date": fields.Date.context_today(self),
            }
        )
        # As above: what is ended reminds nobody.
        self.sudo().activity_unlink(["mail.mail_activity_data_todo"])

    def _check_administration(self):
        self.check_access("write")
        if not self.env.user.has_group(ADMINISTRATION):
            raise AccessError(
                self.env._("Actions are accepted, closed and stopped by the administration.")
            )

    def _check_worker(self):
        """Raise AccessError unless the owner acts, or the administration."""
        if self.env.user.has_group(ADMINISTRATION):
            return
        if self.owner_id != self.env.user:
            raise AccessError(
                self.env._("The responsible of the action or the administration does this.")
            )

    def _check_promise(self):
        """Raise UserError when it is not said who does it by when and what will show it."""
        asked = ["owner_id", "deadline"] + ["target_period_id"] * bool(self.indicator_id)
        missing = [name for name in asked if not self[name]]
        if missing:
            labels = self.fields_get(missing, ["string"])
            raise UserError(
                self.env._(
                    "“%(name)s” is not accepted yet: say %(missing)s.",
                    name=self.name,
                    missing=", ".join(f"«{labels[name]['string']}»" for name in missing),
                )
            )

    def _check_work(self):
        """Raise UserError when a measure is not taken or nothing is said of the result."""
        waiting = self.measure_ids.filtered(lambda measure: not measure.is_done)
        if waiting:
            raise UserError(
                self.env._(
                    "“%(name)s”: these measures are not marked as done: %(measures)s. Mark them or"
                    " take them out.",
                    name=self.name,
                    measures="; ".join(waiting.mapped("name")),
                )
            )
        if not (self.result or "").strip():
            raise UserError(
                self.env._("“%(name)s”: write what was done, in “Result”.", name=self.name)
            )

    def _remind_owner(self):
        """Leave each owner one task with the deadline of the action."""
        for action in self.filtered(lambda action: action.state in ("accepted", "in_work")):
            # The program tells the owner, who reads the own action by the rules.
            reminded = action.sudo()
            reminded.activity_unlink(["mail.mail_activity_data_todo"])
            reminded.activity_schedule(
                "mail.mail_activity_data_todo",
                date_deadline=action.deadline,
                user_id=action.owner_id.id,
                summary=action.name,
            )

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s” is %(state)s: what was promised and what became of it stay as they are.",
            name=self.name,
            state=dict(self._fields["state"]._description_selection(self.env))[self.state].lower(),
        )
