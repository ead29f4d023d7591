import csv
from functools import cache
from itertools import combinations
from pathlib import Path

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from .common import ROLES, SchoolCase, make_user, make_users

OPERATIONS = {"r": "read", "w": "write", "c": "create", "d": "unlink"}
INTERNAL = [role for role in ROLES if role not in ("governing_council", "family")]


@cache
def _read_table():
    """Return {model: row}; a social worker is a specialist where the row says nothing."""
    with Path(__file__).with_name("access_matrix.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["through_every_door"] = row["through_every_door"] or "closed"
        row["social_worker"] = row["social_worker"] or row["specialist"]
    return {row.pop("model"): row for row in rows}


def reviewed_matrix():
    """Return {model: {role: "rwcd"}} of the reviewed table."""
    return {name: {role: row[role] for role in ROLES} for name, row in _read_table().items()}


def reviewed_doors():
    """Return {model: what `test_doors` finds of a record of another school}.

    "closed", which goes without saying: tried by every role through every door; "common": without
    a school of its own, or a part of what has one; "empty": the school of the tests has no record
    of its own.
    """
    return {name: row["through_every_door"] for name, row in _read_table().items()}


@tagged("post_install", "-at_install")
class TestAccessMatrix(SchoolCase):
    """What every role reads and writes, in a database of two schools."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.env["vsoko.teacher"].create({"name": "Чужая Ольга", "company_id": cls.second.id})
        cls.add_marks({(pupil, cls.math): 4 for pupil in cls.students}, cls.q1)
        cls.add_marks({(pupil, cls.rus): 3 for pupil in cls.students}, cls.q1)
        cls.q1.action_calculate()
        cls._make_assessment()
        cls.env.flush_all()

    @classmethod
    def _make_assessment(cls):
        test = cls.env["vsoko.test"].create(
            {
                "name": "Входная работа",
                "subject_id": cls.math.id,
                "grade": 5,
                "task_ids": [Command.create({"number": "1"})],
            }
        )
        work = cls.env["vsoko.assessment"].create(
            {
                "type_id": cls.env.ref("vsoko_module.assessment_type_initial").id,
                "test_id": test.id,
                "class_ids": cls.classes.ids,
                "date": "2025-09-15",
            }
        )
        work.action_start()
        cls.env["vsoko.task.score"].create(
            [{"result_id": result.id, "task_id": test.task_ids.id} for result in work.result_ids]
        )
        cls.env["vsoko.test.expertise"].create({"test_id": test.id, "conclusion": "approve"})

    def test_every_model_is_in_the_reviewed_table(self):
        ours = {
            name
            for name, model in self.env.items()
            if name.startswith("vsoko.") and not model._abstract
        }
        self.assertEqual(ours, set(reviewed_matrix()))

    def test_every_role_on_every_model(self):
        for name, rights in reviewed_matrix().items():
            for role, allowed in rights.items():
                model = self.env[name].with_user(self.users[role])
                for letter, operation in OPERATIONS.items():
                    with self.subTest(model=name, role=role, operation=operation):
                        self.assertEqual(model.has_access(operation), letter in allowed)

    def test_a_second_role_adds_its_own_rows_and_nothing_else(self):
        """Rules of several groups are united, and a group without a rule sees everything: so a
        user of two roles must see exactly what each of them alone would."""
        # whoever heads it gets the role of the head, and the accounts here have their roles alone
        self.teachers.user_id = False
        self.association.head_id = self.teachers[0]
        pairs = {
            f"{first}+{second}": (first, second) for first, second in combinations(INTERNAL, 2)
        }
        # made first: the administration sees the accounts of the school
        users = make_users(self.env, pairs)
        alone = {role: self._visible(self.users[role]) for role in INTERNAL}
        for login, (first, second) in pairs.items():
            both = self._visible(users[login])
            for name, seen in both.items():
                with self.subTest(model=name, roles=(first, second)):
                    self.assertEqual(seen, alone[first][name] | alone[second][name])

    def _visible(self, user):
        """Return {model: ids that the user reads} when the user is the first teacher."""
        self.teachers.user_id = False
        self.teachers[0].user_id = user
        self.env.flush_all()
        seen = {}
        for name in reviewed_matrix():
            if self.env[name]._transient:
                continue
            try:
                seen[name] = set(self.env[name].with_user(user).search([]).ids)
            except AccessError:
                seen[name] = set()
        return seen

    def test_second_school_sees_nothing_of_the_first(self):
        director = make_user(self.env, "second_director", "director", company=self.second)
        for name in reviewed_matrix():
            model = self.env[name]
            if model._transient or "company_id" not in model._fields:
                continue
            if not model.with_user(director).has_access("read"):
                continue
            with self.subTest(model=name):
                theirs = model.with_user(director).search([])
                self.assertFalse(theirs.company_id - self.second)

    def test_every_model_keeps_schools_apart_by_a_global_rule(self):
        common = {"vsoko.scope", "vsoko.subject.area", "vsoko.body.function"}
        rules = self.env["ir.rule"].search([("groups", "=", False)])
        guarded = {
            rule.model_id.model for rule in rules if "company_id" in (rule.domain_force or "")
        }
        for name in reviewed_matrix():
            if not self.env[name]._transient and name not in common:
                with self.subTest(model=name):
                    self.assertIn(name, guarded)
