from odoo.tests import tagged

from ..pure.vpr_files import book
from .common import ImportCase


@tagged("post_install", "-at_install")
class TestImportHomeroom(ImportCase):
    """A list of homeroom teachers says who leads each class."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()
        cls.classes = cls.env["vsoko.class"].search([("year_id", "=", cls.year.id)], limit=3)
        cls.teachers = cls.env["vsoko.teacher"].search([], limit=2)

    def check(self, *rows):
        lines = [["Классные руководители"], ["Класс", "ФИО"], *rows]
        record = self.upload("Руководители.xlsx", book(Лист1=lines))
        record.action_check()
        return record

    def test_classes_get_their_teachers_and_lose_them_with_the_file(self):
        first, second, third = self.classes
        record = self.check(
            [first.name, self.teachers[0].name], [second.name, self.teachers[1].name]
        )
        self.assertEqual(self.counts(record), (0, 2, 0, 0), self.messages(record))
        record.action_load()
        self.assertEqual((first | second).homeroom_teacher_id, self.teachers)
        self.assertFalse(third.homeroom_teacher_id)
        again = self.check([first.name, self.teachers[0].name])
        self.assertEqual(self.counts(again), (0, 0, 1, 0))
        record.action_undo()
        self.assertFalse((first | second).homeroom_teacher_id)

    def test_an_unknown_teacher_or_class_is_named(self):
        record = self.check(
            [self.classes[0].name, "Неизвестная Ольга Львовна"], ["5Щ", self.teachers[0].name]
        )
        self.assertEqual(self.counts(record)[1], 0)
        self.assertEqual(record.issue_ids.mapped("match_kind"), ["teacher", "class"])
