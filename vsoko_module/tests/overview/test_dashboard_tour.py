from odoo.tests import HttpCase, tagged

from ..common import SchoolCase
from .test_dashboard import DashboardCase


@tagged("post_install", "-at_install")
class TestDashboardTour(DashboardCase, HttpCase):
    def test_from_the_overview_to_the_rows(self):
        self.start_tour("/odoo/vsoko", "vsoko_dashboard_to_rows", login="school_director")

    def test_teacher_sees_only_own_classes(self):
        self.start_tour("/odoo/vsoko", "vsoko_dashboard_of_teacher", login="school_teacher")


@tagged("post_install", "-at_install")
class TestEmptyDashboardTour(SchoolCase, HttpCase):
    def test_empty_overview_is_calculated_from_itself(self):
        self.start_tour("/odoo/vsoko", "vsoko_dashboard_calculate", login="school_administration")
