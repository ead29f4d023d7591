"""A school with ten years of everything: a year that the program has made, copied into the past.

The year is made by the program itself: marks, works with points, figures, risks, achievements,
visits, decisions, reports and a plan; `copies` puts it into the years before.
"""

from odoo.fields import Command, Date

from bench import copies, school

YEARS = 10
STUDENTS = 1000
SUBJECTS = 5
TASKS = 15
ELEMENTS = 5
ACTIONS = 60
LINES = 120
FILES = 60


def build(env):
    """Make one year of the main school; return (company, {role: user})."""
    company = school.build(env, STUDENTS, company=env.company)
    year = env["vsoko.year"].search([("company_id", "=", company.id)], limit=1)
    year.state = "current"
    users = _create_users(env, company)
    _make_works(env, year)
    for period in year.period_ids:
        env["vsoko.calculation"]._run(period)
    env.flush_all()
    env.cr.execute("ANALYZE")
    _make_registers(env, year, users)
    env["vsoko.period"]._get_latest_terms()._refresh_risks()
    _make_decisions(env, year, users)
    env.flush_all()
    env.cr.execute("ANALYZE")
    return company, users


def _create_users(env, company):
    """One user a role; the first teacher has a class, the second leads an association."""
    roles = (*school.STAFF, "governing_council", "family")
    users = {role: school.create_user(env, company, role, "decade") for role in roles}
    mine = [("company_id", "=", company.id)]
    teachers = env["vsoko.teacher"].search([*mine, ("name", "like", "Учитель %")], limit=2)
    teachers[0].user_id, teachers[1].user_id = users["teacher"], users["association_head"]
    env["vsoko.class"].search(mine, limit=1).homeroom_teacher_id = teachers[0]
    env["vsoko.association"].create(
        {
            "name": "Bench",
            "company_id": company.id,
            "head_id": teachers[1].id,
            "subject_ids": [Command.set(_get_subjects(env).ids)],
        }
    )
    env["vsoko.student"].search(mine, limit=1).guardian_ids = users["family"].partner_id
    return users


def _get_subjects(env):
    mine = [("company_id", "=", env.company.id), ("name", "like", "Предмет %")]
    return env["vsoko.subject"].search(mine, limit=SUBJECTS)


def _make_works(env, year):
    """A work of each class in each of the first subjects, with points for all tasks."""
    classes = env["vsoko.class"].search([("year_id", "=", year.id)])
    tests = {}
    for subject in _get_subjects(env):
        for grade, test in zip(*_make_tests(env, subject, classes), strict=True):
            tests[subject, grade] = test
    works = env["vsoko.assessment"].create(
        [
            {
                "type_id": env.ref("vsoko_module.assessment_type_internal").id,
                "test_id": test.id,
                "class_ids": [Command.set(one.ids)],
                "date": "2025-10-15",
            }
            for (_subject, grade), test in tests.items()
            for one in classes.filtered(lambda one, grade=grade: one.grade == grade)
        ]
    )
    works.action_start()
    works.result_ids.attendance = "present"
    env.flush_all()
    for work in works:
        school.give_points(env, work, work.test_id)
    env.invalidate_all()
    env["vsoko.element.total"]._refresh(works)
    works[5:]._store({"state": "closed"})


def _make_tests(env, subject, classes):
    elements = env["vsoko.content.element"].create(
        [
            {"code": str(number), "name": f"Элемент {number}", "subject_id": subject.id}
            for number in range(1, ELEMENTS + 1)
        ]
    )
    grades = sorted(set(classes.mapped("grade")))
    tasks = [
        Command.create(
            {
                "number": str(number),
                "sequence": number,
                "max_score": 2,
                "content_ids": [Command.set(elements[number % ELEMENTS].ids)],
            }
        )
        for number in range(1, TASKS + 1)
    ]
    return grades, env["vsoko.test"].create(
        [
            {"name": "Bench", "subject_id": subject.id, "grade": grade, "task_ids": tasks}
            for grade in grades
        ]
    )


