from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .body_case import BodyCase


@tagged("post_install", "-at_install")
class TestBody(BodyCase):
    def test_each_school_has_the_bodies_of_the_regulation(self):
        names = {
            kind: self.bodies[kind].name
            for kind in ("administration", "pedagogical", "governing", "methodical")
        }
        self.assertEqual(names["governing"], "Управляющий совет")
        other = self.env["res.company"].create({"name": "Школа № 2"})
        self.env["vsoko.body"]._provide_for_schools()
        of_other = self.env["vsoko.body"].search([("company_id", "=", other.id)])
        self.assertEqual(set(of_other.mapped("kind")), set(names))
        self.env["vsoko.body"]._provide_for_schools()
        self.assertEqual(
            self.env["vsoko.body"].search_count([("company_id", "=", other.id)]), len(of_other)
        )

    def test_functions_are_those_of_the_paragraphs(self):
        paragraphs = {
            kind: self.bodies[kind].function_ids.mapped("paragraph")
            for kind in ("administration", "governing", "association")
        }
        self.assertEqual(paragraphs["administration"], [f"3.2.{n}" for n in range(1, 10)])
        self.assertEqual(paragraphs["governing"], [f"3.4.{n}" for n in range(1, 7)])
        self.assertEqual(paragraphs["association"], [f"3.5.{n}" for n in range(1, 6)])
        self.assertFalse(self.env["vsoko.body.function"].search([("place", "=", False)]))

    def test_the_form_says_how_many_are_needed(self):
        council = self.bodies["pedagogical"]
        council.member_ids = [(0, 0, {"name": f"Член {n}"}) for n in range(25)]
        self.assertEqual(council.quorum_text, "2/3: 17 of 25 people")
        council.member_ids[0].has_vote = False
        council.quorum_base = "entitled"
        self.assertEqual(council.quorum_text, "2/3: 16 of 24 people")
        self.assertEqual(council.majority_text, "more than 1/2")

    def test_rules_are_shares(self):
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.bodies["governing"].quorum_num = 3
            self.env.flush_all()

    def test_nobody_sits_twice_at_a_time(self):
        user = self.users["family"]
        first = self.seat("governing", user, date_to=self.yesterday)
        self.seat("governing", user, date_from=self.today)
        with self.assertRaises(ValidationError):
            first.date_to = self.today

    def test_a_body_with_members_is_archived(self):
        self.seat("methodical", self.users["teacher"])
        with self.assertRaises(UserError):
            self.bodies["methodical"].with_user(self.users["director"]).unlink()

    def test_the_deputy_keeps_bodies_and_nobody_else(self):
        council = self.bodies["pedagogical"]
        council.with_user(self.users["administration"]).founding_text = "Положение"
        for role in ("teacher", "pedagogical_council", "methodical_council"):
            with self.assertRaises(AccessError):
                council.with_user(self.users[role]).founding_text = "x"


@tagged("post_install", "-at_install")
class TestTemporaryBody(BodyCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.commission = cls.env["vsoko.body"].create(
            {
                "name": "Комиссия по обращению",
                "kind": "temporary",
                "case": "Обращение родителей 5А",
                "date_to": cls.tomorrow,
            }
        )
        cls.member = cls.env["vsoko.body.member"].create(
            {
                "body_id": cls.commission.id,
                "user_id": cls.users["teacher"].id,
                "date_from": cls.yesterday,
            }
        )

    def seen_by(self, role):
        bodies = self.env["vsoko.body"].with_user(self.users[role])
        members = self.env["vsoko.body.member"].with_user(self.users[role])
        body = bodies.search([("id", "=", self.commission.id)])
        self.assertEqual(bool(body), bool(members.search([("id", "=", self.member.id)])))
        return bool(body)

    def test_only_its_members_and_the_administration_know_it(self):
        seen = {role for role in ("user", "teacher", "association_head", "pedagogical_council",
                                  "methodical_council", "administration", "director")
                if self.seen_by(role)}  # fmt: skip
        self.assertEqual(seen, {"teacher", "administration", "director"})

    def test_it_ends_at_its_date(self):
        self.commission.date_to = self.yesterday
        self.assertFalse(self.seen_by("teacher"))
        self.assertEqual(self.commission.member_count, 0)

    def test_it_says_its_case_and_its_end(self):
        with self.assertRaises(ValidationError):
            self.commission.date_to = False
        with self.assertRaises(ValidationError):
            self.commission.case = False
