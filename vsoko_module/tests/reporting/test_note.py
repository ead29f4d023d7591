from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import prints
from ..evidence.common import VECTOR
from .note_case import NoteCase


@tagged("post_install", "-at_install")
class TestNote(NoteCase):
    def test_note_has_the_results_of_the_work(self):
        note = self.make_note()
        total = self.rows_of(note, "classes")[-1]
        # marks 5 5 4 3 3 3 2 2 2 2, points 35 of 80
        self.assertEqual(total[2:8], [10, 10, 2, 1, 3, 4])
        self.assertEqual((total[8], total[9], total[12], total[13]), (60.0, 30.0, 3.5, 43.75))
        self.assertEqual([row[9] for row in self.rows_of(note, "tasks")], [80, 60, 40, 40, 30])
        self.assertIn("качество 30,0", note.section_ids[1].conclusions)

    def test_what_to_teach_again_names_the_class_and_its_teacher(self):
        rows = self.rows_of(self.make_note(), "reteaching")
        self.assertEqual({row[0] for row in rows}, {"5Б"})
        first = next(row for row in rows if row[2] == "1.2 Сложение дробей")
        self.assertEqual(first[1], self.teachers[2].name)
        # tasks 1, 2, 3: 3 of 12 points, every pupil has at most one of three
        self.assertEqual((first[3], first[4], first[6]), ("1, 2, 3", 25.0, "4 из 4"))

    def test_an_open_work_has_no_note(self):
        work = self.make_work(self.class_9a)
        with self.assertRaisesRegex(UserError, work.name):
            work.with_user(self.deputy).action_make_note()
        with self.assertRaises(UserError):
            self.env["vsoko.report"].with_user(self.deputy).create(
                {"type": "assessment_note", "assessment_id": work.id}
            )
        with self.assertRaises(ValidationError):
            self.env["vsoko.report"].create({"type": "assessment_note", "period_id": self.q1.id})

    def test_the_button_opens_the_same_draft(self):
        note = self.make_note()
        self.assertEqual(self.make_note(), note)
        self.assertEqual(self.work.with_user(self.deputy).report_count, 1)
        self.assertEqual(note.period_id, self.q1)

    def test_approval_locks_the_note_and_ends_the_analysis(self):
        note = self.approve(self.make_note())
        self.assertEqual((note.state, self.work.state), ("approved", "analysed"))
        for vals in ({"name": "Иначе"}, {"cover": []}, {"assessment_id": False}):
            with self.subTest(vals), self.assertRaises(UserError):
                note.write(vals)
        with self.assertRaises(UserError):
            note.section_ids[0].write({"conclusions": "Иначе"})
        with self.assertRaises(UserError):
            note.unlink()

    def test_the_correction_of_an_approved_note_says_what_it_changed(self):
        note = self.approve(self.make_note())
        self.assertEqual(self.make_note(), note)
        self.work.with_user(self.deputy)._reopen("Ошибка проверки")
        last = self.work.result_ids.sorted("id")[9]
        last.task_score_ids[:3].score = 1
        self.work.action_close()
        action = note.with_user(self.deputy).with_context(lang="ru_RU").action_new_version()
        correction = note.with_user(self.deputy).with_context(lang="ru_RU").browse(action["res_id"])
        self.assertEqual(self.rows_of(correction, "classes")[-1][13], 47.5)
        self.assertEqual(self.rows_of(note, "classes")[-1][13], 43.75)
        text = str(correction.changes_html)
        self.assertIn("Итого", text)
        self.assertIn("47,5", text)

    def test_protected_fields_of_a_draft(self):
        note = self.make_note()
        for vals in ({"cover": [[self.class_9a.id, None]]}, {"is_whole": False}):
            with self.subTest(vals), self.assertRaises(AccessError):
                note.write(vals)

    def test_reopened_work_asks_for_new_figures(self):
        note = self.make_note()
        wizard = self.env["vsoko.assessment.reopen"].with_user(self.deputy)
        wizard.create({"assessment_id": self.work.id, "reason": "Ошибка проверки"}).action_reopen()
        note.with_user(self.director).action_accept_drafts()
        with self.assertRaises(UserError):
            note.with_user(self.director).action_approve()
        with self.assertRaises(UserError):
            note.action_refresh()
        self.work.action_close()
        with self.assertRaisesRegex(UserError, "заново"):
            note.with_user(self.director).with_context(lang="ru_RU").action_approve()
        note._store({"taken_date": "2100-01-01"})
        self.assertEqual(self.approve(note).state, "approved")

    def test_a_section_without_figures_goes_with_its_automatic_text(self):
        note = self.make_note()
        self.assertNotIn("objectivity", note.section_ids.mapped("code"))
        results = self.work.result_ids
        self.work.with_user(self.deputy)._reopen("Отметки журнала")
        results[:3].write({"journal_mark": 4})
        self.work.action_close()
        note.action_refresh()
        self.assertIn("objectivity", note.section_ids.mapped("code"))
        self.work.with_user(self.deputy)._reopen("Отметки журнала")
        results[:3].write({"journal_mark": False})
        self.work.action_close()
        note.action_refresh()
        self.assertNotIn("objectivity", note.section_ids.mapped("code"))

    def test_the_note_says_what_the_page_shows(self):
        """A mark of the journal that came after the closing is in both, as is every class."""
        pupils = self.work.result_ids.sorted("id").student_id
        self.add_marks({(pupils[0], self.math): 4, (pupils[9], self.math): 2}, self.q1)
        page, note = self.work.get_analysis_page(), self.make_note()
        total = self.rows_of(note, "objectivity")[-1]
        found = page["objectivity"]
        # marks of the work 5 and 2 against 4 and 2
        self.assertEqual((found["pairs"], found["same"], found["raised"]), (2, 1, 1))
        self.assertEqual((total[1], total[4], total[6]), (2, 1, 1))
        lines = page["classes"]["lines"]
        frozen = [(row[0], row[3], row[9]) for row in self.rows_of(note, "classes")[:2]]
        self.assertEqual([(line["name"], line["n"], line["quality"]) for line in lines], frozen)

    def test_a_note_of_a_closed_year_knows_its_classes(self):
        self.year.sudo().state = "closed"
        self.assertIn("(", self.class_5a.display_name)
        note = self.make_note()
        self.assertEqual([row[0] for row in self.rows_of(note, "classes")[:2]], ["5А", "5Б"])
        # every class of the work is known
        self.assertEqual(len(note.figures["given"]["passport"]["sentences"]), 1)

    @prints
    def test_files_of_all_formats(self):
        note = self.make_note()
        for extension, start in (("pdf", b"%PDF"), ("xlsx", b"PK"), ("docx", b"PK")):
            with self.subTest(extension):
                self.assertTrue(note._get_file(extension)[1].startswith(start))
        self.assertIn("Выполнение", note._get_file("csv")[1].decode("utf-8-sig"))

    def test_the_number_of_queries_does_not_grow(self):
        self._count_queries()
        small = self._count_queries()
        self.work.with_user(self.deputy)._reopen("Новые ученики")
        self.enrol(self.class_5a, 30)
        self.work.action_start()
        self.work.result_ids.task_score_ids.unlink()
        self.enter(self.work, (VECTOR * 4)[: len(self.work.result_ids)])
        self.work.action_close()
        self.assertGreater(len(self.work.result_ids), 30)
        self.assertEqual(self._count_queries(), small)

    def _count_queries(self):
        collector = self.env["vsoko.report.work"]
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        collector._collect(self.work)
        return self.env.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestNoteRights(NoteCase):
    def test_a_teacher_makes_a_note_of_the_own_class_only(self):
        note = self.make_note("teacher")
        self.assertFalse(note.is_whole)
        self.assertEqual([row[0] for row in self.rows_of(note, "classes")], ["5А"])
        self.assertNotIn("Ученик 5Б", str(note.figures))
        self.assertIn("5А", note._get_period_text())
        self.assertTrue(note._get_file("xlsx")[1])

    def test_a_note_of_several_classes_is_hidden_from_the_teacher_of_one(self):
        whole = self.make_note()
        as_teacher = whole.with_user(self.users["teacher"])
        self.assertFalse(as_teacher.has_access("read"))
        self.assertFalse(as_teacher.section_ids.browse(whole.section_ids.ids).has_access("read"))
        # with both classes led by the teacher nothing in it is a stranger's
        self.class_5b.homeroom_teacher_id = self.teachers[0]
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertTrue(as_teacher.has_access("read"))
        self.assertFalse(as_teacher.has_access("write"))

    def test_a_strangers_note_and_other_roles(self):
        own = self.make_note("teacher")
        for role in ("user", "specialist", "pedagogical_council", "methodical_council", "family"):
            with self.subTest(role):
                self.assertFalse(own.with_user(self.users[role]).has_access("read"))
                with self.assertRaises(AccessError):
                    self.env["vsoko.report"].with_user(self.users[role]).create(
                        {"type": "assessment_note", "assessment_id": self.work.id}
                    )

    def test_a_teacher_without_lessons_in_the_work_makes_none(self):
        self.class_5a.homeroom_teacher_id = False
        self.lessons.filtered(lambda lesson: lesson.teacher_id == self.teachers[0]).write(
            {"teacher_id": self.teachers[2].id}
        )
        self.env.cr.execute(
            "UPDATE vsoko_result SET teacher_id = %s WHERE assessment_id = %s",
            (self.teachers[2].id, self.work.id),
        )
        with self.assertRaises(AccessError):
            self.make_note("teacher")

    def test_the_head_reads_the_notes_of_the_subject(self):
        whole = self.make_note()
        head = self.users["association_head"]
        self.assertTrue(whole.with_user(head).has_access("read"))
        self.assertFalse(whole.with_user(head).has_access("write"))
        own = self.make_note("association_head")
        self.assertTrue(own.is_whole)
        self.assertTrue(own.section_ids[0].with_user(head).figures_html)
        self.association.subject_ids = self.rus
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertFalse(whole.with_user(head).has_access("read"))

    def test_approval_of_a_part_does_not_end_the_analysis(self):
        self.approve(self.make_note("teacher"))
        self.assertEqual(self.work.state, "closed")

    def test_only_the_director_approves(self):
        note = self.make_note()
        note.action_accept_drafts()
        for role in ("administration", "teacher"):
            with self.subTest(role), self.assertRaises(AccessError):
                note.with_user(self.users[role]).action_approve()
