"""Odoo 19: the one that the user names, else Debian's package, else Odoo's public repository."""

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from devtools.common import Failure, cache_dir, call, digest, say

SERIES = "19.0"
REPOSITORY = "https://github.com/odoo/odoo.git"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
# Odoo's fonts and scripts are links into the other packages
PACKAGES = (
    "odoo-19",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-font-awesome",
    "fonts-inconsolata",
    "fonts-montserrat",
    "fonts-ocr-b",
    "fonts-roboto-unhinted",
)


class Odoo(NamedTuple):
    script: Path
    python_path: Path
    addons: tuple[Path, ...]
    version: str


def find(named: str | None) -> Odoo:
    """The Odoo to use, fetched into the cache when nobody names one."""
    return present(named) or _fetch()


def present(named: str | None) -> Odoo | None:
    """The Odoo that the user names, or the one fetched before."""
    path = named or os.environ.get("VSOKO_ODOO")
    return describe(Path(path).expanduser().resolve()) if path else _cached()


def describe(path: Path) -> Odoo:
    """An Odoo in a source checkout, a prefix of unpacked packages, or `/usr`."""
    layouts = (
        (path / "odoo-bin", path),
        (path / "usr/bin/odoo", path / "usr/lib/python3/dist-packages"),
        (path / "bin/odoo", path / "lib/python3/dist-packages"),
    )
    for script, python_path in layouts:
        if script.is_file() and (python_path / "odoo/release.py").is_file():
            addons = (python_path / "odoo/addons", python_path / "addons")
            return Odoo(script, _isolated(python_path), addons, _version(python_path))
    raise Failure(
        f"No Odoo in {path}. Name a folder with odoo-bin, or one with usr/bin/odoo or bin/odoo."
    )


def _version(python_path: Path) -> str:
    text = (python_path / "odoo/release.py").read_text()
    found = re.search(r"^version_info = \((\d+), (\d+)", text, re.M)
    series = ".".join(found.groups()) if found else "unknown"
    if series != SERIES:
        raise Failure(f"Odoo in {python_path} is {series}; {SERIES} is needed.")
    stamp = (python_path / "odoo/release.py").stat().st_mtime_ns
    return f"{series}-{digest(f'{python_path}{stamp}')}"


def _isolated(python_path: Path) -> Path:
    """A folder with Odoo alone: the system's other packages would hide the pinned ones."""
    if not (python_path / "pip").exists() and not (python_path / "apt").exists():
        return python_path
    folder = cache_dir() / "odoo" / f"links-{digest(str(python_path))}"
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / "odoo"
    if not link.is_symlink():
        link.symlink_to(python_path / "odoo")
    return folder


def _cached() -> Odoo | None:
    for name in ("debian", "git"):
        path = cache_dir() / "odoo" / name
        if path.is_dir():
            return describe(path)
    return None


def _fetch() -> Odoo:
    reasons = []
    for fetch, name in ((_fetch_debian, "debian"), (_fetch_git, "git")):
        target = cache_dir() / "odoo" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix="new-") as folder:
            try:
                fetch(Path(folder))
            except Failure as failure:
                reasons.append(str(failure))
                continue
            (Path(folder) / "tree").rename(target)
        return describe(target)
    raise Failure(
        "Odoo 19 could not be fetched. Name an existing one with --odoo PATH or VSOKO_ODOO.\n"
        + "\n".join(reasons)
    )


def _fetch_debian(folder: Path) -> None:
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        raise Failure("Debian's package odoo-19: this machine has no apt.")
    say("Fetching Odoo 19 (Debian's package, 130 MB)")
    options = _private_apt(folder)
    call(["apt-get", *options, "update"], "Reading the package list of Debian sid")
    call(["apt-get", *options, "download", *PACKAGES], "Downloading odoo-19", cwd=folder)
    for package in sorted(folder.glob("*.deb")):
        call(["dpkg", "-x", package, folder / "tree"], f"Unpacking {package.name}")


def _private_apt(folder: Path) -> list[str]:
    """Options that make apt work inside `folder`, with the suite sid of this machine's mirror."""
    for name in ("lists/partial", "cache/archives/partial"):
        (folder / name).mkdir(parents=True)
    sources = folder / "sid.sources"
    sources.write_text(
        f"Types: deb\nURIs: {_mirror()}\nSuites: sid\nComponents: main\nSigned-By: {KEYRING}\n"
    )
    options = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "-",
        "Dir::State::lists": folder / "lists",
        "Dir::Cache": folder / "cache",
        "Acquire::Languages": "none",
        # apt's own unprivileged user cannot write into a folder of root's cache
        "APT::Sandbox::User": "root",
    }
    return [word for key, value in options.items() for word in ("-o", f"{key}={value}")]


def _mirror() -> str:
    """The address of the Debian archive that this machine's apt already uses."""
    listed = call(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)|$(ORIGIN)|$(SUITE)|$(COMPONENT)"],
        "Asking apt for its mirror",
    )
    targets = [line.split("|") for line in listed.splitlines() if line.count("|") == 3]
    for uri, _origin, suite, component in targets:
        if component == "main" and "security" not in f"{uri}{suite}" and "debian" in uri:
            return uri
    raise Failure("Debian's package odoo-19: apt on this machine uses no Debian archive.")


def _fetch_git(folder: Path) -> None:
    if not shutil.which("git"):
        raise Failure("Odoo's repository: git is not installed.")
    say("Fetching Odoo 19 (a shallow clone of its repository)")
    call(
        ["git", "clone", "--depth=1", f"--branch={SERIES}", REPOSITORY, folder / "tree"],
        "Cloning Odoo",
    )
