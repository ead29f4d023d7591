import time

from odoo import Command
from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tests import tagged
from odoo.tools import SQL

from ..common import make_users
from .process_case import ProcessCase

# a year that no other test uses: these tests store their data for other processes to see
YEAR = 2045
PUPILS = 3
WINDOWS = 6
# both have looked at the database by then, and neither has stored anything
PAUSE = 0.5
APPROVED = "уже утвержд"


def press(env, say, login, model, record_id, button, *arguments):
    """Press a button as a person does; say ``done`` or the words of the refusal."""
    user = env["res.users"].search([("login", "=", login)])
    record = env(user=user, context={"lang": "ru_RU"})[model].browse(record_id)

    def click():
        record.check_access("read")
        time.sleep(PAUSE)
        return getattr(record, button)(*arguments)

    try:
        answer = retrying(click, env)
        env.cr.commit()  # pylint: disable=invalid-commit
    except UserError as error:
        env.cr.rollback()
        answer = str(error)
    if isinstance(answer, dict) and "saved" in answer:
        answer = {name: len(rows) for name, rows in answer.items()}
    if isinstance(answer, dict) and answer.get("tag") == "display_notification":
        # a toast of another kind than success would be no «done»
        answer = {"success": "done"}.get(answer["params"]["type"], answer)
    say(answer if isinstance(answer, str | dict) else "done")


