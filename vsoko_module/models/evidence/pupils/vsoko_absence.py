from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools.absences import Missed, count_twice
from ....tools.school_days import count_school_days
from ..optional_numbers import OptionalInteger

REASONS = [
    ("illness", "Illness"),
    ("family", "Family reasons"),
    ("permitted", "With permission"),
    ("unexcused", "Without a good reason"),
]


class VsokoAbsence(models.Model):
    """Days and lessons that one pupil missed, or all pupils of a class together.

    What the journal gives for a class is kept as it is: days of all its pupils between two days
    for one reason. A class has one kind of lines for the same days, so nothing counts twice.
    """

    _name = "vsoko.absence"
    _inherit = ["vsoko.register.mixin", "vsoko.own.mixin"]
    _description = "Absence"
    _order = "date desc, class_id, id desc"
    _rec_names_search = ["student_id", "class_id"]
    _name_parts = ("student_id", "class_id", "date")

    student_id = fields.Many2one(
        "vsoko.student", string="Pupil", index=True, ondelete="restrict", check_company=True
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="All of the class",
        index=True,
        ondelete="restrict",
        check_company=True,
        help="The line is the sum of all pupils of the class",
    )
    date = fields.Date(string="First day", required=True, default=fields.Date.context_today)
    date_to = fields.Date(
        string="Last day",
        compute="_compute_date_to",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    reason = fields.Selection(
        REASONS,
        required=True,
        default="illness",
    )
    days = fields.Integer(
        compute="_compute_days",
        store=True,
        readonly=False,
        precompute=True,
        aggregator="sum",
        help="School days missed; of a class those of all its pupils. Without a number: all days"
        " from Monday to Saturday between the two",
    )
    lessons = OptionalInteger(aggregator="sum", help="Empty: not known")

    _one_of_two = models.Constraint(
        "CHECK((student_id IS NULL) <> (class_id IS NULL))",
        "An absence is that of one pupil or of all of a class: choose one of them.",
    )
    _dates_order = models.Constraint(
        "CHECK(date_to >= date)", "The last day of an absence must not be before the first."
    )
    _numbers = models.Constraint(
        "CHECK(COALESCE(days, 0) >= 0 AND COALESCE(lessons, 0) >= 0)",
        "Missed days and lessons are not negative.",
    )

    # whether a register is kept by a day, and what there was in years before it
    _company_date_idx = models.Index("(company_id, date)")

    @api.depends("date")
    def _compute_date_to(self):
        for line in self:
            line.date_to = max(filter(None, (line.date, line.date_to)), default=False)

    @api.depends("date", "date_to", "student_id")
    def _compute_days(self):
        for line in self:
            if line.student_id and line.date and line.date_to:
                line.days = count_school_days(line.date, line.date_to)

    @api.depends("student_id", "class_id", "date")
    def _compute_display_name(self):
        for line in self:
            who = line.student_id.name or line.class_id.name
            line.display_name = f"{who}, {line.date:%d.%m.%Y}" if line.date else who

    @api.constrains("student_id", "class_id", "date", "date_to", "reason", "days")
    def _check_counted_once(self):
        """Refuse days of a pupil that another own line, or one of the class, has."""
        for line in self:
            twice = self.search(line._get_same_days_domain()).filtered(line._counts_days_of)[:1]
            if twice:
                raise ValidationError(
                    self.env._(
                        "These days are there already: %(line)s. Correct that line instead, so that"
                        " no day counts twice.",
                        line=twice.display_name,
                    )
                )

    def _counts_days_of(self, other):
        """Whether a line with days in common counts them too: sums of other reasons do not."""
        is_same_pupil = self.student_id and self.student_id == other.student_id
        return not is_same_pupil or count_twice(self._get_missed(), other._get_missed())

    def _get_missed(self):
        """Return the line as a `Missed`."""
        return Missed(self.date, self.date_to, self.reason, self.days)

    def _get_same_days_domain(self):
        """Return the domain of the lines that would count the same days of the same pupils."""
        days = Domain("date", "<=", self.date_to) & Domain("date_to", ">=", self.date)
        others = days & Domain("id", "!=", self.id) & Domain("company_id", "=", self.company_id.id)
        if self.student_id:
            stays = self.student_id.enrolment_ids.filtered(
                lambda stay: (
                    stay.date_from <= self.date_to
                    and (not stay.date_to or stay.date_to > self.date)
                )
            )
            same = Domain("student_id", "=", self.student_id.id)
            return others & (same | Domain("class_id", "in", stays.class_id.ids))
        same = Domain("class_id", "=", self.class_id.id) & Domain("reason", "=", self.reason)
        pupils = self.class_id.enrolment_ids.student_id
        return others & (same | Domain("student_id", "in", pupils.ids))

    def _get_own_condition(self, alias):
        return SQL(
            "(%s IN (%s) OR %s IN (%s))",
            SQL.identifier(alias, "student_id"),
            self.env["vsoko.student"]._get_own_pupils_sql(),
            SQL.identifier(alias, "class_id"),
            self._get_homeroom_sql(),
        )
