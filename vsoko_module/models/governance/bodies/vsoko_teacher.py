from odoo import api, models


class VsokoTeacher(models.Model):
    """Who joins, leaves or retires changes the bodies of the own associations."""

    _inherit = "vsoko.teacher"

    @api.model_create_multi
    def create(self, vals_list):
        teachers = super().create(vals_list)
        teachers.association_ids._follow_by_bodies()
        return teachers

    def write(self, vals):
        if not {"association_ids", "date_left", "active"} & vals.keys():
            return super().write(vals)
        before = self.association_ids
        result = super().write(vals)
        (before | self.association_ids)._follow_by_bodies()
        return result
