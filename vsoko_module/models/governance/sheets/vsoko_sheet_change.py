from odoo import fields, models

from ...evidence.optional_numbers import OptionalFloat


class VsokoSheetChange(models.Model):
    """Who changed the points of a line, when and why; written by the program alone."""

    _name = "vsoko.sheet.change"
    _description = "Change of points of a teacher's sheet"
    _order = "id desc"
    _follows_lock = False

    line_id = fields.Many2one(
        "vsoko.sheet.line",
        string="Criterion",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="line_id.company_id", store=True, index=True)
    stage = fields.Selection(
        [
            ("claimed", "Own assessment"),
            ("checked", "After the check"),
            ("final", "By the commission"),
        ],
        required=True,
        readonly=True,
    )
    before = OptionalFloat(string="Points before", readonly=True, digits=(6, 2), aggregator=None)
    after = OptionalFloat(string="Points after", readonly=True, digits=(6, 2), aggregator=None)
    reason = fields.Char(string="Why", readonly=True)
    changed_by_id = fields.Many2one(
        "res.users", string="Changed by", required=True, readonly=True, ondelete="restrict"
    )
    # whether the teacher has been shown the points since
    is_shown = fields.Boolean(readonly=True)
