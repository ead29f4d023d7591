from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import HttpCase, freeze_time, tagged

from ..common import SchoolCase


class ClassPageCase(SchoolCase):
    """Six pupils of 5А: fives in the first quarter; in the second one three, one «н/а»."""

    @classmethod
    def make_fixture(cls):
        cls.pupils = cls.pupils_of(cls.class_5a)
        both = [(pupil, subject) for pupil in cls.pupils for subject in (cls.math, cls.rus)]
        cls.add_marks(dict.fromkeys(both, 5), cls.q1)
        cls.add_marks({**dict.fromkeys(both, 5), (cls.pupils[0], cls.math): 3}, cls.q2)
        mark = cls.env["vsoko.mark"].search(
            [
                ("student_id", "=", cls.pupils[1].id),
                ("subject_id", "=", cls.rus.id),
                ("period_id", "=", cls.q2.id),
            ]
        )
        mark.write({"value": 0, "status": "not_attested"})


@tagged("post_install", "-at_install")
@freeze_time("2026-01-20")
class TestClassPage(ClassPageCase):
    def page(self, role="teacher", period=None):
        school_class = self.class_5a.with_user(self.users[role])
        return school_class.get_page(period and period.id)

    def groups(self, page):
        return {group["key"]: group["pupils"] for group in page["groups"]}

    def test_the_last_term_with_marks_is_shown_first(self):
        page = self.page()
        self.assertEqual(page["period"], self.q2.id)
        self.assertEqual([len(row["cells"]) for row in page["rows"]], [2] * 6)
        # the third quarter has begun, the fourth has not
        periods = [one["id"] for one in page["periods"]]
        self.assertIn(self.q3.id, periods)
        self.assertNotIn(self.q4.id, periods)

    def test_cells_say_the_mark_and_its_zone(self):
        page = self.page()
        places = {one["id"]: place for place, one in enumerate(page["subjects"])}
        cells = {row["id"]: row["cells"] for row in page["rows"]}
        three = cells[self.pupils[0].id][places[self.math.id]]
        self.assertEqual(three, {"text": "3", "zone": "acceptable"})
        debt = cells[self.pupils[1].id][places[self.rus.id]]
        self.assertEqual(debt, {"text": "н/а", "zone": "critical"})

    def test_groups_name_pupils_with_what_stands_in_the_way(self):
        groups = self.groups(self.page())
        self.assertEqual({key: len(rows) for key, rows in groups.items()}, {
            "failing": 1, "one_three": 1, "excellent": 4,
        })  # fmt: skip
        self.assertEqual(groups["one_three"][0]["id"], self.pupils[0].id)
        self.assertEqual(groups["one_three"][0]["subjects"], self.math.name)
        self.assertEqual(groups["failing"][0]["subjects"], self.rus.name)
        self.assertEqual(set(self.groups(self.page(period=self.q1))), {"excellent"})

    def test_the_text_for_the_parents_names_nobody(self):
        text = "\n".join(self.page()["lines"])
        self.assertIn("5А", text)
        for pupil in self.pupils:
            self.assertNotIn(pupil.name.split()[0], text)
        # four on «5» of six are too few to be told in numbers
        self.assertNotIn("4 of 6", text)

    def test_absences_are_unknown_until_somebody_enters_them(self):
        self.assertIsNone(self.page()["absences"])
        self.env["vsoko.absence"].create(
            [
                {
                    "student_id": self.pupils[2].id,
                    "date": "2025-11-17",
                    "date_to": "2025-11-19",
                    "reason": reason,
                }
                for reason in ("illness",)
            ]
        )
        absences = self.page()["absences"]
        self.assertEqual(absences["days"], 3)
        (pupil,) = absences["pupils"]
        self.assertEqual((pupil["id"], pupil["days"], pupil["unexcused"]), (
            self.pupils[2].id, 3, 0,
        ))  # fmt: skip

    def test_who_is_no_class_teacher_sees_no_ledger(self):
        page = self.page("association_head")
        self.assertEqual((page["rows"], page["groups"], page["lines"]), ([], [], []))
        self.assertEqual(len(self.page("administration")["rows"]), 6)
        with self.assertRaises(AccessError):
            self.page("family")

    def test_the_card_of_the_class_opens_the_page(self):
        Page = self.env["vsoko.start.page"].with_user(self.users["teacher"])
        card = next(one for one in Page.get_page()["cards"] if one["key"] == "homeroom")
        self.assertEqual((card["count"], card["method"]), (1, "action_open_page"))
        opened = self.class_5a.with_user(self.users["teacher"]).action_open_page()
        self.assertEqual(opened["context"]["active_id"], self.class_5a.id)

    def test_queries_do_not_grow_with_the_class(self):
        few = self._count_queries()
        more = self.env["vsoko.student"].create(
            [
                {
                    "name": f"Новый Ученик {number}",
                    "enrolment_ids": [
                        Command.create({"class_id": self.class_5a.id, "date_from": "2025-09-01"})
                    ],
                }
                for number in range(20)
            ]
        )
        self.add_marks({(pupil, self.math): 3 for pupil in more}, self.q2)
        self.assertEqual(len(self.page()["rows"]), 26)
        self.assertLessEqual(self._count_queries(), few)

    def _count_queries(self):
        self.page()
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.page()
        return self.env.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestClassPageTour(ClassPageCase, HttpCase):
    def test_one_click_opens_the_class_and_the_period_survives(self):
        self.start_tour("/odoo", "vsoko_class_page", login="school_teacher")

    def test_the_address_alone_opens_the_own_class(self):
        """That of this year, though the teacher had one before, which has no pupils here."""
        before = self.env["vsoko.year"].create(
            {"name": "2024/2025", "date_start": "2024-09-01", "date_end": "2025-08-31"}
        )
        self.env["vsoko.class"].create(
            {
                "year_id": before.id,
                "grade": 4,
                "letter": "А",
                "homeroom_teacher_id": self.class_5a.homeroom_teacher_id.id,
            }
        )
        self.start_tour(
            "/odoo/vsoko-class-page", "vsoko_class_page_by_address", login="school_teacher"
        )
