from odoo import api, fields, models

from ...tools import formula


class VsokoIndicator(models.Model):
    """What the form of an indicator needs to explain itself."""

    _inherit = "vsoko.indicator"

    source_model = fields.Char(compute="_compute_source_model")

    @api.depends("source")
    def _compute_source_model(self):
        for indicator in self:
            indicator.source_model = f"vsoko.fact.{indicator.source}" if indicator.source else False

    @api.model
    @api.readonly
    def get_formula_help(self, framework_id: int | None):
        """Return what may stand in a formula, for the help of the formula field.

        :return: {"operations": see `tools.formula.documentation`,
            "codes": [{"code", "name"}] of the indicators of the system}
        """
        indicators = self.search_fetch([("framework_id", "=", framework_id)], ["code", "name"])
        return {
            "operations": formula.documentation(self.env._),
            "codes": [{"code": i.code, "name": i.name} for i in indicators],
        }

    def action_open_values(self):
        """Open the figures of the indicator for the whole school, period by period."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_indicator_value_action",
            self.display_name,
            domain=[("indicator_id.code", "=", self.code)],
            context={"search_default_school": 1},
        )
