from odoo import api, models


class VsokoTestTask(models.Model):
    """A task that checks other elements, or gives other points, changes what is mastered."""

    _inherit = "vsoko.test.task"

    @api.model_create_multi
    def create(self, vals_list):
        tasks = super().create(vals_list)
        tasks.test_id._refresh_element_totals()
        return tasks

    def write(self, vals):
        tests = self.test_id
        done = super().write(vals)
        if {"content_ids", "skill_ids", "max_score", "test_id"} & vals.keys():
            (tests | self.test_id)._refresh_element_totals()
        return done

    def unlink(self):
        tests = self.test_id
        done = super().unlink()
        tests._refresh_element_totals()
        return done
