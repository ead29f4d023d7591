from odoo.tests import HttpCase, tagged

from .analysis.risks.risk_case import RiskCase
from .overview.test_dashboard import DashboardCase
from .overview.test_start_page import StartCase

# presses «?», begins a tour, waits for its pointer and for the word to the server
BEGIN = """
(async () => {
    const found = async (selector) => {
        for (let tries = 0; tries < 200; tries++) {
            const element = document.querySelector(selector);
            if (element) {
                return element;
            }
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
        throw new Error(`${selector} is not there`);
    };
    (await found(".o_vsoko_guide_button")).click();
    (await found("[data-tour=vsoko_show_entering_a_work]")).click();
    await found(".o_tour_pointer");
    await found("[data-card=works]");
    await new Promise((resolve) => setTimeout(resolve, 2000));
    console.log("test successful");
})();
"""


@tagged("post_install", "-at_install")
class TestGuidedTourOfDeputy(DashboardCase, HttpCase):
    def test_from_a_file_to_a_report(self):
        self.start_tour(
            "/odoo/vsoko-upload", "vsoko_show_from_file_to_report", login="school_administration"
        )


@tagged("post_install", "-at_install")
class TestGuidedTourOfTeacher(StartCase, HttpCase):
    def test_entering_a_work(self):
        self.start_tour("/odoo/vsoko-my-work", "vsoko_show_entering_a_work", login="school_teacher")

    def test_a_tour_begins_in_the_guide_and_leaves_those_of_odoo_off(self):
        teacher = self.users["teacher"]
        self.assertFalse(teacher.tour_enabled)
        # a page that comes later would close the guide
        ready = "document.querySelector('[data-card=works]') !== null"
        self.browser_js("/odoo/vsoko-my-work", BEGIN, ready=ready, login=teacher.login)
        teacher.invalidate_recordset()
        self.assertFalse(teacher.tour_enabled)


@tagged("post_install", "-at_install")
class TestGuidedTourOfClassTeacher(RiskCase, HttpCase):
    def test_the_own_class(self):
        self.give({(self.first, self.math): 2})
        # members of bodies joined before the clock of the test was set back
        self.env.flush_all()
        self.env.invalidate_all()
        self.env["vsoko.body.member"]._get_due()._settle(is_by_day=True)
        self.env.flush_all()
        self.start_tour("/odoo/vsoko-risks", "vsoko_show_the_own_class", login="school_teacher")
