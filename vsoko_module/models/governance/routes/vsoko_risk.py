from odoo import api, models
from odoo.tools import SQL


class VsokoRisk(models.Model):
    """An open route is help: the pupil leaves the list of whom nobody helps."""

    _inherit = "vsoko.risk"

    @api.model
    def _get_help_sql(self):
        return SQL(
            """%s UNION ALL
               SELECT member.student_id, route.create_date::date
                 FROM vsoko_route_member member
                 JOIN vsoko_route route ON route.id = member.route_id
                WHERE route.state IN ('draft', 'active')""",
            super()._get_help_sql(),
        )

    def _get_help_texts(self):
        texts = super()._get_help_texts()
        # What is done is told to readers of the list, in one line without what is in the route.
        members = (
            self.env["vsoko.route.member"]
            .sudo()
            .search([("student_id", "in", self.student_id.ids)], order="id")
        )
        for member in members:
            route = member.route_id
            state = route._get_label("state")
            texts.setdefault(member.student_id.with_env(self.env), []).append(
                f"{route.date_start:%d.%m.%Y}, {route.owner_id.name}: {route.name} ({state})"
            )
        return texts
