from dataclasses import replace

from odoo import fields, models


class VsokoReport(models.Model):
    """An approved order about a work stands in the register of documents, by its number there."""

    _name = "vsoko.report"
    _inherit = ["vsoko.report", "vsoko.registered.mixin"]

    document_id = fields.Many2one(groups="vsoko_module.group_administration")

    def _keep_files(self):
        self._register_orders()
        return super()._keep_files()

    def _register_orders(self):
        """Enter the orders among these reports into the register; the files have the number."""
        for report in self.filtered(lambda one: one.printed_as == "order" and not one.document_id):
            paper = report._get_printed_paper()
            texts = [part.texts[0][1] for part in paper.parts if part.texts]
            values = {
                "name": paper.title,
                "kind": "order",
                "content": "\n".join(filter(None, texts)),
            }
            order = report._enter_in_register(values, self.env["vsoko.document"])
            report._store({"document_id": order.id})

    def _get_form(self):
        form = super()._get_form()
        # The number of an order stands on its paper, whoever reads that.
        order = self.sudo().document_id
        return replace(form, reference=order._get_day_and_number()) if order else form


class VsokoDocument(models.Model):
    _inherit = "vsoko.document"

    report_ids = fields.One2many(
        "vsoko.report",
        "document_id",
        string="Reports",
        groups="vsoko_module.group_administration",
    )
