from datetime import date

from odoo.tests import HttpCase, tagged

from .evidence.mastery_case import MasteryCase
from .overview.test_dashboard import DashboardCase


@tagged("post_install", "-at_install")
class TestKeptChoiceOfFigures(DashboardCase, HttpCase):
    """What a page was asked to show is there after Back and after a reload."""

    def test_overview_keeps_the_period_and_the_indicator_of_the_heat_map(self):
        self.start_tour("/odoo/vsoko", "vsoko_kept_overview", login="school_director")

    def test_completeness_keeps_the_year(self):
        self.env["vsoko.year"].create(
            {
                "name": "2024/2025",
                "date_start": date(2024, 9, 1),
                "date_end": date(2025, 8, 31),
            }
        )
        self.start_tour(
            "/odoo/vsoko-completeness", "vsoko_kept_completeness", login="school_director"
        )


@tagged("post_install", "-at_install")
class TestKeptChoiceOfWorks(MasteryCase, HttpCase):
    def test_map_of_elements_keeps_the_kind_and_the_grade(self):
        self.start_tour("/odoo/vsoko-element-map", "vsoko_kept_map", login="school_teacher")

    def test_dynamics_keeps_the_subject(self):
        self.start_tour("/odoo/vsoko-dynamics", "vsoko_kept_dynamics", login="school_teacher")
