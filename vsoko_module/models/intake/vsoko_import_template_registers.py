from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...tools.writers.register_files import REGISTERS, register_table

# what a table needs to be told, besides the school
OF_YEAR = (
    "achievements",
    "graduates",
    "programme_pupils",
    "class_absences",
    "pupil_missed_days",
    "pupil_absences",
    "consents",
    "injuries",
    "upbringing",
)
OF_PERIOD = ("class_absences", "pupil_missed_days")
OF_CLASS = ("pupil_missed_days",)
_STAFF = {"name": "teacher_id.name"}
_PUPIL = {"name": "student_id.name", "class_name": "student_id.class_id.name"}
# of each kind the register, and what its columns are where no field is called so
LINES = {
    "staff_education": (
        "vsoko.staff.education",
        _STAFF | {"subjects": "matches_subject_ids.name"},
    ),
    "staff_attestation": ("vsoko.staff.attestation", _STAFF),
    "staff_courses": ("vsoko.staff.course", _STAFF),
    "staff_events": ("vsoko.staff.event", _STAFF | {"title": "name"}),
    "achievements": (
        "vsoko.achievement",
        {
            "name": "student_ids.name",
            "class_name": "student_ids.class_id.name",
            "subject": "subject_id.name",
            "day": "date",
            "teacher": "mentor_ids.name",
        },
    ),
    "graduates": ("vsoko.graduate", _PUPIL | {"day": "date"}),
    "programme_pupils": (
        "vsoko.programme.enrolment",
        _PUPIL
        | {
            "programme": "programme_id.name",
            "direction": "programme_id.direction",
            "teacher": "programme_id.teacher_id.name",
        },
    ),
    "pupil_absences": ("vsoko.absence", _PUPIL),
    "consents": ("vsoko.consent", _PUPIL),
    # hours as a number are no time of day for people
    "injuries": ("vsoko.injury", _PUPIL | {"time": ""}),
    "upbringing": ("vsoko.upbringing", {"class_name": "class_id.name"}),
}


class VsokoImportTemplate(models.TransientModel):
    """Tables of the registers, with the lines that are there; the import reads them back."""

    _inherit = "vsoko.import.template"

    kind = fields.Selection(
        selection_add=[
            ("staff_education", "Diplomas of staff"),
            ("staff_attestation", "Attestation of staff"),
            ("staff_experience", "Pedagogic experience of staff"),
            ("staff_courses", "Courses of staff"),
            ("staff_events", "Events of staff"),
            ("achievements", "Achievements of pupils"),
            ("graduates", "Graduates"),
            ("programme_pupils", "Pupils of programmes"),
            ("class_absences", "Missed days by classes"),
            ("pupil_missed_days", "Missed days of pupils in a period"),
            ("pupil_absences", "Absences of pupils"),
            ("consents", "Consents"),
            ("injuries", "Accidents of pupils"),
            ("upbringing", "Levels of upbringing by classes"),
        ],
        ondelete=dict.fromkeys(REGISTERS, "cascade"),
    )
    needs_year = fields.Boolean(compute="_compute_needs")
    needs_period = fields.Boolean(compute="_compute_needs")
    needs_class = fields.Boolean(compute="_compute_needs")

    @api.depends("kind")
    def _compute_needs(self):
        for choice in self:
            choice.needs_class = choice.kind in ("marks", *OF_CLASS)
            choice.needs_period = choice.kind in ("marks", *OF_PERIOD)
            choice.needs_year = choice.kind in ("marks", "contingent", "load", *OF_YEAR)

    def _build(self, kind, year, school_class, period):
        if kind not in REGISTERS:
            return super()._build(kind, year, school_class, period)
        self.env["vsoko.import"].check_access("create")
        if (kind in OF_YEAR and not year) or (kind in OF_PERIOD and not period):
            raise UserError(self.env._("Choose the school year and the period."))
        if kind in OF_CLASS and not school_class:
            raise UserError(self.env._("Choose the class and the period."))
        name = REGISTERS[kind].title
        if kind == "class_absences":
            records = [{"class_name": one.name} for one in year.class_ids.sorted()]
        elif kind == "pupil_missed_days":
            records = self._list_pupils(school_class, period)
        elif kind == "staff_experience":
            records = self._list_experience()
        else:
            records = self._list_lines(kind, year)
        titles = [f"Период: {period.name} {year.name}"] if kind in OF_PERIOD else ()
        return f"{name}.xlsx", register_table(kind, records, titles)

    def _list_lines(self, kind, year):
        """The lines of a register as dicts by the columns of its table."""
        model, columns = LINES[kind]
        own = Domain("company_id", "=", self.env.company.id)
        domain = own & (_of_year(kind, year) if kind in OF_YEAR else Domain.TRUE)
        if kind == "achievements":
            domain &= Domain("is_team", "=", False)
        if kind == "pupil_absences":
            domain &= Domain("student_id", "!=", False)
        labels = REGISTERS[kind].labels
        return [
            {column: _value(line, columns.get(column, column)) for column in labels}
            | ({"result": line.category or line.kind} if kind == "staff_attestation" else {})
            for line in self.env[model].search(domain)
        ]

    def _list_pupils(self, school_class, period):
        stays = self.env["vsoko.enrolment"]
        present = stays._get_present_domain(period.date_end)
        pupils = stays.search(Domain("class_id", "=", school_class.id) & present).student_id
        return [
            {"name": pupil.name, "class_name": school_class.name} for pupil in pupils.sorted("name")
        ]

    def _list_experience(self):
        """A row for each break, and one for who has none."""
        lines = self.env["vsoko.staff.experience"].search(
            [("company_id", "=", self.env.company.id)]
        )
        for line in lines:
            known = {"name": line.teacher_id.name, "date_from": line.date_from}
            gaps = [
                {"gap_from": gap.date_from, "gap_to": gap.date_to, "reason": gap.reason}
                for gap in line.gap_ids
            ]
            yield from (known | gap for gap in gaps or [{}])


def _value(line, path):
    """The value of a field, or what it is in the records that a path leads to; None without one."""
    names, _dot, field = path.rpartition(".")
    if not names:
        return line[field] if field in line._fields else None
    values = [record[field] for record in line.mapped(names) if record[field]]
    return ", ".join(values)


def _of_year(kind, year):
    path = "programme_id.year_id" if kind == "programme_pupils" else "year_id"
    return Domain(path, "=", year.id)
