from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import SchoolCase, make_user


@tagged("post_install", "-at_install")
class TestFamilyContacts(SchoolCase):
    """Contacts of families: the administration and the teachers of the pupil, nobody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.stranger = make_user(cls.env, "other_director", "director", company=cls.other)
        cls.pupil = cls.pupils_of(cls.class_5a)[0]
        cls.far = cls.pupils_of(cls.class_5b)[0]
        cls.mother, cls.father, cls.child = cls.env["res.partner"].create(
            [
                {"name": "Мамина Вера", "email": "mamina@example.com", "phone": "+7 900"},
                {"name": "Папин Олег", "email": "papin@example.com"},
                {"name": "Ученик Пятый", "email": "pupil@example.com"},
            ]
        )
        cls.pupil.write({"guardian_ids": cls.mother.ids, "partner_id": cls.child.id})
        cls.far.guardian_ids = cls.father
        cls.family = cls.mother | cls.father | cls.child
        cls.env.flush_all()

    def seen(self, user):
        Partner = self.env["res.partner"].with_user(user)
        return Partner.search([("id", "in", self.family.ids)]).with_user(self.env.user)

    def test_a_contact_made_from_a_card_is_of_the_school(self):
        self.assertEqual(self.family.company_id, self.env.company)

    def test_who_sees_whom(self):
        self.assertEqual(self.seen(self.users["administration"]), self.family)
        self.assertEqual(self.seen(self.users["director"]), self.family)
        self.assertEqual(self.seen(self.users["teacher"]), self.mother | self.child)
        for role in (
            "user", "specialist", "medic", "pedagogical_council", "methodical_council",
            "governing_council", "family",
        ):  # fmt: skip
            with self.subTest(role):
                self.assertFalse(self.seen(self.users[role]))
        self.assertFalse(self.seen(self.stranger))

    def test_by_every_door(self):
        closed = self.mother.with_user(self.users["specialist"])
        doors = {
            "read": lambda: closed.read(["email"]),
            "web_read": lambda: closed.web_read({"phone": {}}),
            "export": lambda: closed.export_data(["email"]),
            "write": lambda: closed.write({"email": "mine@example.com"}),
        }
        for name, door in doors.items():
            with self.subTest(name), self.assertRaises(UserError):
                door()
        Partner = closed.browse()
        self.assertFalse(Partner.name_search("Мамина Вера"))
        self.assertFalse(Partner.search([("phone", "=", "+7 900")]))
        self.assertNotIn("Мамина", str(Partner.get_mention_suggestions("Мамина")))

    def test_colleagues_and_authors_stay_contacts(self):
        teacher, council = self.users["teacher"], self.users["governing_council"]
        self.far.guardian_ids |= teacher.partner_id | council.partner_id
        self.env.flush_all()
        for role in ("user", "medic", "pedagogical_council"):
            found = self.env["res.partner"].with_user(self.users[role]).search([])
            with self.subTest(role):
                self.assertIn(teacher.partner_id, found.with_user(self.env.user))
                self.assertIn(council.partner_id, found.with_user(self.env.user))
                self.assertEqual(
                    teacher.partner_id.with_user(self.users[role]).email, teacher.email
                )
        self.assertFalse(teacher.partner_id.company_id)

    def test_a_family_sees_itself(self):
        parent = make_user(self.env, "parent_of_far", "family", partner_id=self.father.id)
        self.env.flush_all()
        self.assertEqual(self.seen(parent), self.father)
        self.assertEqual(self.father.with_user(parent).name, "parent_of_far")
