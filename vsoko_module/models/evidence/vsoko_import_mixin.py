from odoo import fields, models


class VsokoImportMixin(models.AbstractModel):
    """A fact that may come from a file keeps the import and the row it came from."""

    _name = "vsoko.import.mixin"
    _description = "Imported fact"

    # The import lives in a later room: the fact keeps its number only.
    import_id = fields.Integer(
        string="Import", readonly=True, copy=False, index="btree_not_null", aggregator=None
    )
    source_row = fields.Integer(
        string="Row of the file", readonly=True, copy=False, aggregator=None
    )
