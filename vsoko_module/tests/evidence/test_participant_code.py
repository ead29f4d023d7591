from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestParticipantEntry(AssessmentCase):
    """The paper list of the codes of VPR, typed in by the administration."""

    def open_list(self, classes=None, user="administration"):
        Entry = self.env["vsoko.participant.entry"].with_user(self.users[user])
        form = Form(Entry)
        form.year_id = self.year
        form.subject_id = self.math
        for school_class in classes or self.class_5a | self.class_5b:
            form.class_ids.add(school_class)
        return form

    def codes(self):
        codes = self.env["vsoko.participant.code"].search([], order="code")
        return {code.code: code.student_id for code in codes}

    def type_in(self, form, *codes):
        for place, code in enumerate(codes):
            with form.line_ids.edit(place) as line:
                line.code = code
        return form

    def test_the_list_of_the_parallel_is_there(self):
        entry = self.open_list().save()
        pupils = self.pupils_of(self.class_5a) | self.pupils_of(self.class_5b)
        self.assertEqual(entry.line_ids.student_id, pupils)
        self.assertEqual(set(entry.line_ids.mapped("code")), {False})
        entry.first_code = "50009"
        entry.line_ids[1].code = "50010"
        entry.action_number()
        self.assertEqual(entry.line_ids[:4].mapped("code"), ["50009", "50010", "50011", "50012"])
        entry.action_save()
        self.assertEqual(len(self.codes()), len(pupils))
        self.assertEqual(set(self.env["vsoko.participant.code"].search([]).mapped("grade")), {5})

    def test_a_correction_changes_what_was_typed_only(self):
        self.type_in(self.open_list(), "1", "2", "3").save().action_save()
        before = self.env["vsoko.participant.code"].search([])
        first, second, third = (self.codes()[code] for code in "123")
        form = self.open_list()
        with form.line_ids.edit(0) as line:
            self.assertEqual(line.code, "1")
        self.type_in(form, "2", "1", "").save().action_save()
        self.assertEqual(self.codes(), {"2": first, "1": second})
        self.assertFalse(third in self.codes().values())
        form = self.type_in(self.open_list(), "2", "1", "", "7")
        form.save().action_save()
        kept = before.exists() | self.env["vsoko.participant.code"].search([("code", "=", "2")])
        self.assertEqual(kept.student_id, first)
        self.assertEqual(len(self.codes()), 3)

    def test_a_repeated_code_is_told_and_not_saved(self):
        form = self.type_in(self.open_list(), "1", "1")
        pupils = self.pupils_of(self.class_5a)
        self.assertIn(pupils[0].name, form.problem)
        self.assertIn(pupils[1].name, form.problem)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            form.save().action_save()
        self.assertEqual(self.codes(), {})

    def test_a_code_of_another_class_is_told(self):
        self.type_in(self.open_list(self.class_5b), "1").save().action_save()
        form = self.type_in(self.open_list(self.class_5a), "1")
        self.assertIn(self.pupils_of(self.class_5b)[0].name, form.problem)
        form = self.open_list(self.class_5a | self.class_9a)
        self.assertTrue(form.problem)

    def test_only_the_administration(self):
        for user in ("teacher", "methodical_council", "specialist"):
            with self.subTest(user), self.assertRaises(AccessError):
                self.env["vsoko.participant.entry"].with_user(self.users[user]).create(
                    {"year_id": self.year.id, "subject_id": self.math.id}
                )
            with self.subTest(user), self.assertRaises(AccessError):
                self.env["vsoko.participant.code"].with_user(self.users[user]).search([])

    def test_the_number_must_be_one(self):
        entry = self.open_list().save()
        for text in (False, "пять", "4-1"):
            entry.first_code = text
            with self.subTest(text), self.assertRaises(UserError):
                entry.action_number()
