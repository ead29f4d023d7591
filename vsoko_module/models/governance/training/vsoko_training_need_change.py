from odoo import api, fields, models

from ....tools.reports.formatting import number
from ....tools.training.change import judge_change


class VsokoTrainingNeed(models.Model):
    """What has become of a direction since it was found, by the figure that showed it."""

    _inherit = "vsoko.training.need"

    change_text = fields.Text(string="What has become of it", compute="_compute_change_text")

    @api.depends("kind", "value", "people", "first_value", "first_people")
    @api.depends_context("lang")
    def _compute_change_text(self):
        for need in self:
            need.change_text = need._describe_change()

    def _describe_change(self):
        verdict = judge_change(
            self.kind, self.first_value, self.first_people, self.value, self.people
        )
        if not verdict:
            return False
        meanings = {
            "better": self.env._("It is better than chance explains."),
            "worse": self.env._("It is worse than chance explains."),
            "chance": self.env._("So much also changes by itself."),
        }
        return f"{self._describe_figures()} {meanings[verdict]}"

    def _describe_figures(self):
        values = {
            "first": number(self.first_value, 0),
            "first_base": self.first_people,
            "now": number(self.value, 0),
            "base": self.people,
        }
        if self.kind == "element":
            return self.env._(
                "When it was found %(first)s %% of %(first_base)s pupils had reached it, at the"
                " last count %(now)s %% of %(base)s.",
                **values,
            )
        return self.env._(
            "When it was found %(first)s %% of %(first_base)s lessons visited had few points, at"
            " the last count %(now)s %% of %(base)s.",
            **values,
        )
