from odoo import fields, models
from odoo.tools import SQL

from ...evidence.optional_numbers import OptionalFloat
from ...mixins.row_ids import row_id

# the period of a form, or the calendar year in which its school year ended
MEETS_PERIOD = SQL(
    "period.company_id = own.company_id AND (period.id = own.id OR period.kind = 'calendar_year'"
    " AND own.kind = 'year' AND own.date_end BETWEEN period.date_start AND period.date_end)"
)


class VsokoFactDataValue(models.Model):
    """One row per value of a statistical form that is complete; what is left out has no row.

    A form belongs to one period, so a value is a fact of this period, and that of a school year
    also of the calendar year in which the school year ended. The grade and level of a cell are
    those of its class, so classes add up to grades, levels and the school.
    """

    _name = "vsoko.fact.data_value"
    _inherit = ["vsoko.fact"]
    _auto = False
    _log_access = False
    _description = "Statistical forms"
    _order = "period_id, element_id, class_id, id"
    _rec_name = "element_id"
    _fact_dimensions = ("level", "grade", "class_id")
    _fact_of_people = False
    _depends = {
        "vsoko.data.value": [
            "form_id",
            "element_id",
            "state",
            "value_number",
            "choice_id",
            "level",
            "grade",
            "class_id",
            "option_id",
        ],
        "vsoko.data.form": [
            "state",
            "period_id",
            "company_id",
            "set_id",
            "class_id",
            "expected",
        ],
        "vsoko.data.element": ["code", "value_type", "breakdown"],
        "vsoko.data.option": ["points"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["kind", "company_id", "date_start", "date_end"],
    }

    form_id = fields.Many2one("vsoko.data.form", string="Form", readonly=True)
    element_id = fields.Many2one("vsoko.data.element", string="Element", readonly=True)
    element_code = fields.Char(string="Code of the element", readonly=True)
    option_id = fields.Many2one("vsoko.data.option", string="Line", readonly=True)
    value = fields.Float(readonly=True, aggregator=None)
    percent = OptionalFloat(
        string="Degree, %",
        readonly=True,
        aggregator=None,
        help="Of an answer: yes 100, partly 50, no 0; of a percentage itself",
    )
    is_confirmed = fields.Boolean(string="Unchanged since last time", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   form.company_id,
                   period.id AS period_id,
                   COALESCE(value.level, class.level, CASE
                       WHEN element.breakdown <> 'grade' THEN NULL
                       WHEN value.grade <= 4 THEN 'noo'
                       WHEN value.grade <= 9 THEN 'ooo' ELSE 'soo' END) AS level,
                   CASE element.breakdown WHEN 'grade' THEN value.grade
                        WHEN 'class' THEN class.grade END AS grade,
                   value.class_id,
                   %(blank)s,
                   form.id AS form_id,
                   value.element_id,
                   element.code AS element_code,
                   value.option_id,
                   COALESCE(answer.points::numeric, value.value_number) AS value,
                   CASE element.value_type WHEN 'choice' THEN 100 * answer.points::numeric
                        WHEN 'yes_no' THEN 100 * value.value_number
                        WHEN 'percent' THEN value.value_number END AS percent,
                   value.state = 'confirmed' AS is_confirmed
              FROM vsoko_data_value value
              JOIN vsoko_data_form form ON form.id = value.form_id
              JOIN vsoko_period own ON own.id = form.period_id
              JOIN vsoko_period period ON %(meets)s
              JOIN vsoko_data_element element ON element.id = value.element_id
              LEFT JOIN vsoko_class class ON class.id = value.class_id
              LEFT JOIN vsoko_data_option answer ON answer.id = value.choice_id
             WHERE value.state IN ('entered', 'confirmed')
               AND form.state IN ('complete', 'checked', 'locked')
               AND (form.class_id IS NULL OR (form.set_id, form.period_id) NOT IN (
                    SELECT other.set_id, other.period_id FROM vsoko_data_form other
                     WHERE other.expected > 0
                       AND other.state NOT IN ('complete', 'checked', 'locked') AND %(others)s))
               AND element.value_type NOT IN ('date', 'text', 'file')
               AND %(forms)s AND %(periods)s
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id", "student_id"),
            id=row_id(SQL("value.id"), SQL("period.id")),
            meets=MEETS_PERIOD,
            forms=_forms_of(narrowing),
            others=_of_periods(narrowing, "other"),
            periods=narrowing.of("period.company_id", "period.id"),
        )


def _forms_of(narrowing):
    """Return the condition that a value is of a form of one of the periods that are asked for."""
    asked = SQL(
        "value.form_id = ANY(ARRAY(SELECT asked.id FROM vsoko_data_form asked WHERE %s))",
        _of_periods(narrowing, "asked"),
    )
    own = _of_periods(narrowing, "form")
    return own if narrowing.periods is None else SQL("%s AND %s", own, asked)


def _of_periods(narrowing, form):
    """Return the condition that a form is of one of the periods that are asked for."""
    if narrowing.periods is None:
        return narrowing.of(f"{form}.company_id")
    return SQL(
        """%s = ANY(ARRAY(SELECT own.id FROM vsoko_period period JOIN vsoko_period own ON %s
                           WHERE period.id = ANY(%s)))""",
        SQL.identifier(form, "period_id"),
        MEETS_PERIOD,
        list(narrowing.periods),
    )
