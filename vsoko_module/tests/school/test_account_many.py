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

    def test_every_list_of_ones_own_tells_it(self):
        """All models by introspection whose rows are given to a teacher as the own."""
        unbound = make_user(self.env, "unbound", "teacher")
        tried = 0
        for name, model in self.env.items():
            rows = model.with_user(unbound)
            if not name.startswith("vsoko.") or model._abstract or "is_own" not in model._fields:
                continue
            tried += 1
            with self.subTest(name):
                self.assertIn("не связана с карточкой", rows.get_empty_list_help("<p></p>"))
        self.assertGreater(tried, 10)

    def test_pages_that_are_no_lists_tell_it_too(self):
        unbound = make_user(self.env, "unbound", "teacher")
        head = make_user(self.env, "unbound_head", "association_head")
        test = self.env["vsoko.test"].create(
            {"name": "Тест", "subject_id": self.math.id, "grade": 5}
        )
        work = self.env["vsoko.assessment"].create(
            {
                "type_id": self.env.ref("vsoko_module.assessment_type_initial").id,
                "test_id": test.id,
                "class_ids": self.class_5a.ids,
                "date": "2025-09-15",
            }
        )

        def told(user):
            return (
                self.env["vsoko.element.share"].with_user(user).get_map({})["unbound"],
                self.env["vsoko.dynamics"].with_user(user).get_page({})["unbound"],
                work.with_user(user).get_analysis_page()["unbound"],
                work.with_user(user).get_score_sheet()["unbound"],
            )

        for user in (unbound, head):
            for text in told(user):
                self.assertRegex(text, "не связана с карточкой.*Обратитесь|не связана.*Попросите")
            self.assertEqual(
                self.env["vsoko.dashboard"].with_user(user).get_overview()["empty"], "no_card"
            )
        for role in ("teacher", "administration", "director"):
            self.assertEqual(set(told(self.users[role])), {""})
