from datetime import timedelta

from odoo import fields

from ...common import SchoolCase, make_user


class BodyCase(SchoolCase):
    """The bodies of the school of the tests, whose shipped ones have no members yet."""

    @classmethod
    def make_fixture(cls):
        bodies = cls.env["vsoko.body"].search([("company_id", "=", cls.env.company.id)])
        cls.bodies = {body.kind: body for body in bodies}
        cls.today = fields.Date.context_today(bodies)
        cls.yesterday, cls.tomorrow = (cls.today + timedelta(days=n) for n in (-1, 1))

    @classmethod
    def seat(cls, kind, user, by=None, **vals):
        """Return the membership of a user in the shipped body of a kind, since last year."""
        members = cls.env["vsoko.body.member"]
        if by:
            members = members.with_user(by)
        return members.create(
            {
                "body_id": cls.bodies[kind].id,
                "user_id": user.id,
                "date_from": cls.today - timedelta(days=400),
                **vals,
            }
        )

    def has_role(self, user, role):
        return user.has_group(f"vsoko_module.group_{role}")

    @classmethod
    def employee(cls, login="new_employee", *roles):
        return make_user(cls.env, login, *(roles or ("user",)))
