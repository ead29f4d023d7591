"""`vsoko shell`: Odoo's shell, or a Python file run in it."""

import subprocess
from pathlib import Path

from devtools import databases, server
from devtools.common import Failure
from devtools.environment import Environment, prepare

# the file's own exit code must reach the caller: Odoo's shell reports an error and ends with 0
RUNNER = """
import sys, traceback
try:
    with open({path!r}, encoding="utf-8") as source:
        exec(compile(source.read(), {path!r}, "exec"), {{**globals(), "__file__": {path!r}}})
except SystemExit:
    raise
except BaseException:
    traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    env.cr.rollback()
    import os
    os._exit(1)
"""


def main(options) -> int:
    environment = prepare(options.odoo)
    database = options.db or databases.name("run")
    if database == databases.name("run") and options.fresh:
        server.halt()
    server.refresh(environment, database, options.fresh, not options.no_demo)
    if options.file:
        return run_file(environment, database, options.file)
    return _shell(environment, database)


def run_file(environment: Environment, database: str, file: str | Path, **variables: str) -> int:
    """Run the file with `env` in it; `variables` go to its environment. Not 0 when it raises."""
    path = Path(file).resolve()
    if not path.is_file():
        raise Failure(f"No file {file}.")
    return _shell(environment, database, RUNNER.format(path=str(path)), **variables)


def _shell(environment: Environment, database: str, code: str | None = None, **variables) -> int:
    process = environment.odoo_process(
        "shell", "-c", environment.configuration, "-d", database, "--no-http", "--log-level=warn",
        variables=variables, stdin=subprocess.PIPE if code else None, text=True,
    )  # fmt: skip
    process.communicate(code)
    return process.returncode
