from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoCriterion(models.Model):
    """An object of assessment (top level, §4.3) or a criterion of it (§4.6)."""

    _name = "vsoko.criterion"
    _inherit = ["vsoko.framework.part.mixin"]
    _description = "Criterion"
    _parent_store = True

    parent_id = fields.Many2one(
        "vsoko.criterion",
        string="Object of assessment",
        index=True,
        ondelete="cascade",
        domain="[('framework_id', '=', framework_id)]",
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("vsoko.criterion", "parent_id", string="Criteria")
    short_name = fields.Char(help="Heading on the overview")
    indicator_ids = fields.One2many("vsoko.indicator", "criterion_id", string="Indicators")

    @api.depends("name", "short_name")
    @api.depends_context("short_names")
    def _compute_display_name(self):
        """A table whose rows are objects has room for the short names alone."""
        super()._compute_display_name()
        if self.env.context.get("short_names"):
            for criterion in self.filtered("short_name"):
                criterion.display_name = criterion.short_name

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
