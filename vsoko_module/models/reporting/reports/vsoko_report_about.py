from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools.reports.types import REPORT_TYPES

# what a report is about → the field that says it
ABOUT_FIELDS = {
    "class": "class_id",
    "teacher": "teacher_id",
    "subject": "subject_id",
    "association": "association_id",
    "student": "student_id",
    "assessment": "assessment_id",
}
FIXED = {"type", "period_id", "company_id", *ABOUT_FIELDS.values()}


class VsokoReport(models.Model):
    """What a report is about: the school, a class, a teacher, a subject, a pupil…

    A report shows the figures that its author may see, so its own rules give it to those alone
    who may see them too.
    """

    _name = "vsoko.report"
    _inherit = ["vsoko.report", "vsoko.own.mixin", "vsoko.led.mixin"]

    about = fields.Char(compute="_compute_about", store=True, export_string_translation=False)
    class_id = fields.Many2one(
        "vsoko.class", index="btree_not_null", ondelete="restrict", check_company=True
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher", index="btree_not_null", ondelete="restrict", check_company=True
    )
    subject_id = fields.Many2one(
        "vsoko.subject", index="btree_not_null", ondelete="restrict", check_company=True
    )
    association_id = fields.Many2one(
        "vsoko.association", index="btree_not_null", ondelete="restrict", check_company=True
    )
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )

    @api.depends("type")
    def _compute_about(self):
        for report in self:
            report.about = (bool(report.type) and REPORT_TYPES[report.type].about) or False

    @api.constrains("type", *ABOUT_FIELDS.values())
    def _check_about(self):
        for report in self:
            for about, name in ABOUT_FIELDS.items():
                if bool(report[name]) != (report.about == about):
                    field = report._fields[name]._description_string(self.env)
                    raise ValidationError(
                        self.env._("A report of this type needs “%(field)s”.", field=field)
                        if report.about == about
                        else self.env._(
                            "A report of this type does not take “%(field)s”.", field=field
                        )
                    )

    def write(self, vals):
        if FIXED & vals.keys():
            raise AccessError(
                self.env._("What a report is about does not change. Make another report.")
            )
        return super().write(vals)

    def _prepare_name(self, vals):
        names = (name for name in ABOUT_FIELDS.values() if vals.get(name))
        about = next((self[name].browse(vals[name]).name for name in names), None)
        if about is None:
            return super()._prepare_name(vals)
        return self.env._(
            "%(type)s: %(about)s, %(period)s",
            type=self._get_type_name(vals),
            about=about,
            period=self.env["vsoko.period"].browse(vals.get("period_id")).display_name or "",
        )

    def _get_about(self):
        """Return the record that the report is about, empty for the whole school."""
        name = ABOUT_FIELDS.get(self.about)
        return self[name] if name else self.browse()

    def _get_about_name(self):
        """Return the name of what the report is about, empty for the whole school."""
        return self._get_about().name if self.about else ""

    def _prepare_about(self):
        """Return the values with which another report about the same is created."""
        return {name: self[name].id for name in FIXED - {"type"}} | {"type": self.type}

    @api.model
    def _open_about(self, kind, record):
        """Open the user's draft about the record for the last period that has its figures."""
        record.ensure_one()
        name = ABOUT_FIELDS[REPORT_TYPES[kind].about]
        period = self._get_last_period(name, record)
        if not period:
            raise UserError(
                self.env._(
                    "There are no figures of %(name)s that you may see yet.",
                    name=record.display_name,
                )
            )
        try:
            return self._open_last(kind, period, **{name: record.id})
        except AccessError:
            raise AccessError(
                self.env._(
                    "Reports about “%(name)s” are made by the administration, and by the teacher"
                    " whose own class, pupils, lessons or association they are about.",
                    name=record.display_name,
                )
            ) from None

    def _get_last_period(self, name, record):
        known = Domain(name, "=", record.id)
        if name == "association_id":
            known = Domain("subject_id", "in", record.subject_ids.ids)
        known &= Domain("missing_reason", "=", False)
        # pupils are counted from the first day of a year: marks make a period worth a report,
        # but the first grade has none
        marks = Domain("indicator_id.source", "=", "mark")
        Value = self.env["vsoko.indicator.value"]
        figures = Value._read_group(known & marks, ["period_id"])
        figures = figures or Value._read_group(known, ["period_id"])
        periods = self.env["vsoko.period"].union(*(period for (period,) in figures))
        return periods.sorted(lambda period: (period.date_end, period.date_start))[-1:]

    @api.model
    def _open_last(self, kind, period, **about):
        """Open the draft (about a part of the school: the user's own one), else the approved
        report, which a new version of it corrects; make a draft when there is neither."""
        known = Domain("type", "=", kind) & Domain("period_id", "=", period.id)
        known &= Domain.AND(Domain(name, "=", key) for name, key in about.items())
        mine = Domain("author_id", "=", self.env.uid) if about else Domain.TRUE
        report = self.search(known & mine & Domain("state", "=", "draft"), limit=1)
        report = report or self.search(
            known & Domain("state", "!=", "draft"), order="version desc, id desc", limit=1
        )
        if report:
            return report._get_form_action()
        return self._open_new(kind, period, **about)

    @api.model
    def _open_new(self, kind, period, **about):
        """Make a draft of the type for the period and open it.

        The caller has looked for one; who makes the same at this moment is waited for by the
        record that the report is about.
        """
        records = [
            self.env[self._fields[name].comodel_name].browse(key) for name, key in about.items()
        ]
        for record in records or [period]:
            record._take_turn()
        vals = {"type": kind, "period_id": period.id, "company_id": period.company_id.id}
        return self.create(vals | about)._get_form_action()

    def _get_form_action(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }

    def _get_own_condition(self, alias):
        """What concerns a teacher: own class and its pupils, own lessons, own association."""
        return SQL(
            """(%(teacher)s IN (%(teachers)s)
                OR %(class)s IN (%(homeroom)s)
                OR %(association)s IN (
                    SELECT own_association.id FROM vsoko_association own_association
                     WHERE own_association.head_id IN (%(teachers)s))
                OR %(student)s IN (
                    SELECT own_enrolment.student_id FROM vsoko_enrolment own_enrolment
                     WHERE own_enrolment.class_id IN (%(homeroom)s)))""",
            **{
                "teachers": self._get_own_teachers_sql(),
                "homeroom": self._get_homeroom_sql(),
                "teacher": SQL.identifier(alias, "teacher_id"),
                "class": SQL.identifier(alias, "class_id"),
                "association": SQL.identifier(alias, "association_id"),
                "student": SQL.identifier(alias, "student_id"),
            },
        )
