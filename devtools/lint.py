"""`vsoko lint`: every check that needs no run of the addon's own tests."""

import os
import subprocess
from pathlib import Path

from devtools import databases, files, server, shell, sources, translations
from devtools.common import ADDON, MODULE, ROOT, SATELLITES, locked, say, state_dir
from devtools.environment import Environment, prepare

# what Odoo itself asks of its pylint run: messages of its own plugins and a few of pylint's
ODOO_PLUGINS = (
    "_odoo_checker_sql_injection",
    "_odoo_checker_gettext",
    "_odoo_checker_unlink_override",
)
ODOO_MESSAGES = (
    "sql-injection",
    "missing-gettext",
    "gettext-variable",
    "gettext-placeholders",
    "gettext-repr",
    "raise-unlink-override",
    "used-before-assignment",
    "undefined-variable",
    "eval-used",
    "unreachable",
    "function-redefined",
)


def main(options) -> int:
    environment = prepare(options.odoo)
    if options.fix:
        fix(environment)
    bad = []
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        if options.fresh:
            databases.drop(environment, databases.name("test"))
        for name, check in CHECKS.items():
            say(f"== {name}")
            if check(environment):
                bad.append(name)
    say(f"Findings in: {', '.join(bad)}" if bad else "No findings")
    return 1 if bad else 0


def fix(environment: Environment) -> None:
    """What ruff can put right by itself."""
    _run([_ruff(environment), "check", "--quiet", "--fix", *_python_places()])
    _run([_ruff(environment), "format", "--quiet", *_python_places()])


def check_ruff(environment: Environment) -> int:
    places = _python_places()
    found = _run([_ruff(environment), "check", "--quiet", "--output-format=concise", *places])
    return found + _run([_ruff(environment), "format", "--check", "--quiet", *places])


def check_pylint(environment: Environment) -> int:
    """pylint-odoo with the messages of pyproject.toml, then Odoo's own plugins."""
    pylint = [environment.python, "-m", "pylint", "--score=no", "--jobs=0"]
    found = _run([*pylint, ADDON, *SATELLITES], environment, [])
    folder = _test_lint(environment)
    if not folder:
        say("This Odoo comes without its module test_lint: its pylint plugins are left out.")
        return found
    messages = ",".join(ODOO_MESSAGES)
    chosen = [
        "--disable=all,unknown-option-value",
        f"--enable={messages}",
        f"--load-plugins={','.join(ODOO_PLUGINS)}",
    ]
    return found + _run(
        [*pylint, f"--rcfile={os.devnull}", *chosen, ADDON, *SATELLITES], environment, [folder]
    )


def check_files(_environment: Environment) -> int:
    checks = (files.findings, sources.findings)
    found = [text for addon in (ADDON, *SATELLITES) for check in checks for text in check(addon)]
    for text in found:
        say(text)
    return len(found)


def check_odoo(environment: Environment) -> int:
    if not _test_lint(environment):
        say("This Odoo comes without its module test_lint: its checks are left out.")
        return 0
    database = server.refresh_satellites(environment)
    names = ",".join(path.name for path in (ADDON, *SATELLITES))
    script = ROOT / "devtools/inside/odoo_lint.py"
    return shell.run_file(environment, database, script, VSOKO_ADDONS=names)


CHECKS = {
    "ruff": check_ruff,
    "files": check_files,
    "pylint": check_pylint,
    "Odoo's test_lint": check_odoo,
    "translations": translations.check,
}


def _python_places() -> list[Path]:
    return [*(ROOT / name for name in ("vsoko", "devtools", "bench", MODULE)), *SATELLITES]


def _ruff(environment: Environment) -> Path:
    return environment.venv / "bin" / "ruff"


def _test_lint(environment: Environment) -> Path | None:
    folders = (path / "test_lint" / "tests" for path in environment.odoo.addons)
    return next((folder for folder in folders if folder.is_dir()), None)


def _run(command: list, environment: Environment | None = None, paths: list | None = None) -> int:
    """The program's exit code as a number of findings: 0 or more; its words go to the screen."""
    variables = environment.variables() if environment else None
    if environment:
        found = [*paths, environment.odoo.python_path]
        variables["PYTHONPATH"] = os.pathsep.join(str(path) for path in found)
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode
