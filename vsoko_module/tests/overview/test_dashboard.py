from odoo.exceptions import MissingError
from odoo.tests import tagged

from ..common import SchoolCase


class DashboardCase(SchoolCase):
    """Marks of two quarters: 5А weak in mathematics and worse than before, 5Б and 9А strong."""

    @classmethod
    def make_fixture(cls):
        for period, weak in ((cls.q1, (5, 5, 5, 4, 4, 4)), (cls.q2, (5, 3, 3, 3, 2, 2))):
            cls.add_marks(cls._marks(period, weak), period)
            period.action_calculate()

    @classmethod
    def _marks(cls, period, weak):
        marks = {}
        for school_class in cls.classes:
            for place, pupil in enumerate(cls.pupils_of(school_class)):
                is_weak = school_class == cls.class_5a
                marks[pupil, cls.math] = weak[place] if is_weak else 5
                marks[pupil, cls.rus] = 4
        return marks

    def overview(self, role, **kwargs):
        Dashboard = self.env["vsoko.dashboard"].with_user(self.users[role])
        return Dashboard.get_overview(period_id=self.q2.id, **kwargs)

    def indicator(self, code):
        framework = self.env.ref("vsoko_module.framework_regulation")
        return framework.indicator_ids.filtered(lambda i: i.code == code)


