from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..evidence.common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestAnalysisPage(AssessmentCase):
    def test_levels_by_class(self):
        # 100 87.5 75 50 37.5 37.5 % in 5А; 25 12.5 12.5 0 % in 5Б
        self.enter(self.work, VECTOR)
        levels = self.work.get_analysis_page()["levels"]
        self.assertEqual([level["from"] for level in levels["levels"]], [0, 30, 50, 65, 85])
        found = {line["name"]: line["counts"] for line in levels["lines"]}
        self.assertEqual(found["5А"], [0, 2, 1, 1, 2])
        self.assertEqual(found["5Б"], [4, 0, 0, 0, 0])
        self.assertEqual(levels["lines"][-1]["counts"], [4, 2, 1, 1, 2])
        self.assertEqual(levels["lines"][-1]["shares"], [40, 20, 10, 10, 20])

    def test_the_school_moves_a_border(self):
        self.enter(self.work, VECTOR)
        self.env.ref("vsoko_module.achievement_level_work_high").min_percent = 90
        lines = self.work.get_analysis_page()["levels"]["lines"]
        self.assertEqual(lines[-1]["counts"], [4, 2, 1, 2, 1])
        with self.assertRaises(AccessError):
            self.env.ref("vsoko_module.achievement_level_work_high").with_user(
                self.users["teacher"]
            ).min_percent = 80

    def test_indices_of_few_pupils_are_not_shown(self):
        self.enter(self.work, VECTOR[:9])
        page = self.work.get_analysis_page()
        self.assertTrue(page["few"])
        shown = {line["title"]: line["value"] for line in page["figures"]}
        self.assertEqual([shown["Reliability (α)"], shown["Ferguson's δ"]], [None, None])
        self.assertEqual({item["discrimination"] for item in page["items"]}, {None})
        self.assertIsNotNone(self.work.get_item_analysis()["alpha"])

    def test_each_figure_has_its_words(self):
        self.enter(self.work, VECTOR)
        page = self.work.get_analysis_page()
        words = {line["title"]: line["words"] for line in page["figures"]}
        self.assertTrue(words["Reliability (α)"].startswith("good (95 % interval: 0,5"))
        self.assertEqual(words["Ferguson's δ"], "tells pupils apart well")
        # difficulty .8 .6 .4 .4 .3, discrimination .67 .67 1 .83 .78
        self.assertEqual(
            [item["difficulty_words"] for item in page["items"]],
            ["ordinary", "ordinary", "hard", "hard", "very hard"],
        )
        self.assertEqual({item["discrimination_words"] for item in page["items"]}, {"good"})

    def test_results_by_class_and_teacher(self):
        self.test.task_ids[3:].difficulty = "advanced"
        self.enter(self.work, VECTOR)
        first, second = self.work.get_analysis_page()["classes"]["lines"]
        # 5А: 31 of 48 points, marks 5 5 4 3 3 3; 5Б: 4 of 32 points, marks 2 2 2 2
        self.assertEqual((first["name"], first["teacher"]), ("5А", self.teachers[0].name))
        self.assertEqual((first["n"], first["success"], first["quality"]), (6, 100, 50))
        self.assertAlmostEqual(first["percent"], 31 / 48 * 100)
        self.assertEqual((second["percent"], second["success"]), (12.5, 0))
        # task 4: 8 of 12 points in 5А against 30 % expected of an advanced task, 0 of 8 in 5Б
        readings = [line["shares"][3]["reading"] for line in (first, second)]
        self.assertEqual(readings, ["sufficient", "insufficient"])

    def test_elements_stand_in_the_order_of_their_codes(self):
        late, early, middle = self.env["vsoko.content.element"].create(
            [{"code": code, "name": code, "subject_id": self.math.id} for code in ("10", "2", "9")]
        )
        for task, element in zip(self.test.task_ids, late | early | middle, strict=False):
            task.content_ids = element
        self.enter(self.work, VECTOR)
        page = self.work.get_analysis_page()
        self.assertEqual([one["code"] for one in page["classes"]["columns"]], ["2", "9", "10"])
        self.assertEqual([line["tasks"] for line in page["parts"][0]["lines"]], ["2", "3", "1"])

    def test_levels_of_tasks_are_judged_by_what_is_expected_of_them(self):
        self.test.task_ids[3:].difficulty = "advanced"
        self.enter(self.work, VECTOR)
        parts = {part["key"]: part["lines"] for part in self.work.get_analysis_page()["parts"]}
        # advanced: 17 of 50 points, at least 30 % is enough
        found = {line["tasks"]: (line["percent"], line["reading"]) for line in parts["level"]}
        self.assertEqual(found["4, 5"], (34, "sufficient"))

    def test_small_groups_by_marks_are_said_to_be_small(self):
        self.enter(self.work, VECTOR)
        groups = self.work.get_analysis_page()["groups"]
        self.assertEqual([line["n"] for line in groups["lines"]], [4, 3, 1, 2])
        self.assertFalse(any(line["is_compared"] for line in groups["lines"]))
        self.assertEqual(groups["least"], 10)
        self.assertTrue(groups["chart"].startswith("data:image/svg+xml;base64,"))

    def test_who_may_read_no_results_is_told_so(self):
        work = self.make_work(self.class_5b)
        teacher = work.with_user(self.users["teacher"])
        self.assertFalse(teacher.get_analysis_page()["is_hidden"])
        work.action_start()
        self.assertTrue(teacher.get_analysis_page()["is_hidden"])
        deputy = work.with_user(self.users["administration"])
        self.assertFalse(deputy.get_analysis_page()["is_hidden"])

    def test_counts_of_a_task_make_up_those_who_wrote(self):
        self.enter(self.work, [*VECTOR[:8], "1-0-3", "-----"])
        page = self.work.get_analysis_page()
        for item in page["items"]:
            self.assertEqual(item["full"] + item["partial"] + item["zero"], 10)
            self.assertTrue(0 <= item["percent"] <= 100)
        shares = [line["percent"] for part in page["parts"] for line in part["lines"]]
        self.assertTrue(shares and all(0 <= share <= 100 for share in shares))

    def test_figures_of_the_country_stand_beside_the_schools(self):
        self.enter(self.work, VECTOR)
        self._add_group("municipality", "Город", participants=900, average=512)
        self._add_group("country", "Вся выборка", share_2=5, share_3=33, share_4=44, share_5=18)
        lines = self.work.get_analysis_page()["participants"]
        self.assertEqual([line["name"] for line in lines[:2]], ["Вся выборка", "Город"])
        self.assertEqual(lines[0]["marks"], [5, 33, 44, 18])
        self.assertEqual((lines[1]["marks"], lines[1]["average"]), (None, 512))
        self.assertEqual((lines[2]["marks"], lines[2]["participants"]), ([40, 30, 10, 20], 10))
        self.assertIsNone(lines[2]["comparison"])

    def test_a_study_that_returns_only_figures_has_a_page(self):
        study = self.make_work(self.class_9a, "niko")
        study.test_id = False
        study.subject_id = self.math
        self.assertEqual(study.get_analysis_page()["participants"], [])
        self._add_group("region", "Регион", work=study, average=498)
        page = study.get_analysis_page()
        self.assertEqual((page["n"], page["participants"][0]["average"]), (0, 498))
        self.assertIsNone(page["participants"][1]["marks"])

    def test_a_study_that_returns_only_figures_is_closed_without_pupils(self):
        study = self.make_work(self.class_9a, "niko")
        study.action_start()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            study.action_close()
        self._add_group("region", "Регион", work=study, average=498)
        study.action_close()
        self.assertEqual((study.state, study.pupil_count), ("closed", 0))
        self._add_group("region", "Регион")
        self.enter(self.work, VECTOR[:9])
        with self.assertRaises(UserError):
            self.work.action_close()

    @mute_logger("odoo.sql_db")
    def test_a_share_above_a_hundred_is_refused(self):
        with self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self._add_group("country", "Вся выборка", share_2=101)

    def _add_group(self, level, name, work=None, **values):
        return self.env["vsoko.assessment.aggregate"].create(
            {"assessment_id": (work or self.work).id, "level": level, "name": name, **values}
        )

    def test_the_number_of_queries_does_not_grow(self):
        self.enter(self.work, VECTOR[:2])
        self._count_queries()
        small = self._count_queries()
        self.enrol(self.class_5a, 40)
        self.work.action_start()
        self.work.result_ids.task_score_ids.unlink()
        self.enter(self.work, (VECTOR * 5)[:50])
        self.assertEqual(self._count_queries(), small)

    def test_the_number_of_queries_does_not_grow_with_the_tasks(self):
        self.enter(self.work, VECTOR)
        self._count_queries()
        small = self._count_queries()
        self.work.result_ids.task_score_ids.unlink()
        self.test.task_ids = [
            Command.create({"number": str(number), "sequence": number}) for number in range(6, 26)
        ]
        self.enter(self.work, [row + "1" * 20 for row in VECTOR])
        self.assertEqual(self.work.get_item_analysis()["items"][24]["full"], 10)
        self.assertEqual(self._count_queries(), small)

    def _count_queries(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.work.get_analysis_page()
        return self.env.cr.sql_log_count - before
