import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from devtools import databases, leftovers
from devtools.common import checkout_id

SERVER = "/run/postgres:5432"


class TestLeftovers(unittest.TestCase):
    """A cache with the word that one checkout has left there."""

    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        variables = mock.patch.dict(os.environ, {"XDG_CACHE_HOME": folder.name})
        self.addCleanup(variables.stop)
        variables.start()
        self.checkout = Path(folder.name, "clone")
        self.checkout.mkdir()
        with mock.patch.object(leftovers, "ROOT", self.checkout):
            leftovers.note_checkout(SERVER)
        self.state = Path(folder.name, "vsoko", "checkouts", checkout_id())

    def test_a_checkout_that_is_there_keeps_everything(self):
        self.assertEqual(leftovers.gone(SERVER), [])

    def test_a_checkout_whose_folder_is_deleted_is_gone(self):
        self.checkout.rmdir()
        self.assertEqual(leftovers.gone(SERVER), [checkout_id()])

    def test_databases_of_another_server_are_not_in_reach(self):
        self.checkout.rmdir()
        self.assertEqual(leftovers.gone("db.example:5432"), [])

    def test_without_a_word_nobody_knows(self):
        self.checkout.rmdir()
        (self.state / "checkout.json").write_text("{")
        self.assertEqual(leftovers.gone(SERVER), [])

    def test_a_running_program_is_not_disturbed(self):
        self.checkout.rmdir()
        waiting = "import sys; print(flush=True); sys.stdin.read()"
        command = [sys.executable, "-c", waiting, str(self.state / "odoo.conf")]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(command, **pipes) as process:
            process.stdout.readline()
            self.assertEqual(leftovers.gone(SERVER), [])
            process.stdin.close()
        self.assertEqual(leftovers.gone(SERVER), [checkout_id()])

    def test_databases_go_with_the_checkout(self):
        self.checkout.rmdir()
        environment = mock.Mock(**{"cluster.address": SERVER})
        mine, dropped = f"vsoko_{checkout_id()}_test", []
        with (
            mock.patch.object(databases, "query", lambda _environment, sql: [[mine]]),
            mock.patch.object(databases, "say"),
            mock.patch.object(databases, "drop", lambda _environment, name: dropped.append(name)),
        ):
            databases.sweep(environment)
            databases.sweep(environment)
        self.assertEqual(dropped, [mine])
        self.assertFalse(self.state.exists())
