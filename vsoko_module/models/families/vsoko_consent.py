from odoo import api, fields, models


class VsokoConsent(models.Model):
    _inherit = "vsoko.consent"

    @api.model
    def _keep_of_portal(self, student, user):
        """Return the consent to a route that a parent has given on the portal today.

        The caller has checked that the user is a parent. One of the day is one, however many
        routes it is for; a person of the school checks it when there is a paper.
        """
        today = fields.Date.context_today(self)
        given = {"student_id": student.id, "kind": "route", "date": today}
        known = self.search([(name, "=", value) for name, value in given.items()], limit=1)
        given_by = self.env._("%(name)s, on the portal", name=user.name)
        return known or self.create(
            {**given, "company_id": student.company_id.id, "given_by": given_by}
        )
