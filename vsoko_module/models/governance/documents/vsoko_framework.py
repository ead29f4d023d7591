from odoo import api, fields, models
from odoo.fields import Command

from .vsoko_document import KEEPERS


class VsokoFramework(models.Model):
    """A version of the system of indicators is an appendix of a version of the regulation."""

    _inherit = "vsoko.framework"

    document_id = fields.Many2one(
        "vsoko.document",
        string="Appendix of",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
        groups=KEEPERS,
        domain="[('kind', 'in', ('local_act', 'order')), ('state', '!=', 'cancelled')]",
        help="The version of the regulation whose appendix this system of indicators is",
    )

    @api.model
    def _adopt_regulation(self, company):
        own = super()._adopt_regulation(company)
        self._attach_regulations()
        return own

    @api.model
    def _attach_regulations(self):
        """Give each school that has a system of indicators and no local act yet the draft of the
        regulation, and make the system its appendix."""
        shipped = self.env.ref("vsoko_module.document_regulation", raise_if_not_found=False)
        loose = self.search(
            [
                ("document_id", "=", False),
                ("company_id", "!=", False),
                ("period_kind", "=", False),
                ("state", "=", "approved"),
            ]
        )
        for school, frameworks in loose.grouped("company_id").items() if shipped else ():
            acts = self.env["vsoko.document"].search(
                [("company_id", "=", school.id), ("kind", "=", "local_act")]
            )
            if not acts:
                acts = shipped.create(shipped._prepare_for(school))
            if len(acts) == 1 and acts.state == "draft" and not acts.framework_ids:
                frameworks.document_id = acts


class VsokoDocument(models.Model):
    _inherit = "vsoko.document"

    framework_ids = fields.One2many(
        "vsoko.framework", "document_id", string="Systems of indicators", groups=KEEPERS
    )

    def _prepare_for(self, school):
        """Return the values of such a draft of another school: what the first one has made its own
        (the series of its number, its bodies, its people and acts) stays there."""
        common = self.basis_ids.filtered(lambda act: not act.company_id)
        return {
            "company_id": school.id,
            "kind": self.kind,
            "name": self.name,
            "responsible_id": False,
            "basis_ids": [Command.set(common.ids)],
        }
