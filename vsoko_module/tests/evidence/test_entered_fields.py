from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestEnteredFields(AssessmentCase):
    """A teacher enters presence, variant and points of own pupils, by whatever door."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enter(cls.work, VECTOR)
        cls.teacher = cls.users["teacher"]
        own = cls.work.result_ids.filtered(lambda one: one.class_id == cls.class_5a)
        cls.own, cls.second = own[:2].with_user(cls.teacher)
        cls.foreign = (cls.work.result_ids - own)[0]

    def test_what_is_entered(self):
        self.own.write({"attendance": "absent", "variant": "2"})
        self.second.write(
            {"task_score_ids": [Command.update(self.second.task_score_ids[0].id, {"score": 0})]}
        )
        self.assertEqual((self.own.attendance, self.own.variant), ("absent", "2"))
        self.assertEqual(self.second.task_score_ids[0].score, 0)

    def test_nothing_else_is_written(self):
        """All stored fields of both models, whatever is added to them later."""
        tried = 0
        for record, entered in (
            (self.own, {"attendance", "variant", "task_score_ids"}),
            (self.own.task_score_ids[0], {"score"}),
        ):
            for name, field in record._fields.items():
                if not field.store or name in entered | {"id"}:
                    continue
                tried += 1
                value = record.sudo()[name]
                value = value.ids[:1] if field.type.endswith("2many") else value
                value = value.id if field.type == "many2one" else value
                with self.subTest(model=record._name, field=name), self.assertRaises(UserError):
                    record.write({name: value or 1})
        self.assertGreater(tried, 12)

    def test_points_do_not_move_to_another_pupil(self):
        points = self.own.task_score_ids[0]
        for door in (
            lambda: points.write({"result_id": self.second.id}),
            lambda: self.second.write({"task_score_ids": [Command.link(points.id)]}),
            lambda: self.second.write({"task_score_ids": [Command.set(points.ids)]}),
            lambda: self.own.write(
                {"task_score_ids": [Command.update(points.id, {"result_id": self.second.id})]}
            ),
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                door()
        self.assertEqual(points.result_id, self.own)

    def test_import_of_odoo_and_a_default(self):
        answer = self.own.load([".id", "journal_mark"], [[str(self.own.id), "2"]])
        self.assertFalse(answer["ids"])
        self.assertFalse(self.own.journal_mark)
        points = self.env["vsoko.task.score"].with_user(self.teacher)
        defaults = points.with_context(default_company_id=77, default_score=1).default_get(
            ["company_id", "score"]
        )
        self.assertEqual(defaults, {"score": 1})

    def test_the_administration_enters_everything(self):
        deputy = self.own.with_user(self.users["administration"])
        deputy.write({"journal_mark": 4})
        self.assertEqual(self.own.journal_mark, 4)

    def test_a_long_variant_is_refused_in_words(self):
        row = self.work.with_user(self.teacher).get_score_sheet()["rows"][0]
        with self.assertRaisesRegex(UserError, "40"):
            self.work.with_user(self.teacher).save_score_sheet([row | {"variant": "я" * 41}])
