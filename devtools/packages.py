"""The virtual environment with the Python packages pinned in pyproject.toml."""

import shutil
import sys
import tomllib
from pathlib import Path

from devtools import system
from devtools.common import ROOT, Failure, cache_dir, call, digest, say


def pinned() -> list[str]:
    """All requirements: the addon's own, and those of every dependency group."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = settings["dependency-groups"].values()
    return settings["project"]["dependencies"] + [line for group in groups for line in group]


def folder() -> Path:
    key = digest("\n".join([sys.version, sys.base_prefix, *pinned()]))
    return cache_dir() / "venv" / key


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
