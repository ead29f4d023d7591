"""`vsoko doctor`: what this machine has, what it lacks, and how to get it. Changes nothing."""

import importlib.util
import os
import platform
import shutil

from devtools import odoo_source, packages, system
from devtools.common import Failure, cache_dir, say

GIGABYTE = 1024**3
DISK_NEEDED = 3


def main(options) -> int:
    answers = [*_places(options.odoo), *_system()]
    width = max(len(name) for name, _good, _text in answers)
    for name, good, text in answers:
        say(f"{'ok     ' if good else 'MISSING'}  {name:<{width}}  {text}")
    missing = system.missing()
    if missing:
        say(f"\n{system.how_to_get(missing)}")
        if system.can_install():
            say("Any other command of vsoko installs it by itself on this machine.")
    return 0 if all(good for _name, good, _text in answers) else 1


def _places(named: str | None) -> list[tuple[str, bool, str]]:
    return [_disk(), _python(), _odoo(named), _packages(), _database()]


def _disk() -> tuple[str, bool, str]:
    """Free space where the cache is, or will be."""
    folder = cache_dir()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free / GIGABYTE
    text = f"{free:.0f} GB free, {DISK_NEEDED} needed in {cache_dir()}"
    return "disk", free >= DISK_NEEDED, text


def _python() -> tuple[str, bool, str]:
    """Debian keeps the module that puts pip into a new environment in a package of its own."""
    complete = importlib.util.find_spec("ensurepip") is not None
    return "Python", complete, f"{platform.python_version()}; packages: python3-venv"


def _odoo(named: str | None) -> tuple[str, bool, str]:
    try:
        found = odoo_source.present(named)
    except Failure as failure:
        return "Odoo 19", False, str(failure)
    if found:
        return "Odoo 19", True, f"{found.version} in {found.python_path}"
    ways = [program for program in ("apt-get", "git") if shutil.which(program)]
    text = (
        f"not fetched yet; will be by {' or '.join(ways)}"
        if ways
        else ("install apt or git, or name an existing Odoo with --odoo PATH or VSOKO_ODOO")
    )
    return "Odoo 19", bool(ways), text


def _packages() -> tuple[str, bool, str]:
    folder = packages.folder()
    done = (folder / "complete").exists()
    return "Python packages", True, str(folder) if done else "not installed yet; pip will do it"


def _database() -> tuple[str, bool, str]:
    host = os.environ.get("PGHOST")
    text = f"the server at PGHOST={host}" if host else "embedded, started when needed"
    return "PostgreSQL", True, text


def _system() -> list[tuple[str, bool, str]]:
    return [
        (need.name, need.present(), f"for {need.purpose}; packages: {', '.join(need.packages)}")
        for need in system.NEEDS
    ]
