from odoo import models


class VsokoResult(models.Model):
    """Whatever changes points, attendance or the place of results changes what is mastered."""

    _inherit = "vsoko.result"

    def _recompute_totals(self):
        super()._recompute_totals()
        self.env["vsoko.element.total"]._refresh(self.assessment_id)

    def _after_placed(self):
        super()._after_placed()
        self.env["vsoko.element.total"]._refresh(self.assessment_id)

    def unlink(self):
        works = self.assessment_id
        places = self.env["vsoko.element.total"]._get_places(works)
        done = super().unlink()
        self.env["vsoko.element.total"]._refresh(works.exists(), places)
        return done
