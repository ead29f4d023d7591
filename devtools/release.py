"""`vsoko release`: keep a small school made by this release, which later ones have to update."""

import ast
import lzma
import re
import subprocess
from pathlib import Path

from devtools import databases, shell
from devtools.common import ADDON, ROOT, Failure, locked, say, state_dir
from devtools.environment import Environment, prepare

FOLDER = ROOT / "devtools" / "releases"
INSIDE = ROOT / "devtools" / "inside"
# what other versions of PostgreSQL and its tools do not know
FOREIGN = re.compile(rb"\\(un)?restrict |SET transaction_timeout")
# files outside the database are not in a dump: those of Odoo's own modules, made anew by each
WITHOUT_FILES = "DELETE FROM ir_attachment WHERE store_fname IS NOT NULL"


def main(options) -> int:
    environment = prepare(options.odoo)
    database = databases.name("release")
    with locked(state_dir() / "release.lock", "the school of a release"):
        say("Making a database for the school")
        databases.create(environment, database, demo=False)
        release = Release(version())
        FOLDER.mkdir(exist_ok=True)
        script = INSIDE / "release_school.py"
        variables = {"VSOKO_ROOT": str(ROOT), "VSOKO_OUTPUT": str(release.facts)}
        if shell.run_file(environment, database, script, **variables):
            raise Failure("The school of the release could not be made.")
        databases.query(environment, WITHOUT_FILES, database)
        release.keep(environment, database)
        release.replace_others()
        databases.drop(environment, database)
    say(f"Kept {release.dump} and {release.facts}")
    return 0


class Release:
    """A school that a release has made: the dump of its database, and what of it must stay."""

    def __init__(self, number: str):
        self.number = number
        self.dump = FOLDER / f"{number}.sql.xz"
        self.facts = FOLDER / f"{number}.json"

    def keep(self, environment: Environment, database: str) -> None:
        command = _program(environment, "pg_dump", database, "--no-owner", "--no-privileges")
        with (
            subprocess.Popen(
                command, env=environment.variables(), stdout=subprocess.PIPE
            ) as process,
            lzma.open(self.dump, "wb", preset=9 | lzma.PRESET_EXTREME) as target,
        ):
            target.writelines(line for line in process.stdout if not FOREIGN.match(line))
        if process.returncode:
            raise Failure(f"pg_dump ended with the code {process.returncode}.")

    def replace_others(self) -> None:
        """Leave this release alone in the folder: an update asks the last one, and each takes
        megabytes; the earlier ones stay in the history."""
        for path in FOLDER.iterdir():
            if path not in (self.dump, self.facts):
                path.unlink()

    def restore(self, environment: Environment, database: str) -> None:
        databases.create_empty(environment, database)
        command = _program(
            environment,
            "psql",
            database,
            "-X",
            "-q",
            "-1",
            "-v",
            "ON_ERROR_STOP=1",
            "-o",
            "/dev/null",
        )
        with lzma.open(self.dump) as source:
            done = subprocess.run(
                command,
                env=environment.variables(),
                input=source.read(),
                stderr=subprocess.PIPE,
                check=False,
            )
        if done.returncode:
            raise Failure(f"{self.dump.name}: {done.stderr.decode(errors='replace')}")


def version() -> str:
    return ast.literal_eval((ADDON / "__manifest__.py").read_text())["version"]


def before(number: str) -> Release | None:
    """The last of the kept releases before this one."""
    kept = [Path(path.stem).stem for path in FOLDER.glob("*.sql.xz")]
    earlier = [one for one in kept if _order(one) < _order(number)]
    return Release(max(earlier, key=_order)) if earlier else None


def _order(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]


def _program(environment: Environment, name: str, database: str, *options: str) -> list:
    return [environment.cluster.programs / name, *options, "-d", database]
