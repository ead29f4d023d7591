import subprocess
import sys
from pathlib import Path

from odoo import api
from odoo.sql_db import db_connect
from odoo.tests import BaseCase, get_db_name
from odoo.tools import config

SECONDS = 120


class ProcessCase(BaseCase):
    """Starts real processes, which see what this test has stored; `_remove` takes it away."""

    # a script beside this file: it says when it is ready and begins when it is told to
    SCRIPT = ""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
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

    def start(self, *arguments):
        """Start the script with the arguments; return the process that waits for `go`."""
        options = [f"--database={get_db_name()}", "--log-level=critical", "--max-cron-threads=0"]
        for name in ("addons_path", "db_host", "db_port", "db_user", "db_password", "data_dir"):
            value = config[name]
            if value:
                value = ",".join(value) if isinstance(value, list | tuple) else value
                options.append(
                    f"--{name.replace('addons_path', 'addons-path')}={value}".replace(
                        "--data_dir", "--data-dir"
                    )
                )
        script = str(Path(__file__).with_name(self.SCRIPT))
        process = subprocess.Popen(
            [sys.executable, script, *map(str, arguments), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.addCleanup(self._end, process)
        self.assertEqual(process.stdout.readline().strip(), "ready")
        return process

    def _end(self, process):
        process.kill()
        process.communicate(timeout=SECONDS)

    def go(self, *processes):
        """Let the waiting processes begin, all at once."""
        for process in processes:
            process.stdin.write("\n")
            process.stdin.flush()
