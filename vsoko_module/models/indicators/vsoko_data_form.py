from odoo import api, fields, models

from ..evidence.statistics.vsoko_data_form import OPEN_STATES


class VsokoDataForm(models.Model):
    """What rests on a form: the indicators that wait for it, and their figures."""

    _inherit = "vsoko.data.form"

    held_back = fields.Char(
        string="Holds back",
        compute="_compute_held_back",
        help="Indicators that have no figure of this period before the form is complete",
    )

    @api.depends("state", "set_id")
    def _compute_held_back(self):
        waiting = self.filtered(lambda form: form.state in OPEN_STATES)
        (self - waiting).held_back = False
        for company, forms in waiting.grouped("company_id").items():
            resting = self._get_resting_indicators(company)
            for form in forms:
                codes = form.set_id._get_elements().mapped("code")
                names = {
                    one.short_name or one.name for code in codes for one in resting.get(code, ())
                }
                form.held_back = ", ".join(sorted(names))

    def _get_resting_indicators(self, company):
        """Return {code of an element: indicators over it}, formulas in place of their parts."""
        # What waits for a form is no secret for whoever fills it in; only names are taken.
        frameworks = self.env["vsoko.framework"].sudo()
        framework = frameworks._get_in_force(fields.Date.context_today(self), company)
        indicators = framework.indicator_ids
        above = {}
        for one in indicators.filtered(lambda one: one.kind == "formula" and one.formula):
            for operand in one._get_operands():
                above.setdefault(operand, []).append(one)
        found = {}
        for measure in indicators.filtered(lambda one: one.source == "data_value"):
            for code in measure._get_element_codes():
                found.setdefault(code, []).extend(above.get(measure, [measure]))
        return found

    def _after_completion(self):
        """The figures follow a form that was completed."""
        super()._after_completion()
        # The right to complete was checked; figures are written by the program alone.
        self.sudo().period_id._after_load()


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    def _get_element_codes(self):
        """Return the codes of the elements of statistical forms that the conditions name."""
        conditions = (
            condition
            for name in ("numerator_domain", "denominator_domain")
            for condition in self._get_domain(name).iter_conditions()
        )
        return {
            code
            for condition in conditions
            if condition.field_expr == "element_code" and condition.operator in ("in", "=")
            for code in ([condition.value] if isinstance(condition.value, str) else condition.value)
        }
