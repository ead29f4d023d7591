from odoo.exceptions import UserError
from odoo.tests import tagged

from .body_case import BodyCase


@tagged("post_install", "-at_install")
class TestBodyAssociations(BodyCase):
    """An association is a body, and its members are those of the association."""

    @property
    def body(self):
        return self.association.body_ids

    def present(self):
        return self.body.member_ids.filtered("is_present").teacher_id

    def test_it_comes_by_itself(self):
        self.assertEqual(self.body.name, self.association.name)
        self.assertEqual(self.present(), self.association.teacher_ids)
        self.assertEqual(self.body.chair_id.teacher_id, self.association.head_id)
        self.association.name = "ШМО математики и информатики"
        self.assertEqual(self.body.name, "ШМО математики и информатики")

    def test_its_members_follow(self):
        deputy = self.users["administration"]
        self.association.with_user(deputy).teacher_ids += self.teachers[1]
        self.assertIn(self.teachers[1], self.present())
        self.teachers[1].with_user(deputy).association_ids -= self.association
        self.assertNotIn(self.teachers[1], self.present())
        member = self.body.member_ids.filtered(lambda one: one.teacher_id == self.teachers[0])
        self.env.cr.execute(
            "UPDATE vsoko_body_member SET date_from = '2024-09-01' WHERE id = %s", [member.id]
        )
        member.invalidate_recordset()
        self.association.teacher_ids -= self.teachers[0]
        self.assertEqual(member.date_to, self.yesterday)

    def test_the_head_gets_the_role_and_gives_it_away(self):
        user = self.employee()
        self.teachers[1].user_id = user
        self.association.head_id = self.teachers[1]
        self.assertTrue(self.has_role(user, "association_head"))
        self.association.head_id = self.teachers[3]
        self.assertFalse(self.has_role(user, "association_head"))

    def test_nobody_writes_the_second_list(self):
        director = self.users["director"]
        member = self.body.member_ids[0].with_user(director)
        for act in (
            lambda: member.write({"capacity": "parent"}),
            member.unlink,
            lambda: self.body.with_user(director).write({"chair_id": member.id}),
            lambda: member.create({"body_id": self.body.id, "name": "Посторонний"}),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                act()

    def test_who_leaves_the_school_leaves_the_body(self):
        self.assertIn(self.teachers[2], self.present())
        self.teachers[2].date_left = self.today
        self.assertEqual(self.present(), self.teachers[0] | self.teachers[3])
        self.assertEqual(self.body.chair_id.teacher_id, self.teachers[3])
