from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import SchoolCase, make_user


@tagged("post_install", "-at_install")
class TestAccountMany(SchoolCase):
    """Accounts of several employees at once; the first and the last of the school have one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.deputy = cls.users["administration"]
        cls.second, cls.third = cls.teachers[1], cls.teachers[2]
        (cls.second | cls.third).position = "Учитель математики"

    def make(self, teachers):
        return teachers.with_user(self.deputy).action_make_accounts()

    def test_each_gets_the_roles_of_the_position(self):
        namesake = self.env["vsoko.teacher"].create(
            {"name": self.second.name, "position": "Учитель"}
        )
        told = self.make(self.second | self.third | namesake)["params"]
        users = (self.second | self.third | namesake).user_id
        self.assertEqual(len(users), 3)
        self.assertEqual(len(set(users.mapped("login"))), 3)
        self.assertTrue(all(one.has_group("vsoko_module.group_teacher") for one in users))
        self.assertEqual(told["next"]["domain"], [("user_id", "in", users.ids)])
        self.assertIn("3", told["title"])

    def test_who_is_left_out_is_named(self):
        self.third.date_left = date(2020, 1, 1)
        boss = self.env["vsoko.teacher"].create(
            {"name": "Громов Пётр Ильич", "position": "Директор"}
        )
        told = self.make(self.teachers | boss)["params"]
        self.assertTrue(self.second.user_id)
        self.assertFalse(self.third.user_id or boss.user_id)
        for one in (self.teachers[0], self.third, boss):
            self.assertIn(one.name, told["message"])
        self.assertNotIn(self.second.name, told["message"])
        with self.assertRaisesRegex(UserError, "Громов"):
            self.make(boss)

    def test_only_the_administration_makes_accounts(self):
        for role in ("teacher", "association_head", "methodical_council"):
            with self.assertRaises(AccessError):
                self.second.with_user(self.users[role]).action_make_accounts()
        self.assertFalse(self.second.user_id)

    def test_an_empty_list_tells_an_unbound_teacher_the_truth(self):
        def told(user, model="vsoko.mark"):
            return self.env[model].with_user(user).get_empty_list_help("<p>Отметок нет</p>")

        unbound = make_user(self.env, "unbound", "teacher")
        for model in ("vsoko.mark", "vsoko.student", "vsoko.indicator.value"):
            self.assertIn("не связана с карточкой", told(unbound, model))
        for role in ("teacher", "administration", "methodical_council"):
            self.assertNotIn("не связана", told(self.users[role]))
        self.teachers[0].date_left = date(2020, 1, 1)
        self.assertIn("не связана с карточкой", told(self.users["teacher"]))
