from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools import scopes
from ....tools.forms.marks import SCOPES, FormNumber, parse_marks
from ....tools.readers.names import parse_class, read_class
from ...school.vsoko_class import LEVELS
from .form_context import FormContext

# part of a figure → its column
COLUMNS = {"value": "value", "count": "numerator", "base": "denominator"}
# kinds of figures that rest on no base
WITHOUT_BASE = ("count", "distinct_students", "sum")


class VsokoSubmissionFormCell(models.Model):
    """What stands in a cell of a form: a heading, or a figure of an indicator in a breakdown.

    Classes go by their names and indicators by their codes: a form is used for years, and both
    have new records in each of them.
    """

    _name = "vsoko.submission.form.cell"
    _description = "Cell of a form"
    _order = "form_id, sequence, id"
    _check_company_auto = True

    form_id = fields.Many2one(
        "vsoko.submission.form", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="form_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10000, aggregator=None)
    sheet = fields.Char(required=True)
    cell = fields.Char(required=True, help="For example B5")
    # which mark of the cell, from 0
    place = fields.Integer(aggregator=None)
    text = fields.Char(string="Mark in the file", readonly=True)
    kind = fields.Selection(
        [
            ("figure", "Figure"),
            ("school", "Name of the school"),
            ("period", "Name of the period"),
            ("year", "School year"),
            ("start", "First day of the period"),
            ("end", "Last day of the period"),
            ("date", "Date of filling"),
            ("status", "Approved or preliminary"),
        ],
        string="What to write",
    )
    code = fields.Char(string="Code of the indicator")
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Indicator",
        compute="_compute_indicator_id",
        inverse="_inverse_indicator_id",
        domain="[('id', 'in', possible_indicator_ids)]",
    )
    possible_indicator_ids = fields.Many2many(
        "vsoko.indicator",
        compute="_compute_possible_indicator_ids",
    )
    part = fields.Selection(
        [("value", "Value"), ("count", "Number (numerator)"), ("base", "Base (denominator)")],
        string="Part of the figure",
        default="value",
    )
    level = fields.Selection(LEVELS, string="Level of education")
    grade = fields.Selection([(str(number), str(number)) for number in range(1, 12)])
    class_name = fields.Char(string="Class", help="For example 5А")
    subject_id = fields.Many2one("vsoko.subject", string="Subject", check_company=True)
    problem = fields.Text(compute="_compute_problem")

    _place_uniq = models.Constraint(
        "UNIQUE(form_id, sheet, cell, place)", "This cell of the form already has a line."
    )

    @api.depends("form_id")
    def _compute_possible_indicator_ids(self):
        for form, lines in self.grouped("form_id").items():
            indicators = FormContext(form, form.period_id).indicators
            lines.possible_indicator_ids = [indicator.id for indicator in indicators.values()]

    @api.depends("code", "form_id.period_id")
    def _compute_indicator_id(self):
        for form, lines in self.grouped("form_id").items():
            indicators = FormContext(form, form.period_id).indicators
            for line in lines:
                line.indicator_id = indicators.get(line.code)

    def _inverse_indicator_id(self):
        for line in self:
            line.code = line.indicator_id.code
            if line.code:
                line.kind = "figure"

    @api.depends(
        "kind", "code", "part", "level", "grade", "class_name", "subject_id", "sheet", "cell",
        "text", "form_id.file", "form_id.period_id",
    )  # fmt: skip
    def _compute_problem(self):
        for form, lines in self.grouped("form_id").items():
            context = FormContext(form, form.period_id)
            for line in lines:
                line.problem = line._find_problem(context)

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._clean(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._clean(vals))

    @api.constrains("sheet", "cell", "text")
    def _check_place(self):
        """Raise when a line was added for, or moved to, a place that cannot be filled."""
        for form, lines in self.grouped("form_id").items():
            book = form._open_book()
            for line in lines:
                if line.text:
                    if line.text not in book.text(*line._get_place()):
                        raise ValidationError(
                            self.env._("The place of a mark is given by the file of the form.")
                        )
                elif problem := book.problem(*line._get_place()):
                    raise ValidationError(
                        self.env._(
                            "%(sheet)s, %(cell)s: %(problem)s",
                            sheet=line.sheet,
                            cell=line.cell,
                            problem=problem.message(self.env._),
                        )
                    )

    @api.constrains("level", "grade", "class_name", "subject_id")
    def _check_breakdown(self):
        for line in self:
            if line._get_scope() is None:
                raise ValidationError(
                    self.env._(
                        "%(sheet)s, %(cell)s: choose a level, a grade, a class, a subject, or a"
                        " class with a subject.",
                        sheet=line.sheet,
                        cell=line.cell,
                    )
                )

    def _clean(self, vals):
        """Return the values with the address and the class in the spelling of the program."""
        vals = dict(vals)
        if vals.get("cell"):
            vals["cell"] = vals["cell"].strip().upper()
        if vals.get("class_name"):
            name = parse_class(vals["class_name"])
            if not name or not name.letter:
                raise ValidationError(
                    self.env._(
                        "«%(text)s» is not a class. Write it as 5А.", text=vals["class_name"]
                    )
                )
            vals["class_name"] = str(name)
        return vals

    @api.model
    def _prepare_mark(self, key, mark, subjects):
        """Return the values of the line of a mark; nothing is bound when it is not understood.

        :param subjects: matcher of the subjects of the school
        """
        sheet, cell, place, text = key
        vals = {"sheet": sheet, "cell": cell, "place": place, "text": text}
        subject_id = subjects.match(mark.subject).key if mark.subject else False
        if mark.problem or (mark.subject and not subject_id):
            return vals
        if mark.heading:
            return vals | {"kind": mark.heading}
        return vals | {
            "kind": "figure",
            "code": mark.code,
            "part": mark.part,
            "level": mark.level or False,
            "grade": str(mark.grade) if mark.grade else False,
            "class_name": mark.class_name or False,
            "subject_id": subject_id,
        }

    def _get_place(self):
        """Return (sheet, cell); both are empty in a line that is just being added."""
        return self.sheet or "", self.cell or ""

    def _get_key(self):
        return (self.sheet, self.cell, self.place, self.text)

    def _get_scope(self):
        """Return the scope of the figure; None for a breakdown that does not exist."""
        named = {
            "level": self.level,
            "grade": self.grade,
            "class": self.class_name,
            "subject": self.subject_id,
        }
        return SCOPES.get(frozenset(name for name, value in named.items() if value))

    def _find_problem(self, context):
        """Return in words why the cell would stay without a figure; False when all is well.

        :param context: ``FormContext`` of the form
        """
        place = context.book.problem(*self._get_place())
        if place:
            return place.message(self.env._)
        if not self.kind:
            return self._explain_mark(context)
        if self.kind != "figure":
            return False
        if not self.code:
            return self.env._("Choose the indicator.")
        indicator = context.indicators.get(self.code)
        if not indicator:
            return self.env._(
                "The system of indicators has no code “%(code)s”. Choose the indicator.",
                code=self.code,
            )
        return self._find_figure_problem(context, indicator)

    def _find_figure_problem(self, context, indicator):
        if not indicator.has_source:
            return self.env._("The program has no facts for this indicator yet.")
        if self._get_scope() not in indicator._get_scopes():
            return self.env._("The indicator is not counted in this breakdown.")
        if self._lacks_part(indicator):
            return self.env._("The indicator has no such part: only the value.")
        if self.class_name and context.period and self._get_class_key() not in context.classes:
            return self.env._(
                "There is no class %(name)s in the year of the period.", name=self.class_name
            )
        return False

    def _get_figure_cell(self, classes):
        """Return the key of the cell of the figure.

        :param classes: ids of the classes of the year of the period by the keys of their names
        """
        return scopes.cell(
            self._get_scope(),
            level=self.level,
            grade=self.grade,
            class_id=classes.get(self._get_class_key()),
            subject_id=self.subject_id.id,
        )

    def _get_class_key(self):
        return read_class(self.class_name).key if self.class_name else False

    def _get_number(self, figure, indicator):
        """Return what to write of a figure, None when it is missing."""
        number = getattr(figure, COLUMNS[self.part]) if figure and figure.is_known else None
        if number is None:
            return None
        if self.part == "value":
            return FormNumber(number, indicator.digits, indicator.unit == "percent")
        # people are counted in whole numbers, but a numerator may also be a sum of points
        return FormNumber(number, 0 if number.is_integer() else 2)

    def _lacks_part(self, indicator):
        if indicator.kind == "formula":
            return self.part in ("count", "base")
        return self.part == "base" and indicator.aggregate in WITHOUT_BASE

    def _explain_mark(self, context):
        """Return what is wrong with the mark that nobody has corrected by hand yet."""
        marks = parse_marks(self.text or "")
        if not marks:
            return self.env._("Say what to write.")
        if marks[0].problem:
            return marks[0].problem.message(self.env._)
        close = context.subjects.match(marks[0].subject).keys
        names = self.env["vsoko.subject"].browse(dict.fromkeys(close)).mapped("name")
        return self.env._(
            "The subject “%(text)s” is not known. Choose it. Similar: %(names)s.",
            text=marks[0].subject,
            names=", ".join(names) or "—",
        )
