from odoo import api, fields, models
from odoo.fields import Domain

from ....tools import scopes
from ...mixins.shown_figures import shown_text

# the dimensions that an action by hand can name
_SCOPES = {
    (False, False): "school",
    (True, False): "class",
    (False, True): "subject",
    (True, True): "class_subject",
}


class VsokoAction(models.Model):
    """The figure that shows the problem, kept as it was when somebody began to act."""

    _inherit = "vsoko.action"

    evidence_text = fields.Char(string="The figure of the problem", compute="_compute_evidence")

    @api.depends("value", "numerator", "denominator", "people", "evidence_date", "indicator_id")
    @api.depends_context("lang")
    def _compute_evidence(self):
        for action in self:
            action.evidence_text = action.evidence_date and action._describe_evidence()

    def _describe_evidence(self):
        where = f"{self.indicator_id.name}, {self.cell_name}, {self.period_id.display_name}"
        if self.value is False:
            return self.env._("%(where)s: no figure that could be told", where=where)
        return f"{where}: {self._describe_share(self.value, self.numerator, self.denominator)}"

    def _describe_share(self, value, numerator, denominator):
        """Write a figure with the counts behind it, where it has some: ``33,3 % (8 of 24)``."""
        text = self._format(value)
        if self.unit != "percent" or numerator is False or not denominator:
            return text
        counts = [shown_text(self.env, count, 0) for count in (numerator, denominator)]
        return self.env._(
            "%(value)s (%(counted)s of %(all)s)", value=text, counted=counts[0], all=counts[1]
        )

    def _format(self, value):
        """Write a number of the indicator with its unit."""
        text = shown_text(self.env, value, self.digits)
        return f"{text}\N{NO-BREAK SPACE}%" if self.unit == "percent" else text

    def _keep_evidence(self):
        """Keep the figure that the indicator, the period and the place name, once."""
        if self.evidence_date or not (self.indicator_id and self.period_id):
            return
        keys = {"class_id": self.class_id.id, "subject_id": self.subject_id.id}
        scope = _SCOPES[bool(self.class_id), bool(self.subject_id)]
        figures = self.env["vsoko.indicator.value"].search(
            Domain("period_id", "=", self.period_id.id)
            & Domain("indicator_id.code", "=", self.indicator_id.code)
            & Domain("cell", "=", scopes.cell(scope, **keys))
        )
        if figures:
            self._store(figures[:1]._prepare_evidence())


class VsokoIndicatorValue(models.Model):
    _inherit = "vsoko.indicator.value"

    def _prepare_evidence(self):
        """Return what an action keeps of the figure.

        Too few people stand behind some: their number stays with those who may read the figure.
        """
        (figure,) = self._read_figures([("id", "=", self.id)])
        kept = {
            "value_id": self.id,
            "cell": self.cell,
            "cell_name": self._get_cell_name("display_name"),
            "status": self.status,
            "evidence_date": fields.Date.context_today(self),
        }
        if figure.grey_reason == "few":
            return kept
        return kept | {
            "value": figure.value if figure.is_known else False,
            "numerator": False if figure.numerator is None else figure.numerator,
            "denominator": False if figure.denominator is None else figure.denominator,
            "n": figure.n,
            "people": figure.people,
        }
