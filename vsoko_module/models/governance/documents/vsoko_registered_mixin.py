from odoo import fields, models


class VsokoRegisteredMixin(models.AbstractModel):
    """A paper that people sign elsewhere in the program and that then stands in the register."""

    _name = "vsoko.registered.mixin"
    _description = "Stands in the register of documents"

    document_id = fields.Many2one(
        "vsoko.document",
        string="In the register of documents",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        groups="base.group_user",
    )

    def _enter_in_register(self, values, register):
        """Return the document of these values, in force from the start.

        :param register: `vsoko.document` with the rights by which the caller may enter one
        """
        document = register.create({"company_id": self.company_id.id, **values})
        # The paper was just signed as its own screen showed it.
        document._as_seen().action_approve()
        return document
