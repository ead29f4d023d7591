from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..pure.vpr_files import book
from .common import ImportCase

TITLES = (["ВПР 2026 Русский язык 4"], ["Дата: 21.04.2026"])
HEADING = ["Группы участников", "Кол-во ОО", "Кол-во участников"]
GROUPS = (
    ("Вся выборка", 34000, 1200000),
    ("Образцовая область", 700, 24000),
    ("Образцовый район", 21, 900),
    ("МБОУ «Школа № 3»", 1, 18),
)


def table(columns, *shares):
    rows = [[*group, *line] for group, line in zip(GROUPS, shares, strict=True)]
    return book(Лист1=[*TITLES, [*HEADING, *columns], *rows])


MARKS = table("2345", *([[5, 30, 40, 25]] * 4))
TASKS = table(["1", "4К1", "5.1"], *([60 + place, 50, 40.5] for place in range(4)))
POINTS = table(range(6), *([[10, 10, 20, 20, 20, 20]] * 4))
PLANNED = book(
    Лист1=[
        *TITLES,
        ["Блоки ПООП НОО", "Макс. балл", "Образцовая область", "ОО", "РФ"],
        ["", "", "24000 уч.", "18 уч.", "1200000 уч."],
        ["1. Писать под диктовку", 2, 71, 55, 72],
        ["5.1. Читать", 1, 41, 42, 43],
    ]
)


@tagged("post_install", "-at_install")
class TestImportVprGroups(ImportCase):
    """What the federal system tells of tasks and points of others stands beside the work."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["vsoko.class"].create({"year_id": cls.year.id, "grade": 4, "letter": "А"})
        cls.bring(MARKS)
        cls.work = cls.env["vsoko.assessment"].search([("procedure", "=", "vpr")])

    @classmethod
    def bring(cls, content):
        record = cls.upload("отчёт.xlsx", content)
        record._load()
        return record

    def group(self, level):
        return self.work.aggregate_ids.filtered(lambda group: group.level == level)

    def test_tasks_and_points_join_the_groups_that_are_there(self):
        for content in (TASKS, POINTS):
            record = self.bring(content)
            self.assertEqual(self.counts(record), (0, 4, 0, 0), self.messages(record))
        self.assertEqual(len(self.work), 1)
        self.assertEqual(len(self.work.aggregate_ids), 4)
        region = self.group("region")
        self.assertEqual(region.task_shares, {"all": {"1": 61, "4К1": 50, "5.1": 40.5}})
        self.assertEqual(region.point_shares["all"]["5"], 20)
        self.assertEqual((region.share_2, region.participants), (5, 24000))

    def test_planned_results_bring_words_and_know_the_groups_by_their_level(self):
        self.bring(TASKS)
        self.bring(PLANNED)
        self.assertEqual(len(self.work.aggregate_ids), 4)
        self.assertEqual(self.group("country").name, "Вся выборка")
        self.assertEqual(self.group("country").task_shares, {"all": {"1": 72, "5.1": 43}})
        self.assertEqual(self.group("school").name, "МБОУ «Школа № 3»")
        self.assertEqual(self.group("school").organisations, 1)
        self.assertEqual(self.work.task_texts, {"1": "Писать под диктовку", "5.1": "Читать"})

    def test_those_who_got_a_mark_stand_beside_all(self):
        self.bring(TASKS)
        marks = [[f"Ср.% вып. уч. гр.баллов {mark}", 1, 9, mark, 1, 2] for mark in (2, 3)]
        rows = [line for group in GROUPS for line in ([*group, "", "", ""], *marks)]
        content = book(Лист1=[*TITLES, [*HEADING, "1", "4К1", "5.1"], *rows])
        self.assertEqual(self.counts(self.bring(content)), (0, 4, 0, 0))
        told = self.group("municipality").task_shares
        self.assertEqual(sorted(told), ["2", "3", "all"])
        self.assertEqual(told["3"], {"1": 3, "4К1": 1, "5.1": 2})
        self.assertEqual(told["all"]["1"], 62)

    def test_the_same_again_changes_nothing_and_taking_back_leaves_what_was_there(self):
        first = self.bring(PLANNED)
        again = self.upload("ещё раз.xlsx", PLANNED)
        again.action_check()
        self.assertEqual(self.counts(again), (0, 0, 3, 0))
        first.action_undo()
        self.assertFalse(self.group("country").task_shares)
        self.assertFalse(self.work.task_texts)
        self.assertEqual(self.group("country").share_3, 30)

    def test_without_a_work_the_tasks_alone_make_one(self):
        self.work.unlink()
        record = self.bring(TASKS)
        work = self.env["vsoko.assessment"].search([("procedure", "=", "vpr")])
        self.assertEqual((len(work), record.count_new), (1, 4))
        beside = work.get_analysis_page()["beside"]
        self.assertEqual(beside["groups"], [name for name, _count, _n in GROUPS[2::-1]])
        self.assertEqual(
            [(line["number"], line["own"], line["shares"]) for line in beside["lines"]],
            [("1", 63, [62, 61, 60]), ("4К1", 50, [50] * 3), ("5.1", 40.5, [40.5] * 3)],
        )

    def test_what_is_no_share_is_not_kept(self):
        country = self.group("country").sudo()
        for told in ({"all": {"1": 140}}, {"all": [1]}, ["1"], {"all": {"1": "много"}}):
            with self.subTest(told), self.assertRaises(ValidationError):
                country.task_shares = told
