from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .vsoko_data_form import CLOSED_STATES

# so many problems are named when a form cannot be completed
MOST_NAMED = 8


class VsokoDataForm(models.Model):
    """The way of a form: filled in, complete, checked, closed; given back with a reason."""

    _inherit = "vsoko.data.form"

    def action_complete(self):
        """Say that what is blank is blank on purpose; the first time decides on being in time."""
        for form in self:
            form._check_filler()
            form._take_turn()
            form._check_open()
            form._recount()
            form._check_completable()
            form._store({"state": "complete", **form._prepare_first_completion()})
            form._after_completion()
        return self._toast(self.env._("Completed and closed for changes"))

    def _prepare_first_completion(self):
        vals = {"completed_by_id": self.env.uid, "reopened_until": False}
        if self.completed_date:
            return vals
        last_day = self.due_date + timedelta(days=self.set_id.timely_days)
        in_time = fields.Date.context_today(self) <= last_day
        return vals | {
            "completed_date": fields.Datetime.now(),
            "first_completeness": self.completeness,
            "timely": "yes" if in_time else "no",
        }

    def _check_completable(self):
        """Raise UserError that names what keeps the form from being complete."""
        problems = self._get_completion_problems() + self._get_blocking_problems()
        if problems:
            named = problems[:MOST_NAMED]
            if len(problems) > MOST_NAMED:
                rest = len(problems) - MOST_NAMED
                named.append(self.env._("… and %(count)s more", count=rest))
            raise UserError("\n".join([self.env._("The form is not complete:"), *named]))

    def _get_completion_problems(self):
        """Return in words which cells are still to be answered or confirmed."""
        compulsory = self.set_id.compulsory_ids if self.set_id.completion == "compulsory" else None
        copied = {(one.element_id, one.cell) for one in self.value_ids if one.state == "copied"}
        problems = [
            self._name_cell(element, cell)
            + (self.env._(": copied, not confirmed") if (element, cell) in copied else "")
            for element, cell in self._get_waiting()
            if compulsory is None or element in compulsory or (element, cell) in copied
        ]
        return problems + [
            self.env._("%(cell)s: a file is to be attached", cell=value._get_cell_name())
            for value in self.value_ids
            if value.element_id.evidence == "required"
            and value.state != "excused"
            and not value.attachment_ids
        ]

    def _name_cell(self, element, cell):
        return " — ".join(filter(None, [element.name, self._get_member_name(cell)]))

    def _get_blocking_problems(self):
        """Return in words what else keeps the form from being complete; rules add to it."""
        self.ensure_one()
        return []

    def _after_completion(self):
        """Called when a form was completed; later rooms add what follows from its values."""

    def action_check(self):
        """Say that somebody else has looked at the form."""
        for form in self:
            form._check_checker()
            if form.state != "complete":
                raise UserError(self.env._("Only a complete form is checked."))
            if form.completed_by_id == self.env.user:
                raise UserError(self.env._("Somebody else checks what you have filled in."))
            form._store(
                {
                    "state": "checked",
                    "checked_by_id": self.env.uid,
                    "checked_date": fields.Datetime.now(),
                }
            )
        return self._toast(self.env._("Noted as checked"))

    def _check_checker(self):
        """Raise AccessError unless the user checks the form, or the administration when nobody
        is named."""
        self.check_access("read")
        named = self.checker_id
        if self.env.su or self.env.user == named:
            return
        if named or not self._is_of_administration():
            raise AccessError(
                self.env._(
                    "This form is checked by %(name)s.",
                    name=named.name or self.env._("the administration"),
                )
            )

    def _give_back(self, reason, until):
        """Let a closed form be filled in again: the checker returns what is complete, the
        administration opens anything until a day. What was there stays in the history."""
        self.ensure_one()
        is_return = self.state == "complete" and not until
        if is_return:
            self._check_checker()
        elif not self._is_of_administration():
            raise AccessError(self.env._("Only the administration opens a form again."))
        self._take_turn()
        if self.state not in CLOSED_STATES:
            raise UserError(self.env._("The form is open already."))
        self._check_until(is_return, until)
        self._keep_reopening("returned" if is_return else "reopened", reason, until)
        self._store(
            {
                "state": "returned" if is_return else "filling",
                "reopened_until": until,
                "checked_by_id": False,
                "checked_date": False,
            }
        )

    def _check_until(self, is_return, until):
        if not is_return and (not until or until < fields.Date.context_today(self)):
            raise UserError(self.env._("Say until when the form is open, today or later."))

    def _keep_reopening(self, kind, reason, until):
        # The log is written by this method alone; the right was checked by the caller.
        self.env["vsoko.data.reopening"].sudo().create(
            {
                "form_id": self.id,
                "kind": kind,
                "reason": self._get_reason(reason),
                "until": until,
                "user_id": self.env.uid,
                "date": fields.Datetime.now(),
            }
        )

    def _is_reopening_over(self):
        today = fields.Date.context_today(self)
        return bool(self.reopened_until) and self.reopened_until < today

    def action_give_back(self):
        """Ask for the reason before the form is given back."""
        self.ensure_one()
        self.check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_data_form_reopen_action", context={"default_form_id": self.id}
        )

    @api.model
    def _lock_checked(self):
        """Close what was checked and whose days after the due day are over."""
        today = fields.Date.context_today(self)
        checked = self.search([("state", "=", "checked"), ("set_id.lock_days", ">", 0)])
        over = checked.filtered(
            lambda form: form.due_date + timedelta(days=form.set_id.lock_days) < today
        )
        over._store({"state": "locked"})


class VsokoDataValue(models.Model):
    _inherit = "vsoko.data.value"

    def _get_cell_name(self):
        return self.form_id._name_cell(self.element_id, self.cell)
