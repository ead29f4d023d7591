import csv
import inspect
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .evidence.common import AssessmentCase

ADDON = "odoo.addons.vsoko_module"
# a parent and an employee without a role
STRANGERS = ("family", "user")


def reviewed_methods():
    """Return {(model, method): strangers to whom it answers} of the reviewed table."""
    with Path(__file__).with_name("public_methods.csv").open(encoding="utf-8") as file:
        return {
            (row["model"], row["method"]): {who for who in STRANGERS if row[who]}
            for row in csv.DictReader(file)
        }


def public_methods(env):
    """Yield (model, method) of all that our code lets be called from outside, but for the ORM's."""
    for name, model in env.registry.items():
        names = {
            method
            for kind in model.mro()
            if kind.__module__.startswith(ADDON)
            for method, value in vars(kind).items()
            if inspect.isfunction(value)
            and not method.startswith("_")
            and not hasattr(env.registry["base"], method)
            and not getattr(value, "_api_private", False)
        }
        yield from ((name, method) for method in names)


class ReviewedCase(AssessmentCase):
    """A school with a record of most models, and the usual arguments of the public methods."""

    @classmethod
    def make_fixture(cls):
        cls.add_marks({(pupil, cls.math): 4 for pupil in cls.students}, cls.q1)
        cls.q1.action_calculate()
        director = cls.users["director"]
        cls.q1.with_user(director).action_approve()
        period = {"period_id": cls.q1.id}
        cls.report = cls.env["vsoko.report"].create({"type": "period_results", **period})
        cls.env["vsoko.publication"].create({"audience": "council", **period})
        cls.env["vsoko.import"].create({"name": "a.xlsx", "file": b"MQ=="})
        cls.env["vsoko.report.schedule"].with_user(director).create(
            {"name": "Итоги", "period_kind": "quarter", "recurrence": "daily"}
        )
        submission = cls.env["vsoko.submission"].with_user(director)
        submission.create({"recipient": "Управление образования", "kind": "xml", **period})
        cls.arguments = {
            "attachment_id": 1,
            "cell": "school",
            "changes": [],
            "city": "Заречье",
            "choice": {
                "year": cls.year.id,
                "subject": cls.math.id,
                "grade": 5,
                "kind": "content",
                "work": cls.work.id,
            },
            "class_id": cls.class_5a.id,
            "content": "MQ==",
            "element_id": 1,
            "email": "",
            "framework_id": cls.env.ref("vsoko_module.framework_regulation").id,
            "kind": "quarter",
            "model": "vsoko.class",
            "name": "a.xlsx",
            "phone": "",
            "values": {
                "layout": "contingent",
                "sheet": 0,
                "row": 0,
                "lines": 1,
                "transposed": False,
                "uses": [["name", ""]],
            },
            "period_id": cls.q1.id,
            "record_id": cls.class_5a.id,
            "rows": [],
            "section_id": 1,
            "street": "",
            "visit": {
                "id": None,
                "uuid": "00000000-0000-4000-8000-000000000001",
                "version": "0000000000000001-1",
                "seen": [],
                "rubric_id": 2**30,
                "date": "2025-10-01",
                "class_id": cls.class_5a.id,
                "subject_id": cls.math.id,
                "teacher_id": None,
                "topic": "",
                "started": "",
                "answers": {"1": {"points": 1}},
                "notes": "",
            },
            "zip": "",
            "key": "works",
        }

    def records(self, name):
        """One record of the model, as a stranger may name it by number."""
        model = self.env[name]
        if model._abstract:
            return model
        if model._transient:
            return model.new({})
        return model.search([], limit=1) or model.browse(2**30)


@tagged("post_install", "-at_install")
class TestPublicMethods(ReviewedCase):
    """Whatever has no underscore is called by anybody, with any number, past all buttons."""

    def answers(self, who, name, method):
        """Whether the method answers; an answer to a stranger writes nothing."""
        record = self.records(name).with_user(self.users[who])
        function = getattr(record, method)
        parameters = inspect.signature(function).parameters.values()
        required = [one.name for one in parameters if one.default is one.empty]
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.written()
        try:
            function(*(self.arguments[one] for one in required))
            self.env.flush_all()
        except (AccessError, UserError):
            return False
        self.assertEqual(self.written(), before)
        return True

    def written(self):
        """The number of rows of our tables that this transaction has written."""
        self.env.cr.execute(
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
            " WHERE relname LIKE 'vsoko%'"
        )
        return self.env.cr.fetchone()[0]

    def test_every_public_method_is_reviewed(self):
        self.assertEqual(set(public_methods(self.env)), set(reviewed_methods()))

    def test_no_button_asks_for_what_only_the_program_writes(self):
        """What a button does in the name of a person is not refused by the guard of fields."""
        for name, method in reviewed_methods():
            if not method.startswith("action_") or self.env[name]._abstract:
                continue
            for role in ("methodical_council", "administration", "director"):
                with self.subTest(model=name, method=method, role=role):
                    self.assertNotIn("filled by the program", self.refusal(name, method, role))

    def refusal(self, name, method, role):
        """What a person is told who presses a button; empty when it works. It is taken back."""
        self.env.invalidate_all()
        record = self.records(name).with_user(self.users[role])
        parameters = inspect.signature(getattr(record, method)).parameters.values()
        try:
            with self.env.cr.savepoint():
                getattr(record, method)(
                    *(self.arguments[one.name] for one in parameters if one.default is one.empty)
                )
                self.env.flush_all()
                raise UserError("")
        except UserError as error:
            return str(error)

    def test_strangers_get_what_was_reviewed_and_write_nothing(self):
        for (name, method), expected in reviewed_methods().items():
            if self.env[name]._abstract and name.endswith(".mixin"):
                continue
            found = {who for who in STRANGERS if self.answers(who, name, method)}
            with self.subTest(model=name, method=method):
                self.assertEqual(found, expected)
