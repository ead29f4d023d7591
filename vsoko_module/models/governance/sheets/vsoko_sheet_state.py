from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date

from .vsoko_sheet import ADMINISTRATION


class VsokoSheet(models.Model):
    """The way of a sheet: self-assessment, check, commission, shown to the teacher, final."""

    _inherit = "vsoko.sheet"

    def action_hand_in(self):
        """The teacher has assessed the own work; a silent teacher does not stop the others."""
        self._check_filler()
        self._check_state("self")
        for sheet in self:
            sheet.line_ids._check_claims()
        self._store({"state": "checked", "return_reason": False})
        return self._toast(self.env._("Handed in to be checked"))

    def action_send(self):
        """Bring checked sheets before their commission."""
        self._check_administration()
        self._check_state("checked")
        today = fields.Date.context_today(self)
        for sheet in self:
            commission = sheet.commission_id
            if not commission or not commission._get_members(today):
                raise UserError(
                    self.env._(
                        "“%(name)s”: name a commission that has members today.",
                        name=sheet.display_name,
                    )
                )
        self._store({"state": "commission"})
        return self._toast(self.env._("Brought before the commission"))

    def action_decide(self):
        """The minutes are signed: freeze the points and show them to the teachers."""
        self._check_keeper()
        self._check_state("commission")
        for sheet in self:
            sheet._check_minutes(sheet.meeting_id)
        self._show()
        return self._toast(self.env._("Decided, the points are shown to the teachers"))

    def action_acknowledge(self):
        """The teacher has read what the commission decided."""
        self._check_own()
        self._check_state("acquainted")
        self._store({"acknowledged_at": fields.Datetime.now()})
        return self._toast(self.env._("Noted: you have read it"))

    def action_finish(self):
        """Nobody has appealed within the days of the scheme: the points are final."""
        self._check_administration()
        self._check_state("acquainted")
        today = fields.Date.context_today(self)
        for sheet in self:
            if sheet.appeal_until >= today:
                raise UserError(
                    self.env._(
                        "“%(name)s”: the teacher may appeal until %(day)s.",
                        name=sheet.display_name,
                        day=format_date(self.env, sheet.appeal_until),
                    )
                )
        self._store({"state": "final"})
        return self._toast(self.env._("The points are final"))

    def action_open_return(self):
        return self._open_saying("return", self.env._("Return the sheet"))

    def _return(self, reason):
        """Bring a sheet one step back; whoever reads it sees why."""
        self._check_administration()
        self._check_state("checked", "commission")
        reason = self._get_reason(reason)
        for sheet in self:
            before = {"checked": "self", "commission": "checked"}[sheet.state]
            sheet._store({"state": before, "return_reason": reason})

    def _open_saying(self, kind, title):
        self.ensure_one()
        self.check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_sheet_saying_action",
            title,
            context={"default_sheet_id": self.id, "default_kind": kind},
        )

    def _show(self):
        """Show the decided points to the teachers: the days of the appeal begin."""
        today = fields.Date.context_today(self)
        # The history is the program's; who shows the points has been checked.
        self.sudo().line_ids.change_ids.is_shown = True
        for sheet in self:
            sheet._store(
                {
                    "state": "acquainted",
                    "shown_date": today,
                    "acknowledged_at": False,
                    "minutes_text": (sheet.answer_meeting_id or sheet.meeting_id).display_name,
                }
            )

    def _check_minutes(self, meeting):
        """Raise UserError unless the commission has decided in signed minutes."""
        if meeting.state != "signed":
            raise UserError(
                self.env._(
                    "“%(name)s”: the commission decides in minutes: name the meeting, and sign its"
                    " minutes first.",
                    name=self.display_name,
                )
            )

    def _is_of_administration(self):
        return self.env.su or self.env.user.has_group(ADMINISTRATION)

    def _check_administration(self):
        self.check_access("read")
        if not self._is_of_administration():
            raise AccessError(self.env._("The administration does this."))

    def _check_own(self):
        """Raise AccessError unless the sheets are the user's own."""
        self.check_access("read")
        if not self.env.su and not all(sheet.is_own for sheet in self):
            raise AccessError(self.env._("The teacher whose sheet it is does this."))

    def _check_filler(self):
        """Raise AccessError unless the sheets are the user's own, or the administration helps."""
        self.check_access("read")
        if not self._is_of_administration():
            self._check_own()

    def _check_checker(self):
        """Raise unless the user checks these sheets now, none of them being the own one."""
        self._check_state("checked")
        self._check_foreign()
        if not all(sheet.is_led for sheet in self):
            self._check_administration()

    def _check_keeper(self):
        """Raise AccessError unless the user keeps the minutes of the commission."""
        self.check_access("read")
        if self.env.su:
            return
        if not all(sheet.is_kept for sheet in self):
            raise AccessError(self.env._("The chair or the secretary of the commission does this."))
        self._check_foreign()

    def _check_foreign(self):
        """Raise AccessError where one of the sheets is the user's own, whoever acts for him."""
        if any(sheet.is_own for sheet in self):
            raise AccessError(
                self.env._("It is your own sheet: somebody else checks it and decides on it.")
            )
