from odoo import models


class VsokoReportSchedule(models.Model):
    _inherit = "vsoko.report.schedule"

    def _get_recipients(self):
        """Return the partners of all addressees who have an address."""
        # Groups are readable by administrators of the database alone, but who is in the roles of
        # this addon is no secret from the administration of the school, who sets the schedule.
        members = self.sudo().recipient_group_ids.all_user_ids.filtered(
            lambda user: user.active and self.company_id in user.company_ids
        )
        partners = self.recipient_partner_ids | (self.recipient_user_ids | members).partner_id
        return partners.filtered("email")

    def _send_letter(self, report):
        """Queue the letter: a link to the report and nothing of what is in it.

        A mailbox is outside the school, so neither figures nor names of people are written.
        """
        recipients = self._get_recipients()
        if not recipients:
            return
        language = {"lang": self.user_id.lang}
        schedule = self.with_context(**language)
        body = (
            self.env["ir.qweb"]
            .with_context(**language)
            ._render("vsoko_module.report_schedule_letter", schedule._prepare_letter(report))
        )
        # The queue of letters belongs to the server; the letter has no data of the school.
        self.env["mail.mail"].sudo().create(
            {
                "subject": schedule._get_subject(),
                "body_html": body,
                "recipient_ids": [(6, 0, recipients.ids)],
                "author_id": self.user_id.partner_id.id,
                "auto_delete": True,
            }
        )

    def _get_subject(self):
        return self.env._("VSOKO: a new report is ready")

    def _prepare_letter(self, report):
        kinds = dict(self._selection_type())
        return {
            "kind": kinds[report.type],
            "period": report.period_id.display_name,
            "school": self.company_id.name,
            "url": f"{self.get_base_url()}/odoo/vsoko-reports/{report.id}",
        }
