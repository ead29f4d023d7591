from datetime import date
from unittest.mock import patch

from odoo.fields import Command, Domain

from ..tools import apart
from ..tools.writers import pdf
from .fixtures import FixtureCase

ROLES = (
    "user",
    "teacher",
    "association_head",
    "specialist",
    "medic",
    "social_worker",
    "pedagogical_council",
    "methodical_council",
    "administration",
    "director",
    "governing_council",
    "family",
)
# letters of invitation and notes about each new user took a third of the time of all tests
_QUIET = {
    "no_reset_password": True,
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
}
# printing takes seconds, so only tests of what is printed do it: `@prints`; for all others a
# file is the page that would be printed
prints = patch.object(pdf, "html_to_pdf", pdf.html_to_pdf)
prints_nothing = patch.object(pdf, "html_to_pdf", str.encode)
_answers = {}


def _call_once(job, content, argument=None):
    """What the other process answers: here, and once for a file that many tests open."""
    asked = job, content, apart.dump(argument)
    if asked not in _answers:
        _answers[asked] = apart.dump(apart.call_here(*asked[:2], argument))
    return apart.load(_answers[asked])


# another process for each file would double the time of the tests of imports
opens_here = patch.object(apart, "call", _call_once)


def make_users(env, roles, company=None, **vals):
    """Create users at once, who hear nothing of it; return {login: user}.

    :param roles: {login: roles of the addon, or full names of other groups}
    :param company: the school of the users when it is not the present one
    """
    if company:
        vals |= {"company_id": company.id, "company_ids": [Command.set(company.ids)]}
    users = (
        env["res.users"]
        .with_context(**_QUIET)
        .create(
            [
                {
                    "login": login,
                    "name": login,
                    "password": login,
                    "email": f"{login}@example.com",
                    "group_ids": [Command.set([_group(env, name).id for name in names])],
                    **vals,
                }
                for login, names in roles.items()
            ]
        )
    )
    return dict(zip(roles, users.with_env(env), strict=True))


def make_user(env, login, *roles, company=None, **vals):
    """Create one user, see `make_users`."""
    return make_users(env, {login: roles}, company, **vals)[login]


def _group(env, name):
    return env.ref(name if "." in name else f"vsoko_module.group_{name}")


