import logging
import time
from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Command
from odoo.tools import SQL

from ..tools import demo
from ..tools.demo.curriculum import ASSOCIATIONS, STAFFING

_logger = logging.getLogger(__name__)

_LANG, _TZ = "ru_RU", "Europe/Moscow"
# mass records of a demonstration need no chatter
_QUIET = {
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "no_reset_password": True,
}
ACTS = (
    "Положение о внутренней системе оценки качества образования, Положение о формах, периодичности"
    " и порядке текущего контроля и промежуточной аттестации. Тексты — в сведениях об организации."
)


class VsokoDemo(models.AbstractModel):
    """Loads the generated school of `tools/demo` into the main company."""

    _name = "vsoko.demo"
    _description = "Demonstration school"

    @api.model
    def _load(self):
        """Create the whole school; the first year is closed with approved figures."""
        started = time.monotonic()
        self = self.with_context(**_QUIET)
        self.env["res.lang"]._activate_lang(_LANG)
        # frozen figures keep the words of the program, and its terms are loaded after its data
        self.env["ir.module.module"]._load_module_terms(["vsoko_module"], [_LANG])
        self = self.with_context(lang=_LANG)
        self.env.company.name = "МБОУ «Демонстрационная школа»"
        self.env.ref("base.user_admin").name = "Администратор программы"
        school = demo.generate()
        subjects = self._get_subjects()
        years, periods = self._create_years(school)
        users = self._create_users(school)
        teachers = self._create_teachers(school, users)
        self._create_associations(school, teachers, subjects)
        classes = self._create_classes(school, years, teachers)
        pupils = self._create_pupils(school, users["parent"].partner_id)
        self._create_stays(school, pupils, classes)
        self._create_lessons(school, classes, subjects, teachers, pupils)
        self._create_staff_lines(school, teachers, subjects, users)
        self._create_marks(school, pupils, classes, subjects, periods)
        self._create_works(school, pupils, classes, subjects, users)
        self._create_studies(school, classes, subjects)
        self._create_forms(years, users)
        self._create_pupil_registers(school, pupils, classes, teachers)
        self._create_surveys(school, years, classes, users)
        self._create_observations(school, pupils, classes, subjects, teachers, users)
        self._ask_now(school, years[-1], classes, users)
        self._create_meetings(school, teachers, users)
        self._create_plan(years[-1], users)
        self._plan_pedagogical(users)
        self._enter_permissions(years[0], users["deputy"])
        self._calculate(school, years, periods, users)
        terms = periods[0, "quarter", 4] | periods[len(years) - 1, "quarter", 1]
        self._create_factor_studies(terms, subjects, users)
        self._create_reports(years[-1], users)
        self._create_documents(years[-1], users)
        self._create_risks(years[-1])
        self._create_routes(years[-1], users)
        self._create_training(years[-1], users)
        self._create_sheets(periods[len(years) - 1, "quarter", 1], users)
        _logger.info("The demonstration school is loaded in %.1f s", time.monotonic() - started)

    def _get_subjects(self):
        subjects = self.env["vsoko.subject"].search([("company_id", "=", False)])
        return {subject.code: subject for subject in subjects}

    def _create_years(self, school):
        """Return the years, and the periods by (year, kind, number)."""
        years = self.env["vsoko.year"].create([year._asdict() for year in school.years])
        years[0].state = "current"
        for year in years:
            year.action_make_quarters()
            year.action_make_calendar_year()
        return years, {
            (place, period.kind, period.number): period
            for place, year in enumerate(years)
            for period in year.period_ids
        }

    def _create_users(self, school):
        """Create a user for every role, the password is the login; return them by login."""
        users = self.env["res.users"].create(
            [
                {
                    "name": role.name,
                    "login": role.login,
                    "password": role.login,
                    "email": f"{role.login}@example.com",
                    "lang": _LANG,
                    "tz": _TZ,
                    "group_ids": [
                        Command.set(self.env.ref(f"vsoko_module.group_{role.group}").ids)
                    ],
                }
                for role in school.roles
            ]
        )
        return {user.login: user for user in users}

    def _create_teachers(self, school, users):
        """Return the members of staff in the order of their keys."""
        roles = {role.teacher: role for role in school.roles if role.teacher is not None}
        values = []
        for teacher in school.teachers:
            role = roles.get(teacher.key)
            values.append(
                {
                    "name": teacher.name,
                    "user_id": users[role.login].id if role else False,
                    "position": (role and role.position) or teacher.position,
                    "is_pedagogic": teacher.is_pedagogic,
                    "birthdate": teacher.birthdate,
                    "education": teacher.education,
                    "education_pedagogic": teacher.is_pedagogic,
                    "category": teacher.category,
                    "category_date": teacher.category_date,
                    "experience_years": teacher.experience_years,
                    "experience_date": school.years[0].date_start,
                    "date_hired": teacher.date_hired,
                    "date_left": teacher.date_left,
                    "course_date": teacher.course_date,
                    "course_fgos": bool(teacher.course_date),
                }
            )
        return self.env["vsoko.teacher"].create(values)

    def _create_associations(self, school, teachers, subjects):
        values = []
        for association, name in ASSOCIATIONS.items():
            groups = [
                group for group, staffing in STAFFING.items() if staffing.association == association
            ]
            # primary teachers lead subjects that belong to other associations too
            codes = {code for group in groups for code in STAFFING[group].subjects}
            if association == "primary":
                codes = {"lit_read", "world", "orkse"}
            values.append(
                {
                    "name": name,
                    "head_id": teachers[school.heads[association]].id,
                    "subject_ids": [Command.set([subjects[code].id for code in sorted(codes)])],
                    "teacher_ids": [
                        Command.set(
                            [teachers[t.key].id for t in school.teachers if t.group in groups]
                        )
                    ],
                }
            )
        self.env["vsoko.association"].create(values)

    def _create_classes(self, school, years, teachers):
        classes = self.env["vsoko.class"].create(
            [
                {
                    "year_id": years[c.year].id,
                    "grade": c.grade,
                    "letter": c.letter,
                    "profile": c.profile,
                    "homeroom_teacher_id": teachers[c.homeroom].id,
                }
                for c in school.classes
            ]
        )
        for record, c in zip(classes, school.classes, strict=True):
            if c.previous is not None:
                record.previous_id = classes[c.previous]
        return classes

    def _create_pupils(self, school, parent):
        return self.env["vsoko.student"].create(
            [
                {
                    "name": pupil.name,
                    "code": pupil.code,
                    "gender": pupil.gender,
                    "birthdate": pupil.birthdate,
                    "guardian_ids": parent.ids if pupil.key in school.family else [],
                }
                for pupil in school.pupils
            ]
        )

    def _create_stays(self, school, pupils, classes):
        self.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": pupils[stay.pupil].id,
                    "class_id": classes[stay.school_class].id,
                    "date_from": stay.date_from,
                    "date_to": stay.date_to,
                    "reason": stay.reason,
                    "destination": stay.destination,
                }
                for stay in school.stays
            ]
        )

    def _create_lessons(self, school, classes, subjects, teachers, pupils):
        self.env["vsoko.teaching"].create(
            [
                {
                    "class_id": classes[lesson.school_class].id,
                    "subject_id": subjects[lesson.subject].id,
                    "teacher_id": teachers[lesson.teacher].id,
                    "hours_per_week": lesson.hours,
                    "date_from": lesson.date_from,
                    "date_to": lesson.date_to,
                    "group_name": lesson.group,
                    "student_ids": [Command.set([pupils[key].id for key in lesson.pupils])],
                }
                for lesson in school.lessons
            ]
        )

    def _create_marks(self, school, pupils, classes, subjects, periods):
        """Insert the marks as one set and let them find their teachers."""
        self.env.flush_all()
        pupil_ids, class_ids = pupils.ids, classes.ids
        subject_ids = {code: subject.id for code, subject in subjects.items()}
        period_ids = {key: period.id for key, period in periods.items()}
        log = (
            self.env.company.id,
            self.env.uid,
            self.env.uid,
            self.env.cr.now(),
            self.env.cr.now(),
        )
        inserted = self.env.cr.execute_values(
            "INSERT INTO vsoko_mark (student_id, class_id, subject_id, period_id, value, status,"
            " company_id, create_uid, write_uid, create_date, write_date) VALUES %s RETURNING id",
            [
                (
                    pupil_ids[mark.pupil],
                    class_ids[mark.school_class],
                    subject_ids[mark.subject],
                    period_ids[mark.year, *mark.term],
                    mark.value,
                    mark.status,
                    *log,
                )
                for mark in school.marks
            ],
            page_size=2000,
            fetch=True,
        )
        self._gather_statistics("vsoko.mark", "vsoko.teaching")
        self.env["vsoko.mark"].browse(row[0] for row in inserted)._assign_own_places()

    def _gather_statistics(self, *models):
        """Tell the planner of the rows that this transaction has just made."""
        self.env.flush_all()
        tables = [SQL.identifier(self.env[model]._table) for model in models]
        self.env.cr.execute(SQL("ANALYZE %s", SQL(", ").join(tables)))

    def _publish(self, approved, director):
        """Publish the last two terms for the council, the last one for all other readers too."""
        before, last = approved.filtered(lambda period: period.kind == "quarter")[-2:]
        wanted = [(before, "council"), *((last, a) for a in ("council", "public", "families"))]
        publications = (
            self.env["vsoko.publication"]
            .with_user(director)
            .create(
                [
                    {
                        "period_id": period.id,
                        "audience": audience,
                        "is_discussed": audience == "council" and period == last,
                        "names_winners": audience != "council",
                    }
                    for period, audience in wanted
                ]
                + [
                    {
                        "name": "Локальные акты о качестве образования",
                        "audience": "public",
                        "explanation": ACTS,
                    }
                ]
            )
        )
        publications._as_seen().action_approve()

    def _calculate(self, school, years, periods, users):
        """Compute the periods that have marks and the calendar year of the order that is over; the
        director approves those of the first year."""
        director = users["director"]
        first, last = periods[0, "quarter", 1], periods[len(years) - 1, "quarter", 1]
        marked = {(mark.year, *mark.term) for mark in school.marks} | {(0, "calendar_year", 1)}
        periods = self.env["vsoko.period"].union(*(periods[key] for key in marked))
        self._gather_statistics(
            "vsoko.mark",
            "vsoko.enrolment",
            "vsoko.student",
            "vsoko.class",
            "vsoko.assessment",
            "vsoko.result",
            "vsoko.task.score",
            "vsoko.test.task",
            "vsoko.observation",
        )
        # what was done about the figures of the first term is counted with the later ones
        first.action_calculate()
        self._create_past_actions(first, users)
        (periods - first).action_calculate()
        self._create_forecasts(last)
        self._create_present_actions(last, users)
        approved = periods.filtered(lambda period: period.year_id == years[0])
        approved.with_user(director)._as_seen().action_approve()
        for period in approved:
            day = period.date_end + timedelta(days=3)
            period.approved_date = fields.Datetime.to_datetime(day)
        self._publish(approved.sorted("date_end"), director)
        self._create_ratings(last, users)
        years[-1].action_set_current()
