from odoo import api, fields, models


class VsokoTestExpertiseLine(models.Model):
    _name = "vsoko.test.expertise.line"
    _description = "Criterion of an expertise"
    _order = "expertise_id, id"

    expertise_id = fields.Many2one(
        "vsoko.test.expertise", string="Expertise", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="expertise_id.company_id", store=True, index=True)
    criterion_id = fields.Many2one(
        "vsoko.test.expertise.criterion", string="Criterion", required=True, ondelete="restrict"
    )
    answer = fields.Selection([("yes", "Yes"), ("partly", "Partly"), ("no", "No")])
    comment = fields.Char(string="Remark")

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.expertise_id._check_open()
        return lines

    def write(self, vals):
        self.expertise_id._check_open()
        result = super().write(vals)
        self.expertise_id._check_open()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_approved(self):
        self.expertise_id._check_open()
