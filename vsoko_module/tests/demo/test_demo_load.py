from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestDemoLoad(TransactionCase):
    """Odoo installs the addon even when its demonstration data fail: so they are loaded here."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["vsoko.demo"]._load()
        cls.old, cls.current = cls.env["vsoko.year"].search([], order="date_start")

    def test_years_and_their_figures(self):
        self.assertEqual((self.old.state, self.current.state), ("closed", "current"))
        approved = self.old.period_ids.filtered(lambda period: period.state == "approved")
        self.assertEqual(len(approved), 5)
        self.assertEqual(approved.approved_by_id.login, "director")
        self.assertEqual(set(self.current.period_ids.mapped("state")), {"open"})
        first = self.current.period_ids.sorted("date_end")[0]
        self.assertGreater(first.value_count, 1000)

    def test_figures_agree_with_the_facts(self):
        self.old.period_ids.action_compare()
        self.assertEqual(set(self.old.period_ids.mapped("drift_count")), {0})

    def test_every_mark_has_its_teacher(self):
        marks = self.env["vsoko.mark"]
        self.assertEqual(marks.search_count([("teacher_id", "=", False)]), 0)
        self.assertGreater(marks.search_count([]), 30000)

    def test_every_role_has_a_user(self):
        for login, group in (
            ("director", "director"),
            ("deputy", "administration"),
            ("teacher", "teacher"),
            ("class_teacher", "teacher"),
            ("head", "association_head"),
            ("pedcouncil", "pedagogical_council"),
            ("methodist", "methodical_council"),
            ("psychologist", "specialist"),
            ("medic", "medic"),
            ("librarian", "specialist"),
            ("council", "governing_council"),
            ("parent", "family"),
        ):
            with self.subTest(login=login):
                user = self.env["res.users"].search([("login", "=", login)])
                self.assertTrue(user.has_group(f"vsoko_module.group_{group}"))
                self.assertEqual((user.lang, user.tz), ("ru_RU", "Europe/Moscow"))

    def test_the_parent_has_two_children(self):
        parent = self.env["res.users"].search([("login", "=", "parent")]).partner_id
        children = self.env["vsoko.student"].search([("guardian_ids", "in", parent.ids)])
        self.assertEqual(len(children), 2)
        self.assertEqual(children.class_id.year_id, self.current)

    def test_a_teacher_sees_own_classes_only(self):
        teacher = self.env["res.users"].search([("login", "=", "teacher")])
        Student = self.env["vsoko.student"]
        own = Student.with_user(teacher).search_count([])
        self.assertTrue(0 < own < Student.search_count([]) / 2)