class SchoolCase(FixtureCase):
    """A small school that every test may use.

    The year 2025/2026 with quarters; three classes: 5А (six pupils), 5Б (four), 9А (four), all
    enrolled on the first day. The first teacher leads mathematics in 5А and 9А and is the
    homeroom teacher of 5А; the second leads Russian everywhere; the third leads mathematics in
    5Б and is the homeroom teacher of 5Б; the fourth heads the association of mathematicians and
    has no lessons. There are no marks: see `add_marks`.

    `users` has one user per group of the addon by the name of the group without ``group_``;
    the user ``teacher`` is the first teacher, ``association_head`` the fourth. Each user has this
    one group and nothing of HR.
    """

    fixture_patchers = (prints_nothing, opens_here)

    @classmethod
    def make_fixture(cls):
        users = make_users(cls.env, {f"school_{role}": [role] for role in ROLES})
        cls.users = dict(zip(ROLES, users.values(), strict=True))
        cls._make_calendar()
        cls._make_teachers()
        cls._make_classes()
        cls._make_lessons()

    @classmethod
    def _make_calendar(cls):
        cls.year = cls.env["vsoko.year"].create(
            {
                "name": "2025/2026",
                "date_start": date(2025, 9, 1),
                "date_end": date(2026, 8, 31),
                "state": "current",
            }
        )
        cls.year.action_make_quarters()
        periods = cls.year.period_ids.sorted("date_start")
        quarters = periods.filtered(lambda period: period.kind == "quarter")
        cls.q1, cls.q2, cls.q3, cls.q4 = quarters
        cls.year_period = periods - quarters

    @classmethod
    def _make_teachers(cls):
        cls.teachers = cls.env["vsoko.teacher"].create(
            [
                {"name": "Орлова Анна Петровна", "user_id": cls.users["teacher"].id},
                {"name": "Седов Игорь Львович"},
                {"name": "Котова Мария Ильинична"},
                {
                    "name": "Лебедева Ольга Юрьевна",
                    "user_id": cls.users["association_head"].id,
                },
            ]
        )
        cls.math = cls.env.ref("vsoko_module.vsoko_subject_math")
        cls.rus = cls.env.ref("vsoko_module.vsoko_subject_rus")
        cls.association = cls.env["vsoko.association"].create(
            {
                "name": "ШМО учителей математики",
                "head_id": cls.teachers[3].id,
                "subject_ids": cls.math.ids,
                "teacher_ids": (cls.teachers[0] | cls.teachers[2] | cls.teachers[3]).ids,
            }
        )

    @classmethod
    def _make_classes(cls):
        cls.classes = cls.env["vsoko.class"].create(
            [
                {
                    "year_id": cls.year.id,
                    "grade": grade,
                    "letter": letter,
                    "homeroom_teacher_id": homeroom.id,
                }
                for grade, letter, homeroom in (
                    (5, "А", cls.teachers[0]),
                    (5, "Б", cls.teachers[2]),
                    (9, "А", cls.env["vsoko.teacher"]),
                )
            ]
        )
        cls.class_5a, cls.class_5b, cls.class_9a = cls.classes
        cls.students = cls.env["vsoko.student"]
        for school_class, size in zip(cls.classes, (6, 4, 4), strict=True):
            cls.students |= cls.enrol(school_class, size)

    @classmethod
    def enrol(cls, school_class, size, day=None):
        """Create `size` pupils who are in the class from `day`, by default the first day."""
        students = cls.env["vsoko.student"].create(
            [{"name": f"Ученик {school_class.name} {number}"} for number in range(1, size + 1)]
        )
        cls.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": student.id,
                    "class_id": school_class.id,
                    "date_from": day or school_class.year_id.date_start,
                }
                for student in students
            ]
        )
        return students

    @classmethod
    def _make_lessons(cls):
        first, second, third, _head = cls.teachers
        leads = (
            (cls.class_5a, cls.math, first, 5),
            (cls.class_5b, cls.math, third, 5),
            (cls.class_9a, cls.math, first, 6),
            (cls.class_5a, cls.rus, second, 5),
            (cls.class_5b, cls.rus, second, 5),
            (cls.class_9a, cls.rus, second, 3),
        )
        cls.lessons = cls.env["vsoko.teaching"].create(
            [
                {
                    "class_id": school_class.id,
                    "subject_id": subject.id,
                    "teacher_id": teacher.id,
                    "hours_per_week": hours,
                    "date_from": cls.year.date_start,
                }
                for school_class, subject, teacher, hours in leads
            ]
        )

    @classmethod
    def forget(cls):
        """Forget what was read, but not who works: an environment that lives on has the time zone
        and asks no more."""
        cls.env.invalidate_all()
        cls.env.user.mapped("tz")

    @classmethod
    def pupils_of(cls, school_class, day=None):
        """Return the pupils of the class on `day`, by default the first day, by number."""
        Enrolment = cls.env["vsoko.enrolment"]
        present = Enrolment._get_present_domain(day or school_class.year_id.date_start)
        enrolments = Enrolment.search(Domain("class_id", "=", school_class.id) & present)
        return enrolments.student_id.sorted("id")

    @classmethod
    def add_marks(cls, marks, period):
        """Create marks from {(pupil, subject): value}; return them.

        A value is a mark from 1 to 5 or the name of a status, for example ``not_attested``. The
        class of a mark is that of the pupil on the last day of the period.
        """
        Enrolment = cls.env["vsoko.enrolment"]
        present = Enrolment.search(Enrolment._get_present_domain(period.date_end))
        classes = {enrolment.student_id: enrolment.class_id for enrolment in present}
        return cls.env["vsoko.mark"].create(
            [
                {
                    "student_id": student.id,
                    "class_id": classes[student].id,
                    "subject_id": subject.id,
                    "period_id": period.id,
                    **({"value": value} if isinstance(value, int) else {"status": value}),
                }
                for (student, subject), value in marks.items()
            ]
        )