def _make_registers(env, year, users):
    """Achievements of the pupils, visits to the lessons, and files that were loaded."""
    pupils = env["vsoko.student"].search([("company_id", "=", env.company.id)])
    env["vsoko.achievement"].create(
        [
            {
                "event": f"Олимпиада {number}",
                "level": "municipal",
                "date": "2025-11-20",
                "student_ids": [Command.set(pupil.ids)],
            }
            for number, pupil in enumerate(pupils)
        ]
    )
    lessons = env["vsoko.teaching"].search([("year_id", "=", year.id)])
    visits = env["vsoko.observation"].create(
        [
            {
                "rubric_id": env.ref("vsoko_module.rubric_lesson").id,
                "date": "2025-12-01",
                "expert_id": users["administration"].id,
                "teacher_id": lesson.teacher_id.id,
                "class_id": lesson.class_id.id,
                "subject_id": lesson.subject_id.id,
            }
            for lesson in lessons
        ]
    )
    done = {"completed_by_id": users["administration"].id, "completed_date": "2025-12-01 10:00:00"}
    visits._store({"state": "complete", **done})
    quarter = year.period_ids.filtered(lambda one: one.kind == "quarter")[:1]
    classes = env["vsoko.class"].search([("year_id", "=", year.id)])
    files = env["vsoko.import"].create(
        [
            {
                "name": f"{number}.xlsx",
                "file": b"MQ==",
                "layout": "class_ledger",
                "year_id": year.id,
                "period_id": quarter.id,
                "class_id": classes[number % len(classes)].id,
            }
            for number in range(FILES)
        ]
    )
    files._store({"state": "loaded"})


def _make_decisions(env, year, users):
    """Decisions on the worst figures, reports of the periods and a plan that is in force."""
    director = users["director"]
    terms = year.period_ids.filtered(lambda one: one.kind == "quarter").sorted("date_end")
    first, last = terms[0], terms[-1]
    worst = env["vsoko.indicator.value"].search(
        first._get_critical_domain(), order="value, id", limit=ACTIONS
    )
    for figure in worst.with_user(director):
        opened = figure.action_take_measures()
        env["vsoko.action"].browse(opened["res_id"]).write(
            {"owner_id": users["teacher"].id, "deadline": last.date_end}
        )
    for period in terms:
        report = env["vsoko.report"].with_user(users["administration"])
        report.create({"type": "period_results", "period_id": period.id})
    plan = env["vsoko.plan"].create(
        {
            "name": "Bench",
            "year_id": year.id,
            "line_ids": [
                Command.create(
                    {
                        "name": f"Процедура {number}",
                        "date": Date.add(year.date_start, days=3 * number),
                        "responsible_id": users["administration"].id,
                    }
                )
                for number in range(LINES)
            ],
        }
    )
    signed = {"approved_by_id": director.id, "approved_date": year.date_start}
    plan._store({"state": "approved", **signed})
    plan.line_ids.flush_recordset()


def publish(env, users):
    """Publish the first quarter for the council and for everybody."""
    quarter = env["vsoko.period"].search(
        [("company_id", "=", env.company.id), ("kind", "=", "quarter")], order="date_end", limit=1
    )
    # decisions and reports came after the figures
    quarter.action_calculate()
    quarter.with_user(users["director"]).action_approve()
    env["vsoko.publication"].with_user(users["director"]).create(
        [{"period_id": quarter.id, "audience": audience} for audience in ("council", "public")]
    ).action_approve()


def add_years(env, company):
    """Copy the year of the school into each of the years before it."""
    copier = copies.Copier(env, company)
    for back in range(1, YEARS):
        copier.copy(back)
    env.cr.execute("ANALYZE")
    env.cr.commit()
    env.invalidate_all()
