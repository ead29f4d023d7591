from odoo import models

_MOVING = {"test_id", "subject_id", "class_ids", "date", "year_id"}


class VsokoAssessment(models.Model):
    """A work that moves to other classes, tests or days takes what is mastered with it."""

    _inherit = "vsoko.assessment"

    def write(self, vals):
        if not _MOVING & vals.keys():
            return super().write(vals)
        totals = self.env["vsoko.element.total"]
        places = totals._get_places(self)
        done = super().write(vals)
        totals._refresh(self, places)
        return done

    def unlink(self):
        totals = self.env["vsoko.element.total"]
        places = totals._get_places(self)
        done = super().unlink()
        totals._refresh(self.browse(), places)
        return done