@tagged("post_install", "-at_install")
class TestOverview(DashboardCase):
    def test_objects_show_what_is_known_and_what_is_not(self):
        objects = self.overview("director")["objects"]
        self.assertEqual(len(objects), 7)
        results, health = objects[0], objects[6]
        self.assertEqual(results["status"], "critical")
        self.assertGreater(results["known"], 10)
        self.assertEqual(health["status"], False)
        self.assertEqual((health["known"], health["total"]), (0, 13))

    def test_objects_say_why_and_what_they_were_before(self):
        self.year_period.action_calculate()
        objects = self.overview("director")["objects"]
        results, health = objects[0], objects[6]
        # only those of the worst zone are named: success of 5А fell, in Russian nobody failed
        self.assertIn("%", results["reason"])
        self.assertIn("No data", health["reason"])
        # in the test year no mark is given, but everybody stays
        process = objects[1]
        self.assertEqual([year["name"] for year in process["years"]], [self.year.name])
        self.assertEqual(health["years"], [])

    def test_a_figure_of_marks_says_of_how_many_classes_they_are(self):
        self.assertEqual({figure["classes"] for figure in self.overview("director")["main"]}, {""})
        self.env["vsoko.mark"].search(
            [("class_id", "=", self.class_9a.id), ("period_id", "=", self.q2.id)]
        ).unlink()
        self.q2.action_calculate()
        main = {one["indicator_id"]: one["classes"] for one in self.overview("director")["main"]}
        # 5А and 5Б of 5А, 5Б and 9А
        self.assertRegex(main[self.indicator("quality").id], "2.*3")
        self.assertEqual({one["classes"] for one in self.overview("teacher")["main"]}, {""})

    def test_main_figure_has_value_change_and_trend(self):
        overview = self.overview("director")
        quality = self.indicator("quality")
        figure = next(f for f in overview["main"] if f["indicator_id"] == quality.id)
        # 14 marks in Russian and 1 + 8 in mathematics of 28
        self.assertAlmostEqual(figure["value"], 100 * 23 / 28, 6)
        # the difference of what is shown: 82.1 − 100.0
        self.assertAlmostEqual(figure["delta"], -17.9, 6)
        self.assertEqual(figure["trend"][0]["value"], 100)
        # two marks of each of the fourteen pupils
        self.assertEqual([point["n"] for point in figure["trend"]], [28, 28])
        self.assertEqual(overview["indicators"][quality.id]["unit"], "percent")

    def test_worst_cells_first(self):
        overview = self.overview("director")
        # the class fails by pupils and by marks, which is worse than by marks of one subject
        cells = [deviation["cell"] for deviation in overview["deviations"]]
        self.assertEqual(cells[0], f"class:{self.class_5a.id}")
        self.assertEqual(cells[1], f"class_subject:{self.class_5a.id}:{self.math.id}")
        figures = [figure["indicator_id"] for figure in overview["deviations"][1]["figures"]]
        self.assertIn(self.indicator("quality").id, figures)
        self.assertFalse([d for d in overview["deviations"] if "5Б" in d["name"]])
        deltas = [figure["delta"] for figure in overview["worsened"]]
        self.assertEqual(deltas, sorted(deltas, key=lambda delta: -abs(delta)))
        self.assertAlmostEqual(deltas[0], 16.7 - 100, 6)

    def test_a_figure_without_a_good_side_is_no_deviation(self):
        """Quality, which was critical in 5А, becomes a number that is neither good nor bad."""
        before = self.get_deviating("quality")
        self.assertIn(f"class_subject:{self.class_5a.id}:{self.math.id}", before)
        own = self.env.ref("vsoko_module.framework_regulation")._copy_version(
            name="Своя", company_id=self.env.company.id, date_from="2025-08-01"
        )
        neutral = own.indicator_ids.filtered(lambda i: i.code == "quality")
        neutral.direction = "none"
        own.action_approve()
        (self.q1 | self.q2).action_calculate()
        figures = self.env["vsoko.indicator.value"].search(
            [("indicator_id", "=", neutral.id), ("period_id", "=", self.q2.id)]
        )
        self.assertIn("critical", figures.mapped("status"), "bands judge it all the same")
        self.assertFalse(self.get_deviating("quality"))
        opened = figures.search(self.q2.action_open_critical()["domain"])
        self.assertFalse(opened & figures)
        worsened = self.overview("director")["worsened"]
        self.assertNotIn(neutral.id, [figure["indicator_id"] for figure in worsened])

    def get_deviating(self, code):
        """Return the cells that the overview shows because of an indicator."""
        Indicator = self.env["vsoko.indicator"]
        return {
            deviation["cell"]
            for deviation in self.overview("director")["deviations"]
            for figure in deviation["figures"]
            if Indicator.browse(figure["indicator_id"]).code == code
        }

    def test_all_critical_figures_hold_the_shown_ones(self):
        shown = self.overview("director")["deviations"]
        action = self.q2.with_user(self.users["director"]).action_open_critical()
        opened = self.env["vsoko.indicator.value"].search(action["domain"])
        ids = {figure["id"] for deviation in shown for figure in deviation["figures"]}
        self.assertTrue(ids)
        self.assertEqual(ids - set(opened.ids), set())
        self.assertEqual(set(opened.mapped("status")), {"critical"})
        self.assertNotIn("school", opened.mapped("scope"))

    def test_heat_map_of_the_chosen_indicator(self):
        indicator = self.indicator("average_mark")
        heat_map = self.overview("director", indicator_id=indicator.id)["heat_map"]
        self.assertEqual(heat_map["indicator_id"], indicator.id)
        self.assertEqual([row["name"] for row in heat_map["rows"]], ["5А", "5Б", "9А"])
        subjects = [subject["id"] for subject in heat_map["subjects"]]
        cell = heat_map["rows"][0]["cells"][subjects.index(self.math.id)]
        self.assertEqual((cell["value"], cell["n"]), (3.0, 6))
        self.assertEqual(heat_map["totals"][subjects.index(self.rus.id)]["value"], 4.0)

    def test_missing_figure_is_not_zero(self):
        self.q3.action_calculate()
        Dashboard = self.env["vsoko.dashboard"].with_user(self.users["director"])
        overview = Dashboard.get_overview(period_id=self.q3.id)
        figures = {figure["indicator_id"]: figure for figure in overview["main"]}
        quality = figures[self.indicator("quality").id]
        self.assertIsNone(quality["value"])
        self.assertEqual(quality["missing_reason"], "empty_base")
        self.assertIsNone(quality["delta"])
        self.assertEqual(overview["heat_map"]["rows"], [])

    def test_last_period_with_results_is_shown_first(self):
        self.q3.action_calculate()
        overview = self.env["vsoko.dashboard"].with_user(self.users["director"]).get_overview()
        self.assertEqual(overview["period"]["id"], self.q2.id)

    def test_heat_map_of_a_period_that_is_gone(self):
        with self.assertRaises(MissingError):
            self.env["vsoko.dashboard"].get_heat_map(0)


