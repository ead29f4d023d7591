"""A school at its worst moment, behind the nginx of the guide of production.

200 readers open a page at once, 30 teachers save their score sheets at once, 30 windows save one
sheet. Absolute times are printed to the error output; one of them is a budget, because people wait
for seconds and not for ratios.
"""

import json
import math
import sys
from functools import partial

from odoo.fields import Command

from bench import portal, school, serving

TEACHERS = 30
WINDOWS = 30
TASKS = 15
ELEMENTS = 5
# of the work that was written before and of the one that is entered now
DAYS = ("2025-09-15", "2025-10-01")
PAGE = "/my/vsoko"
ROUNDS = 3


def main(env):
    """Yield (what is compared, ratio or number, budget) rows."""
    company = school.build(env)
    env = env(context=dict(env.context, allowed_company_ids=company.ids, lang="ru_RU"))
    sheets = _make_sheets(env, company)
    readers = portal.make_readers(env, company)
    sheets = [Sheet(env, user, work) for user, work in sheets]
    with serving.odoo(env.cr.dbname) as ports, serving.nginx(ports) as port:
        yield from _read(port, readers)
        yield from _open(port, sheets)
        yield from _save(port, sheets)
        yield from _save_one(port, sheets[0])


def _read(port, sessions):
    alone = min(serving.get(port, PAGE, sessions[0]).seconds for _round in range(ROUNDS))
    answers = serving.at_once([partial(serving.get, port, PAGE, one) for one in sessions])
    failed = sum(answer.status != 200 for answer in answers)
    slowest = max(answer.seconds for answer in answers)
    what = f"{len(sessions)} readers at once behind nginx"
    _tell(f"{what}: one alone {alone:.2f} s, the last of all {slowest:.2f} s")
    yield f"{what}: without their page", failed, "≤ 0"
    share = alone * len(sessions) / serving.WORKERS
    yield f"{what}: the last one / its turn when one alone is as quick", slowest / share, "≤ 2"


def _open(port, sheets):
    answers = serving.at_once([partial(sheet.open, port) for sheet in sheets])
    failed = sum(not sheet.rows for sheet in sheets)
    what = f"{len(sheets)} teachers opening their sheets at once"
    _tell(f"{what}: 95 % within {_most(answers):.2f} s")
    yield f"{what}: sheets that were not opened", failed, "≤ 0"
    yield f"{what}: seconds of 95 %", _most(answers), "≤ 2"


def _save(port, sheets):
    alone = min(sheets[0].save(port).seconds for _round in range(ROUNDS))
    answers = serving.at_once([partial(sheet.save, port) for sheet in sheets])
    failed = sum(len(sheet.saved) != len(sheet.rows) for sheet in sheets)
    most = _most(answers)
    what = f"{len(sheets)} teachers saving at once"
    _tell(f"{what}: one alone {alone:.2f} s, 95 % within {most:.2f} s")
    yield f"{what}: sheets that were not stored", failed, "≤ 0"
    yield f"{what}: seconds of 95 %", most, "≤ 2"
    yield f"{what}: 95 % / one alone", most / alone, f"≤ {len(sheets)}"


def _save_one(port, sheet):
    rows = sheet.prepare()
    answers = serving.at_once([partial(sheet.send, port, rows) for _window in range(WINDOWS)])
    results = [Sheet.get_result(answer) or {} for answer in answers]
    saved = sum(bool(result.get("saved")) for result in results)
    told = sum(len(result.get("conflicts", ())) == len(rows) for result in results)
    what = f"{WINDOWS} windows saving one sheet"
    _tell(f"{what}: the last answer after {max(answer.seconds for answer in answers):.2f} s")
    yield f"{what}: windows that stored it", saved, "≤ 1"
    yield f"{what}: neither stored nor shown what was", WINDOWS - saved - told, "≤ 0"


