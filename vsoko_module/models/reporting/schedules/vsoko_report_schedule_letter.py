from odoo import fields, models


class VsokoReportSchedule(models.Model):
    """Letters: a link to the report and nothing of what is in it.

    A mailbox is outside the school, so neither figures nor names of people are written.
    """

    _inherit = "vsoko.report.schedule"

    send_to_concerned = fields.Boolean(
        string="Whom it concerns",
        help="The class teacher gets the report of the own class, the head that of the"
        " association, a teacher the own one",
    )

    def _get_recipients(self):
        """Return the partners of all addressees who have an address."""
        # as in `_get_members`
        members = self._get_members(self.sudo().recipient_group_ids)
        partners = self.recipient_partner_ids | (self.recipient_user_ids | members).partner_id
        return partners.filtered("email")

    def _get_members(self, groups):
        """Return the users of the school who have one of the roles."""
        # Groups are readable by administrators of the database alone, but who is in the roles of
        # this addon is no secret from the administration of the school, who sets the schedule.
        return groups.sudo().all_user_ids.filtered(
            lambda user: user.active and self.company_id in user.company_ids
        )

    def _announce(self):
        """Write one letter to the common addressees about all that they have not heard of."""
        # The history is written by the program alone.
        runs = self.env["vsoko.report.schedule.run"].sudo()
        runs = runs.search(
            [
                ("schedule_id", "=", self.id),
                ("state", "=", "done"),
                ("report_id", "!=", False),
                ("is_announced", "=", False),
            ],
            order="id",
        )
        recipients = self._get_recipients()
        if runs and recipients:
            self._queue_letter(runs.report_id, recipients)
        runs.is_announced = True

    def _write_to_concerned(self, report, planned):
        """Write to the person whom the report concerns; return what the history should say."""
        path = self.send_to_concerned and self._get_kind().concerned
        if not path:
            return ""
        user = report.mapped(path).user_id
        if not (user.active and user.email):
            return self.env._("Nobody got the letter: the person or the address is not known.")
        self._queue_letter(report, user.partner_id)
        return ""

    def _queue_letter(self, reports, recipients):
        language = {"lang": self.user_id.lang}
        body = (
            self.env["ir.qweb"]
            .with_context(**language)
            ._render("vsoko_module.report_schedule_letter", self._prepare_letter(reports))
        )
        # The queue of letters belongs to the server; the letter has no data of the school.
        self.env["mail.mail"].sudo().create(
            {
                "subject": self.with_context(**language)._get_letter_title(),
                "body_html": body,
                "recipient_ids": [(6, 0, recipients.ids)],
                "author_id": self.user_id.partner_id.id,
                "auto_delete": True,
            }
        )

    def _get_letter_title(self):
        return self.env._("VSOKO: a new report is ready")

    def _prepare_letter(self, reports):
        kinds = dict(self._selection_type())
        report = reports[:1]
        return {
            "kind": kinds[report.type],
            "period": report.period_id.display_name,
            "school": self.company_id.name,
            "links": [
                {
                    "url": f"{self.get_base_url()}/odoo/vsoko-reports/{report.id}",
                    "name": report._get_about_name()
                    if report._get_kind().is_named_in_letters
                    else "",
                }
                for report in reports
            ],
        }
