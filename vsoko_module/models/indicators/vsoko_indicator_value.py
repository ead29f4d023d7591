from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

from ...tools import scopes

# why a class is not compared with another period: other pupils were in it then
BARRIERS = [
    ("merged", "The class is merged"),
    ("divided", "The class is divided"),
    ("other", "Other pupils were in the class"),
]
# a list of Odoo has so many
ROWS_OF_A_PAGE = 80


class VsokoIndicatorValue(models.Model):
    """One figure: an indicator in one cell of one period, with all that explains it.

    Only a calculation writes here, by sets of rows; people read.
    """

    _name = "vsoko.indicator.value"
    _inherit = ["vsoko.figure.mixin", "vsoko.own.mixin", "vsoko.led.mixin"]
    _description = "Value of an indicator"
    _order = "period_id, indicator_id, scope, level, grade, class_id, subject_id, id"
    _rec_names_search = ["indicator_id"]
    _log_access = False
    _locked_with = ("period_id",)

    previous_barrier = fields.Selection(
        BARRIERS, string="Not compared with the previous period", readonly=True
    )
    last_year_barrier = fields.Selection(
        BARRIERS, string="Not compared with a year before", readonly=True
    )
    run_id = fields.Many2one(
        "vsoko.calculation",
        string="Calculation",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
        help="The calculation that last changed the figure",
    )
    run_date = fields.Datetime(related="run_id.date_start", string="Calculated on")
    # which rows were counted at the approval, see `engine.digests`; empty before the first one and
    # where that was before the program kept it
    digest = fields.Char(readonly=True, exportable=False)
    criterion_id = fields.Many2one(related="indicator_id.criterion_id")
    object_id = fields.Many2one(related="indicator_id.object_id")
    cell_name = fields.Char(string="Where", compute="_compute_cell_name")

    _cell_uniq = models.Constraint(
        "UNIQUE(period_id, indicator_id, cell)", "The figure of this cell already exists."
    )
    _class_idx = models.Index("(class_id, period_id) WHERE class_id IS NOT NULL")
    _teacher_idx = models.Index("(teacher_id, period_id) WHERE teacher_id IS NOT NULL")
    _student_idx = models.Index("(student_id, period_id) WHERE student_id IS NOT NULL")

    @api.depends("scope", "level", "grade", "class_id", "subject_id", "teacher_id", "student_id")
    def _compute_cell_name(self):
        for figure in self:
            figure.cell_name = figure._get_cell_name("display_name")

    def _get_cell_name(self, field="name"):
        """Return the name of the cell for people; ``field`` is what records are called by."""
        names = [self._get_part_name(key, self[key], field) for key in scopes.SCOPES[self.scope]]
        return ", ".join(names) or self._get_label("scope", self.scope)

    @api.model
    def _get_part_name(self, name, part, field="name"):
        """Return the name for people of one dimension of a cell: a record, a level or a grade."""
        if isinstance(part, models.BaseModel):
            return part[field]
        if name == "grade":
            return self.env._("Grade %(grade)s", grade=part)
        return self._get_label(name, part)

    @api.model
    def _get_label(self, name, key):
        return dict(self._fields[name]._description_selection(self.env))[key]

    @api.model
    def _get_dimension(self, model):
        """Return the column of figures that names records of the model, None without one."""
        relations = {self._fields[name].comodel_name: name for name in scopes.DIMENSIONS}
        return relations.get(model)

    @api.depends("indicator_id.name", "cell_name", "period_id")
    def _compute_display_name(self):
        for figure in self:
            figure.display_name = f"{figure.indicator_id.name}: {figure.cell_name}"

    def _get_cell_domain(self):
        """Return the domain of the facts of this cell."""
        self.ensure_one()
        keys = scopes.SCOPES[self.scope]
        return Domain.AND([Domain(key, "=", self._get_key(key)) for key in keys])

    def _get_key(self, name):
        value = self[name]
        return value.id if isinstance(value, models.BaseModel) else value

    def action_open_rows(self):
        """Open the rows that were counted, as far as the user may read them.

        A measure opens the rows of its base; a formula opens the figures it is made of.
        """
        self.ensure_one()
        self.check_access("read")
        indicator = self.indicator_id
        if indicator.kind == "formula":
            return self._open_operands()
        fact = indicator._get_fact_model()
        if not fact.has_access("read"):
            raise AccessError(
                self.env._(
                    "The records behind “%(name)s” are closed: only those who keep them read them."
                    " You see the number.",
                    name=indicator.name,
                )
            )
        domain = (
            fact._get_period_domain(self.period_id)
            & self._get_cell_domain()
            & indicator._get_counted_domain()
        )
        return self._open_action(
            f"vsoko_module.vsoko_fact_{indicator.source}_action",
            self.display_name,
            domain=list(domain),
            context={"create": False, "group_by": self._get_row_groups(fact)},
        )

    def _get_row_groups(self, fact):
        """Return by what the rows are grouped: those of a page at once, more by class and pupil."""
        known = fact._fact_dimensions
        if self.n <= ROWS_OF_A_PAGE or "class_id" not in known:
            return []
        # a source without subjects has one row of a pupil
        groups = ("class_id", "student_id") if "subject_id" in known else ("class_id",)
        return [name for name in groups if name not in scopes.SCOPES[self.scope]]

    def _open_operands(self):
        operands = self.indicator_id._get_operands()
        return self._open_action(
            "vsoko_module.vsoko_indicator_value_action",
            self.display_name,
            domain=[
                ("period_id", "=", self.period_id.id),
                ("cell", "=", self.cell),
                ("indicator_id", "in", operands.ids),
            ],
            context={},
        )

    def _get_led_condition(self, alias):
        """Subjects of the association, and what is said of each of its teachers as a whole."""
        return SQL(
            "(%s OR (%s = 'teacher' AND %s IN (%s)))",
            super()._get_led_condition(alias),
            SQL.identifier(alias, "scope"),
            SQL.identifier(alias, "teacher_id"),
            self._get_led_teachers_sql(),
        )

    def _get_own_condition(self, alias):
        """What concerns a teacher: own classes, own lessons, own pupils and the teacher.

        Who has given lessons away keeps the figures of the periods that ended before that.
        """
        lessons = SQL(
            """SELECT own_period.id, own_lesson.class_id, own_lesson.subject_id
                 FROM vsoko_teaching own_lesson
                 JOIN vsoko_period own_period ON own_period.company_id = own_lesson.company_id
                WHERE own_lesson.teacher_id IN (%s)
                  AND (own_lesson.date_to IS NULL
                       OR own_lesson.date_to >= LEAST(%s, own_period.date_end))""",
            self._get_own_teachers_sql(),
            fields.Date.context_today(self),
        )
        return SQL(
            """(%(teacher)s IN (%(teachers)s)
                OR %(class)s IN (%(homeroom)s)
                OR (%(scope)s = 'class' AND (%(period)s, %(class)s) IN (
                    SELECT own.id, own.class_id FROM (%(lessons)s) own))
                OR (%(scope)s = 'subject' AND (%(period)s, %(subject)s) IN (
                    SELECT own.id, own.subject_id FROM (%(lessons)s) own))
                OR (%(scope)s = 'class_subject'
                    AND (%(period)s, %(class)s, %(subject)s) IN (%(lessons)s))
                OR (%(scope)s = 'student' AND %(student)s IN (
                    SELECT own_enrolment.student_id FROM vsoko_enrolment own_enrolment
                     WHERE own_enrolment.class_id IN (%(homeroom)s))))""",
            **{
                "teachers": self._get_own_teachers_sql(),
                "homeroom": self._get_homeroom_sql(),
                "lessons": lessons,
                "scope": SQL.identifier(alias, "scope"),
                "period": SQL.identifier(alias, "period_id"),
                "teacher": SQL.identifier(alias, "teacher_id"),
                "class": SQL.identifier(alias, "class_id"),
                "subject": SQL.identifier(alias, "subject_id"),
                "student": SQL.identifier(alias, "student_id"),
            },
        )
