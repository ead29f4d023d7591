from odoo import models


class MailThread(models.AbstractModel):
    """Nobody sends on a file that is closed to him, not even with a letter about its own report.

    Odoo asks for the right to attachments of other records alone.
    """

    _inherit = "mail.thread"

    def _process_attachments_for_post(self, attachments, attachment_ids, message_values):
        self.env["ir.attachment"].browse(attachment_ids or ())._check_reports_open()
        return super()._process_attachments_for_post(attachments, attachment_ids, message_values)
