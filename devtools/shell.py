"""`vsoko shell`: Odoo's shell, or a Python file run in it."""

import subprocess
from pathlib import Path

from devtools import databases, server
from devtools.common import Failure
from devtools.environment import Environment, prepare

# what Odoo's shell reads from its input; an error in the file ends it with a code other than 0
RUNNER = """
with open({path!r}, encoding="utf-8") as source:
    code = compile(source.read(), {path!r}, "exec")
exec(code, {{**globals(), "__file__": {path!r}}})
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
    return _shell(environment, database, runner(file), **variables)


def runner(file: str | Path) -> str:
    """What Odoo's shell reads to run the file."""
    path = Path(file).resolve()
    if not path.is_file():
        raise Failure(f"No file {file}.")
    return RUNNER.format(path=str(path))


def _shell(environment: Environment, database: str, code: str | None = None, **variables) -> int:
    process = environment.odoo_process(
        "shell", "-c", environment.configuration, "-d", database, "--no-http", "--log-level=warn",
        variables=variables, stdin=subprocess.PIPE if code else None, text=True,
    )  # fmt: skip
    process.communicate(code)
    return process.returncode
