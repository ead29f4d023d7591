from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from ..common import SchoolCase, make_user


@tagged("post_install", "-at_install")
class TestAccountKeeper(SchoolCase):
    """Each way to get more than one may: by the wizard's fields, by RPC, by numbers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.second = cls.env["res.company"].create({"name": "Школа № 2"})

    def group(self, *names):
        return self.env["res.groups"].concat(
            *(self.env.ref(f"vsoko_module.group_{name}") for name in names)
        )

    def edit(self, user, *roles, by="administration"):
        editor = self.env["vsoko.account.editor"].with_user(self.users[by])
        return editor.create(
            {"user_id": user.id, "role_ids": [Command.set(self.group(*roles).ids)]}
        ).action_save()

    def make(self, *roles, by="administration", **vals):
        vals = {"name": "Новый Человек", "login": "novyy", **vals}
        editor = self.env["vsoko.account.editor"].with_user(self.users[by])
        action = editor.create(
            {**vals, "role_ids": [Command.set(self.group(*roles).ids)]}
        ).action_save()
        return self.env["vsoko.account"].browse(action["res_id"])

    def test_employee_gets_several_roles(self):
        account = self.make("teacher", "pedagogical_council", teacher_id=self.teachers[1].id)
        user = account.user_id
        self.assertEqual(user.group_ids, self.group("teacher", "pedagogical_council"))
        self.assertTrue(user._is_internal())
        self.assertEqual(self.teachers[1].user_id, user)
        self.assertEqual((account.state, account.kind), ("new", "staff"))

    def test_member_of_the_council_reads_the_portal_only(self):
        user = self.make("governing_council", kind="council").user_id
        self.assertFalse(user._is_internal())
        self.assertTrue(user.has_group("vsoko_module.group_governing_council"))

    def test_parent_is_made_with_the_child(self):
        pupil = self.students[0]
        user = self.make("family", kind="family", student_ids=[Command.set(pupil.ids)]).user_id
        self.assertIn(user.partner_id, pupil.guardian_ids)
        with self.assertRaisesRegex(UserError, "детей"):
            self.make("family", kind="family", login="other")

    def test_nobody_gives_more_than_the_own(self):
        for role in ("administration", "director", "medic"):
            with self.assertRaises(AccessError):
                self.make(role)
            with self.assertRaises(AccessError):
                self.edit(self.users["teacher"], "teacher", role)
        system = self.env.ref("base.group_system")
        editor = self.env["vsoko.account.editor"].with_user(self.users["director"])
        with self.assertRaises(AccessError):
            editor.create(
                {"name": "А", "login": "a", "role_ids": [Command.set(system.ids)]}
            ).action_save()

    def test_director_makes_the_administration(self):
        user = self.users["teacher"]
        self.assertFalse(user.has_group("vsoko_module.group_administration"))
        self.edit(user, "administration", by="director")
        self.assertTrue(user.has_group("vsoko_module.group_administration"))
        self.assertFalse(user.has_group("vsoko_module.group_director"))
        self.assertTrue(user._is_internal())

    def test_accounts_above_are_not_touched(self):
        admin = self.env.ref("base.user_admin")
        for user in (self.users["director"], self.users["medic"], admin, self.env.user):
            with self.assertRaises(AccessError):
                self.edit(user, "teacher")
        with self.assertRaises(AccessError):
            self.edit(admin, "teacher", by="director")

    def test_nobody_changes_the_own_roles(self):
        for role in ("administration", "director"):
            with self.assertRaises(AccessError):
                self.edit(self.users[role], "teacher", by=role)

    def test_account_of_another_school_is_not_touched(self):
        foreign = make_user(self.env, "foreign", "teacher", company=self.second)
        both = make_user(self.env, "both", "teacher")
        both.company_ids |= self.second
        for user in (foreign, both):
            with self.assertRaises(AccessError):
                self.edit(user, "association_head")
        with self.assertRaises(AccessError):
            self.make("teacher", company_id=self.second.id)

    def test_archived_account_is_restored_first(self):
        user = self.users["specialist"]
        user.active = False
        with self.assertRaisesRegex(UserError, "архив"):
            self.edit(user, "teacher")
        with self.assertRaisesRegex(UserError, "архив"):
            self.make("teacher", login=user.login)
        account = self.env["vsoko.account"]._get_of(user, self.env.company)
        account.with_user(self.users["administration"]).action_restore_account()
        self.edit(user, "teacher")
        self.assertEqual(
            user.group_ids & self.group("teacher", "specialist"), self.group("teacher")
        )

    def test_reader_outside_does_not_become_an_employee(self):
        for user, role in (("family", "teacher"), ("teacher", "family")):
            with self.assertRaises(UserError):
                self.edit(self.users[user], role)
        with self.assertRaises(UserError):
            self.make("teacher", "family")
        self.edit(self.users["family"], "family", "governing_council")
        self.assertTrue(self.users["family"].has_group("vsoko_module.group_governing_council"))

    def test_taken_or_broken_login_is_refused(self):
        for login in ("school_teacher", "SCHOOL_TEACHER", "two words", "", False):
            with self.assertRaises(UserError):
                self.make("teacher", login=login)

    def test_others_open_no_door(self):
        keeper = self.env["vsoko.account.keeper"]
        for role in ("teacher", "methodical_council", "family", "governing_council", "user"):
            user = self.users[role]
            with self.assertRaises(AccessError):
                self.env["vsoko.account.editor"].with_user(user).create({"name": "А"})
            with self.assertRaises(AccessError):
                keeper.with_user(user)._set_roles(
                    self.users["specialist"], self.env.company, self.group("teacher")
                )
            with self.assertRaises(AccessError):
                self.env["vsoko.account"].with_user(user).search([])

    def test_card_of_somebody_else_is_not_taken(self):
        with self.assertRaises(UserError):
            self.make("teacher", teacher_id=self.teachers[0].id)
