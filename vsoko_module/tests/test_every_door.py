from contextlib import suppress

from psycopg2 import Error

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from .common import ROLES, make_users
from .test_access_matrix import reviewed_doors, reviewed_matrix
from .test_program_fields import VALUES
from .test_public_methods import ReviewedCase

REFUSALS = (UserError, ValueError, TypeError, KeyError, Error)
LETTERS = ("char", "text", "html")
# sums that only the program keeps: what is made up would not be what the points give
COUNTED = ("vsoko.element.total",)
NESTED = ("one2many", "many2many")


@tagged("post_install", "-at_install")
class TestEveryDoor(ReviewedCase):
    """Nobody of the second school reads, changes, copies, removes or adds anything of the first.

    Each model, each role and each door of the ORM is tried against a record of the first school;
    the users are of the second school, which has pupils, classes, marks and works of its own.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first = cls.env.company
        cls.second = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.env.flush_all()
        # what hangs on what was made for want of anything comes the second time
        for _turn in range(2):
            cls._make_missing()
        cls.foreign = dict(cls._find_records(cls.first))
        cls._make_second_school()
        cls.own = dict(cls._find_records(cls.second))

    @classmethod
    def _make_missing(cls):
        """Make a record of each model that the school of the tests has none of, where anything
        that its required fields take will do."""
        known = dict(cls._find_records(cls.first))
        for name in reviewed_matrix():
            model = cls.env[name].sudo()
            if name in known or name in COUNTED or model._transient or not model._auto:
                continue
            with (
                suppress(*REFUSALS, AttributeError),
                mute_logger("odoo.sql_db"),
                cls.env.cr.savepoint(),
            ):
                model.create(cls._get_anything(model, known))
                cls.env.flush_all()

    @classmethod
    def _get_anything(cls, model, known):
        own = model.default_get(list(model._fields))
        vals = {}
        for name, field in model._fields.items():
            if name in own or not field.store or field.compute or field.related:
                continue
            if field.type == "many2one" and (field.required or field.comodel_name in known):
                record = known.get(field.comodel_name)
                vals[name] = (record or cls.env[field.comodel_name].sudo().search([], limit=1)).id
            elif field.required and field.type == "selection":
                vals[name] = field.get_values(cls.env)[0]
            elif field.required and field.type in VALUES:
                vals[name] = VALUES[field.type]
        return vals

    @classmethod
    def _make_second_school(cls):
        users = make_users(cls.env, {f"second_{r}": [r] for r in ROLES}, company=cls.second)
        cls.env = cls.env(context={**cls.env.context, "allowed_company_ids": cls.second.ids})
        cls.users = {role: users[f"second_{role}"].with_env(cls.env) for role in ROLES}
        cls._make_calendar()
        cls._make_teachers()
        cls._make_classes()
        cls._make_lessons()
        cls.add_marks({(pupil, cls.math): 4 for pupil in cls.students}, cls.q1)
        cls.test = cls.make_test()
        cls.work = cls.make_work(cls.class_5a | cls.class_5b)
        cls.work.action_start()
        cls.env.flush_all()

    @classmethod
    def _find_records(cls, company):
        """Yield (model, its last record of a school)."""
        for name in reviewed_matrix():
            model = cls.env[name].sudo()
            if model._transient or "company_id" not in model._fields:
                continue
            record = model.search([("company_id", "=", company.id)], order="id desc", limit=1)
            if record:
                yield name, record

    def test_the_reviewed_table_says_what_was_tried(self):
        wrong = {
            name: self._get_kind(name)
            for name, said in reviewed_doors().items()
            if not self.env[name]._transient and said != self._get_kind(name)
        }
        self.assertFalse(wrong)

    def _get_kind(self, name):
        model = self.env[name]
        if "company_id" not in model._fields:
            return "common"
        return "closed" if name in self.foreign else "empty"

    def test_doors_of_the_record(self):
        tried = 0
        for name, record in self.foreign.items():
            before = self._look(record)
            for role, user in self.users.items():
                for door, act in self._get_doors(record.with_user(user)):
                    tried += 1
                    with self.subTest(model=name, role=role, door=door):
                        self._check_closed(record, before, act)
        self.assertGreater(tried, 3000)

    def test_the_same_doors_are_open_to_the_own_school(self):
        """Who keeps the first school reads and changes there what the others are refused."""
        director = self.env["res.users"].search([("login", "=", "school_director")])
        opened = set()
        for record in self.foreign.values():
            before = self._look(record)
            mine = record.with_user(director).with_context(allowed_company_ids=self.first.ids)
            for door, act in self._get_doors(mine):
                try:
                    self._check_closed(record, before, act)
                except AssertionError:
                    opened.add(door)
        self.assertLessEqual(
            {"read", "search", "name_search", "export", "write", "web_save", "import", "unlink"},
            opened,
        )
        self.assertLessEqual({"copy", "like it"}, opened)

    def test_doors_of_a_parent(self):
        tried = 0
        for name, parent in self.own.items():
            for role, user in self.users.items():
                mine = parent.with_user(user)
                if not mine.has_access("write"):
                    continue
                for field in self._get_nested(mine):
                    record = self.foreign[field.comodel_name]
                    before = self._look(record)
                    for door, command in self._get_commands(record):
                        tried += 1
                        with self.subTest(model=name, role=role, field=field.name, door=door):
                            self._check_closed(
                                record,
                                before,
                                lambda mine=mine, field=field, command=command: mine.write(
                                    {field.name: [command]}
                                ),
                                parent,
                                field,
                            )
        self.assertGreater(tried, 100)

    def _get_nested(self, record):
        return [
            field
            for field in record._fields.values()
            if field.type in NESTED
            and field.comodel_name in self.foreign
            and not field.readonly
            and (field.store or field.inverse)
        ]

    def _get_commands(self, record):
        vals = self._get_change(record)
        yield "update", Command.update(record.id, vals)
        yield "delete", Command.delete(record.id)
        yield "link", Command.link(record.id)
        yield "set", Command.set(record.ids)

    def _get_doors(self, record):
        """Yield (name, act); an act returns what it has read of the record, or nothing."""
        model, vals = record.browse(), self._get_change(record)
        named = {"display_name": {}}
        yield "read", lambda: record.read()
        yield "write", lambda: record.write(vals) and None
        yield "create", lambda: model.create({"company_id": self.first.id, **vals}) and None
        yield "unlink", lambda: record.unlink() and None
        if not model.has_access("read"):
            return
        yield "search", lambda: model.search([("id", "=", record.id)]).ids
        yield "name_search", lambda: model.name_search(domain=[("id", "=", record.id)])
        yield "group", lambda: model.formatted_read_group([("id", "=", record.id)], ["company_id"])
        yield "export", lambda: record.export_data(["display_name"])["datas"]
        yield "web_save", lambda: record.web_save(vals, named)
        yield "import", lambda: self._load(record, vals)
        yield "copy", lambda: record.copy() and None
        yield "like it", lambda: model.create(self._get_data(record)) and None
        yield "onchange", lambda: self._change(record, vals)

    def _get_change(self, record):
        """Return a value of one field that people enter, where there is one."""
        for name, field in sorted(record._fields.items()):
            if field.type in LETTERS and field.store and not field.readonly and not field.groups:
                return {name: VALUES[field.type]}
        return {}

    def _get_data(self, record):
        """Return the content of the record, as who has seen it once might send it."""
        data = record.sudo().copy_data()[0]
        return data | {"company_id": self.first.id}

    def _load(self, record, vals):
        names = list(vals)
        row = [str(record.id), *vals.values()]
        return record.browse().load([".id", *names], [row])["ids"] or None

    def _change(self, record, vals):
        wanted = {name: {} for name, field in record._fields.items() if field.type in LETTERS}
        answer = record.onchange(vals, list(vals), wanted)
        # what was sent comes back and tells nothing
        return {name: value for name, value in answer["value"].items() if name not in vals} or None

    def _check_closed(self, record, before, act, parent=None, field=None):
        """Nothing is read, changed or added by the act, whether it is refused or not."""
        savepoint = self.env.cr.savepoint()
        read = after = linked = None
        try:
            with suppress(*REFUSALS), mute_logger("odoo.sql_db"):
                read = act()
                self.env.flush_all()
                after = self._look(record)
                linked = field and record in parent.sudo()[field.name]
        finally:
            savepoint.close(rollback=True)
        self.assertFalse(read)
        self.assertFalse(linked)
        if after is not None:
            self.assertEqual(after, before)

    def _look(self, record):
        """Return the rows of the record and how many the first school has."""
        if not record._auto:
            return None
        return self.env.execute_query(
            SQL(
                "SELECT (SELECT row.*::text FROM %(table)s row WHERE id = %(id)s),"
                " (SELECT count(*) FROM %(table)s WHERE company_id = %(company)s)",
                table=SQL.identifier(record._table),
                id=record.id,
                company=self.first.id,
            )
        )
