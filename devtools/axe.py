"""axe-core, by which browser tests look for what keeps people from using a page.

It is a tool of development alone (MPL-2.0): it lies in the cache and never in the addon.
"""

import base64
import hashlib
import shutil
import tarfile
import tempfile
from pathlib import Path

from devtools.common import Failure, cache_dir, call, say, warn

PACKAGE = "axe-core"
VERSION = "4.10.3"
# of the package as its makers published it: something else under this version is refused
SHA512 = "Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg=="
SCRIPT = "package/axe.min.js"
# a machine without a network must not wait for it
PATIENCE = ("--fetch-retries=0", "--fetch-timeout=20000")


def script() -> Path:
    """Where the script lies once it is there."""
    return cache_dir() / "npm" / f"{PACKAGE}-{VERSION}" / Path(SCRIPT).name


def ensure() -> None:
    """Get the script once. Without npm or its network the tests that need it say so."""
    if script().exists() or not shutil.which("npm"):
        return
    say(f"Getting {PACKAGE}")
    with tempfile.TemporaryDirectory(prefix="vsoko-") as folder:
        command = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--pack-destination", folder, *PATIENCE]
        try:
            call(command, f"Getting {PACKAGE}")
        except Failure as failure:
            warn(str(failure))
            return
        unpack(Path(folder) / f"{PACKAGE}-{VERSION}.tgz", script())


def unpack(archive: Path, target: Path, sha512: str = SHA512) -> None:
    """Take the script alone out of the package; `Failure` for another package than the pinned."""
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != sha512:
        raise Failure(f"{PACKAGE} {VERSION} is not what it was: its checksum is {found}.")
    with tarfile.open(archive) as package:
        content = package.extractfile(SCRIPT).read()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".part")
    draft.write_bytes(content)
    draft.replace(target)