@tagged("post_install", "-at_install")
class TestTwoClicks(ProcessCase):
    """Two people press one button at the same moment: it is done once, and both read it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy, cls.director = f"deputy_{YEAR}", f"director_{YEAR}"
        users = {cls.deputy: ["administration"], cls.director: ["director"]}
        cls.users = cls.env["res.users"].union(*make_users(cls.env, users).values())
        cls.year = cls.env["vsoko.year"].create(
            {
                "name": f"{YEAR}/{YEAR + 1}",
                "date_start": f"{YEAR}-09-01",
                "date_end": f"{YEAR + 1}-08-31",
            }
        )
        cls.year.action_make_quarters()
        cls.period = cls.year.period_ids.sorted("date_start")[0]
        cls._make_class()
        cls.period.action_calculate()
        cls.test = cls.env["vsoko.test"].create(
            {
                "name": f"Работа {YEAR}",
                "subject_id": cls.subject.id,
                "grade": 5,
                "task_ids": [Command.create({"number": "1", "max_score": 5})],
            }
        )
        cls.store()

    @classmethod
    def _make_class(cls):
        cls.subject = cls.env.ref("vsoko_module.vsoko_subject_math")
        cls.students = cls.env["vsoko.student"].create(
            [{"name": f"Стойкин {number}"} for number in range(PUPILS)]
        )
        stays = [{"student_id": one.id, "date_from": f"{YEAR}-09-01"} for one in cls.students]
        cls.school_class = cls.env["vsoko.class"].create(
            {
                "year_id": cls.year.id,
                "grade": 5,
                "letter": "А",
                "enrolment_ids": [Command.create(stay) for stay in stays],
            }
        )
        common = {
            "class_id": cls.school_class.id,
            "subject_id": cls.subject.id,
            "period_id": cls.period.id,
            "value": 4,
        }
        cls.env["vsoko.mark"].create([{"student_id": one.id, **common} for one in cls.students])

    @classmethod
    def _remove(cls):
        """Take everything of the year away, past the locks of what was approved."""
        cls.cr.rollback()
        cls.env.invalidate_all()
        for model, domain in cls._get_made():
            records = cls.env[model].with_context(active_test=False).search(domain)
            cls.cr.execute(
                SQL(
                    "DELETE FROM %s WHERE id = ANY(%s)",
                    SQL.identifier(records._table),
                    list(records.ids),
                )
            )
        cls.env.invalidate_all()
        cls.users.unlink()
        cls.store()

    @classmethod
    def _get_made(cls):
        """Yield (model, domain of what these tests have made), parts before what they are of."""
        of_period = [("period_id", "in", cls.year.period_ids.ids)]
        of_class = [("class_id.year_id", "=", cls.year.id)]
        of_pupils = [("student_id", "in", cls.students.ids)]
        members = cls.env["vsoko.route.member"].search(of_pupils)
        pupils = cls.env["vsoko.action.pupil"].search(of_pupils)
        routes, actions = members.route_id, pupils.action_id
        yield "vsoko.route.member", of_pupils
        yield "vsoko.route", [("id", "in", routes.ids)]
        yield "vsoko.action.pupil", of_pupils
        yield "vsoko.action", [("id", "in", actions.ids)]
        yield "vsoko.risk", of_pupils
        yield "vsoko.publication", of_period
        yield "vsoko.report", of_period
        yield "vsoko.result", of_class
        yield "vsoko.assessment", [("test_id.name", "=", f"Работа {YEAR}")]
        yield "vsoko.test", [("name", "=", f"Работа {YEAR}")]
        yield "vsoko.framework", [("create_uid", "in", cls.users.ids)]
        yield "vsoko.mark", of_period
        yield "vsoko.indicator.value.history", of_period
        yield "vsoko.indicator.value", of_period
        yield "vsoko.completeness", of_period
        yield "vsoko.calculation", of_period
        yield "vsoko.enrolment", of_class
        yield "vsoko.class", [("year_id", "=", cls.year.id)]
        yield "vsoko.student", [("id", "in", cls.students.ids)]
        yield "vsoko.period", [("year_id", "=", cls.year.id)]
        yield "vsoko.year", [("id", "=", cls.year.id)]

    def press_at_once(self, login, record, button, *arguments, times=2):
        """Press by processes of their own; return what each says, in the order of the alphabet."""
        self.store()
        workers = [
            self.start(press, login, record._name, record.id, button, *arguments)
            for _time in range(times)
        ]
        for worker in workers:
            worker.go()
        answers = sorted((worker.answer() for worker in workers), key=str)
        self.refresh()
        return answers

    def get_opened(self, answers):
        """Return the numbers of the records that the answers open."""
        self.assertFalse([answer for answer in answers if isinstance(answer, str)])
        return {answer["res_id"] for answer in answers}

    def make_report(self):
        values = {"type": "period_results", "period_id": self.period.id}
        report = self.env["vsoko.report"].create(values)
        report.action_accept_drafts()
        return report

    def test_one_draft_of_a_report(self):
        answers = self.press_at_once(self.deputy, self.period, "action_make_contingent_report")
        self.assertEqual(len(self.get_opened(answers)), 1)
        known = [("type", "=", "contingent"), ("period_id", "=", self.period.id)]
        self.assertEqual(self.env["vsoko.report"].search_count(known), 1)

    def test_one_approval_and_one_new_version_of_a_report(self):
        report = self.make_report()
        answers = self.press_at_once(self.director, report, "action_approve")
        self.assertEqual((len(answers), "done" in answers), (2, True))
        self.assertIn(APPROVED, " ".join(answers))
        answers = self.press_at_once(self.deputy, report, "action_new_version")
        self.assertEqual(self.get_opened(answers), set(report.correction_ids.ids))
        self.assertEqual(len(report.correction_ids), 1)

    def test_one_approval_and_one_publication_of_a_period(self):
        self.period.action_calculate()
        answers = self.press_at_once(self.director, self.period, "action_approve")
        self.assertIn("done", answers)
        self.assertIn(APPROVED, " ".join(answers))
        self.assertEqual(self.period.version, 1)
        answers = self.press_at_once(self.deputy, self.period, "action_publish")
        publication = self.env["vsoko.publication"].search([("period_id", "=", self.period.id)])
        self.assertEqual(self.get_opened(answers), set(publication.ids))
        publication.audience = "council"
        answers = self.press_at_once(self.director, publication, "action_approve")
        self.assertIn("done", answers)
        self.assertIn(APPROVED, " ".join(answers))

    def test_one_approval_and_one_new_version_of_a_test(self):
        self.test.action_send_to_expertise()
        answers = self.press_at_once(self.deputy, self.test, "action_approve")
        self.assertIn("done", answers)
        self.assertIn(APPROVED, " ".join(answers))
        answers = self.press_at_once(self.deputy, self.test, "action_new_version")
        made = self.env["vsoko.test"].search([("parent_id", "=", self.test.id)])
        self.assertEqual((len(made), self.get_opened(answers)), (1, set(made.ids)))

    def test_one_new_version_of_a_system_of_indicators(self):
        framework = self.env.ref("vsoko_module.framework_regulation")
        answers = self.press_at_once(self.deputy, framework, "action_new_version")
        made = self.env["vsoko.framework"].search([("create_uid", "in", self.users.ids)])
        self.assertEqual((len(made), self.get_opened(answers)), (1, set(made.ids)))

    def test_one_proposal_and_one_route_for_a_pupil(self):
        risk = self.env["vsoko.risk"].create(
            {
                "student_id": self.students[0].id,
                "class_id": self.school_class.id,
                "period_id": self.period.id,
                "date_from": f"{YEAR}-10-01",
            }
        )
        answers = self.press_at_once(self.deputy, risk, "action_take_measures")
        made = self.env["vsoko.action.pupil"].search([("student_id", "=", self.students[0].id)])
        self.assertEqual((len(made), self.get_opened(answers)), (1, {made.action_id.id}))
        if not self.env["vsoko.year"].search([("state", "=", "current")]):
            self.year.state = "current"
        answers = self.press_at_once(self.deputy, risk, "action_make_route")
        made = self.env["vsoko.route.member"].search([("student_id", "=", self.students[0].id)])
        self.assertEqual((len(made), self.get_opened(answers)), (1, {made.route_id.id}))

    def test_many_windows_save_one_sheet(self):
        test = self.test.copy({"name": self.test.name})
        work = self.env["vsoko.assessment"].create(
            {
                "type_id": self.env.ref("vsoko_module.assessment_type_internal").id,
                "test_id": test.id,
                "class_ids": self.school_class.ids,
                "date": f"{YEAR}-10-01",
            }
        )
        work.action_start()
        rows = [
            {**row, "attendance": "present", "scores": [3]}
            for row in work.get_score_sheet()["rows"]
        ]
        answers = self.press_at_once(self.deputy, work, "save_score_sheet", rows, times=WINDOWS)
        kept = {"saved": PUPILS, "conflicts": 0}
        shown = {"saved": 0, "conflicts": PUPILS}
        self.assertEqual([answer for answer in answers if answer == kept], [kept])
        self.assertEqual([answer for answer in answers if answer != kept], [shown] * (WINDOWS - 1))
        self.assertEqual(work.result_ids.mapped("score"), [3] * PUPILS)
