from odoo import api, fields, models


class VsokoTestBand(models.Model):
    """A mark of a test's scale: from `min_score` points up, maybe on a condition."""

    _name = "vsoko.test.band"
    _inherit = ["vsoko.signing.part.mixin", "vsoko.band.mixin"]
    _signed_with = "test_id"
    _description = "Mark of the scale of a test"
    _order = "test_id, min_score"

    test_id = fields.Many2one(
        "vsoko.test", string="Test", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="test_id.company_id", store=True, index=True)

    _mark_uniq = models.Constraint("UNIQUE(test_id, mark)", "The scale already has this mark.")

    @api.model_create_multi
    def create(self, vals_list):
        bands = super().create(vals_list)
        bands.test_id._check_step()
        bands._recompute_marks()
        return bands

    def write(self, vals):
        result = super().write(vals)
        self.test_id._check_step()
        self._recompute_marks()
        return result

    def unlink(self):
        works = self._get_marked_works()
        done = super().unlink()
        works.result_ids._recompute_totals()
        return done

    def _recompute_marks(self):
        self._get_marked_works().result_ids._recompute_totals()

    def _get_marked_works(self):
        # The marks follow the scale, whoever may not see the pupils; the right to edit was checked.
        return self.sudo().test_id.assessment_ids
