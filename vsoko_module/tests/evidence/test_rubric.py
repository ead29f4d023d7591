from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from .rubric_case import RubricCase


@tagged("post_install", "-at_install")
class TestRubric(RubricCase):
    def test_the_methodical_council_approves(self):
        draft = self.make_rubric()
        with self.assertRaises(AccessError):
            draft.with_user(self.users["teacher"]).action_approve()
        council = self.users["methodical_council"]
        draft.with_user(council).action_approve()
        self.assertEqual((draft.state, draft.approved_by_id), ("approved", council))

    def test_approved_is_locked_with_its_criteria_and_levels(self):
        for act in (
            lambda: self.rubric.write({"name": "Другое"}),
            lambda: self.rubric.criterion_ids[0].write({"weight": 2}),
            lambda: self.rubric.level_ids[0].unlink(),
            lambda: self.rubric.write({"criterion_ids": [Command.create({"name": "x"})]}),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                act()
        self.rubric.active = False

    def test_a_new_version_is_a_copy_and_there_is_one(self):
        action = self.rubric.action_new_version()
        draft = self.env["vsoko.rubric"].browse(action["res_id"])
        self.assertEqual((draft.version, draft.parent_id, draft.state), (2, self.rubric, "draft"))
        self.assertEqual(
            draft.criterion_ids.mapped("name"), self.rubric.criterion_ids.mapped("name")
        )
        self.assertEqual(len(draft.level_ids), 2)
        self.assertEqual(self.rubric.action_new_version()["res_id"], draft.id)

    def test_a_version_of_a_common_rubric_belongs_to_the_school(self):
        common = self.env.ref("vsoko_module.rubric_lesson")
        action = common.with_user(self.users["administration"]).action_new_version()
        draft = self.env["vsoko.rubric"].browse(action["res_id"])
        self.assertEqual(
            (common.company_id, draft.company_id), (self.env["res.company"], self.env.company)
        )
        self.assertEqual(draft.code, "lesson")

    def test_what_nobody_could_fill_is_refused(self):
        with self.assertRaises(UserError):
            self.make_rubric(criterion_ids=False).action_approve()
        for levels in ("одна строка", "\n".join("0123456789x")):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.make_rubric(criterion_ids=[Command.create({"name": "x", "levels": levels})])


@tagged("post_install", "-at_install")
class TestShippedRubrics(RubricCase):
    def test_all_are_approved_and_describe_each_point(self):
        shipped = self.env["vsoko.rubric"].search([("company_id", "=", False)])
        self.assertEqual(set(shipped.mapped("state")), {"approved"})
        kinds = dict(self.env["vsoko.rubric"]._fields["kind"].selection)
        self.assertEqual(set(shipped.mapped("kind")), set(kinds))
        for rubric in shipped:
            self.assertTrue(rubric.code and rubric.origin and rubric.purpose, rubric.name)
            self.assertEqual(min(rubric.level_ids.mapped("min_percent")), 0, rubric.name)
            self.assertTrue(all(one.maximum >= 2 for one in rubric._get_criteria()), rubric.name)

    def test_an_update_approves_what_is_shipped_and_nothing_else(self):
        own = self.make_rubric(company_id=False)
        self.env["vsoko.rubric"]._approve_shipped()
        self.assertEqual(own.state, "draft")
