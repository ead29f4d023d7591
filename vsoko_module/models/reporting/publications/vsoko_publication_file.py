from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.reports.file_kinds import KINDS, suffix


class VsokoPublicationFile(models.Model):
    """A file that readers of a publication may download; locked together with it."""

    _name = "vsoko.publication.file"
    _inherit = ["vsoko.signing.part.mixin"]
    _signed_with = "publication_id"
    _description = "File of a publication"
    _order = "publication_id, sequence, id"

    create_uid = fields.Many2one(
        "res.users", string="Created by", readonly=True, groups="base.group_user"
    )
    write_uid = fields.Many2one(
        "res.users", string="Updated by", readonly=True, groups="base.group_user"
    )
    publication_id = fields.Many2one(
        "vsoko.publication", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="publication_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    name = fields.Char(string="File name", required=True)
    content = fields.Binary(string="File", attachment=True, required=True)

    @api.constrains("name")
    def _check_name(self):
        for file in self:
            if file._get_mimetype() is None:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” cannot be published. Kinds of files: %(kinds)s.",
                        name=file.name,
                        kinds=", ".join(sorted(KINDS)),
                    )
                )

    @api.constrains("content", "publication_id")
    def _check_no_inner_reports(self):
        self.publication_id._check_no_inner_reports()

    def _find_reports(self):
        """Return {file: report} of the files that are, byte for byte, a report of the school.

        A document for readers outside is none: small groups are hidden in it.
        """
        # Only whether the very same bytes belong to a report is asked, whoever may read that one.
        Attachment = self.env["ir.attachment"].sudo()
        stored = Attachment.search(
            [
                ("res_model", "=", self._name),
                ("res_field", "=", "content"),
                ("res_id", "in", self.ids),
            ]
        )
        kept = (
            Attachment.search(
                [
                    ("res_model", "=", "vsoko.report"),
                    ("checksum", "in", stored.mapped("checksum")),
                ]
            )
            .filtered(lambda file: not self._is_for_outside(file))
            .grouped("checksum")
        )
        return {
            self.browse(attachment.res_id): self.env["vsoko.report"].browse(
                kept[attachment.checksum][0].res_id
            )
            for attachment in stored
            if attachment.checksum in kept
        }

    def _is_for_outside(self, attachment):
        # Only the kind and the state of the report are asked.
        report = self.env["vsoko.report"].sudo().browse(attachment.res_id)
        return report.for_outside and report.state != "draft"

    def _get_mimetype(self):
        """Return the type by the extension of the name; None for a kind that is not allowed."""
        return KINDS.get(suffix(self.name))