@tagged("post_install", "-at_install")
class TestOverviewEmpty(SchoolCase):
    def test_each_reason_of_emptiness(self):
        Dashboard = self.env["vsoko.dashboard"]
        director = Dashboard.with_user(self.users["director"])
        self.assertEqual(director.get_overview()["empty"], "not_calculated")
        self.assertTrue(director.get_overview()["rights"]["calculate"])
        user = Dashboard.with_user(self.users["user"])
        self.assertEqual(user.get_overview()["empty"], "no_access")
        self.year.period_ids.unlink()
        self.assertEqual(director.get_overview()["empty"], "no_period")


@tagged("post_install", "-at_install")
class TestOverviewRights(DashboardCase):
    def rows(self, role):
        return [row["name"] for row in self.overview(role)["heat_map"]["rows"]]

    def test_teacher_sees_own_classes_and_own_figures(self):
        overview = self.overview("teacher")
        self.assertEqual(self.rows("teacher"), ["5А", "9А"])
        self.assertEqual(overview["objects"], [])
        quality = self.indicator("quality")
        figure = next(f for f in overview["main"] if f["indicator_id"] == quality.id)
        # own lessons: 1 of 6 in 5А and 4 of 4 in 9А
        self.assertAlmostEqual(figure["value"], 50)
        self.assertFalse(overview["rights"]["calculate"])

    def test_association_head_sees_the_subject_everywhere(self):
        heat_map = self.overview("association_head")["heat_map"]
        self.assertEqual([row["name"] for row in heat_map["rows"]], ["5А", "5Б", "9А"])
        self.assertEqual([s["id"] for s in heat_map["subjects"]], [self.math.id])

    def test_councils_see_the_school(self):
        for role in ("pedagogical_council", "methodical_council", "administration"):
            overview = self.overview(role)
            self.assertEqual(len(overview["objects"]), 7, role)
            self.assertEqual(len(overview["heat_map"]["rows"]), 3, role)

    def test_role_without_figures(self):
        for role in ("user", "specialist", "medic"):
            self.assertEqual(self.overview(role)["empty"], "no_access", role)

    def test_card_shows_only_what_the_teacher_may_read(self):
        Dashboard = self.env["vsoko.dashboard"].with_user(self.users["teacher"])
        own = Dashboard.get_card("vsoko.class", self.class_5a.id)
        self.assertEqual([period["id"] for period in own["periods"]], [self.q1.id, self.q2.id])
        quality = next(row for row in own["rows"] if row["indicator"]["code"] == "quality")
        self.assertAlmostEqual(quality["cells"][1]["value"], 100 * 7 / 12, 6)
        foreign = Dashboard.get_card("vsoko.class", self.class_5b.id)
        self.assertEqual(foreign, {"periods": [], "rows": []})


@tagged("post_install", "-at_install")
class TestOverviewQueries(SchoolCase):
    def count_queries(self):
        Dashboard = self.env["vsoko.dashboard"].with_user(self.users["director"])
        # the first call fills what the server keeps between requests: rights, the language
        for _call in range(2):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            overview = Dashboard.get_overview(period_id=self.q1.id)
        return self.env.cr.sql_log_count - before, len(overview["heat_map"]["rows"])

    def grade(self, school_class, pupils):
        marks = {(p, s): 2 for p in pupils for s in (self.math, self.rus)}
        self.add_marks(marks, self.q1)

    def test_thirty_classes_cost_as_many_queries_as_one(self):
        for school_class in self.classes:
            self.grade(school_class, self.pupils_of(school_class))
        self.q1.action_calculate()
        one = self.count_queries()
        more = self.env["vsoko.class"].create(
            [
                {"year_id": self.year.id, "grade": grade, "letter": letter}
                for grade in (6, 7, 8)
                for letter in "АБВГДЕЖЗИК"
            ]
        )
        for school_class in more:
            self.grade(school_class, self.enrol(school_class, 5))
        self.q1.action_calculate()
        many = self.count_queries()
        self.assertEqual((one[1], many[1]), (3, 33))
        self.assertEqual(many[0], one[0])
