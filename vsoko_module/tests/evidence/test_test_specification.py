from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..common import prints
from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestSpecificationFile(AssessmentCase):
    @prints
    def test_draft_and_approved(self):
        test = self.test.with_context(lang="ru_RU")
        name, content = test._get_specification("pdf")
        self.assertTrue(content.startswith(b"%PDF"))
        self.assertTrue(name.startswith("Спецификация_Математика_"))
        self.assertIn("проект", name)
        council = self.users["methodical_council"]
        test.with_user(council).action_send_to_expertise()
        test.with_user(council).action_approve()
        self.assertNotIn("проект", test._get_specification("docx")[0])
        self.assertEqual(test._prepare_approval()["approved_by"], council.name)

    def test_condition_of_a_mark_names_its_tasks(self):
        self.test.task_ids[:2].part = "геометрия"
        band = self.test.band_ids[-1]
        band.write({"part": "геометрия", "part_score": 1})
        condition = self.test.with_context(lang="ru_RU")._get_condition(band)
        self.assertEqual(condition, "геометрия: не менее 1 б. (задания 1, 2)")

    def test_who_may_not_read_the_test_gets_no_file(self):
        with self.assertRaises(AccessError):
            self.test.with_user(self.users["user"])._get_specification("docx")
        self.assertTrue(self.test.with_user(self.users["teacher"])._get_specification("docx")[1])


@tagged("post_install", "-at_install")
class TestSpecificationRoute(AssessmentCase, HttpCase):
    def test_route_sends_files_to_readers_only(self):
        self.authenticate("school_teacher", "school_teacher")
        answer = self.url_open(f"/vsoko/test/{self.test.id}/docx")
        self.assertEqual(answer.status_code, 200)
        self.assertIn("attachment", answer.headers["Content-Disposition"])
        self.assertEqual(self.url_open(f"/vsoko/test/{self.test.id}/exe").status_code, 404)
        self.authenticate("school_user", "school_user")
        with mute_logger("odoo.http"):
            refused = self.url_open(f"/vsoko/test/{self.test.id}/docx")
        self.assertNotEqual(refused.status_code, 200)
