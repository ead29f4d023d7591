from odoo import fields, models
from odoo.exceptions import UserError


class VsokoSubmission(models.Model):
    """Sending: what must be so before an entry is locked, and what may follow afterwards."""

    _inherit = "vsoko.submission"

    def action_send(self):
        """Write down that the file was sent and lock the entry."""
        self._begin_signing()
        self.check_access("write")
        for entry in self:
            entry._check_sendable()
        for entry in self:
            entry._store(
                {
                    "state": "sent",
                    "date": entry.date or fields.Date.context_today(entry),
                    "sent_by_id": self.env.uid,
                    "sent_date": fields.Datetime.now(),
                }
            )
        return self._toast(self.env._("Noted as sent"))

    def _get_signed_text(self, person, moment):
        return self.env._(
            "“%(name)s” is sent already: %(person)s, %(date)s.",
            name=self.display_name,
            person=person,
            date=moment,
        )

    def action_correct(self):
        """Open a draft of the same file that will replace this one."""
        return self._follow_up({"name": self.name}, False)

    def action_withdraw(self):
        """Open a draft of the letter that withdraws what was sent."""
        name = self.env._("Withdrawal: %(name)s", name=self.name)
        return self._follow_up({"name": name}, True)

    def _follow_up(self, vals, is_withdrawal):
        self.ensure_one()
        if self.validity != "valid":
            raise UserError(self.env._("“%(name)s” is not in force.", name=self.name))
        self._take_turn()
        entry = self.correction_ids.filtered(
            lambda entry: entry.state == "draft" and entry.is_withdrawal == is_withdrawal
        )[:1]
        if not entry:
            entry = self.copy(vals)
            entry._store({"corrects_id": self.id, "is_withdrawal": is_withdrawal})
        return entry._open_records()

    def _check_sendable(self):
        """Raise unless the file is of approved figures, is up to date and says whom it goes to."""
        self.ensure_one()
        if not self.recipient or not self.channel:
            raise UserError(self.env._("Say to whom and how the file was sent."))
        if self.date and self.date > fields.Date.context_today(self):
            raise UserError(self.env._("The date of sending is in the future."))
        if self.corrects_id and self.corrects_id.validity != "valid":
            raise UserError(self.env._("“%(name)s” is not in force.", name=self.corrects_id.name))
        if self.is_withdrawal:
            return
        if not self.file_hash:
            raise UserError(self.env._("There is no file yet: make it first."))
        if self.is_preliminary:
            raise UserError(
                self.env._(
                    "The file is preliminary: its figures were not approved. Ask the director to"
                    " approve them and make the file anew."
                )
            )
        self._check_fresh()

    def _check_fresh(self):
        """Raise when the figures were reopened after the file had been made."""
        period = self.period_id
        if self.kind != "report" and (
            period.state != "approved" or period.version != self.period_version
        ):
            raise UserError(
                self.env._(
                    "The figures of %(period)s were reopened after the file had been made. Make"
                    " the file anew.",
                    period=period.display_name,
                )
            )
