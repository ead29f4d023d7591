"""The virtual environment with the Python packages pinned in pyproject.toml."""

import shutil
import sys
import tomllib
from pathlib import Path

from devtools import system
from devtools.common import ROOT, Failure, cache_dir, call, digest, say

# the group of Odoo addons: pip would look for Odoo itself as what they depend on
ADDONS = "addons"


def pinned() -> list[str]:
    """All requirements: the addon's own, and those of every dependency group but the addons."""
    settings = _settings()
    groups = [lines for name, lines in settings["dependency-groups"].items() if name != ADDONS]
    return settings["project"]["dependencies"] + [line for group in groups for line in group]


def pinned_addons() -> list[str]:
    return _settings()["dependency-groups"][ADDONS]


def _settings() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def folder() -> Path:
    key = digest("\n".join([sys.version, sys.base_prefix, *pinned(), *pinned_addons()]))
    return cache_dir() / "venv" / key


def addons_folder(environment: Path) -> Path:
    """Where the addons of others lie in an environment."""
    return environment / "addons" / "odoo" / "addons"


def ensure() -> Path:
    """Make the environment once per set of pins; returns its folder. Call under the cache lock."""
    target = folder()
    done = target / "complete"
    if done.exists():
        return target
    shutil.rmtree(target, ignore_errors=True)
    _make(target)
    say("Installing Python packages (about a minute)")
    call(
        [target / "bin/python", "-m", "pip", "install", "--quiet", "--no-input", *pinned()],
        "Installing Python packages",
    )
    call(
        [
            *(target / "bin/python", "-m", "pip", "install", "--quiet", "--no-input"),
            *("--no-deps", "--target", target / "addons", *pinned_addons()),
        ],
        "Installing addons of others",
    )
    done.touch()
    return target


def _make(target: Path) -> None:
    command = [sys.executable, "-m", "venv", target]
    try:
        call(command, "Making a virtual environment")
    except Failure:
        if not system.can_install():
            raise
        # Debian keeps the module that makes environments in a package of its own
        system.apt_install(["python3-venv"])
        call(command, "Making a virtual environment")
