from odoo import fields, models


class VsokoImportMixin(models.AbstractModel):
    """A fact that may come from a file keeps the import and the row it came from."""

    _name = "vsoko.import.mixin"
    _description = "Imported fact"

    # who reads a fact need not read the file: its name may say more than the fact
    import_id = fields.Many2one(
        "vsoko.import",
        string="Import",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        groups="vsoko_module.group_administration",
    )
    source_row = fields.Integer(
        string="Row of the file", readonly=True, copy=False, aggregator=None
    )
