from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import SchoolCase, make_user
from .test_access_matrix import reviewed_matrix


@tagged("post_install", "-at_install")
class TestTwoSchools(SchoolCase):
    """A second school in the database: nothing moves there, common records are nobody's own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.director = cls.users["director"]
        cls.both = make_user(cls.env, "keeper_of_both", "director")
        cls.both.company_ids |= cls.other

    def _models(self, operation, user):
        for name in reviewed_matrix():
            model = self.env[name].with_user(user)
            if model._auto and not model._transient and model.has_access(operation):
                yield model

    def test_no_record_moves_to_another_school(self):
        tried = 0
        schools = {"allowed_company_ids": (self.env.company | self.other).ids}
        for model in self._models("write", self.both):
            if "company_id" not in model._fields:
                continue
            record = model.sudo().search([("company_id", "=", self.env.company.id)], limit=1)
            if not record:
                continue
            tried += 1
            record = record.with_env(model.with_context(**schools).env)
            with (
                self.subTest(model=model._name),
                self.assertRaises(UserError),
                self.env.cr.savepoint(),
            ):
                record.write({"company_id": self.other.id})
        self.assertGreater(tried, 8)

    def test_common_records_are_written_by_who_keeps_all_schools(self):
        tried = 0
        for model in self._models("write", self.director):
            record = next(
                (one for one in model.sudo().search([], limit=40) if one._get_common()), None
            )
            if record is None:
                continue
            tried += 1
            theirs = record.with_user(self.director)
            for door in (lambda one=theirs: one.write({}), lambda one=theirs: one.unlink()):
                with (
                    self.subTest(model=model._name),
                    self.assertRaises(AccessError),
                    self.env.cr.savepoint(),
                ):
                    door()
        self.assertGreater(tried, 5)
        self.math.with_user(self.both).write({"name": "Математика"})

    def test_what_a_school_makes_is_its_own(self):
        """A dictionary stays open to a school: it gets records of its own."""
        kind = self.env["vsoko.subject"].with_user(self.director)
        made = kind.create(
            {"name": "Робототехника", "code": "robots", "area_id": self.math.area_id.id}
        )
        self.assertEqual(made.company_id, self.env.company)
        made.write({"name": "Робототехника и код"})
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            kind.create({"name": "Для всех", "code": "all", "company_id": False})

    def test_one_school_keeps_its_dictionaries(self):
        self.other.active = False
        self.math.with_user(self.director).write({"name": "Математика"})
        self.assertEqual(self.math.name, "Математика")

    def test_a_wizard_checks_the_school_it_is_given(self):
        tried = 0
        for name in reviewed_matrix():
            model = self.env[name].with_user(self.director)
            if not model._transient:
                continue
            for field in model._fields.values():
                if field.type == "many2one" and field.comodel_name == "res.company":
                    tried += 1
                    with self.subTest(model=name), self.assertRaises(AccessError):
                        model.onchange({field.name: self.other.id}, [field.name], {field.name: {}})
        self.assertGreater(tried, 0)

    def test_the_contingent_of_the_other_school(self):
        wizard = self.env["vsoko.contingent"].with_user(self.director)
        with self.assertRaisesRegex(AccessError, "not yours"):
            wizard.create({"company_id": self.other.id})
        own = wizard.create({})
        with self.assertRaisesRegex(AccessError, "not yours"):
            own.write({"company_id": self.other.id})
