from odoo.tests import tagged

from ...common import make_users
from ...reporting.process_case import ProcessCase
from ...reporting.test_two_clicks import press
from .sheet_case import make_scheme

# a year that no other test uses: these tests store their data for other processes to see
YEAR = 2047
DAY = f"{YEAR}-10-01"
GROUPS = (
    (
        "Работа",
        0,
        (
            {"code": "1", "name": "Уроки", "source": "event", "event_kind": "open_lesson"},
            {"code": "2", "name": "Вечера", "source": "manual", "needs_file": False},
        ),
    ),
)


@tagged("post_install", "-at_install")
class TestSheetClicks(ProcessCase):
    """Two transactions at one moment give points for one event once.

    The teacher has sheets of two schemes for the quarter, so both might take the open lesson.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.login = f"deputy_{YEAR}"
        cls.user = make_users(cls.env, {cls.login: ["administration"]})[cls.login]
        bounds = {"date_start": f"{YEAR}-09-01", "date_end": f"{YEAR + 1}-08-31"}
        cls.year = cls.env["vsoko.year"].create({"name": f"{YEAR}/{YEAR + 1}", **bounds})
        cls.year.action_make_quarters()
        cls.period = cls.year.period_ids.sorted("date_start")[0]
        cls.teacher = cls.env["vsoko.teacher"].create({"name": f"Единожды {YEAR}"})
        cls.employee = cls.teacher.employee_id
        lesson = {"kind": "open_lesson", "name": "Дроби", "date": DAY}
        cls.event = cls.env["vsoko.staff.event"].create({"teacher_id": cls.teacher.id, **lesson})
        cls.schemes = cls.env["vsoko.sheet.scheme"].union(
            *(make_scheme(cls.env, GROUPS, name=f"Лист {YEAR}-{n}") for n in range(2))
        )
        approval = {"approved_by_id": cls.user.id, "approved_date": f"{YEAR}-09-01"}
        cls.schemes._store({"state": "approved", **approval})
        cls.sheets = cls.env["vsoko.sheet"].create(
            [
                {"teacher_id": cls.teacher.id, "period_id": cls.period.id, "scheme_id": scheme.id}
                for scheme in cls.schemes
            ]
        )
        cls.env.flush_all()
        cls.sheets._make_lines()
        cls.env.invalidate_all()
        cls.store()

    @classmethod
    def _remove(cls):
        cls.cr.rollback()
        cls.cr.execute("DELETE FROM vsoko_sheet WHERE teacher_id = %s", [cls.teacher.id])
        cls.cr.execute("DELETE FROM vsoko_sheet_scheme WHERE id = ANY(%s)", [cls.schemes.ids])
        cls.env.invalidate_all()
        cls.event.unlink()
        cls.teacher.unlink()
        cls.employee.unlink()
        cls.year.unlink()
        cls.user.unlink()
        cls.store()

    def at_once(self, model, *clicks):
        """Return the sorted answers to clicks ``(record, method, *arguments)`` of one moment."""
        self.store()
        workers = [self.start(press, self.login, model, *click) for click in clicks]
        for worker in workers:
            worker.go()
        answers = sorted(str(worker.answer()) for worker in workers)
        self.refresh()
        return answers

    def get_records(self):
        return self.env["vsoko.sheet.evidence"].search([("teacher_id", "=", self.teacher.id)])

    def test_what_the_program_finds_is_counted_once(self):
        clicks = [(sheet.id, "action_fill") for sheet in self.sheets]
        self.assertEqual(self.at_once("vsoko.sheet", *clicks), ["done", "done"])
        found = self.get_records().filtered("is_found")
        self.assertEqual(found.event_id, self.event)
        self.assertEqual(len(found), 1)
        self.assertEqual(sum(found.mapped("points")), 1)
        self.assertEqual(sum(found.line_id.mapped("program_points")), 1)

    def test_what_is_typed_twice_is_refused_once(self):
        lines = self.sheets.line_ids.filtered(lambda line: line.source == "manual")
        self.assertEqual(len(lines), 2)
        clicks = [
            (False, "create", {"line_id": line.id, "name": name, "date": DAY})
            for line, name in zip(lines, ("Вечер чтения", "вечер  чтения"), strict=True)
        ]
        answers = self.at_once("vsoko.sheet.evidence", *clicks)
        self.assertEqual(answers.count("done"), 1)
        refused = next(answer for answer in answers if answer != "done")
        self.assertRegex(refused, "already|уже")
        typed = self.get_records().filtered(lambda one: not one.is_found)
        self.assertEqual((len(typed), sum(typed.mapped("points"))), (1, 1))
