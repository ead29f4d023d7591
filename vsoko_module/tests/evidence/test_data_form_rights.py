from psycopg2 import IntegrityError

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import make_user
from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestDataFormRights(StatisticsCase):
    """A specialist has the own forms and nothing else; a checker reads what is to be checked."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.medic = cls.users["medic"]
        cls.other_set = cls.make_set("medicine", filler_id=cls.medic.id, checker_id=False)
        cls.other_set._make_forms()
        cls.other = cls.form_of(cls.q1, cls.other_set)
        cls.other.with_user(cls.medic).save_values([{"element": cls.copies.id, "value": 1}])

    def test_own_forms_only_also_by_id(self):
        mine = self.env["vsoko.data.form"].with_user(self.specialist)
        self.assertEqual(mine.search([]).set_id, self.set)
        self.assertEqual(mine.search_count([("id", "=", self.other.id)]), 0)
        theirs = mine.browse(self.other.id)
        for act in (
            lambda: theirs.read(["state"]),
            lambda: theirs.save_values([{"element": self.copies.id, "value": 5}]),
            theirs.action_complete,
            lambda: theirs.copy_section(self.other_set.section_ids[0].id),
        ):
            with self.assertRaises(AccessError):
                act()
        self.assertFalse(self.env["vsoko.data.value"].with_user(self.specialist).search([]))
        changes = self.env["vsoko.data.value.change"]
        self.assertFalse(changes.with_user(self.specialist).search([]))

    def test_the_administration_has_all(self):
        forms = self.env["vsoko.data.form"].with_user(self.deputy).search([])
        self.assertEqual(forms.set_id, self.set | self.other_set)
        self.assertEqual(
            self.save(self.row(self.copies, 2), form=self.other.with_user(self.deputy)), ["saved"]
        )

    def test_a_checker_reads_and_enters_nothing(self):
        checker = self.users["pedagogical_council"]
        self.form.sudo().checker_id = checker
        theirs = self.form.with_user(checker)
        self.assertEqual(theirs.state, "empty")
        with self.assertRaises(AccessError):
            self.save(self.row(self.copies, 2), form=theirs)

    def test_nobody_writes_past_the_one_door(self):
        value = self.other.value_ids
        for user in (self.medic, self.deputy):
            with self.assertRaises(AccessError):
                value.with_user(user).write({"value_number": 9})
            with self.assertRaises(AccessError):
                self.other.with_user(user).write({"state": "checked"})
        with self.assertRaises(AccessError):
            self.form.write({"filler_id": self.medic.id})

    def test_another_school_sees_nothing(self):
        second = self.env["res.company"].create({"name": "Школа № 2"})
        deputy = make_user(self.env, "second_deputy", "administration", company=second)
        for name in ("form", "value", "value.change", "set", "section"):
            with self.subTest(name):
                self.assertFalse(self.env[f"vsoko.data.{name}"].with_user(deputy).search([]))
        with self.assertRaises(AccessError):
            self.form.with_user(deputy).action_remind()

    @mute_logger("odoo.sql_db")
    def test_filler_and_checker_are_two(self):
        with self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.set.write({"checker_id": self.specialist.id})
            self.env.flush_all()

    def test_common_elements_are_used_by_own_sets_of_both_schools(self):
        second = self.env["res.company"].create({"name": "Школа № 2"})
        copied = self.set.copy({"company_id": second.id})
        self.assertEqual(copied.section_ids.element_ids, self.set.section_ids.element_ids)
        self.assertFalse(copied.filler_id)
        self.assertEqual(copied.section_ids.company_id, second)
        copied.section_ids[0].element_ids = [Command.clear()]
        self.assertEqual(len(self.fund.element_ids), 3)
