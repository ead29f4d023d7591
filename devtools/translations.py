"""`vsoko i18n`: the Russian catalogue follows the terms of the installed addon."""

import json
import subprocess

from devtools import databases, server, shell
from devtools.common import ADDON, ROOT, Failure, locked, state_dir
from devtools.environment import Environment, prepare

CATALOGUE = ADDON / "i18n" / "ru.po"
# modules whose words our models inherit, the most general first
FALLBACKS = ("base", "mail", "web", "portal", "hr")


def main(options) -> int:
    environment = prepare(options.odoo)
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        _export(environment)
    return _run(environment, check=False, dictionary=options.dict, missing=options.missing)


def check(environment: Environment) -> int:
    """Print what is wrong with ru.po against the database of the tests; 0 when nothing is."""
    _export(environment)
    return _run(environment, check=True)


def _terms():
    return state_dir() / "terms.pot"


def _export(environment: Environment) -> None:
    database = databases.name("test")
    server.refresh(environment, database, demo=False)
    script = ROOT / "devtools" / "inside" / "terms.py"
    if shell.run_file(environment, database, script, VSOKO_OUTPUT=str(_terms())):
        raise Failure("Exporting the addon's terms failed.")


def _run(environment: Environment, check: bool, dictionary=None, missing=False) -> int:
    folders = environment.odoo.addons
    files = (folder / name / "i18n" / "ru.po" for name in FALLBACKS for folder in folders)
    order = {
        "check": check,
        "terms": str(_terms()),
        "catalogue": str(CATALOGUE),
        "dictionary": dictionary,
        "missing": missing,
        "fallbacks": [str(path) for path in files if path.exists()],
    }
    command = [environment.python, "-m", "devtools.catalogue", json.dumps(order)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
