from contextlib import suppress
from functools import partial

from psycopg2 import Error

from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from .doors import DOORS, NESTED, REFUSALS, change_of, creating, deleting, nested, reading, writing
from .doors_case import DoorsCase
from .locks import field_doors, find_parts, kept, lock_doors, parts_of
from .test_access_matrix import OPERATIONS, reviewed_doors, reviewed_matrix

FEW = 4
WRITING = {"w": writing, "c": creating, "d": deleting}


class _BackError(Exception):
    """Takes a savepoint back."""


class _Doors(DoorsCase):
    """What is done through a door is taken back."""

    def through(self, act, look):
        """What `look` finds after an act that is taken back; None when the act is refused."""
        found = None
        with suppress(_BackError, *REFUSALS), self.env.cr.savepoint():
            if act() is None:
                return None
            self.env.flush_all()
            self.env.invalidate_all()
            found = look()
            raise _BackError
        return found

    def told(self, acts):
        """Yield (door, what it told) of acts that only read, in one savepoint."""
        with self.env.cr.savepoint():
            for door, act in acts.items():
                answer = None
                try:
                    answer = act()
                except Error:
                    self.fail(f"{door}: a reading act met an error of the database")
                except REFUSALS:
                    answer = None
                yield door, answer


@tagged("post_install", "-at_install")
class TestDoors(_Doors):
    """Each model, each role that has rules of its own there and each door of the ORM, in a database
    of two schools.

    A right that the reviewed table does not give is refused by every way to use it; one that it
    gives ends at the own school and at what is locked.
    """

    maxDiff = None

    def test_the_reviewed_table_says_what_was_tried(self):
        wrong = {
            name: self._get_kind(name)
            for name, said in reviewed_doors().items()
            if not self.env[name]._transient and said != self._get_kind(name)
        }
        self.assertFalse(wrong)

    def _get_kind(self, name):
        if "company_id" not in self.env[name]._fields:
            return "common"
        return "closed" if name in self.foreign else "empty"

    @mute_logger("odoo.sql_db")
    def test_a_record_of_the_other_school(self):
        opened, tried, matrix = [], 0, reviewed_matrix()
        for name, record in self.foreign.items():
            look = partial(self._look, record)
            before = look()
            for role, user in self._get_unlike(self.second.users, record):
                theirs = record.with_env(self.second.env(user=user.id))
                vals = change_of(record) or {"company_id": self.first.id}
                allowed = matrix[name][role]
                if "r" in allowed:
                    answers = self.told(reading(theirs, vals))
                    opened += [(name, role, door) for door, answer in answers if answer]
                for letter in set(allowed) & WRITING.keys():
                    for door, act in WRITING[letter](theirs, vals).items():
                        tried += 1
                        if self.through(act, look) not in (None, before):
                            opened.append((name, role, door))
        self.assertEqual(opened, [])
        self.assertGreater(tried, 500)

    @mute_logger("odoo.sql_db")
    def test_the_same_doors_are_open_to_the_own_school(self):
        """Who keeps the first school reads and changes there what the others are refused."""
        opened = set()
        for record in self.foreign.values():
            look = partial(self._look, record)
            before, vals = look(), change_of(record)
            mine = record.with_user(self.users["director"])
            opened |= {door for door, answer in self.told(reading(mine, vals)) if answer}
            for doors in WRITING.values():
                for door, act in doors(mine, vals).items():
                    if door not in opened and self.through(act, look) not in (None, before):
                        opened.add(door)
        every = {door for doors in DOORS.values() for door in doors(self.year, {})}
        self.assertEqual(opened, every)

    @mute_logger("odoo.sql_db")
    def test_a_record_of_the_other_school_through_an_own_one(self):
        opened, tried = [], 0
        for parent in dict(self._find_records(self.second.company)).values():
            for role, user in self.second.users.items():
                mine = parent.with_env(self.second.env(user=user.id))
                for field in self._get_nested(mine) if mine.has_access("write") else ():
                    record = self.foreign[field.comodel_name]
                    look = partial(self._look, record, parent, field)
                    before = look()
                    for door, command in nested(record, change_of(record)):
                        tried += 1
                        act = partial(mine.write, {field.name: [command]})
                        if self.through(act, look) not in (None, before):
                            opened.append((mine._name, role, field.name, door))
        self.assertEqual(opened, [])
        self.assertGreater(tried, 100)

    def _get_unlike(self, users, *records):
        """Yield (role, user) of the roles that have a right to one of the models, one of each that
        read and change them by the same rules."""
        seen = set()
        for role, user in users.items():
            rights = [reviewed_matrix()[record._name][role].strip("-") for record in records]
            kind = tuple(map(partial(self._get_rules, user), records, rights))
            if any(rights) and kind not in seen:
                seen.add(kind)
                yield role, user

    def _get_rules(self, user, record, rights):
        rules = self.env["ir.rule"].with_user(user)
        return rights, *(rules._get_rules(record._name, OPERATIONS[one]) for one in rights)

    def _get_nested(self, record):
        return [
            field
            for field in record._fields.values()
            if field.type in NESTED
            and field.comodel_name in self.foreign
            and not field.readonly
            and (field.store or field.inverse)
        ]

    @mute_logger("odoo.sql_db")
    def test_a_right_that_the_table_does_not_give(self):
        opened, tried = [], 0
        for model, letter, role in self._get_closed():
            record = model.sudo().search([], limit=1) or model.sudo().browse(2**30)
            vals = change_of(model)
            if letter in "wc" and not (model._auto and vals):
                continue
            for door, act in DOORS[letter](record.with_env(model.env), vals).items():
                tried += 1
                if self.through(act, lambda: True):
                    opened.append((model._name, role, letter, door))
        self.assertEqual(opened, [])
        self.assertGreater(tried, 400)

    def _get_closed(self):
        """Yield (model of a role, letter, role): each right of each model with one of the roles
        that do not have it, in turns."""
        for number, (name, rights) in enumerate(sorted(reviewed_matrix().items())):
            for letter in DOORS:
                without = [role for role, allowed in rights.items() if letter not in allowed]
                if without:
                    role = without[number % len(without)]
                    yield self.env[name].with_user(self.users[role]), letter, role

    def _find_locked(self):
        """Yield (record, path to what locks it or None, what locks it); name models without."""
        missing = []
        for name, whole in self.locked.items():
            found = [(whole, None)]
            found += [
                (find_parts(self.env[part], path, whole)[:1], path)
                for part, path in parts_of(self.env, name)
            ]
            missing += [record._name for record, _path in found if not record]
            yield from ((record, path, whole) for record, path in found if record)
        self.assertFalse(missing, "models without a locked record in this test")

    def test_locks_and_what_they_keep_are_found(self):
        parts = {part for name in self.locked for part, _path in parts_of(self.env, name)}
        self.assertGreaterEqual(len(self.locked), 9)
        self.assertLessEqual(
            {
                "vsoko.assessment.aggregate",
                "vsoko.criterion",
                "vsoko.indicator",
                "vsoko.indicator.band",
                "vsoko.indicator.value",
                "vsoko.publication.file",
                "vsoko.publication.line",
                "vsoko.report.enclosure",
                "vsoko.report.section",
                "vsoko.result",
                "vsoko.task.score",
                "vsoko.test.band",
                "vsoko.test.expertise.line",
                "vsoko.test.task",
            },
            parts,
        )

    @mute_logger("odoo.sql_db")
    def test_a_locked_record(self):
        opened, tried = [], 0
        for record, path, whole in self._find_locked():
            look = partial(kept, whole)
            before = look()
            for role, user in self._get_unlike(self.users, record, whole):
                for door, act in lock_doors(record.with_user(user), path):
                    tried += 1
                    if self.through(act, look) not in (None, before):
                        opened.append((record._name, path, role, door))
        self.assertEqual(opened, [])
        self.assertGreater(tried, 700)

    @mute_logger("odoo.sql_db")
    def test_a_lock_refuses_the_program_too(self):
        """What is not refused might be no change at all."""
        opened = []
        for record, path, _whole in self._find_locked():
            button = record.with_user(self.users["director"]).sudo()
            for door, act in (*lock_doors(button, path), *field_doors(button)):
                if self.through(act, lambda: True):
                    opened.append((record._name, path, door))
        self.assertEqual(opened, [])

    @mute_logger("odoo.sql_db")
    def test_nothing_that_is_deleted_takes_along_what_is_locked(self):
        """A cascade of the database is no way round a lock."""
        before, done = self._keep_all(), {True: 0, False: 0}
        for name in reviewed_matrix():
            model = self.env[name].with_user(self.users["director"])
            if model._transient or not model._auto or not model.has_access("unlink"):
                continue
            for record in model.search([], limit=FEW):
                found = self.through(record.unlink, self._keep_all)
                done[found is None] += 1
                with self.subTest(model=name, record=record.id):
                    self.assertIn(found, (before, None))
        self.assertGreater(min(done.values()), 20)

    @mute_logger("odoo.sql_db")
    def test_nothing_that_is_archived_hides_what_is_locked(self):
        director, tried = self.users["director"], 0
        before = self._count_shown(director)
        self.assertTrue(all(before.values()), before)
        for name in reviewed_matrix():
            model = self.env[name].with_user(director)
            if not model._auto or "active" not in model._fields or not model.has_access("write"):
                continue
            for record in model.search([], limit=FEW):
                tried += 1
                act = partial(record.write, {"active": False})
                with self.subTest(model=name, record=record.id):
                    self.assertIn(
                        self.through(act, partial(self._count_shown, director)), (before, None)
                    )
        self.assertGreater(tried, 10)

    def _keep_all(self):
        """Return how many rows, links and files there are of each locked record and its parts."""
        return [
            {name: [len(rows) for rows in content] for name, content in kept(whole).items()}
            for whole in self.locked.values()
        ]

    def _count_shown(self, user):
        """Return how much of each locked record that he reads a user finds: {(model, what):
        number}."""
        shown = {}
        for name, whole in self.locked.items():
            seen = whole.with_user(user).with_context(active_test=False)
            if not seen.has_access("read"):
                self.assertNotIn("r", reviewed_matrix()[name]["director"], name)
                continue
            shown[name, name] = seen.search_count([("id", "=", whole.id)])
            for part, path in parts_of(self.env, name):
                shown[name, part] = (
                    self.env[part].with_user(user).search_count([(path, "=", whole.id)])
                )
        return shown

    def _look(self, record, parent=None, field=None):
        """Return the row of the record, how many the first school has, and whether a parent has
        taken it."""
        if not record._auto:
            return None
        rows = self.env.execute_query(
            SQL(
                "SELECT (SELECT row.*::text FROM %(table)s row WHERE id = %(id)s),"
                " (SELECT count(*) FROM %(table)s WHERE company_id = %(company)s)",
                table=SQL.identifier(record._table),
                id=record.id,
                company=self.first.id,
            )
        )
        return rows, bool(field) and record in parent.sudo()[field.name]
