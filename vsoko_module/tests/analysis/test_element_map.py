from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..evidence.common import VECTOR
from ..evidence.mastery_case import MasteryCase


@tagged("post_install", "-at_install")
class TestElementMap(MasteryCase):
    def map(self, user=None, **choice):
        model = self.env["vsoko.element.share"]
        model.invalidate_model()
        return (model.with_user(user) if user else model).get_map(choice)

    def test_elements_by_class(self):
        # «Сравнение» 5А 2 2 2 2 2 1 of 12, 5Б 1 1 1 0 of 8; «Умножение» 5 4 3 2 1 1 of 30, 1 0 0 0
        found = self.map()
        self.assertEqual([one["name"] for one in found["classes"]], ["5А", "5Б"])
        self.assertEqual([line["code"] for line in found["lines"]], ["1.1", "1.2", "1.3"])
        compare, _add, multiply = found["lines"]
        self.assertAlmostEqual(compare["cells"][0]["percent"], 11 / 12 * 100)
        self.assertEqual(compare["cells"][1]["percent"], 37.5)
        self.assertEqual(compare["total"]["percent"], 70)
        self.assertEqual((multiply["cells"][1]["percent"], multiply["cells"][1]["n"]), (5, 4))
        self.assertEqual((multiply["total"]["judged"], multiply["total"]["reached"]), (10, 3))
        statuses = [compare["cells"][0]["status"], multiply["cells"][1]["status"]]
        self.assertEqual(statuses, ["optimal", "critical"])

    def test_the_border_of_mastery_is_shown_with_its_origin(self):
        basic = self.env.ref("vsoko_module.achievement_level_element_basic")
        basic.write({"min_percent": 62.5, "origin": "Решение педсовета № 3"})
        self.env.company.vsoko_least_element_tasks = 4
        note = self.map()["note"]
        for part in ("62,5", "4 tasks", "Решение педсовета № 3"):
            self.assertIn(part, note)
        self.assertIn(note, str(self.results[0].student_id.mastery_table))

    def test_no_data_is_not_zero(self):
        self.results.filtered(lambda row: row.class_id == self.class_5b).attendance = "absent"
        self.results[:6].task_score_ids.filtered(lambda row: row.task_id.number == "3").score = 0
        compare, add, _multiply = self.map()["lines"]
        self.assertIsNone(compare["cells"][1])
        self.assertEqual(add["cells"][0]["percent"], 0)
        self.assertEqual(add["cells"][0]["n"], 6)

    def test_skills_and_one_work(self):
        second = self.make_work(self.class_5a, "thematic", self.q2.date_end)
        second.action_start()
        self.enter(second, ["11100"] * 6)
        (line,) = self.map(kind="skill")["lines"]
        # 16 of 30 points of the first work, 0 of 30 of the second
        self.assertAlmostEqual(line["cells"][0]["percent"], 16 / 60 * 100)
        found = self.map(kind="skill", work=second.id)
        self.assertEqual([one["name"] for one in found["classes"]], ["5А"])
        self.assertEqual(found["lines"][0]["total"]["percent"], 0)
        self.assertEqual(found["choice"]["work"], second.id)
        self.assertEqual({one["id"] for one in found["works"]}, {self.work.id, second.id})

    def test_choice_of_a_grade_and_of_nothing(self):
        self.assertEqual(self.map(grade=9)["lines"], [])
        self.assertEqual(self.map()["grades"], [5])
        self.work.unlink()
        empty = self.map()
        self.assertEqual((empty["lines"], empty["choice"]["subject"]), ([], False))

    def test_behind_a_cell_stand_pupils_and_tasks(self):
        multiply = self.elements[2]
        choice = self.map()["choice"]
        Share = self.env["vsoko.element.share"]
        found = Share.get_cell(choice, self.class_5a.id, multiply.id)
        self.assertEqual([pupil["percent"] for pupil in found["pupils"]], [20, 20, 40, 60, 80, 100])
        states = [pupil["state"] for pupil in found["pupils"]]
        self.assertEqual(states, ["not_reached"] * 3 + ["reached"] * 3)
        self.assertEqual(found["pupils"][5]["name"], self.results[0].student_id.name)
        self.assertEqual([task["number"] for task in found["tasks"]], ["4", "5"])
        # task 4: 2 2 1 1 1 0 of 12, task 5: 3 2 2 1 0 1 of 18
        self.assertAlmostEqual(found["tasks"][0]["percent"], 7 / 12 * 100)
        self.assertAlmostEqual(found["tasks"][1]["percent"], 50)

    def test_everybody_sees_the_own_part(self):
        teacher = self.map(self.users["teacher"])
        self.assertEqual([one["name"] for one in teacher["classes"]], ["5А"])
        Share = self.env["vsoko.element.share"].with_user(self.users["teacher"])
        with self.assertRaises(AccessError):
            Share.get_cell(teacher["choice"], self.class_5b.id, self.elements[0].id)
        council = self.users["pedagogical_council"]
        seen = self.map(council)
        self.assertEqual(len(seen["classes"]), 2)
        cell = (
            self.env["vsoko.element.share"]
            .with_user(council)
            .get_cell(seen["choice"], self.class_5a.id, self.elements[0].id)
        )
        self.assertIsNone(cell["pupils"])
        self.assertEqual(len(cell["tasks"]), 2)
        with self.assertRaises(AccessError):
            self.map(self.users["specialist"])

    def test_the_number_of_queries_does_not_grow(self):
        self._count_queries()
        small = self._count_queries()
        classes = self.env["vsoko.class"].create(
            [
                {"year_id": self.year.id, "grade": grade, "letter": letter}
                for grade in (5, 6, 7)
                for letter in "ВГД"
            ]
        )
        for school_class in classes:
            self.enrol(school_class, 2)
            work = self.make_work(school_class, "thematic", "2025-11-20")
            work.action_start()
            self.enter(work, VECTOR[:2])
        self.assertEqual(self._count_queries(), small)
        self.assertLess(small, 30)

    def _count_queries(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        Share = self.env["vsoko.element.share"]
        choice = Share.get_map({})["choice"]
        Share.get_cell(choice, self.class_5a.id, self.elements[2].id)
        return self.env.cr.sql_log_count - before

    def test_rows_are_the_same_by_their_numbers(self):
        second = self.make_work(self.class_5a, "thematic", self.q2.date_end)
        second.action_start()
        self.enter(second, ["11100"] * 6)
        Share = self.env["vsoko.element.share"]
        names = ["class_id", "assessment_id", "kind", "element_id", "points", "judged"]
        together = Share.search_read([], names)
        self.assertEqual({bool(row["assessment_id"]) for row in together}, {True, False})
        for row in together:
            Share.invalidate_model()
            self.assertEqual(Share.browse(row["id"]).read(names), [row])

    def test_a_search_reads_the_facts_of_its_year_and_class_alone(self):
        Share = self.env["vsoko.element.share"]
        (row,) = Share.search(
            [("class_id", "=", self.class_5a.id), ("assessment_id", "=", False)], limit=1
        )
        queries = (
            (Share._search([("year_id.state", "=", "current")]), [self.year.id]),
            (Share._search([("id", "=", row.id)]), [self.class_5a.id]),
        )
        for query, ids in queries:
            self.assertIn(ids, query.select().params)
        # «or» says nothing of all rows
        either = Share._search(["|", ("id", "=", row.id), ("year_id", "=", self.year.id)])
        self.assertNotIn([self.class_5a.id], either.select().params)
