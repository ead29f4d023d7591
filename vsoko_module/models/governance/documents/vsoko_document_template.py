from odoo import api, fields, models

from .vsoko_document import KEEPERS


class VsokoDocumentTemplate(models.Model):
    """The text of an order that a school writes again and again; what it is about stands in it
    as {about}."""

    _name = "vsoko.document.template"
    _description = "Template of an order"
    _order = "sequence, id"

    name = fields.Char(string="Title of the order", required=True)
    content = fields.Text(string="Text", required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )

    def _fill(self, about):
        """Return the values of an order about something.

        :param about: what it is about, in words; empty: a line to write on
        """
        about = about or "______________"
        return {
            "name": self.name.replace("{about}", about),
            "content": self.content.replace("{about}", about),
        }


class VsokoDocument(models.Model):
    """Orders that are made from a template: for an act, for a system of indicators…"""

    _inherit = "vsoko.document"

    template_id = fields.Many2one(
        "vsoko.document.template",
        string="Template",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        groups=KEEPERS,
        domain="[('company_id', 'in', (company_id, False))]",
    )

    @api.onchange("template_id")
    def _onchange_template_id(self):
        if self.template_id:
            self.update(self.template_id._fill(""))

    def action_make_order(self):
        """Open the draft of the order that approves this act; it is made when there is none."""
        self.ensure_one()
        self.check_access("write")
        self._check_kinds("local_act")
        self._take_turn()
        if not self.order_id:
            self._store({"order_id": self._make_order("act", self.name).id})
        return self.order_id._open_records()

    @api.model
    def _make_order(self, template, about, school=None):
        """Return the draft of an order made from a shipped template.

        :param template: its name after ``document_template_``
        :param about: what the order is about, in words
        """
        template = self.env.ref(f"vsoko_module.document_template_{template}")
        return self.create(
            {
                "kind": "order",
                "company_id": (school or self.company_id or self.env.company).id,
                "template_id": template.id,
                **template._fill(about),
            }
        )


class VsokoFramework(models.Model):
    _inherit = "vsoko.framework"

    def action_make_order(self):
        """Open the draft of the order about this system of indicators."""
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        if not self.document_id:
            school = self.company_id or self.env.company
            self.document_id = self.document_id._make_order("framework", self.name, school)
        return self.document_id._open_records()
