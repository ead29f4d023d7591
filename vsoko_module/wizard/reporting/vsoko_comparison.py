from odoo import api, fields, models
from odoo.fields import Domain

from ...tools import scopes
from ...tools.reports.comparison import ComparedSide, comparison

# what is also compared subject by subject
BY_SUBJECT = ("quality", "success")


class VsokoComparison(models.TransientModel):
    """Two periods of the school or of a class, or two classes, side by side.

    Everything is read with the rights of the user: a teacher compares own classes.
    """

    _name = "vsoko.comparison"
    _inherit = ["vsoko.print.mixin"]
    _description = "Comparison"
    _folder = "comparison"

    period_id = fields.Many2one(
        "vsoko.period",
        required=True,
        default=lambda self: self._default_period_id(),
        domain="[('company_id', '=', company_id)]",
    )
    class_id = fields.Many2one(
        "vsoko.class",
        domain="[('company_id', '=', company_id), ('year_id.period_ids', '=', period_id)]",
        help="Empty: the whole school",
    )
    other_period_id = fields.Many2one(
        "vsoko.period",
        string="Compared period",
        compute="_compute_other_period_id",
        store=True,
        readonly=False,
        domain="[('company_id', '=', company_id)]",
    )
    other_class_id = fields.Many2one(
        "vsoko.class",
        string="Compared class",
        domain="[('company_id', '=', company_id), ('year_id.period_ids', '=', other_period_id)]",
    )
    reason = fields.Char(compute="_compute_table_html")
    table_html = fields.Html(string="Side by side", compute="_compute_table_html", sanitize=False)

    @api.model
    def _default_period_id(self):
        if self.env.context.get("active_model") == "vsoko.period":
            return self.env.context.get("active_id")
        return self.env["vsoko.report"]._get_last_period(Domain.TRUE)

    @api.depends("period_id")
    def _compute_other_period_id(self):
        for choice in self:
            period = choice.period_id
            # a school that has counted nothing yet opens the page without a period
            choice.other_period_id = period._get_previous() if period else False

    @api.depends("period_id", "class_id", "other_period_id", "other_class_id")
    def _compute_table_html(self):
        for choice in self:
            choice.reason = choice._get_obstacle()
            choice.table_html = not choice.reason and choice._render_tables()

    def _get_obstacle(self):
        """Return why nothing can be compared, empty when it can."""
        sides = [
            (self.period_id, self.class_id),
            (self.other_period_id, self.other_class_id or self._get_class_of_then()),
        ]
        if not self.period_id or not self.other_period_id:
            return self.env._("Choose two periods.")
        if self.other_class_id and not self.class_id:
            return self.env._("Choose both classes, or none for the whole school.")
        if self.class_id and not sides[1][1]:
            return self.env._("Choose the class of the other year.")
        if sides[0] == sides[1]:
            return self.env._("Choose another period or another class: both sides are the same.")
        return ""

    def _get_class_of_then(self):
        """Return the class of the other side where none is chosen: the same one in its year."""
        year = self.other_period_id.year_id
        if self.class_id.year_id == year:
            return self.class_id
        before = self.class_id.previous_id
        return before if before.year_id == year else before.browse()

    def _render_tables(self):
        paper = self._get_paper()
        parts = self.env["vsoko.paper"]._get_parts(paper)
        return self.env["ir.qweb"]._render(
            "vsoko_module.report_vsoko_side_by_side", {"paper": paper, "parts": parts}
        )

    def _get_paper(self):
        sides = [
            (self.period_id, self.class_id),
            (self.other_period_id, self.other_class_id or self._get_class_of_then()),
        ]
        figures = [self._read(*side) for side in sides]
        titles = self._get_titles(sides)
        indicators = self.env["vsoko.framework"]._get_of_period(self.period_id).indicator_ids
        unlike = self._find_unlike(indicators, figures[1])
        title = self.env._(
            "Comparison: %(first)s and %(second)s", first=titles[0], second=titles[1]
        )
        return comparison(
            self.company_id.name,
            title,
            [],
            self._get_parts(indicators, figures),
            ComparedSide(titles[0], figures[0]),
            ComparedSide(titles[1], figures[1], unlike),
            self.env._,
        )

    def _read(self, period, school_class):
        """Return {key of a row: figure} of a side; a key is a code, or a code and a subject."""
        if school_class:
            own = Domain("class_id", "=", school_class.id)
            domain = own & Domain("scope", "in", ("class", "class_subject"))
        else:
            domain = Domain("scope", "in", ("school", "subject"))
        found = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id) & domain
        )
        return {(one.code, scopes.keys(one.cell).get("subject_id")): one for one in found}

    def _find_unlike(self, indicators, figures):
        """Return the codes of what the other period counts in another way."""
        now = {indicator.code: indicator for indicator in indicators}
        versions = self.env["vsoko.indicator"].browse(
            {figure.indicator_id for figure in figures.values()}
        )
        return frozenset(
            version.code
            for version in versions
            if version.code in now and not now[version.code]._counts_like(version)
        )

    def _get_parts(self, indicators, figures):
        """Return the parts of the paper: the indicators of each object, then those by subjects."""
        framework = indicators.framework_id
        operands = framework._get_operand_codes() if framework else ()
        listed = [one._as_listed(operands) for one in indicators.sorted("sequence")]
        objects = {one.code: one.name for one in indicators.object_id.sorted("code")}
        parts = [
            (name, [((one.code, None), one.name, one) for one in listed if one.object == code])
            for code, name in objects.items()
        ]
        ids = {subject for side in figures for _code, subject in side} - {None}
        subjects = self.env["vsoko.subject"].browse(ids).sorted()
        parts += [
            (
                self.env._("%(name)s by subjects", name=one.name),
                [((one.code, subject.id), subject.name, one) for subject in subjects],
            )
            for one in listed
            if one.code in BY_SUBJECT
        ]
        return parts

    def _get_titles(self, sides):
        """Return what the sides are called: by what tells them apart."""
        (period, one), (other_period, other) = sides
        if period == other_period:
            return [one.name, other.name]
        names = [side[1].name or "" for side in sides] if one != other else ["", ""]
        return [
            ", ".join(filter(None, [name, side[0].display_name]))
            for name, side in zip(names, sides, strict=True)
        ]
