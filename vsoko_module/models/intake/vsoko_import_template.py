from urllib.parse import urlencode

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...tools.russian_order import order_key
from ...tools.writers import import_files
from ..evidence.vsoko_mark import NO_MARK
from .loaders.codifier import MODELS as CODIFIERS

# official words of staff lists: data, the same in every language of the interface
GENDERS = {"male": "М", "female": "Ж"}
EDUCATION = {"higher": "высшее", "secondary": "среднее профессиональное", "other": "иное"}
CATEGORIES = {
    "highest": "высшая",
    "first": "первая",
    "conformity": "соответствие занимаемой должности",
    "none": "без категории",
}


class VsokoImportTemplate(models.TransientModel):
    """Files to fill in, with what the program knows already; the import reads them back."""

    _name = "vsoko.import.template"
    _description = "Template of an import"
    _check_company_auto = True

    kind = fields.Selection(
        [
            ("marks", "Marks of a class and a period"),
            ("contingent", "List of pupils"),
            ("staff", "List of staff"),
            ("load", "Teaching load"),
            ("codifier", "Codifiers of subjects"),
        ],
        required=True,
        default="marks",
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        check_company=True,
        default=lambda self: self._default_year_id(),
    )
    class_id = fields.Many2one("vsoko.class", check_company=True)
    period_id = fields.Many2one("vsoko.period", check_company=True)

    def _default_year_id(self):
        return self.env["vsoko.year"].search(
            [("company_id", "=", self.env.company.id), ("state", "=", "current")], limit=1
        )

    @api.onchange("year_id")
    def _onchange_year_id(self):
        if self.class_id.year_id != self.year_id:
            self.class_id = False
        if self.period_id.year_id != self.year_id:
            self.period_id = False

    def action_download(self):
        self.ensure_one()
        query = {
            "year_id": self.year_id.id or "",
            "class_id": self.class_id.id or "",
            "period_id": self.period_id.id or "",
        }
        return self._open_address(
            f"/vsoko/import/template/{self.kind}?{urlencode(query)}", "download"
        )

    @api.model
    def _build(self, kind, year, school_class, period):
        """``(file name, bytes)`` of a template.

        :raise UserError: when the year, or for marks the class or the period, is missing
        """
        self.env["vsoko.import"].check_access("create")
        if kind == "staff":
            return "Кадры.xlsx", self._build_staff()
        if kind == "codifier":
            return "Кодификаторы.xlsx", self._build_codifier()
        if not year:
            raise UserError(self.env._("Choose the school year."))
        name = year.name.replace("/", "-")
        if kind == "contingent":
            return f"Контингент {name}.xlsx", self._build_contingent(year)
        if kind == "load":
            return f"Нагрузка {name}.xlsx", self._build_load(year)
        if not (school_class and period):
            raise UserError(self.env._("Choose the class and the period."))
        return (
            f"Отметки {school_class.name} {period.name}.xlsx",
            self._build_marks(school_class, period),
        )

    def _build_marks(self, school_class, period):
        """Pupils of the class on the last day of the period, subjects of its load and marks."""
        Enrolment = self.env["vsoko.enrolment"]
        pupils = Enrolment.search(
            Domain("class_id", "=", school_class.id)
            & Enrolment._get_present_domain(period.date_end)
        ).student_id.sorted("name")
        marks = self.env["vsoko.mark"].search(
            [("class_id", "=", school_class.id), ("period_id", "=", period.id)]
        )
        subjects = (school_class.teaching_ids.subject_id | marks.subject_id).sorted()
        by_pupil = {}
        for mark in marks.filtered(lambda mark: mark.status != NO_MARK):
            by_pupil.setdefault(mark.student_id, {})[mark.subject_id.name] = mark.value, mark.status
        return import_files.marks_template(
            school_class.year_id.name,
            school_class.name,
            period.name,
            subjects.mapped("name"),
            [(pupil.name, by_pupil.get(pupil, {})) for pupil in pupils],
        )

    def _build_contingent(self, year):
        enrolments = self.env["vsoko.enrolment"].search(
            [("year_id", "=", year.id)], order="date_from"
        )
        # of the classes of a pupil the list names the last
        last = {enrolment.student_id: enrolment for enrolment in enrolments}
        pupils = [
            {
                "name": pupil.name,
                "birthdate": pupil.birthdate or None,
                "gender": GENDERS.get(pupil.gender),
                "class_name": enrolment.class_id.name,
                "date_from": pupil.enrolment_ids.sorted("date_from")[:1].date_from,
                "order_from": enrolment.order_in or None,
                "date_to": enrolment.date_to or None,
                "order_to": enrolment.order_out or None,
                "destination": enrolment.destination or None,
                "note": enrolment.note or None,
            }
            for pupil, enrolment in last.items()
        ]
        pupils.sort(key=lambda pupil: (pupil["class_name"], pupil["name"]))
        return import_files.contingent_template(
            year.name, year.class_ids.sorted().mapped("name"), pupils
        )

    def _build_load(self, year):
        lessons = self.env["vsoko.teaching"].search([("year_id", "=", year.id)])
        return import_files.load_template(
            year.name,
            year.class_ids.sorted().mapped("name"),
            [
                {
                    "teacher": lesson.teacher_id.name or self.env._("Vacancy"),
                    "subject": lesson.subject_id.name,
                    "class_name": lesson.class_id.name,
                    "hours": lesson.hours_per_week,
                    "date_from": lesson.date_from,
                    "date_to": lesson.date_to or None,
                    "group_name": lesson.group_name or None,
                }
                for lesson in lessons.sorted(
                    lambda lesson: (order_key(lesson.teacher_id.name), lesson.class_id.key)
                )
            ],
        )

    def _build_staff(self):
        people = self.env["vsoko.teacher"].search([("company_id", "=", self.env.company.id)])
        return import_files.staff_template(
            [
                {
                    "name": person.name,
                    "position": person.position or None,
                    "birthdate": person.birthdate or None,
                    "pedagogic": _yes_no(person.is_pedagogic),
                    "education": EDUCATION.get(person.education),
                    "pedagogic_education": _yes_no(person.education_pedagogic),
                    "speciality": person.speciality or None,
                    "category": CATEGORIES.get(person.category),
                    "category_date": person.category_date or None,
                    "experience": person.experience_years,
                    "hired": person.date_hired or None,
                    "last_course": person.course_date or None,
                    "fgos_course": _yes_no(person.course_fgos),
                    "subjects": person.taught_subjects or None,
                }
                for person in people
            ]
        )

    def _build_codifier(self):
        """The codifiers of the school, sections before what is in them."""
        own = [("company_id", "=", self.env.company.id)]
        return import_files.codifier_template(
            {
                kind: [
                    {
                        "subject": line.subject_id.name,
                        "code": line.code,
                        "name": line.name,
                        "parent": line.parent_id.code or None,
                        "origin": line.origin or None,
                    }
                    | {"grade_from": line.grade_from, "grade_to": line.grade_to}
                    for line in self.env[model].search(own)
                ]
                for kind, model in CODIFIERS.items()
            }
        )


def _yes_no(value):
    return "да" if value else "нет"
