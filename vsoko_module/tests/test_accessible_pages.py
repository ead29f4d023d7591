from odoo.fields import Command
from odoo.tests import tagged

from .accessible import AccessibleCase
from .evidence.common import AssessmentCase
from .families.test_family_subjects import FamilySubjectsCase
from .governance.sheets.sheet_case import SheetCase
from .overview.test_class_page import ClassPageCase
from .overview.test_dashboard import DashboardCase
from .portal.common import PublicationCase

# what Odoo draws around our pages is not ours to heal
PORTAL = "main"
# an own page begins below the control panel of Odoo
PAGE = ".o_vsoko_page"
FORM = ".o_form_sheet"
# of the widgets that our forms are made of: a tab inside of a list item, the button of columns
# that has no name, a face beside a name that is written out
WIDGETS = (".o_notebook_headers", ".o_optional_columns_dropdown", ".o_m2o_avatar")


@tagged("post_install", "-at_install")
class TestAccessiblePortal(PublicationCase, AccessibleCase):
    def test_home_and_child_of_a_family(self):
        self.publish("families")
        for path in ("/my", "/my/child"):
            with self.subTest(path):
                self.assert_accessible(path, PORTAL, self.family.login)

    def test_pages_of_the_council(self):
        publication = self.publish()
        for path in (
            "/my/vsoko",
            "/my/vsoko/indicator/quality",
            f"/my/vsoko/publication/{publication.id}",
            "/my/vsoko/meetings",
            "/my/vsoko/requests",
        ):
            with self.subTest(path):
                self.assert_accessible(path, PORTAL, self.council.login)

    def test_open_page_of_the_school(self):
        publication = self.publish("public")
        self.env.ref("base.public_user").lang = "ru_RU"
        for path in ("/vsoko", f"/vsoko/{publication.id}"):
            with self.subTest(path):
                self.assert_accessible(path, PORTAL)

    def test_form_of_a_report(self):
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        self.assert_accessible(f"/odoo/vsoko.report/{report.id}", FORM, self.deputy.login, WIDGETS)


@tagged("post_install", "-at_install")
class TestAccessibleWork(AssessmentCase, AccessibleCase):
    def test_start_page_of_a_teacher(self):
        self.assert_accessible("/odoo/vsoko-my-work", PAGE, "school_teacher")

    def test_score_sheet(self):
        sheet = self.env.ref("vsoko_module.vsoko_score_sheet_action")
        path = f"/odoo/vsoko-assessments/{self.work.id}/action-{sheet.id}"
        self.assert_accessible(path, f"{PAGE}:has(table)", "school_teacher")


@tagged("post_install", "-at_install")
class TestAccessibleOverview(DashboardCase, AccessibleCase):
    def test_overview(self):
        self.assert_accessible("/odoo/vsoko", f"{PAGE}:has(table)", "school_director")


@tagged("post_install", "-at_install")
class TestAccessibleClass(ClassPageCase, AccessibleCase):
    def test_class_on_one_page(self):
        action = self.env.ref("vsoko_module.vsoko_class_page_action")
        path = f"/odoo/vsoko-classes/{self.class_5a.id}/action-{action.id}"
        self.assert_accessible(path, f"{PAGE}:has(table)", "school_teacher")


@tagged("post_install", "-at_install")
class TestAccessibleChild(FamilySubjectsCase, AccessibleCase):
    """Everything that a family may meet on the page of a child."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work.action_close()
        cls.add_marks({(cls.child, cls.math): 3}, cls.q1)
        cls.add_marks({(cls.child, cls.math): 4}, cls.q2)
        cls.env["vsoko.achievement"].create(
            {
                "kind": "contest",
                "date": "2025-10-10",
                "result": "prize",
                "level": "regional",
                "event": "Чтецы",
                "student_ids": [Command.set(cls.child.ids)],
            }
        )
        route = cls.env["vsoko.route"].create(
            {
                "name": "Маршрут",
                "aim": "Уверенно умножать",
                "ground": "Работа 1 четверти",
                "date_start": "2025-11-10",
                "subject_id": cls.math.id,
                "member_ids": [Command.create({"student_id": cls.child.id})],
                "goal_ids": [Command.create({"skill_id": cls.skill.id, "target": 70})],
                "step_ids": [Command.create({"name": "Десять задач", "date": "2025-11-17"})],
            }
        )
        route.action_offer()

    def test_subjects_routes_and_achievements(self):
        page = f"{PORTAL}:has(.o_vsoko_subject):has(.o_vsoko_routes)"
        self.assert_accessible("/my/child", page, self.family.login)


@tagged("post_install", "-at_install")
class TestAccessiblePhone(SheetCase, AccessibleCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_own_sheet(self):
        path = f"/odoo/vsoko-my-sheet/{self.sheet.id}"
        self.assert_accessible(path, FORM, self.teacher.login, WIDGETS)
