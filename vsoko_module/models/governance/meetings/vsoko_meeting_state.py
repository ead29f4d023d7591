from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date


class VsokoMeeting(models.Model):
    """The way of a meeting: planned, invited, held, minutes, signed; or called off before it is
    held."""

    _inherit = "vsoko.meeting"

    def action_invite(self):
        """Call the members of the day, invite them by the calendar and freeze the materials."""
        self.check_access("write")
        for meeting in self:
            meeting._take_turn()
            meeting._check_state("planned")
            meeting._check_agenda()
            meeting._call_roll()
            if not meeting.attendance_ids:
                raise UserError(
                    self.env._(
                        "“%(name)s” has no members on this day: fill in the list of the body.",
                        name=meeting.body_id.name,
                    )
                )
            meeting.item_ids.material_ids._freeze()
            meeting._put_into_calendar()
            meeting._store({"state": "invited", "invited_date": fields.Datetime.now()})
        return self._toast(self.env._("People invited"), len(self.attendance_ids))

    def action_recall(self):
        """Take the invitations back: the day or the agenda is another one."""
        self.check_access("write")
        for meeting in self:
            meeting._check_state("invited")
            meeting._take_out_of_calendar(
                self.env._("The invitation is taken back: %(name)s", name=meeting.display_name),
                self.env._("The day or the agenda will be another one; you will be invited anew."),
            )
            meeting._store({"state": "planned", "invited_date": False})
        return self._toast(self.env._("Invitations taken back"))

    def action_call_off(self):
        """Ask why the meeting does not take place."""
        self.ensure_one()
        self.check_access("write")
        self._check_state("invited")
        return self._open_action(
            "vsoko_module.vsoko_meeting_cancellation_action",
            context={"default_meeting_id": self.id},
        )

    def _call_off(self, reason):
        """Say that the meeting does not take place, and why, also to whoever was invited."""
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        self._check_state("invited")
        reason = self._get_reason(reason)
        self._take_out_of_calendar(
            self.env._("The meeting is called off: %(name)s", name=self.display_name), reason
        )
        self._store({"state": "cancelled", "cancel_reason": reason})

    def action_plan_again(self):
        """Plan a meeting that was called off anew, with its agenda."""
        self.check_access("write")
        for meeting in self:
            meeting._check_state("cancelled")
            meeting._store({"state": "planned", "invited_date": False, "cancel_reason": False})
        return self._toast(self.env._("Planned anew"))

    def _check_agenda(self):
        if not self.item_ids:
            raise UserError(self.env._("Put at least one question into the agenda."))

    def action_hold(self):
        """Take the roll as it is, and say by the rule of today whether there is a quorum."""
        self.check_access("write")
        for meeting in self:
            meeting._take_turn()
            meeting._check_state("planned", "invited")
            meeting._check_agenda()
            meeting._check_roll()
            meeting._store({"state": "held", **meeting._prepare_roll()})
            meeting._remind_of_minutes()
        return self._toast(self.env._("Noted as held"))

    def _check_roll(self):
        """Raise UserError when the day is to come, or nobody has said who was there."""
        if self._get_day() > fields.Date.context_today(self):
            raise UserError(self.env._("The day of the meeting is still to come."))
        if not self.attendance_ids:
            self._call_roll()
        unknown = self.attendance_ids.filtered(lambda line: not line.presence)
        if unknown or not self.attendance_ids:
            raise UserError(
                self.env._(
                    "Say for each member whether he or she was present: %(names)s.",
                    names=", ".join(unknown.mapped("name")) or self.body_id.name,
                )
            )
        if not (self.chair_id and self.secretary_id):
            raise UserError(self.env._("Name the chair and the secretary of the meeting."))

    def _remind_of_minutes(self):
        """Leave the secretary a task with the day when the minutes are due."""
        # The task is the program's; the secretary is one of the members of the body.
        meeting = self.sudo()
        user = meeting.secretary_id.user_id
        if user and user._is_internal():
            told = meeting.with_context(lang=user.lang)
            told.activity_schedule(
                "mail.mail_activity_data_todo",
                date_deadline=self._get_day() + timedelta(days=meeting.body_id.minutes_days),
                summary=told.env._("Sign the minutes of the meeting"),
                user_id=user.id,
            )

    def action_check_minutes(self):
        """Say that the minutes are written; the chair and the secretary look at them."""
        self.check_access("write")
        for meeting in self:
            meeting._check_state("held")
            meeting._check_minutes()
            meeting._store({"state": "minutes_draft"})
        return self._toast(self.env._("The minutes may be checked"))

    def action_write_on(self):
        """Go on writing the minutes."""
        self.check_access("write")
        for meeting in self:
            meeting._check_state("minutes_draft")
            meeting._store({"state": "held"})
        return self._toast(self.env._("Opened for changes"))

    def _check_minutes(self):
        """Raise UserError when a question has no outcome, or a resolution nobody's vote."""
        for item in self.item_ids:
            if problem := item._get_problem():
                raise UserError(
                    self.env._(
                        "Question %(place)s, “%(name)s”: %(problem)s",
                        place=item.place,
                        name=item.name,
                        problem=problem,
                    )
                )

    def action_sign(self):
        """Sign the minutes: they get the next number of the body and the year, and are locked."""
        self.check_access("write")
        self._begin_signing()
        for meeting in self:
            meeting._check_state("minutes_draft")
            meeting._check_minutes()
            if not meeting.year_id:
                raise UserError(
                    self.env._(
                        "%(date)s is in no school year: minutes are numbered by school years.",
                        date=format_date(self.env, meeting._get_day()),
                    )
                )
        self._give_numbers()
        self._store(
            {
                "state": "signed",
                "signed_by_id": self.env.uid,
                "signed_date": fields.Datetime.now(),
            }
        )
        # The tasks and resolutions of what was signed just now.
        self.sudo().activity_unlink(["mail.mail_activity_data_todo"])
        self.resolution_ids._adopt()
        return self._toast(self.env._("Signed and closed for changes"))
