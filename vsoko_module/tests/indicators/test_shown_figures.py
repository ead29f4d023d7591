import json

from odoo.tests import HttpCase, tagged
from odoo.tools import SQL

from ..fixtures import FixtureCase
from ..pure.halves import HALVES, russian
from .common import FiguresCase

# evaluated in the page: the module of the program that writes figures
READS_JS = """
    const { formatFigure, rounded } = odoo.loader.modules.get("@vsoko_module/figures/format");
    const wrong = %s.filter(([value, digits, text]) =>
        formatFigure(value, { digits }).replaceAll("-", "\\u2212") !== text
        || Object.is(rounded(value, digits), -0));
    console.log(wrong.length ? "wrong: " + JSON.stringify(wrong) : "test successful");
"""


@tagged("post_install", "-at_install")
class TestHalves(FiguresCase):
    """Server, database and browser round as `tools.numbers` does."""

    def test_database(self):
        for value, digits, text in HALVES:
            with self.subTest(value=value, digits=digits):
                sql = SQL("SELECT round(%s::float8::numeric, %s)::text", value, digits)
                self.assertEqual(self.env.execute_query(sql), [(text,)])

    def test_words_of_a_figure(self):
        self.q1.action_calculate()
        figure = self.figure("quality").with_context(lang="ru_RU")
        # the digits of a version in force are locked
        figure.indicator_id.framework_id.state = "draft"
        for value, digits, text in HALVES:
            figure.indicator_id.digits = digits
            with self.subTest(value=value, digits=digits):
                shown = figure._format_number(value, digits).replace("-", "\u2212")
                self.assertEqual(shown, russian(text))

    def test_zone_and_change_judge_what_is_shown(self):
        """7 of 14 and 6 of 14 in mathematics: 50.0 and 42.9, so the change is −7.1."""
        indicator = self.indicators["quality"]
        cell = {"scope": "subject", "subject_id": self.math.id}
        self.add_marks(
            {
                (mark.student_id, self.math): mark.value or "not_attested"
                for mark in self.marks
                if mark.subject_id == self.math
            },
            self.q2,
        )
        last = self.env["vsoko.mark"].search(
            [("period_id", "=", self.q2.id), ("subject_id", "=", self.math.id), ("value", "=", 4)],
            limit=1,
        )
        last.value = 3
        # 42.857… is shown as 42.9, the border; the borders of a version in force are locked
        indicator.framework_id.state = "draft"
        bands = indicator.band_ids.sorted("lower")
        bands[1].lower, bands[2].lower = 42.9, 90
        indicator.framework_id.state = "approved"
        (self.q1 | self.q2).action_calculate()
        figure = self.figure("quality", period=self.q2, **cell)
        self.assertLess(figure.value, 42.9)
        self.assertEqual(figure.status, bands[1].status)
        self.assertAlmostEqual(figure.delta, -7.1, 9)
        text = figure.with_context(lang="ru_RU").explanation
        self.assertIn("−7,1", text)
        self.assertIn("от 42,9", text)


@tagged("post_install", "-at_install")
class TestHalvesInTheBrowser(FixtureCase, HttpCase):
    def test_browser(self):
        self.env.ref("base.user_admin").write({"lang": "ru_RU", "tour_enabled": False})
        table = [(value, digits, russian(text)) for value, digits, text in HALVES]
        self.browser_js(
            "/odoo", READS_JS % json.dumps(table), "odoo.isReady === true", login="admin"
        )
