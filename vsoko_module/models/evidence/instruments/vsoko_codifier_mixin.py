from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoCodifierMixin(models.AbstractModel):
    """A line of a codifier: a code and a text of one subject, in a tree."""

    _name = "vsoko.codifier.mixin"
    _description = "Line of a codifier"
    _order = "subject_id, code"
    _rec_names_search = ["code", "name"]
    _check_company_auto = True

    code = fields.Char(required=True, index=True)
    name = fields.Char(required=True)
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    grade_from = fields.Integer(default=1, aggregator=None)
    grade_to = fields.Integer(default=11, aggregator=None)
    origin = fields.Char(help="The document the line comes from")
    active = fields.Boolean(default=True)

    _grades_order = models.Constraint(
        "CHECK(grade_from BETWEEN 1 AND grade_to AND grade_to <= 11)",
        "The grades must be from 1 to 11, the first not after the last.",
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for line in self:
            line.display_name = " ".join(filter(None, [line.code, line.name]))

    @api.constrains("parent_id", "subject_id")
    def _check_parent(self):
        if self._has_cycle():
            raise ValidationError(self.env._("A section of a codifier lies in itself."))
        for line in self:
            if line.parent_id and line.parent_id.subject_id != line.subject_id:
                raise ValidationError(
                    self.env._(
                        "%(line)s and its section are of different subjects.",
                        line=line.display_name,
                    )
                )
