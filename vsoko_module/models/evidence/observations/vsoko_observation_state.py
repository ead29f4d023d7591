from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .vsoko_observation import COUNTED


class VsokoObservation(models.Model):
    """The way of a sheet: filled by the expert, complete, read by the teacher, closed."""

    _inherit = "vsoko.observation"

    def action_complete(self):
        """Lock the sheets; their results count and the teachers who were seen may read them."""
        self.check_access("write")
        self._begin_signing()
        for sheet in self:
            sheet._check_complete()
        self._store(
            {
                "state": "complete",
                "completed_by_id": self.env.uid,
                "completed_date": fields.Datetime.now(),
            }
        )
        self._tell_teachers()
        return self._toast(self.env._("Completed and closed for changes"))

    def _check_complete(self):
        """Raise UserError when the day is to come or a mandatory criterion has no answer."""
        if self.date > fields.Date.context_today(self):
            raise UserError(self.env._("The day of the sheet is still to come."))
        if not self.answers:
            raise UserError(self.env._("Nothing is answered yet."))
        missing = self._get_outcome().missing
        if missing:
            raise UserError(
                self.env._(
                    "Give points or “not applicable” to each mandatory criterion. Without an"
                    " answer: %(names)s.",
                    names="; ".join(missing),
                )
            )

    def _tell_teachers(self):
        """Leave the teacher who was seen a note that the sheet may be read."""
        for sheet in self:
            # Whom a card belongs to is asked only to leave a note there.
            user = sheet.sudo().teacher_id.user_id
            if user and user != sheet.expert_id:
                # As said; the teacher may read the complete sheet by the rules.
                told = sheet.sudo().with_context(lang=user.lang)
                told.activity_schedule(
                    "mail.mail_activity_data_todo",
                    user_id=user.id,
                    summary=told.env._("Sheet of an expert: you may read it and answer"),
                )

    def action_withdraw(self):
        """Take complete sheets out of the figures; what was wrong is filled in a new one."""
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Complete sheets are withdrawn by the administration."))
        self.check_access("write")
        if any(sheet.state not in COUNTED for sheet in self):
            raise UserError(self.env._("Only a complete sheet is withdrawn."))
        self._store({"state": "withdrawn"})
        return self._toast(self.env._("Withdrawn from the figures"))

    def action_close(self):
        """Nothing more is to be done about these sheets: whoever was seen has read them."""
        self.check_access("write")
        for sheet in self:
            if sheet.state not in ("complete", "acquainted"):
                raise UserError(self.env._("Only a complete sheet is closed."))
            if sheet.state == "complete" and sheet._awaits_teacher():
                raise UserError(
                    self.env._(
                        "%(teacher)s has not read the sheet yet.", teacher=sheet.teacher_id.name
                    )
                )
        self._store({"state": "closed"})
        return self._toast(self.env._("Noted as closed"))

    def _awaits_teacher(self):
        """Whether there is a teacher at work with an account who may still read the sheet."""
        # Only asked whether there is somebody; of the card nothing is told.
        teacher = self.sudo().teacher_id
        left = teacher.date_left
        is_gone = left and left <= fields.Date.context_today(self)
        return bool(teacher.active and teacher.user_id and not is_gone)

    def action_open_reading(self):
        """Ask the teacher who was seen for an opinion, which may be empty."""
        self.ensure_one()
        self._check_reader()
        return self._open_action(
            "vsoko_module.vsoko_observation_reading_action",
            context={"default_observation_id": self.id},
        )

    def _acknowledge(self, answer, opinion):
        """Keep that the teacher has read the sheet, and what the teacher says to it."""
        self.ensure_one()
        self._check_reader()
        if self.acknowledged_date:
            raise UserError(self.env._("You have answered this sheet already."))
        if answer == "own_opinion" and not (opinion or "").strip():
            raise UserError(self.env._("Write down your own opinion."))
        self._store(
            {
                "state": "acquainted",
                "acknowledged_date": fields.Datetime.now(),
                "teacher_answer": answer,
                "teacher_opinion": opinion or False,
            }
        )
        # The note was left by the program for this user.
        self.sudo().activity_feedback(["mail.mail_activity_data_todo"])

    def _check_reader(self):
        """Raise AccessError unless the user is the teacher whom a complete sheet is about."""
        self.check_access("read")
        # Only compared: the own card.
        if self.state not in COUNTED or self.sudo().teacher_id.user_id != self.env.user:
            raise AccessError(
                self.env._("The teacher whom a complete sheet is about answers it, nobody else.")
            )
