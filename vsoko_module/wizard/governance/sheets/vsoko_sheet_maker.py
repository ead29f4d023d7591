from odoo import fields, models
from odoo.exceptions import UserError

from ....tools.sheets.numbers import shuffled


class VsokoSheetMaker(models.TransientModel):
    """Makes the sheets of a period and fills them with what the program knows."""

    _name = "vsoko.sheet.maker"
    _description = "Make the sheets of a period"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    scheme_id = fields.Many2one(
        "vsoko.sheet.scheme",
        string="Scheme",
        required=True,
        ondelete="cascade",
        domain="[('state', '=', 'approved'), ('company_id', '=', company_id)]",
    )
    period_kind = fields.Selection(related="scheme_id.period_kind")
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        ondelete="cascade",
        domain="[('company_id', '=', company_id), ('kind', '=', period_kind)]",
    )
    commission_id = fields.Many2one(
        "vsoko.body",
        string="Commission",
        ondelete="cascade",
        domain="[('kind', '=', 'temporary'), ('company_id', '=', company_id)]",
    )

    def action_make(self):
        """Make the missing sheets, fill those that are still open, and show all of the period."""
        self.ensure_one()
        Sheet = self.env["vsoko.sheet"]
        Sheet.check_access("create")
        self.scheme_id._wait_for_turn()
        self.period_id._wait_for_turn()
        own = [("scheme_id", "=", self.scheme_id.id), ("period_id", "=", self.period_id.id)]
        known = Sheet.search(own)
        people = self.scheme_id._get_teachers() - known.teacher_id
        if not known and not people:
            raise UserError(
                self.env._(
                    "Nobody at work has a position of “%(scheme)s”. Compare its positions with the"
                    " cards of staff.",
                    scheme=self.scheme_id.name,
                )
            )
        # the order of the rows must not be that of the names
        known |= Sheet.create([self._prepare_sheet(one) for one in shuffled(people)])
        known.filtered(lambda sheet: sheet.state == "self")._fill()
        return Sheet._open_action("vsoko_module.vsoko_sheet_action", domain=own, context={})

    def _prepare_sheet(self, teacher):
        return {
            "teacher_id": teacher.id,
            "period_id": self.period_id.id,
            "scheme_id": self.scheme_id.id,
            "company_id": self.scheme_id.company_id.id,
            "commission_id": self.commission_id.id,
        }
