from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import SQL

from ...common import make_user
from .body_case import BodyCase


@tagged("post_install", "-at_install")
class TestBodyRoles(BodyCase):
    """A membership gives a role and takes it, and nothing else."""

    def test_the_role_comes_and_goes_with_the_membership(self):
        user = self.employee()
        member = self.seat("pedagogical", user, by=self.users["administration"])
        self.assertTrue(self.has_role(user, "pedagogical_council"))
        member.with_user(self.users["administration"]).date_to = self.yesterday
        self.assertFalse(self.has_role(user, "pedagogical_council"))
        self.assertTrue(self.has_role(user, "user"))

    def test_the_role_waits_for_the_first_day(self):
        user = self.employee()
        member = self.seat("methodical", user, date_from=self.tomorrow)
        self.assertFalse(self.has_role(user, "methodical_council"))
        member.date_from = self.today
        self.assertTrue(self.has_role(user, "methodical_council"))

    def test_the_last_day_is_a_day_of_office(self):
        user = self.employee()
        member = self.seat("methodical", user, date_to=self.today)
        self.assertTrue(member.is_present)
        self.assertTrue(self.has_role(user, "methodical_council"))
        member.date_to = self.yesterday
        self.assertFalse(member.is_present)
        self.assertFalse(self.has_role(user, "methodical_council"))

    def test_what_was_given_by_hand_stays(self):
        user = self.employee("by_hand", "pedagogical_council")
        other = self.employee("by_membership")
        members = self.seat("pedagogical", user) | self.seat("pedagogical", other)
        self.assertTrue(self.has_role(other, "pedagogical_council"))
        members.date_to = self.yesterday
        self.assertTrue(self.has_role(user, "pedagogical_council"))
        self.assertFalse(self.has_role(other, "pedagogical_council"))

    def test_another_membership_keeps_the_role(self):
        user = self.employee()
        council = self.bodies["pedagogical"].copy({"name": "Малый педагогический совет"})
        first = self.seat("pedagogical", user)
        self.env["vsoko.body.member"].create({"body_id": council.id, "user_id": user.id})
        first.unlink()
        self.assertTrue(self.has_role(user, "pedagogical_council"))
        council.active = False
        council.member_ids._settle()
        self.assertFalse(self.has_role(user, "pedagogical_council"))

    def test_the_portal_and_the_back_office_do_not_mix(self):
        employee, parent = self.employee(), make_user(self.env, "parent", "family")
        self.seat("governing", employee)
        self.seat("governing", parent)
        self.seat("pedagogical", parent)
        self.assertFalse(self.has_role(employee, "governing_council"))
        self.assertTrue(self.has_role(parent, "governing_council"))
        self.assertFalse(self.has_role(parent, "pedagogical_council"))

    def test_a_reader_outside_keeps_an_account_without_the_role(self):
        reader = make_user(self.env, "reader", "base.group_portal")
        member = self.seat("governing", reader)
        reader.group_ids -= self.env.ref("base.group_portal")
        member.date_to = self.yesterday
        self.assertFalse(self.has_role(reader, "governing_council"))
        self.assertTrue(reader.has_group("base.group_portal"))

    def test_nobody_gives_by_a_membership_what_is_not_the_own_to_give(self):
        user = self.employee()
        with self.assertRaises(AccessError):
            self.seat("administration", user, by=self.users["administration"], capacity="deputy")
        member = self.seat("administration", user, by=self.users["director"], capacity="deputy")
        self.assertTrue(self.has_role(user, "administration"))
        deputy = self.users["administration"]
        for act in (
            lambda: member.with_user(deputy).write({"capacity": "director"}),
            lambda: member.with_user(deputy).write({"date_to": self.yesterday}),
            lambda: member.with_user(deputy).unlink(),
            lambda: self.bodies["administration"].with_user(deputy).write({"active": False}),
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                act()
        self.assertTrue(self.has_role(user, "administration"))

    def test_the_only_director_is_not_lost(self):
        only = self.employee()
        member = self.seat("administration", only, capacity="director")
        others = self.env.ref("vsoko_module.group_director").all_user_ids - only
        (others & self.users["director"]).active = False
        with self.assertRaises(UserError), self.env.cr.savepoint():
            member.date_to = self.yesterday
        with self.assertRaises(UserError), self.env.cr.savepoint():
            member.unlink()
        self.assertTrue(self.has_role(only, "director"))
        next_one = self.employee("next_director")
        self.seat("administration", next_one, capacity="director")
        member.date_to = self.yesterday
        self.assertFalse(self.has_role(only, "director"))
        self.assertTrue(self.has_role(next_one, "director"))

    def test_the_account_says_why(self):
        user = self.employee()
        self.seat("pedagogical", user, date_to=self.tomorrow)
        account = self.env["vsoko.account"]._get_of(user, self.env.company)
        reasons = account.with_user(self.users["administration"]).reasons
        self.assertIn("Педагогический совет", reasons)
        self.assertIn("member of", reasons)


@tagged("post_install", "-at_install")
class TestTurnOfDay(BodyCase, HttpCase):
    """A term that ended yesterday opens nothing today, though no scheduled work has run."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reader = make_user(cls.env, "reader", "family")
        cls.member = cls.seat("governing", cls.reader)

    def end_yesterday(self):
        """As if the day had turned: the dates alone have changed."""
        self.env.flush_all()
        self.env.cr.execute(
            SQL("UPDATE vsoko_body_member SET date_to = %s WHERE id = %s",
                self.yesterday, self.member.id)
        )  # fmt: skip
        self.env.invalidate_all()
        self.env.registry.clear_cache()

    def test_the_first_request_takes_the_role(self):
        self.authenticate("reader", "reader")
        self.url_open("/my")
        self.assertTrue(self.has_role(self.reader, "governing_council"))
        self.end_yesterday()
        self.url_open("/my")
        self.env.invalidate_all()
        self.assertFalse(self.has_role(self.reader, "governing_council"))
        self.assertTrue(self.has_role(self.reader, "family"))

    def test_so_does_a_call_from_outside(self):
        self.assertTrue(self.has_role(self.reader, "governing_council"))
        self.end_yesterday()
        users = self.env["res.users"]
        users._check_uid_passwd(self.reader.id, "reader")
        self.env.invalidate_all()
        self.assertFalse(self.has_role(self.reader, "governing_council"))
        self.assertTrue(self.has_role(self.reader, "family"))

    def test_so_does_the_night(self):
        self.end_yesterday()
        self.env["vsoko.body"]._cron_follow_members()
        self.assertFalse(self.has_role(self.reader, "governing_council"))
        self.assertFalse(self.env["vsoko.body.member"]._get_due())

    def test_the_day_of_tomorrow_gives(self):
        user = self.employee("later")
        member = self.seat("methodical", user, date_from=self.tomorrow)
        self.env.flush_all()
        self.env.cr.execute(
            SQL("UPDATE vsoko_body_member SET date_from = %s WHERE id = %s",
                self.today - timedelta(days=3), member.id)
        )  # fmt: skip
        self.env.invalidate_all()
        self.env.registry.clear_cache()
        self.assertEqual(self.env["vsoko.body.member"]._get_due(), member)
        self.env["vsoko.body.member"]._follow_the_day()
        self.assertTrue(self.has_role(user, "methodical_council"))
