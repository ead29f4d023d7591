from odoo.tests import HttpCase, tagged

from .test_dashboard import DashboardCase


@tagged("post_install", "-at_install")
class TestDashboardTour(DashboardCase, HttpCase):
    def test_from_the_overview_to_the_rows(self):
        self.start_tour("/odoo/vsoko", "vsoko_dashboard_to_rows", login="school_director")

    def test_teacher_sees_only_own_classes(self):
        self.start_tour("/odoo/vsoko", "vsoko_dashboard_of_teacher", login="school_teacher")
