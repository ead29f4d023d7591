import json

from odoo.fields import Command
from odoo.tests import HttpCase, tagged

from ..fixtures import FixtureCase
from ..pure.mark_cases import MARK_CASES, whole_band
from .common import AssessmentCase

# evaluated in the page: the row of the score sheet, by what its cells say
READS_JS = """
    const { ScoreRow } = odoo.loader.modules.get("@vsoko_module/score_sheet/score_row");
    const wrong = %s.filter(([props, mark]) => {
        const row = Object.create(ScoreRow.prototype, { props: { value: props } });
        return (row.mark || null) !== mark;
    });
    console.log(wrong.length ? "wrong: " + JSON.stringify(wrong) : "test successful");
"""
BAND = ("min_score", "mark", "part", "part_score")
MAX_SCORE = 30


@tagged("post_install", "-at_install")
class TestMarkOfPoints(AssessmentCase):
    """The database gives the marks of the table that `tools.measures.mark_of` gives."""

    def make_case(self, bands, tasks):
        test = self.env["vsoko.test"].create(
            {
                "name": "Шкала",
                "subject_id": self.math.id,
                "grade": 5,
                "step": "0.5",
                "task_ids": [
                    Command.create({"number": str(place), "max_score": MAX_SCORE, "part": part})
                    for place, part in enumerate(tasks)
                ],
                "band_ids": [
                    Command.create(dict(zip(BAND, whole_band(band), strict=True))) for band in bands
                ],
            }
        )
        work = self.make_work(self.class_5a | self.class_5b, test=test)
        work.action_start()
        return work

    def give(self, work, rows):
        """Enter the rows of the table; the points of who was absent are entered by mistake."""
        results = work.result_ids.sorted("id")[: len(rows)]
        tasks = work.test_id.task_ids
        for result, (points, _mark) in zip(results, rows, strict=True):
            given = [1] * len(tasks) if points is None else points
            result.write(
                {
                    "attendance": "absent" if points is None else "present",
                    "task_score_ids": [
                        Command.create(
                            {"task_id": task.id, "score": False if value is None else value}
                        )
                        for task, value in zip(tasks, given, strict=True)
                    ],
                }
            )
        return results

    def test_database(self):
        for what, bands, tasks, rows in MARK_CASES:
            results = self.give(self.make_case(bands, tasks), rows)
            for result, (points, mark) in zip(results, rows, strict=True):
                with self.subTest(what, points=points):
                    self.assertEqual(result.mark, mark or False)

    def test_marks_follow_a_change_of_the_scale(self):
        work = self.make_case([(0, 2), (5, 3, "geometry", 2)], ["", "geometry"])
        results = self.give(work, [((4, 1), 2), ((3, 2), 3), ((2, 2), 2)])
        self.assertEqual(results.mapped("mark"), [2, 3, 2])
        work.test_id.band_ids[1].part_score = 1
        self.assertEqual(results.mapped("mark"), [3, 3, 2])
        work.test_id.band_ids[1].min_score = 4
        self.assertEqual(results.mapped("mark"), [3, 3, 3])
        work.test_id.band_ids.unlink()
        self.assertEqual(results.mapped("mark"), [False] * 3)


@tagged("post_install", "-at_install")
class TestMarkOfPointsInTheBrowser(FixtureCase, HttpCase):
    def test_browser(self):
        self.env.ref("base.user_admin").tour_enabled = False
        self.browser_js(
            "/odoo", READS_JS % json.dumps(_rows()), "odoo.isReady === true", login="admin"
        )


def _rows():
    """[(properties of a row of the sheet, its mark)]."""
    return [
        (
            {
                "row": {
                    "attendance": "absent" if points is None else "present",
                    "mark_given": False,
                    "texts": [_text(value) for value in points or [1] * len(tasks)],
                },
                "tasks": [{"part": part, "max_score": MAX_SCORE, "step": 0.5} for part in tasks],
                "bands": [dict(zip(BAND, whole_band(band), strict=True)) for band in bands],
            },
            mark,
        )
        for _what, bands, tasks, rows in MARK_CASES
        for points, mark in rows
    ]


def _text(value):
    return "" if value is None else str(value).replace(".", ",")
