"""`vsoko i18n`: the Russian catalogues follow the terms of the installed addons."""

import json
import subprocess
from pathlib import Path

from devtools import databases, server, shell
from devtools.common import ADDON, ROOT, SATELLITES, Failure, locked, state_dir
from devtools.environment import Environment, prepare

# modules whose words our models inherit, the most general first
FALLBACKS = ("base", "mail", "web", "portal", "hr")


def main(options) -> int:
    environment = prepare(options.odoo)
    addon = ROOT / options.addon
    if addon not in _addons():
        raise Failure(f"No addon with words of its own: {addon.name}.")
    with locked(state_dir() / "test.lock", "the tests of this checkout"):
        _export(environment, addon)
    return _run(environment, addon, dictionary=options.dict, missing=options.missing)


def check(environment: Environment) -> int:
    """Print what is wrong with each ru.po against the databases of the tests; 0 when nothing is."""
    found = 0
    for addon in _addons():
        _export(environment, addon)
        found += _run(environment, addon, check=True)
    return found


def _addons() -> list[Path]:
    return [addon for addon in (ADDON, *SATELLITES) if (addon / "i18n").is_dir()]


def _terms():
    return state_dir() / "terms.pot"


def _export(environment: Environment, addon: Path) -> None:
    if addon == ADDON:
        database = databases.name("test")
        server.refresh(environment, database, demo=False)
    else:
        database = server.refresh_satellites(environment)
    script = ROOT / "devtools" / "inside" / "terms.py"
    variables = {"VSOKO_ADDON": addon.name, "VSOKO_OUTPUT": str(_terms())}
    if shell.run_file(environment, database, script, **variables):
        raise Failure(f"Exporting the terms of {addon.name} failed.")


def _run(environment: Environment, addon: Path, check=False, dictionary=None, missing=False) -> int:
    folders = environment.odoo.addons
    files = [folder / name / "i18n" / "ru.po" for name in FALLBACKS for folder in folders]
    if addon != ADDON:
        files.insert(0, ADDON / "i18n" / "ru.po")
    order = {
        "addon": addon.name,
        "check": check,
        "terms": str(_terms()),
        "catalogue": str(addon / "i18n" / "ru.po"),
        "dictionary": dictionary,
        "missing": missing,
        "fallbacks": [str(path) for path in files if path.exists()],
    }
    command = [environment.python, "-m", "devtools.catalogue", json.dumps(order)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
