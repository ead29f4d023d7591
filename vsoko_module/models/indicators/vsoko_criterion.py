from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoCriterion(models.Model):
    """An object of assessment (top level, §4.3) or a criterion of it (§4.6)."""

    _name = "vsoko.criterion"
    _description = "Criterion"
    _order = "framework_id, sequence, code"
    _parent_store = True

    framework_id = fields.Many2one(
        "vsoko.framework",
        string="System of indicators",
        required=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="framework_id.company_id", store=True, index=True)
    parent_id = fields.Many2one(
        "vsoko.criterion",
        string="Object of assessment",
        index=True,
        ondelete="cascade",
        domain="[('framework_id', '=', framework_id)]",
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("vsoko.criterion", "parent_id", string="Criteria")
    sequence = fields.Integer(default=10, aggregator=None)
    code = fields.Char(required=True)
    name = fields.Char(required=True)
    short_name = fields.Char(help="Heading on the overview")
    paragraph = fields.Char(help="Paragraph of the regulation")
    indicator_ids = fields.One2many("vsoko.indicator", "criterion_id", string="Indicators")

    indicator_count = fields.Integer(
        string="Number of indicators", compute="_compute_indicator_count"
    )
    computed_count = fields.Integer(
        string="Of them computed",
        compute="_compute_indicator_count",
        help="The program already has the facts that these indicators need",
    )

    _code_uniq = models.Constraint(
        "UNIQUE(framework_id, code)", "The system of indicators already has this code."
    )

    @api.depends("indicator_ids.has_source", "child_ids.indicator_ids.has_source")
    def _compute_indicator_count(self):
        """Count the indicators of each criterion and of those inside it."""
        groups = self.env["vsoko.indicator"]._read_group(
            [("criterion_id", "child_of", self.ids)],
            ["criterion_id", "has_source"],
            ["__count"],
        )
        for criterion in self:
            path = criterion._origin.parent_path or "-"
            inside = [group for group in groups if group[0].parent_path.startswith(path)]
            criterion.indicator_count = sum(count for _criterion, _source, count in inside)
            criterion.computed_count = sum(count for _c, source, count in inside if source)

    @api.constrains("parent_id")
    def _check_parent(self):
        if self._has_cycle():
            raise ValidationError(self.env._("A criterion cannot be inside itself."))

    @api.model_create_multi
    def create(self, vals_list):
        criteria = super().create(vals_list)
        criteria._check_framework_editable()
        return criteria

    def write(self, vals):
        self._check_framework_editable()
        result = super().write(vals)
        if "framework_id" in vals:
            self._check_framework_editable()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_approved(self):
        self._check_framework_editable()

    def _check_framework_editable(self):
        self.framework_id._check_editable()

    def _copy_tree(self, framework):
        """Copy the criteria into another version; return {old criterion: criterion there}.

        A criterion whose code is there already is not copied.
        """
        known = {criterion.code: criterion for criterion in framework.criterion_ids}
        copies = {criterion: known[criterion.code] for criterion in self if criterion.code in known}
        copies[self.browse()] = self.browse()
        missing = self.filtered(lambda criterion: criterion not in copies)
        by_depth = missing.grouped(lambda criterion: criterion.parent_path.count("/"))
        for _depth, criteria in sorted(by_depth.items()):
            new = self.create(
                [
                    {
                        **vals,
                        "framework_id": framework.id,
                        "parent_id": copies[criterion.parent_id].id,
                    }
                    for criterion, vals in zip(criteria, criteria.copy_data(), strict=True)
                ]
            )
            copies.update(zip(criteria, new, strict=True))
        return copies
