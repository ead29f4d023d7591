from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    @api.model
    def _get_own_pupils_sql(self):
        """Return the SELECT of the ids of the pupils of the user's own classes."""
        return SQL(
            "SELECT own_student.id FROM vsoko_student own_student WHERE %s",
            self._get_own_condition("own_student"),
        )

    def _get_consenting(self, kind, day=None):
        """Return those of the pupils whose consent of a kind is in force on a day (today)."""
        # Only whether there is a consent is asked, by whoever may name these pupils.
        consents = self.env["vsoko.consent"].sudo()
        given = consents._get_in_force_domain(day or fields.Date.context_today(self))
        own = Domain("student_id", "in", self.ids) & Domain("kind", "=", kind)
        return consents.search(own & given).student_id.with_env(self.env)
