"""System libraries and programs: what is needed, what is missing, how to get it."""

import ctypes
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from devtools.common import Failure, call, say, warn

CHROMIUM_NAMES = ("google-chrome", "chromium", "chromium-browser")
# another program may be installing packages at this moment
WAIT = ("-o", "DPkg::Lock::Timeout=300")
FONT_DIRS = ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".local/share/fonts"))


class Need(NamedTuple):
    name: str
    purpose: str
    present: Callable[[], bool]
    packages: tuple[str, ...]


def _program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def _library(*sonames: str) -> Callable[[], bool]:
    def present():
        try:
            for soname in sonames:
                ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return present


def _font(pattern: str) -> Callable[[], bool]:
    return lambda: any(
        next(Path(folder).rglob(pattern), None) for folder in FONT_DIRS if Path(folder).is_dir()
    )


NEEDS = (
    Need(
        "Pango and HarfBuzz",
        "PDF reports",
        _library(
            "libpango-1.0.so.0",
            "libpangoft2-1.0.so.0",
            "libharfbuzz.so.0",
            "libharfbuzz-subset.so.0",
            "libfontconfig.so.1",
        ),
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "libfontconfig1"),
    ),
    Need("DejaVu fonts", "PDF reports", _font("DejaVuSans.ttf"), ("fonts-dejavu-core",)),
    Need("Liberation fonts", "PDF reports", _font("LiberationSerif-*"), ("fonts-liberation",)),
    Need("libmagic", "types of uploaded files", _library("libmagic.so.1"), ("libmagic1",)),
    Need("Chromium", "browser tests, screenshots", _program(*CHROMIUM_NAMES), ("chromium",)),
    Need("pdftotext", "tests that read PDF files", _program("pdftotext"), ("poppler-utils",)),
    Need("gettext", "merging translations", _program("msgcat"), ("gettext",)),
)


def missing() -> list[Need]:
    return [need for need in NEEDS if not need.present()]


def can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def how_to_get(needs: list[Need]) -> str:
    packages = " ".join(package for need in needs for package in need.packages)
    return f"On Debian or Ubuntu: apt-get install {packages}"


def install_missing() -> None:
    """Install what is missing where that is allowed; else say what will not work and why."""
    needs = missing()
    if not needs:
        return
    if can_install():
        try:
            apt_install([package for need in needs for package in need.packages])
        except Failure as failure:
            warn(str(failure))
        needs = missing()
    for need in needs:
        warn(f"Missing: {need.name} (needed for {need.purpose}).")
    if needs:
        warn(how_to_get(needs))


def apt_install(packages: list[str]) -> None:
    say(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-qq"], "Refreshing the list of system packages", env=environment)
    call(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *WAIT, *packages],
        "Installing system packages",
        env=environment,
    )
