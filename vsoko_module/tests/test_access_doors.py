from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ROLES, SchoolCase, make_users
from .evidence.common import AssessmentCase
from .test_access_matrix import reviewed_matrix

FEW = 3


class OtherSchool(SchoolCase):
    """The same small school once more, in a company of its own; it is made by `build` alone."""

    @classmethod
    def build(cls, env):
        company = env["res.company"].create({"name": "Школа № 2"})
        school = type("Built", (cls,), {"__module__": cls.__module__})
        school.env = env(context={**env.context, "allowed_company_ids": company.ids})
        users = make_users(env, {f"other_{role}": [role] for role in ROLES}, company)
        school.company = company
        school.users = dict(zip(ROLES, users.values(), strict=True))
        school._make_calendar()
        school._make_teachers()
        school._make_classes()
        school._make_lessons()
        return school


@tagged("post_install", "-at_install")
class TestAccessDoors(AssessmentCase):
    """The reviewed table of rights through every door, with a second school in the database.

    A right that the table does not give is refused by each way to use it; one that it gives
    ends at the own school.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = OtherSchool.build(cls.env)
        for school in (cls, cls.other):
            pupils = school.students
            school.add_marks({(pupil, school.math): 4 for pupil in pupils}, school.q1)
            school.q1.action_calculate()
            school.env["vsoko.report"].create({"period_id": school.q1.id})
        cls.env.flush_all()

    def doors(self, letter, model, record):
        """{door: what uses the right} of a model and a record as the user of the model."""
        record = record.with_env(model.env)
        name = self.plain_field(model)
        value = record.sudo()[name] if name and record.sudo().exists() else False
        return {
            "r": {
                "search": lambda: model.search([]),
                "search_read": lambda: model.search_read([], ["display_name"]),
                "web_search_read": lambda: model.web_search_read([], {"display_name": {}}),
                "count": lambda: model.search_count([]),
                "group": lambda: model.formatted_read_group([], [], ["__count"]),
                "name": lambda: model.name_search(""),
                "read": lambda: record.read(["display_name"]),
                "web_read": lambda: record.web_read({"display_name": {}}),
                "export": lambda: record.export_data(["display_name"]),
            },
            "w": {
                "write": lambda: record.write({name: value}),
                "save": lambda: record.web_save({name: value}, {"display_name": {}}),
                "import": lambda: self.load(model, [".id", name], [[str(record.id), str(value)]]),
            },
            "c": {
                "create": lambda: model.create({name: value}),
                "save": lambda: model.browse().web_save({name: value}, {"display_name": {}}),
                "name": lambda: model._rec_name and model.name_create("x"),
                "copy": lambda: record.copy(),
                "import": lambda: self.load(model, [name], [[str(value)]]),
            },
            "d": {"unlink": record.unlink},
        }[letter]

    def plain_field(self, model):
        """The name of a field that a person may write, without any meaning for other records."""
        return next(
            (
                name
                for name, field in sorted(model._fields.items())
                if field.store and not field.readonly and not field.groups
                if field.type in ("char", "text", "integer", "date", "boolean")
            ),
            None,
        )

    def load(self, model, names, rows):
        if not model.load(names, rows)["ids"]:
            raise UserError("refused")
        return True

    def passes(self, door):
        """Whether a door opens; what it does is taken back."""
        opened = False
        try:
            with self.env.cr.savepoint():
                answer = door()
                self.env.flush_all()
                opened = answer is not None
                raise UserError("")
        except (UserError, IntegrityError, ValueError):
            self.env.invalidate_all()
        return opened

    def pairs(self):
        """Yield (model of the role, letters of the table, role)."""
        for name, rights in reviewed_matrix().items():
            for role, allowed in rights.items():
                yield self.env[name].with_user(self.users[role]), allowed, role

    def closed(self):
        """Yield (model of a role, letter, role): each right of each model with one of the roles
        that do not have it, in turns."""
        for number, (name, rights) in enumerate(sorted(reviewed_matrix().items())):
            for letter in "rwcd":
                without = [role for role, allowed in rights.items() if letter not in allowed]
                if without:
                    role = without[number % len(without)]
                    yield self.env[name].with_user(self.users[role]), letter, role

    @mute_logger("odoo.sql_db")
    def test_what_the_table_does_not_give(self):
        opened, tried = set(), 0
        for model, letter, role in self.closed():
            record = model.sudo().search([], limit=1) or model.sudo().browse(2**30)
            if letter in "wc" and not (model._auto and self.plain_field(model)):
                continue
            for door, use in self.doors(letter, model, record).items():
                tried += 1
                if self.passes(use):
                    opened.add((model._name, role, letter, door))
        self.assertEqual(opened, set())
        self.assertGreater(tried, 400)

    @mute_logger("odoo.sql_db")
    def test_what_the_table_gives_ends_at_the_own_school(self):
        opened, tried = [], 0
        for model, allowed, role in self.pairs():
            if "company_id" not in model._fields or model._transient:
                continue
            domain = [("company_id", "=", self.other.company.id)]
            theirs = model.sudo().search(domain, limit=FEW).with_env(model.env)
            for record in theirs:
                tried += 1
                if "r" in allowed and record in model.search([("id", "=", record.id)]):
                    opened.append((model._name, role, "search"))
                for letter, door in (
                    ("r", lambda one=record: one.read(["display_name"])),
                    ("w", lambda one=record: one.write({"company_id": one.sudo().company_id.id})),
                    ("d", record.unlink),
                ):
                    if letter in allowed and self.passes(door):
                        opened.append((model._name, role, letter))
        self.assertEqual(opened, [])
        self.assertGreater(tried, 200)