class Sheet:
    """The score sheet of a teacher, as the open page keeps it."""

    def __init__(self, env, user, work):
        self.session = serving.open_session(env, user)
        self.work = work.id
        self.rows = []
        self.saved = []
        self._points = 0

    def open(self, port):
        """Ask for the rows as the page does when it is opened; return the `Answer`."""
        answer = serving.call(
            port, self.session, "vsoko.assessment", "get_score_sheet", [self.work]
        )
        self.rows = (self.get_result(answer) or {}).get("rows", [])
        return answer

    def prepare(self):
        """Return the rows with points that differ from those that are stored."""
        self._points = 1 - self._points
        return [
            {
                "id": row["id"],
                "version": row["version"],
                "attendance": "present",
                "variant": "1",
                "scores": [self._points] * TASKS,
            }
            for row in self.rows
        ]

    def save(self, port):
        """Send all rows changed and keep what the server has stored; return the `Answer`."""
        answer = self.send(port, self.prepare())
        self.saved = (self.get_result(answer) or {}).get("saved", [])
        self.rows = self.saved or self.rows
        return answer

    def send(self, port, rows):
        return serving.call(
            port, self.session, "vsoko.assessment", "save_score_sheet", [self.work], rows
        )

    @staticmethod
    def get_result(answer):
        """Return what the method gave, None when it gave an error."""
        return json.loads(answer.body).get("result") if answer.status == 200 else None


def _make_sheets(env, company):
    """Make a work of each class for the teacher who leads its first subject; return the pairs."""
    subject = env["vsoko.subject"].search([("company_id", "=", company.id)], limit=1)
    lessons = env["vsoko.teaching"].search(
        [("company_id", "=", company.id), ("subject_id", "=", subject.id)], limit=TEACHERS
    )
    users = _create_users(env, company, lessons.teacher_id)
    test = _create_test(env, subject)
    for day in DAYS:
        works = _create_works(env, test, lessons, day)
        if day != DAYS[-1]:
            works.result_ids.attendance = "present"
            env.flush_all()
            for work in works:
                school.give_points(env, work, test)
    # a school has worked before, and autovacuum has seen it
    env.cr.execute("ANALYZE")
    return [(users[lesson.teacher_id], work) for lesson, work in zip(lessons, works, strict=True)]


def _create_test(env, subject):
    """Create a test whose tasks check elements of content, as those of a school do."""
    elements = env["vsoko.content.element"].create(
        [
            {"code": str(number), "name": f"Bench {number}", "subject_id": subject.id}
            for number in range(1, ELEMENTS + 1)
        ]
    )
    return env["vsoko.test"].create(
        {
            "name": "Bench",
            "subject_id": subject.id,
            "grade": 5,
            "task_ids": [
                Command.create(
                    {
                        "number": str(number),
                        "sequence": number,
                        "max_score": 2,
                        "content_ids": [Command.set(elements[number % ELEMENTS].ids)],
                    }
                )
                for number in range(1, TASKS + 1)
            ],
        }
    )


def _create_works(env, test, lessons, day):
    works = env["vsoko.assessment"].create(
        [
            {
                "type_id": env.ref("vsoko_module.assessment_type_internal").id,
                "test_id": test.id,
                "class_ids": [Command.set(lesson.class_id.ids)],
                "date": day,
            }
            for lesson in lessons
        ]
    )
    works.action_start()
    return works


def _create_users(env, company, teachers):
    """Return {teacher: user}."""
    group = env.ref("vsoko_module.group_teacher")
    users = {}
    for teacher in teachers:
        users[teacher] = teacher.user_id = (
            env["res.users"]
            .with_context(no_reset_password=True)
            .create(
                {
                    "name": teacher.name,
                    "login": f"bench_teacher_{teacher.id}",
                    "company_id": company.id,
                    "company_ids": [Command.set(company.ids)],
                    "group_ids": [Command.set(group.ids)],
                }
            )
        )
    return users


def _most(answers):
    """Return the seconds within which 95 % of the answers came."""
    times = sorted(answer.seconds for answer in answers)
    return times[math.ceil(0.95 * len(times)) - 1]


def _tell(text):
    print(text, file=sys.stderr)
