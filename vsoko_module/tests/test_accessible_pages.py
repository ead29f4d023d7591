from odoo.tests import tagged

from .accessible import AccessibleCase
from .evidence.common import AssessmentCase
from .governance.sheets.sheet_case import SheetCase
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
        ):
            with self.subTest(path):
                self.assert_accessible(path, PORTAL, self.council.login)

    def test_open_page_of_the_school(self):
        self.publish("public")
        self.env.ref("base.public_user").lang = "ru_RU"
        self.assert_accessible("/vsoko", PORTAL)

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
class TestAccessiblePhone(SheetCase, AccessibleCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_own_sheet(self):
        path = f"/odoo/vsoko-my-sheet/{self.sheet.id}"
        self.assert_accessible(path, FORM, self.teacher.login, WIDGETS)
