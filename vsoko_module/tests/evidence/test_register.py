from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestRegister(SchoolCase):
    """What all registers have in common, on the register of events of staff."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy, cls.director = cls.users["administration"], cls.users["director"]
        cls.line = cls.enter(cls.teachers[0])

    @classmethod
    def enter(cls, teacher, user=None, **vals):
        return (
            cls.env["vsoko.staff.event"]
            .with_user(user or cls.deputy)
            .create(
                {
                    "teacher_id": teacher.id,
                    "kind": "contest",
                    "name": "Учитель года",
                    "date": "2025-11-14",
                    **vals,
                }
            )
        )

    def attach(self, user, line=None):
        return (
            self.env["ir.attachment"]
            .with_user(user)
            .create(
                {
                    "name": "Диплом.pdf",
                    "raw": b"%PDF-1.4 1",
                    **({"res_model": line._name, "res_id": line.id} if line else {}),
                }
            )
        )

    def test_the_school_year_is_that_of_the_date(self):
        self.assertEqual(self.line.year_id, self.year)
        self.line.date = "2026-08-31"
        self.assertEqual(self.line.year_id, self.year)
        self.line.date = "2026-09-01"
        self.assertFalse(self.line.year_id)
        following = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        self.assertEqual(self.line.year_id, following)
        following.date_start = "2026-09-02"
        self.assertFalse(self.line.year_id)

    def test_a_checked_line_says_by_whom_and_is_locked_with_its_papers(self):
        self.line.document_ids = self.attach(self.deputy)
        paper = self.line.document_ids
        self.line.action_check()
        self.assertEqual((self.line.state, self.line.checked_by_id), ("checked", self.deputy))
        self.assertTrue(self.line.checked_at and self.line.is_locked)
        for change in (
            lambda: self.line.write({"name": "Другой"}),
            lambda: self.line.unlink(),
            lambda: paper.write({"raw": b"%PDF-1.4 2"}),
            lambda: paper.unlink(),
            lambda: self.attach(self.deputy, self.line),
            lambda: self.line.with_user(self.users["teacher"]).write({"name": "Мой"}),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                change()
        self.line.action_reopen()
        self.assertFalse(self.line.checked_by_id or self.line.checked_at or self.line.is_locked)
        paper.raw = b"%PDF-1.4 2"
        self.assertEqual(paper.raw, b"%PDF-1.4 2")

    def test_nobody_checks_a_line_about_himself(self):
        self.teachers[1].sudo().user_id = self.deputy
        own = self.enter(self.teachers[1])
        with self.assertRaisesRegex(UserError, "about you"):
            own.action_check()
        own.with_user(self.director).action_check()
        self.assertEqual(own.checked_by_id, self.director)

    def test_a_teacher_neither_checks_nor_opens(self):
        teacher = self.users["teacher"]
        with self.assertRaises(AccessError):
            self.line.with_user(teacher).action_check()
        self.line.action_check()
        with self.assertRaises(AccessError):
            self.line.with_user(teacher).action_reopen()
        with self.assertRaises(UserError):
            self.line.with_user(teacher).write({"state": "entered"})
        self.assertEqual(self.line.state, "checked")

    def test_papers_are_read_by_who_reads_the_line(self):
        self.line.document_ids = self.attach(self.deputy)
        paper = self.line.document_ids
        self.assertEqual((paper.res_model, paper.res_id), (self.line._name, self.line.id))
        self.assertEqual(paper.with_user(self.users["teacher"]).raw, b"%PDF-1.4 1")
        with self.assertRaises(AccessError):
            paper.with_user(self.users["association_head"]).read(["raw"])

    def test_a_paper_of_another_line_is_not_taken(self):
        self.line.document_ids = self.attach(self.deputy)
        other = self.enter(self.teachers[1], name="Конкурс эссе")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            other.document_ids = self.line.document_ids
        mine = self.enter(self.teachers[3], self.users["association_head"], name="Моё")
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            mine.document_ids = self.line.document_ids.with_env(mine.env)
        self.assertFalse(mine.document_ids)

    def test_each_register_can_be_searched_for_what_waits(self):
        for name in self.env["vsoko.register.mixin"]._get_registers():
            arch = self.env[name].get_view(view_type="search")["arch"]
            with self.subTest(name):
                self.assertIn('name="unchecked"', arch)
                self.assertIn('name="action_check"', self.env[name].get_view()["arch"])
