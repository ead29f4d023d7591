from odoo import api, fields, models


class VsokoDataValueChange(models.Model):
    """What stood in a cell before and after, who changed it, when and why."""

    _name = "vsoko.data.value.change"
    _inherit = "vsoko.data.part.mixin"
    _description = "Change of a statistical value"
    _order = "id desc"
    _rec_name = "element_id"
    _follows_lock = False

    element_id = fields.Many2one(
        "vsoko.data.element",
        string="Element",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    cell = fields.Char(required=True, readonly=True)
    member = fields.Char(string="Of what", readonly=True, help="As it was called on that day")
    old_value = fields.Char(string="Was", readonly=True)
    new_value = fields.Char(string="Became", readonly=True)
    user_id = fields.Many2one("res.users", string="Who", required=True, readonly=True, index=True)
    date = fields.Datetime(string="When", required=True, readonly=True)
    why = fields.Char(readonly=True)
    after_completion = fields.Boolean(
        readonly=True, help="The form had been complete before this change"
    )

    @api.model
    def _prepare(self, form, element, cell, old, new, why):
        """Return the values of one change, texts as people read them, False for a blank."""
        return {
            "form_id": form.id,
            "element_id": element.id,
            "cell": cell,
            "member": form._get_member_name(cell),
            "old_value": old,
            "new_value": new,
            "why": why,
            "user_id": self.env.uid,
            "date": fields.Datetime.now(),
            "after_completion": bool(form.completed_date),
        }
