import io
from unittest.mock import patch

import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ...models.analysis.ratings import vsoko_rating_state
from ..analysis.test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingRecount(RatingCase, HttpCase):
    """Whoever reads a line takes a file and comes to the same index; others are not in it.

    The first teacher has mathematics in 5А (5 4 4 3 2 н/а) and 9А (3 3 3 2): 3 «4–5» of 10.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(patch.object(vsoko_rating_state, "MIN_LINES", 2))
        change = cls.component("quality", mode="change", lo=-50, hi=50)
        cls.rating = cls.make_rating(
            cls.component("quality", lo=20, hi=90), change, unit="teacher", audience="own"
        )
        cls.compute(cls.rating)
        director = cls.rating.with_user(cls.users["director"])
        director.action_approve()
        director.action_publish()
        cls.line = cls.line_of(cls.rating, cls.teachers[0])
        cls.env.flush_all()

    def book(self, role, line=None):
        line = (line or self.line).with_user(self.users[role]).with_context(lang="en_US")
        return openpyxl.load_workbook(io.BytesIO(line._get_recount()[1]), data_only=True)

    def texts(self, book):
        return {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}

    def test_the_index_is_recomputed_from_the_file(self):
        sheet = self.book("teacher").worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        heading = next(place for place, row in enumerate(rows) if row[0] == "Component")
        parts, known = rows[heading + 1 : heading + 3], []
        for _name, value, _n, low, high, _better, _points, weight, *_rest in parts:
            if not isinstance(value, str):
                known.append(((value - low) / (high - low) * 100, weight))
        # a change has no figure in the first quarter; 30 % between 20 and 90 are 14.2857 points
        self.assertEqual(len(known), 1)
        index = sum(points * weight for points, weight in known) / sum(one[1] for one in known)
        self.assertAlmostEqual(index, 14.285714, 5)
        self.assertLess(abs(index - self.line.index), 1e-9)
        self.assertLess(abs(index - rows[heading + 3][9]), 1e-9)

    def test_the_own_pupils_stand_behind_it(self):
        sheet = self.book("teacher").worksheets[1]
        pupils = self.marks.filtered(
            lambda mark: mark.teacher_id == self.teachers[0] and mark.status != "released"
        ).student_id
        texts = self.texts([sheet])
        for pupil in pupils:
            self.assertIn(pupil.display_name, texts)
        figure = next(row for row in sheet.iter_rows() if row[0].value == "Figure")
        self.assertEqual([cell.value for cell in figure[1:]], [300, 10, 30])

    def test_names_of_others_are_not_in_it(self):
        own = self.line.teacher_id
        texts = " ".join(self.texts(self.book("teacher")))
        for teacher in self.rating.line_ids.teacher_id - own:
            self.assertNotIn(teacher.display_name, texts)
        taught = self.marks.filtered(lambda mark: mark.teacher_id == own).student_id
        for pupil in self.students - taught:
            self.assertNotIn(pupil.display_name, texts)

    def test_a_pupil_whose_facts_the_reader_may_not_read_is_a_number(self):
        component = self.line.part_ids.component_id.filtered(lambda one: one.mode == "level")
        stranger = self.env(user=self.users["association_head"])
        pupils = component._get_samples([self.line.cell])[component][self.line.cell].pupils
        self.assertTrue(pupils)
        self.assertEqual(component._find_seen(self.line.cell, pupils, stranger), [])

    def test_the_line_of_another_gives_no_file(self):
        other = self.line_of(self.rating, self.teachers[2])
        with self.assertRaises(AccessError):
            self.book("teacher", other)
        self.assertTrue(self.book("administration", other))
        self.authenticate(self.users["teacher"].login, self.users["teacher"].login)
        answer = self.url_open(f"/vsoko/rating/{self.line.id}/recount")
        self.assertEqual((answer.status_code, answer.content[:2]), (200, b"PK"))
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            answer = self.url_open(f"/vsoko/rating/{other.id}/recount")
        self.assertEqual(answer.status_code, 403)

    def test_a_class_of_which_nothing_is_known_has_a_file_too(self):
        rating = self.make_rating(self.component("quality", mode="change", lo=-20, hi=20))
        rating.action_compute()
        line = self.line_of(rating, self.class_5a)
        book = openpyxl.load_workbook(
            io.BytesIO(line.with_context(lang="en_US")._get_recount()[1]), data_only=True
        )
        self.assertEqual(len(book.worksheets), 1)
        self.assertIn("no data", self.texts(book))
