from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.statistics import cells
from ....tools.translation import translated


class VsokoDataSection(models.Model):
    _name = "vsoko.data.section"
    _description = "Section of a data set"
    _order = "set_id, sequence, id"

    set_id = fields.Many2one(
        "vsoko.data.set", string="Data set", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="set_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    name = fields.Char(required=True)
    note = fields.Text()
    layout = fields.Selection(
        [("list", "One cell a line"), ("matrix", "Elements by columns of the breakdown")],
        required=True,
        default="list",
    )
    element_ids = fields.Many2many(
        "vsoko.data.element",
        string="Elements",
        domain="[('company_id', 'in', (company_id, False))]",
    )
    disabled_cells = fields.Text(
        string="Cells that are not filled in",
        help="One a line: the code of the element, a space, the grade, level (noo, ooo, soo), class"
        " or code of the line, for example: textbooks 11",
    )

    @api.constrains("element_ids", "set_id")
    def _check_elements_once(self):
        self.set_id._check_of_classes()
        for data_set in self.set_id:
            listed = [
                element for section in data_set.section_ids for element in section.element_ids
            ]
            twice = {element.name for element in listed if listed.count(element) > 1}
            if twice:
                raise ValidationError(
                    self.env._(
                        "An element stands in one section of a data set: %(names)s.",
                        names=", ".join(sorted(twice)),
                    )
                )

    @api.constrains("disabled_cells", "element_ids")
    def _check_disabled_cells(self):
        for section in self:
            try:
                section._get_disabled()
            except cells.CellError as error:
                message = translated(self.env._, cells.MESSAGES[error.code], **error.params)
                raise ValidationError(message) from error

    def _get_disabled(self):
        """Return {(code of an element, member)} of the cells that are not filled in."""
        return cells.parse_disabled(self.disabled_cells, set(self.element_ids.mapped("code")))
