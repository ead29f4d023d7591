from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command, Domain

from ....tools import scopes
from ...analysis.ratings.vsoko_rating import RULE, WHOM

SHEET = "sheet"
# the least number of criteria behind a place
MIN_CRITERIA = 5


class VsokoRating(models.Model):
    """A rating of teachers by their final sheets, with the rules of every rating.

    It reads the sheets themselves when it is computed. There is no figure of it by teacher, which
    heads of associations would read: its lines alone hold points, and who reads a line is asked
    of the line. Nothing else enters it, for a sheet holds figures already.
    """

    _inherit = "vsoko.rating"
    _rule_fields = RULE | {"sheet_scheme_id"}
    _whom_fields = WHOM | {"sheet_scheme_id"}

    sheet_scheme_id = fields.Many2one(
        "vsoko.sheet.scheme",
        string="By final sheets of",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('state', '=', 'approved'), ('company_id', '=', company_id)]",
        help="A rating of teachers by the points of their final sheets; nothing else enters it",
    )

    _sheets_of_teachers = models.Constraint(
        "CHECK(sheet_scheme_id IS NULL OR unit = 'teacher')", "Sheets are of teachers."
    )

    @api.depends("unit", "sheet_scheme_id")
    def _compute_min_n(self):
        by_sheets = self.filtered("sheet_scheme_id")
        by_sheets.min_n = MIN_CRITERIA
        super(VsokoRating, self - by_sheets)._compute_min_n()

    @api.depends("unit", "sheet_scheme_id")
    def _compute_is_listed(self):
        """A final sheet was seen by its teacher and could be appealed: no lists are checked."""
        by_sheets = self.filtered("sheet_scheme_id")
        by_sheets.is_listed = False
        super(VsokoRating, self - by_sheets)._compute_is_listed()

    @api.onchange("unit")
    def _onchange_unit(self):
        if self.unit != "teacher":
            self.sheet_scheme_id = False
        return super()._onchange_unit()

    @api.model_create_multi
    def create(self, vals_list):
        ratings = super().create(vals_list)
        ratings._weigh_sheets()
        return ratings

    def write(self, vals):
        result = super().write(vals)
        if vals.get("sheet_scheme_id"):
            self._weigh_sheets()
        return result

    def _weigh_sheets(self):
        """Give the one component to the ratings by sheets that have none."""
        for rating in self.filtered("sheet_scheme_id"):
            if not rating.component_ids:
                scheme = rating.sheet_scheme_id
                origin = scheme.order_text or scheme.display_name
                rating.component_ids = [Command.create({"mode": SHEET, "origin": origin})]

    @api.constrains("sheet_scheme_id", "component_ids", "period_id")
    def _check_sheets(self):
        for rating in self:
            rating.component_ids._check_sheet_mode()
            scheme = rating.sheet_scheme_id
            if scheme and scheme.state != "approved":
                raise ValidationError(
                    self.env._("“%(name)s” is not approved yet.", name=scheme.display_name)
                )
            if scheme and scheme.period_kind != rating.period_id.kind:
                raise ValidationError(
                    self.env._(
                        "The scheme “%(scheme)s” is for periods of another kind than “%(period)s”.",
                        scheme=scheme.display_name,
                        period=rating.period_id.display_name,
                    )
                )

    def _check_components(self):
        super()._check_components()
        self.sheet_scheme_id.criterion_ids._check_barred()
        for rating in self.filtered("sheet_scheme_id"):
            rating._check_final()

    def action_approve(self):
        """What the law bars may have been found out since the sheets were made."""
        self.sheet_scheme_id.criterion_ids._check_barred()
        return super().action_approve()

    def _check_final(self):
        """Raise UserError unless all sheets of the scheme and the period are final."""
        sheets = self._get_sheets()
        if not sheets:
            raise UserError(
                self.env._(
                    "There are no sheets by “%(scheme)s” for “%(period)s” yet.",
                    scheme=self.sheet_scheme_id.display_name,
                    period=self.period_id.display_name,
                )
            )
        waiting = sheets.filtered(lambda one: one.state != "final")
        if waiting:
            raise UserError(
                self.env._(
                    "%(count)s of %(all)s sheets are not final yet: points that may still change"
                    " are not compared.",
                    count=len(waiting),
                    all=len(sheets),
                )
            )

    def _get_sheets(self):
        """Return the sheets of the scheme and the period that the user reads."""
        return self.env["vsoko.sheet"].search(
            Domain("scheme_id", "=", self.sheet_scheme_id.id)
            & Domain("period_id", "=", self.period_id.id)
        )

    def _get_cells(self):
        if not self.sheet_scheme_id:
            return super()._get_cells()
        teachers = self._get_sheets().teacher_id
        return [scopes.cell("teacher", teacher_id=teacher.id) for teacher in teachers]

    def _prepare_lines(self, cells, rows, indexes, standings):
        lines = super()._prepare_lines(cells, rows, indexes, standings)
        for vals in lines if self.sheet_scheme_id else ():
            vals["error_from"] = vals["error_from"] and "criteria"
            if vals["reason"] == "few_people":
                vals["reason"] = "few_criteria"
        return lines

    def _tell_teachers(self):
        if not self.sheet_scheme_id:
            return super()._tell_teachers()
        return self.env._(
            "The points are those of the final sheets by “%(scheme)s”: they compare what this act"
            " gives points for, not the whole work of a teacher.",
            scheme=self.sheet_scheme_id.display_name,
        )
