from odoo import api, models
from odoo.fields import Domain

# fewer pupils say nothing of a class
_LEAST_PUPILS = 5


class VsokoElementShare(models.Model):
    """What a class has not mastered, over all works of a school year, in plain words."""

    _inherit = "vsoko.element.share"

    @api.model
    def _get_weak_domain(self):
        """Return the elements of content of this year that classes have not mastered as a whole.

        The border is that of the planned result; without such a level nothing is judged.
        """
        reached = self.env["vsoko.achievement.level"]._get_levels("element").filtered("is_reached")
        if not reached:
            return Domain.FALSE
        return (
            Domain("assessment_id", "=", False)
            & Domain("kind", "=", "content")
            & Domain("year_id.state", "=", "current")
            & Domain("judged", ">=", _LEAST_PUPILS)
            & Domain("percent", "<", reached[0].min_percent)
        )

    @api.model
    def _find_weak(self, domain, limit):
        """Return the weakest of them within the domain."""
        return self.search(self._get_weak_domain() & domain, order="percent", limit=limit)

    def action_open_map(self):
        """Open the map of the subject and the grade that this element is of."""
        self.ensure_one()
        self.check_access("read")
        choice = {
            "year": self.year_id.id,
            "subject": self.subject_id.id,
            "grade": self.grade,
            "kind": self.kind,
        }
        return self._open_action(
            "vsoko_module.vsoko_element_map_action", context={"choice": choice}
        )
