from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

from ..common import make_user
from ..evidence.common import AssessmentCase

STAFF = ("director", "administration", "association_head", "teacher", "specialist")
COUNCILS = ("pedagogical_council", "methodical_council")


class StartCase(AssessmentCase):
    """The teacher of mathematics in 5А has a work of 6 pupils there; 5Б writes it as well."""

    def cards(self, role):
        page = self.env["vsoko.start.page"].with_user(self.users[role]).get_page()
        return {card["key"]: card for card in page["cards"]}


@tagged("post_install", "-at_install")
class TestStartPage(StartCase):
    def test_teacher_sees_which_work_and_how_many_pupils_are_left(self):
        card = self.cards("teacher")["works"]
        self.assertEqual(card["count"], 1)
        self.assertEqual(card["rows"][0]["id"], self.work.id)
        self.assertIn("6", card["rows"][0]["text"])
        self.assertEqual(card["method"], "action_open_sheet")

    def test_a_work_whose_results_are_entered_leaves_the_card(self):
        self.work.result_ids.attendance = "absent"
        self.work.action_close()
        card = self.cards("teacher")["works"]
        self.assertEqual((card["count"], card["rows"]), (0, []))
        self.assertTrue(card["empty"])

    def test_a_teacher_of_other_lessons_has_no_such_work(self):
        user = make_user(self.env, "start_other", "teacher")
        self.teachers[1].user_id = user
        page = self.env["vsoko.start.page"].with_user(user).get_page()
        works = next(card for card in page["cards"] if card["key"] == "works")
        # Russian in 5А is led by this teacher, the work is in mathematics
        self.assertEqual(works["count"], 0)

    def test_a_closed_year_leaves_nobody_any_work(self):
        self.assertEqual(self.cards("teacher")["works"]["count"], 1)
        self.assertEqual(self.cards("administration")["late_works"]["count"], 1)
        self.year._move("closed")
        self.assertEqual(self.cards("teacher")["works"]["count"], 0)
        self.assertEqual(self.cards("administration")["late_works"]["count"], 0)

    def test_roles_see_cards_of_their_own_work(self):
        director, deputy = self.cards("director"), self.cards("administration")
        teacher, specialist = self.cards("teacher"), self.cards("specialist")
        self.assertIn("reports_to_approve", director)
        self.assertNotIn("reports_to_approve", deputy)
        self.assertTrue({"forms_to_check", "late_works", "files", "reports"} <= deputy.keys())
        self.assertFalse({"late_works", "files", "tests", "reports"} & teacher.keys())
        self.assertIn("forms", specialist)
        self.assertFalse({"works", "risks", "homeroom"} & specialist.keys())

    def test_who_has_all_roles_sees_each_card_once(self):
        page = self.env["vsoko.start.page"].with_user(self.users["director"]).get_page()
        keys = [card["key"] for card in page["cards"]]
        self.assertEqual(len(keys), len(set(keys)))
        self.assertTrue({"works", "late_works", "meetings", "plan_today"} <= set(keys))

    def test_a_card_shows_what_its_list_would(self):
        for role in (*STAFF, *COUNCILS):
            Page = self.env["vsoko.start.page"].with_user(self.users[role])
            for card in self.cards(role).values():
                with self.subTest(role=role, card=card["key"]):
                    Model = self.env[card["model"]].with_user(self.users[role])
                    opened = Page.open_list(card["key"])
                    found = Model.search(opened["domain"])
                    self.assertEqual(card["count"], len(found))
                    self.assertLessEqual({row["id"] for row in card["rows"]}, set(found.ids))
                    self.assertEqual((opened["res_model"], opened["context"]), (Model._name, {}))
                    self.assertTrue(Model.get_views(opened["views"])["views"]["list"]["arch"])

    def test_all_of_a_card_opens_our_list_with_its_title(self):
        opened = self.env["vsoko.start.page"].with_user(self.users["teacher"]).open_list("works")
        ours = self.env.ref("vsoko_module.vsoko_assessment_action")
        self.assertEqual(opened["id"], ours.id)
        self.assertEqual(opened["name"], self.cards("teacher")["works"]["title"])
        self.assertEqual(opened["search_view_id"], ours._get_action_dict()["search_view_id"])

    def test_the_list_of_a_card_of_another_role_is_refused(self):
        Page = self.env["vsoko.start.page"].with_user(self.users["teacher"])
        for key in ("late_works", "deviations", "no_such_card"):
            with self.subTest(key=key), self.assertRaises(AccessError):
                Page.open_list(key)

    def test_the_report_says_what_it_lacks_until_it_is_approved(self):
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q1)
        self.q1.action_calculate()
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        rows = {row["id"]: row for row in self.cards("director")["reports_to_approve"]["rows"]}
        self.assertGreater(report.draft_section_count, 0)
        self.assertIn(str(report.draft_section_count), rows[report.id]["text"])

    def test_a_period_that_is_over_says_how_many_marks_are_there(self):
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q1)
        self.q1.action_calculate()
        told = self.env["vsoko.start.page"]._describe_periods(self.q1)[self.q1.id]
        # 14 pupils, mathematics and Russian where they are taught: only mathematics is there
        found = self.env["vsoko.completeness"].search(
            [("period_id", "=", self.q1.id), ("scope", "=", "school")]
        )
        self.assertEqual(found.known, 14)
        self.assertIn("14", told[0])
        self.assertTrue(told[1])

    def test_the_number_of_queries_does_not_grow_with_what_waits(self):
        self._start_works(7)
        few = self._count_queries("teacher")
        self._start_works(14)
        self.assertEqual(self._count_queries("teacher"), few)
        self.assertEqual(self.cards("teacher")["works"]["count"], 22)

    def _start_works(self, count):
        for day in range(1, count + 1):
            self.make_work(self.class_5a, day=date(2025, 10, day), test=self.test).action_start()
        self.env.flush_all()

    def _count_queries(self, role):
        self.cards(role)
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.cards(role)
        return self.env.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestStartPageTour(StartCase, HttpCase):
    def test_from_the_login_to_saved_points_in_two_clicks(self):
        self.start_tour("/odoo", "vsoko_start_of_teacher", login="school_teacher")
        scores = self.work.get_score_sheet()["rows"][0]["scores"]
        self.assertEqual(scores[:2], [1, 0])
