"""A synthetic school for the benchmarks, filled by sets of rows."""

from odoo.fields import Command
from odoo.tools import SQL

SUBJECTS = 15
TEACHERS = 60
CLASSES = 30
# the roles of those who work in the back office
STAFF = (
    "teacher",
    "association_head",
    "specialist",
    "pedagogical_council",
    "methodical_council",
    "administration",
    "director",
)


def build(env, students=1000, name="Bench", company=None):
    """Create a school with one year, five periods and all marks.

    :param company: by default one of its own
    :return: the company
    """
    company = company or env["res.company"].create({"name": f"{name} {students}"})
    env = env(context=dict(env.context, allowed_company_ids=[company.id]))
    year = env["vsoko.year"].create(
        {
            "name": "2025/2026",
            "date_start": "2025-09-01",
            "date_end": "2026-08-31",
            "company_id": company.id,
        }
    )
    year.action_make_quarters()
    classes = env["vsoko.class"].create(
        [
            {"year_id": year.id, "grade": 2 + place % 10, "letter": "АБВ"[place // 10]}
            for place in range(CLASSES)
        ]
    )
    subjects = env["vsoko.subject"].create(
        [
            {"name": f"Предмет {n}", "code": f"b{company.id}_{n}", "company_id": company.id}
            for n in range(SUBJECTS)
        ]
    )
    teachers = env["vsoko.teacher"].create(
        [{"name": f"Учитель {n}", "company_id": company.id} for n in range(TEACHERS)]
    )
    env["vsoko.teaching"].create(
        [
            {
                "class_id": school_class.id,
                "subject_id": subject.id,
                "teacher_id": teachers[(row * 7 + column) % TEACHERS].id,
                "date_from": year.date_start,
            }
            for row, school_class in enumerate(classes)
            for column, subject in enumerate(subjects)
        ]
    )
    env.flush_all()
    _fill(env, company, year, classes, students)
    return company


def _fill(env, company, year, classes, students):
    """Pupils, enrolments and marks; repeatable, without random numbers of the server."""
    env.cr.execute(
        SQL(
            """
            WITH pupil AS (
                INSERT INTO vsoko_student (name, code, company_id, active)
                SELECT 'Ученик ' || n, 'B' || n, %(company)s, TRUE
                  FROM generate_series(1, %(students)s) n
                RETURNING id
            ),
            placed AS (
                SELECT id, (row_number() OVER (ORDER BY id) - 1) %% %(classes)s + 1 AS place
                  FROM pupil
            )
            INSERT INTO vsoko_enrolment (student_id, class_id, year_id, company_id, date_from)
            SELECT placed.id, (%(class_ids)s)[placed.place], %(year)s, %(company)s, %(start)s
              FROM placed
            """,
            company=company.id,
            students=students,
            classes=len(classes),
            class_ids=list(classes.ids),
            year=year.id,
            start=year.date_start,
        )
    )
    env.cr.execute(
        SQL(
            """
            INSERT INTO vsoko_mark (student_id, class_id, subject_id, period_id, company_id,
                                    teacher_id, status, value)
            SELECT enrolment.student_id, enrolment.class_id, lesson.subject_id, period.id,
                   period.company_id, lesson.teacher_id,
                   CASE WHEN drawn.n = 0 THEN 'not_attested' ELSE 'graded' END,
                   CASE WHEN drawn.n = 0 THEN 0 ELSE 2 + (drawn.n %% 4) END
              FROM vsoko_enrolment enrolment
              JOIN vsoko_teaching lesson ON lesson.class_id = enrolment.class_id
              JOIN vsoko_period period ON period.year_id = enrolment.year_id
             CROSS JOIN LATERAL (
                SELECT (hashtext(concat_ws(':', enrolment.student_id, lesson.subject_id,
                                           period.id)) & 2147483647) %% 101 AS n) drawn
             WHERE enrolment.company_id = %(company)s
            """,
            company=company.id,
        )
    )
    env.cr.execute("ANALYZE vsoko_mark, vsoko_enrolment, vsoko_teaching, vsoko_student")


def give_points(env, work, test):
    """Give all results of a work points for all tasks; they differ by pupil and task."""
    env.cr.execute(
        SQL(
            """
            INSERT INTO vsoko_task_score (result_id, task_id, company_id, score)
            SELECT result.id, task.id, result.company_id,
                   NULLIF(LEAST(task.max_score, (result.id * 7919 + task.id * 104729) %% 11
                       * (3 + result.student_id %% 5) / 20), 0)
              FROM vsoko_result result
              JOIN vsoko_test_task task ON task.test_id = %s
             WHERE result.assessment_id = %s
            """,
            test.id,
            work.id,
        )
    )


def create_user(env, company, role, bench):
    """A user of the school with one role; ``bench``: what the login begins with."""
    return (
        env["res.users"]
        .with_context(no_reset_password=True)
        .create(
            {
                "name": role,
                "login": f"{bench}_{role}",
                "company_id": company.id,
                "company_ids": [Command.set(company.ids)],
                "group_ids": [Command.set(env.ref(f"vsoko_module.group_{role}").ids)],
            }
        )
    )
