"""Fixtures that stay from one class of tests to the next one that begins with the same."""

from contextlib import ExitStack
from functools import partial
from typing import NamedTuple
from unittest.mock import patch

from passlib.context import CryptContext

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.sql_db import Cursor, Savepoint
from odoo.tests import TransactionCase

from odoo.addons.base.models.res_users import ResUsersPatchedInTest

# as in each of Odoo's tests; a fixture is made before they begin
_hashes_quickly = patch.object(
    ResUsersPatchedInTest,
    "_crypt_context",
    lambda self: CryptContext(["pbkdf2_sha512"], pbkdf2_sha512__rounds=1),
)


class Level(NamedTuple):
    """The fixture of one base class, made at a moment where time is frozen."""

    base: type
    moment: object = None


def levels_of(test_class):
    """Return the levels that a class of tests stands on, the lowest first."""
    freezer = test_class.freeze_time
    moment = freezer and freezer.freezer.time_to_freeze
    bases = reversed(test_class.__mro__)
    return [Level(base, moment) for base in bases if "make_fixture" in vars(base)]


def rank(test_class):
    """Return a number by which classes on the same levels stand together, whatever their names."""
    levels = [f"{level.base.__name__} {level.moment or ''}" for level in levels_of(test_class)]
    return int.from_bytes("/".join(levels).encode().ljust(500, b"\0"))


class _Kept:
    """A transaction that is never committed, with levels and the savepoint after each.

    Tests of a class are undone to the last savepoint; a class with other levels goes on from the
    last one that both have.
    """

    def __init__(self):
        self.cursor = None
        self._made = []

    def cursor_for(self, test_class, plain, registry):
        """Return a cursor that sees the levels of the class and nothing else that is unstored.

        :param plain: what gives a cursor where there are no levels
        """
        wanted = levels_of(test_class)
        same = 0
        while same < min(len(wanted), len(self._made)) and self._made[same][0] == wanted[same]:
            same += 1
        if not same:
            self.forget()
        if not wanted:
            return plain(registry)
        try:
            self._open(plain, registry)
            self._return_to(same)
            for level in wanted[same:]:
                self._make(level, test_class.freeze_time)
        except BaseException:
            self.forget()
            raise
        # whoever makes a level would find warm what others find cold
        with test_class.muted_registry_logger:
            registry.clear_all_caches()
        return self.cursor

    def _open(self, plain, registry):
        if not self.cursor:
            self.cursor = plain(registry)
            # Odoo closes the cursor of a class after its tests
            self.cursor.close = self._rest

    def _make(self, level, freezer):
        below = self._made[-1][0].base.env if self._made else None
        level.base.env = below or api.Environment(self.cursor, SUPERUSER_ID, {})
        with ExitStack() as stack:
            for patcher in (_hashes_quickly, *level.base.fixture_patchers):
                stack.enter_context(patcher)
            if freezer:
                stack.enter_context(freezer)
            level.base.make_fixture()
            self.cursor.flush()
        self._made.append((level, Savepoint(self.cursor)))
        self._clear()

    def _rest(self):
        if self.cursor.closed:
            self.forget()
        else:
            self._return_to(len(self._made))

    def _return_to(self, count):
        del self._made[count:]
        if self._made:
            self._made[-1][1].rollback()
            self._clear()

    def _clear(self):
        """Nothing is known, and nothing is to be done, but what is in the database."""
        for queue in ("precommit", "postcommit", "prerollback", "postrollback"):
            getattr(self.cursor, queue).clear()
        self.cursor.reset()

    def forget(self):
        """Undo all levels: they lock rows, and what others store they do not see."""
        if self.cursor:
            del self.cursor.close
            Cursor.close(self.cursor)
        self.cursor, self._made = None, []


_kept = _Kept()
# for tests that store in earnest, in a transaction or a process of their own
forget = _kept.forget


class FixtureCase(TransactionCase):
    """Base of all classes of tests with a transaction.

    A base class that several classes of tests have in common makes its records in `make_fixture`,
    and they are there in each of these classes. Its attributes are those of the base class: so
    they are not changed in place. It begins no patches of its own.

    ``fixture_patchers``: what is patched while the fixture is made and in all tests.
    """

    fixture_patchers = ()

    @property
    def test_sequence(self):
        """By this Odoo sorts the tests of a run."""
        return rank(type(self))

    @classmethod
    def setUpClass(cls):
        cursor_for = partial(_kept.cursor_for, cls, Registry.cursor)
        with patch.object(Registry, "cursor", lambda registry, **_options: cursor_for(registry)):
            super().setUpClass()
        for patcher in cls.fixture_patchers:
            cls.startClassPatcher(patcher)
        if levels := levels_of(cls):
            cls.env = levels[-1].base.env

    @classmethod
    def _gc_filestore(cls):
        """Another transaction would not see the files of the fixtures, and remove them."""
        if not _kept.cursor:
            return super()._gc_filestore()
        env = api.Environment(_kept.cursor, SUPERUSER_ID, {})
        return env["ir.attachment"]._gc_file_store_unsafe()
