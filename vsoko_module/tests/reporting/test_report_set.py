import io
import zipfile
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..indicators.common import FiguresCase

LOGGER = "odoo.addons.vsoko_module.models.reporting.schedules.vsoko_report_set_line"


@tagged("post_install", "-at_install")
class TestReportSet(FiguresCase):
    """All reports of the first quarter: three classes, three teachers with lessons."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()
        cls.deputy = cls.users["administration"]
        cls.deputy.lang = "ru_RU"

    def setUp(self):
        super().setUp()
        # a page of PDF takes a second, and is looked at by tests of its own
        kind = type(self.env["vsoko.report"])
        self.patch(kind, "_make_file", lambda report, extension: f"{report.name}".encode())

    def order(self, user=None):
        action = self.q1.with_user(user or self.deputy).action_make_all_reports()
        return self.env["vsoko.report.set"].browse(action["res_id"])

    def work(self):
        job = self.env.ref("vsoko_module.vsoko_cron_report_set")
        with self.enter_registry_test_mode():
            job.method_direct_trigger()
        self.env.invalidate_all()

    def states(self, ordered, kind):
        lines = ordered.line_ids.filtered(lambda line: line.type == kind)
        return {line.name or "": line.state for line in lines}

    def files(self, ordered):
        _name, content = ordered.with_user(self.deputy).with_context(lang="ru_RU")._get_archive()
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return {name: opened.read(name).decode("utf-8-sig") for name in opened.namelist()}

    def test_one_press_plans_what_the_quarter_can_have(self):
        ordered = self.order()
        kinds = set(ordered.line_ids.mapped("type"))
        self.assertLessEqual({"period_results", "contingent", "class_results"}, kinds)
        self.assertFalse({"year_analysis", "self_examination", "pupil_results"} & kinds)
        self.assertEqual(
            self.states(ordered, "class_results"), dict.fromkeys(("5А", "5Б", "9А"), "waiting")
        )
        self.assertEqual(ordered.ready_count, 0)
        self.assertEqual(self.env["vsoko.report"].search_count([]), 0)

    def test_queue_makes_them_as_who_has_pressed(self):
        ordered = self.order()
        self.work()
        self.assertEqual((ordered.waiting_count, ordered.missing_count), (0, 0))
        self.assertEqual(set(self.states(ordered, "class_results").values()), {"made"})
        self.assertEqual(ordered.line_ids.report_id.author_id, self.deputy)
        self.assertEqual(ordered.ready_count, len(ordered.line_ids.report_id))

    def test_what_has_no_figures_says_so(self):
        ordered = self.order()
        self.work()
        line = ordered.line_ids.filtered(
            lambda line: line.type == "teacher_results" and line.name == self.teachers[3].name
        )
        self.assertEqual((line.state, bool(line.report_id)), ("skipped", False))
        self.assertIn("1 четверть", line.message)
        contents = self.files(ordered)["Состав-комплекта.txt"]
        self.assertIn(f"{line.name} · {line.message}", contents)

    def test_what_has_no_figures_stands_apart_from_what_failed(self):
        ordered = self.order()
        skipped = ordered.line_ids.filtered(lambda line: line.state == "skipped")
        self.assertTrue(skipped)
        self.assertEqual(ordered.skipped_line_ids, skipped)
        self.assertEqual(ordered.wanted_line_ids, ordered.line_ids - skipped)
        self.assertEqual(ordered.skipped_count, len(skipped))
        # nothing to tell is no report that one waits for
        self.assertEqual(ordered.total_count, len(ordered.line_ids) - len(skipped))

    def test_approved_report_is_taken_as_it_is(self):
        report = self.env["vsoko.report"].create({"period_id": self.q1.id})
        report.action_accept_drafts()
        report.with_user(self.users["director"]).action_approve()
        ordered = self.order()
        self.work()
        self.assertEqual(self.states(ordered, "period_results"), {"": "found"})
        line = ordered.line_ids.filtered(lambda line: line.type == "period_results")
        self.assertEqual(line.report_id, report)
        self.assertEqual(self.env["vsoko.report"].search_count([("type", "=", line.type)]), 1)

    def test_second_press_makes_nothing_twice(self):
        ordered = self.order()
        self.work()
        count = self.env["vsoko.report"].search_count([])
        self.assertEqual(self.order(), ordered)
        self.assertEqual(ordered.waiting_count, 0)
        self.work()
        self.assertEqual(self.env["vsoko.report"].search_count([]), count)

    def test_changed_draft_gets_a_new_file(self):
        ordered = self.order()
        self.work()
        line = ordered.line_ids.filtered(lambda line: line.type == "contingent")
        line.report_id.with_user(self.deputy).action_accept_drafts()
        self.assertEqual((line.is_changed, ordered.changed_count), (True, 1))
        self.assertIn("черновик изменён", self.files(ordered)["Состав-комплекта.txt"])
        self.order()
        self.assertEqual(line.state, "waiting")
        self.work()
        self.assertEqual((line.state, line.is_changed), ("found", False))

    def test_failure_stops_nobody_and_is_told(self):
        ordered = self.order()
        kind, produce = type(ordered.line_ids), type(ordered.line_ids)._produce

        def _produce(line):
            if line.name == "5А":
                raise ZeroDivisionError
            return produce(line)

        with patch.object(kind, "_produce", _produce), mute_logger(LOGGER):
            self.work()
        self.assertEqual(
            self.states(ordered, "class_results"), {"5А": "failed", "5Б": "made", "9А": "made"}
        )
        self.assertEqual(ordered.missing_count, 1)
        self.order()
        self.work()
        self.assertEqual(set(self.states(ordered, "class_results").values()), {"made"})

    def test_archive_has_a_folder_for_each_type(self):
        ordered = self.order()
        self.work()
        files = self.files(ordered)
        self.assertEqual(len(files), ordered.ready_count + 1)
        self.assertEqual(sum("5А" in name for name in files), 1)
        name, _content = ordered.with_user(self.deputy).with_context(lang="ru_RU")._get_archive()
        self.assertEqual(name, "ВСОКО_Все-отчёты_1-четверть-2025-2026.zip")

    def test_who_left_makes_nothing(self):
        ordered = self.order()
        ordered.user_id.active = False
        self.work()
        self.assertEqual(set(ordered.line_ids.mapped("state")), {"failed", "skipped"})
        self.assertFalse(self.env["vsoko.report"].search([]))

    def test_teachers_and_councils_have_no_such_press(self):
        for role in ("teacher", "association_head", "pedagogical_council", "specialist"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.order(self.users[role])

    def test_period_without_figures(self):
        with self.assertRaisesRegex(UserError, "calculate"):
            self.q2.action_make_all_reports()
