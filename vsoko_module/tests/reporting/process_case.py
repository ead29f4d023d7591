import logging
import multiprocessing
import time

from odoo import api, sql_db
from odoo.modules import module
from odoo.modules.registry import Registry
from odoo.sql_db import db_connect
from odoo.tests import BaseCase, get_db_name

from ..fixtures import forget

SECONDS = 120
# a fork has Odoo loaded already; the kinds of processes that begin anew would load it each time
_fork = multiprocessing.get_context("fork")


class Worker:
    """A process of its own, which waits for `go` and then runs ``main(env, say, *arguments)``."""

    def __init__(self, main, arguments):
        self._pipe, theirs = _fork.Pipe()
        arguments = (theirs, main, arguments)
        self._process = _fork.Process(target=_live, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def go(self):
        self._pipe.send("go")

    def answer(self):
        """Return the next word that it says."""
        if not self._pipe.poll(SECONDS):
            raise TimeoutError
        return self._pipe.recv()

    def kill(self):
        self._process.kill()
        self._process.join(SECONDS)


def _live(pipe, main, arguments):
    registry = _make_own_connections()
    pipe.recv()
    with registry.cursor() as cr:
        main(api.Environment(cr, api.SUPERUSER_ID, {}), pipe.send, *arguments)


def _make_own_connections():
    """Leave to the tests what is theirs; return the registry."""
    # two at once make PostgreSQL refuse one, which then begins again
    logging.disable(logging.ERROR)
    module.current_test = None
    sql_db._Pool = sql_db._Pool_readonly = None
    registry = Registry(get_db_name())
    registry._db = db_connect(get_db_name())
    return registry


def stop(say):
    """Tell that the place is reached, and wait for being killed."""
    say("waiting")
    time.sleep(SECONDS)


class ProcessCase(BaseCase):
    """Starts real processes, which see what this test has stored; `_remove` takes it away."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        forget()
        cls.cr = db_connect(get_db_name()).cursor()
        cls.addClassCleanup(cls.cr.close)
        cls.env = api.Environment(cls.cr, api.SUPERUSER_ID, {})
        cls.addClassCleanup(cls._remove)

    @classmethod
    def _remove(cls):
        raise NotImplementedError

    @classmethod
    def store(cls):
        """Other processes see only what is stored; the cursor is this test's own."""
        cls.cr.commit()  # pylint: disable=invalid-commit

    def refresh(self):
        """See what other processes have stored."""
        self.cr.rollback()
        self.env.invalidate_all()

    def start(self, main, *arguments):
        worker = Worker(main, arguments)
        self.addCleanup(worker.kill)
        return worker
