"""Databases of this checkout: cloned from a shared template that holds Odoo in Russian."""

import ast
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

from devtools import leftovers
from devtools.common import (
    ADDON,
    LANGUAGE,
    MODULE,
    ROOT,
    SATELLITES,
    Failure,
    cache_dir,
    checkout_id,
    digest,
    locked,
    say,
    state_dir,
    warn,
)
from devtools.environment import Environment, data_dir
from devtools.odoo_log import LogReader

# parts of the addon that a start of Odoo reads anew without an update of the database
READ_AT_START = ("tests", "tools", "controllers", "static")


def name(purpose: str) -> str:
    return f"vsoko_{checkout_id()}_{purpose}"


def query(environment: Environment, sql: str, database: str = "postgres") -> list[list[str]]:
    """Rows of one statement, as text."""
    cluster = environment.cluster
    command = [cluster.programs / "psql", "-X", "-A", "-t", "-q", "-F", "\x1f", "-R", "\x1e"]
    done = subprocess.run(
        [*command, "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql],
        env=environment.variables(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failure(f"PostgreSQL, database {database}: {done.stderr.strip()}")
    text = done.stdout.rstrip("\n")
    return [row.split("\x1f") for row in text.split("\x1e")] if text else []


def quoted(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def exists(environment: Environment, database: str) -> bool:
    sql = f"SELECT 1 FROM pg_database WHERE datname = {literal(database)}"
    return bool(query(environment, sql))


def has_addon(environment: Environment, database: str) -> bool:
    """Whether the addon is installed there; false when an installation was cut short."""
    if not exists(environment, database):
        return False
    table = query(environment, "SELECT to_regclass('ir_module_module')", database)
    if not table[0][0]:
        return False
    sql = f"SELECT state FROM ir_module_module WHERE name = {literal(MODULE)}"
    return query(environment, sql, database) == [["installed"]]


def drop(environment: Environment, database: str) -> None:
    # FORCE would end the server's autovacuum too and be refused; a plain drop asks it to leave
    own = f"datname = {literal(database)} AND usename = current_user"
    query(environment, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {own}")
    query(environment, f"DROP DATABASE IF EXISTS {quoted(database)}")
    shutil.rmtree(_filestore(database), ignore_errors=True)
    _record(database).unlink(missing_ok=True)


def sweep(environment: Environment) -> None:
    """Drop the databases of checkouts that are gone."""
    # every command begins under this lock: a checkout that comes back waits until it is forgotten
    with locked(cache_dir() / "lock", "dropping databases of checkouts that are gone"):
        for checkout in leftovers.gone(environment.cluster.address):
            sql = f"SELECT datname FROM pg_database WHERE datname LIKE 'vsoko\\_{checkout}\\_%'"
            for (database,) in query(environment, sql):
                say(f"Dropping {database}: its checkout is gone")
                drop(environment, database)
            leftovers.forget(checkout)


def create(environment: Environment, database: str, demo: bool, *arguments, **options) -> None:
    """Make the database anew with the addon installed in Russian; `arguments` go to Odoo."""
    sweep(environment)
    copy(environment, ensure_template(environment), database)
    if demo:
        # Odoo loads a module's demo data where all its dependencies have theirs;
        # the school wants its own pupils and staff without Odoo's sample companies
        sql = "UPDATE ir_module_module SET demo = true WHERE state = 'installed'"
        query(environment, sql, database)
    install(environment, database, "-i", MODULE, *arguments, **options)


def copy(environment: Environment, source: str, database: str) -> None:
    """Make the database anew as a copy of another that nobody is connected to.

    Files are copied, after a checkpoint: where the copy goes through the write-ahead log instead,
    a crash of the server takes the sequences of the copy back to where the source had them.
    """
    drop(environment, database)
    options = f"TEMPLATE {quoted(source)} STRATEGY FILE_COPY"
    query(environment, f"CREATE DATABASE {quoted(database)} {options}")
    _link_tree(_filestore(source), _filestore(database))


def keep_unvacuumed(environment: Environment, database: str) -> None:
    """Let nobody count the rows of the tables in the background.

    What a test makes is never committed, so a vacuum in its middle finds an empty table, and from
    then on the planner walks over thousands of rows as if there were one. `vacuum` does between
    the tests what is left out.
    """
    statement = """DO $$
        DECLARE one regclass;
        BEGIN
            FOR one IN SELECT oid FROM pg_class
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            LOOP
                EXECUTE format('ALTER TABLE %s SET (autovacuum_enabled = off)', one);
            END LOOP;
        END $$"""
    query(environment, statement, database)


def vacuum(environment: Environment, database: str) -> None:
    query(environment, "VACUUM (ANALYZE)", database)


def create_empty(environment: Environment, database: str) -> None:
    """As Odoo does it, but for extensions: an embedded server has none to offer."""
    options = "ENCODING 'UTF8' LC_COLLATE 'C' TEMPLATE template0"
    query(environment, f"CREATE DATABASE {quoted(database)} {options}")


def update(environment: Environment, database: str, *arguments, **options) -> None:
    arguments = ("-u", MODULE, "--i18n-overwrite", *arguments)
    install(environment, database, *arguments, **options)


def install(environment: Environment, database: str, *arguments, runner=None) -> None:
    """Run Odoo once over the database and remember which state of the addon is in it."""
    before = fingerprint()
    (runner or run_odoo)(environment, database, *arguments)
    if not has_addon(environment, database):
        raise Failure(f"The addon is not installed in {database}: see the messages above.")
    _record(database).write_text(json.dumps({"addon": before}))


def add_satellites(environment: Environment, is_copied: bool, *arguments, **options) -> None:
    """Install the addons that a school may be without in a copy of the database of the tests."""
    say("Installing the satellites in a copy of the database")
    database, wanted = name("satellites"), ",".join(SATELLITES.values())
    if not is_copied:
        copy(environment, name("test"), database)
    install(environment, database, "-i", wanted, *arguments, **options)


def is_current(database: str) -> bool:
    try:
        return json.loads(_record(database).read_text())["addon"] == fingerprint()
    except (OSError, ValueError, KeyError):
        return False


def run_odoo(environment: Environment, database: str, *arguments) -> None:
    """Run Odoo to its end with the log in a file; an ERROR or a traceback there is a failure.

    Warnings of the addon are shown.
    """
    log = state_dir() / f"{database}.log"
    with log.open("w") as output:
        process = environment.odoo_process(
            "server", "-c", environment.configuration, "-d", database, "--no-http",
            "--max-cron-threads=0", "--stop-after-init", *arguments,
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        code = process.wait()
    with log.open(errors="replace") as lines:
        problems = LogReader(str(ROOT)).read(lines).problems
    ours = [text for text in problems if text.startswith("WARNING ")]
    for text in ours:
        warn(text)
    if code or len(problems) > len(ours):
        excerpt = "\n".join(text for text in problems if text not in ours)
        raise Failure(f"Odoo failed on {database} (exit code {code}).\n{excerpt}\nLog: {log}")


def ensure_template(environment: Environment) -> str:
    """The database with everything the addon depends on, in Russian, made once per version."""
    manifest = ast.literal_eval((ADDON / "__manifest__.py").read_text())
    modules = ",".join(sorted({*manifest["depends"], "web_tour"}))
    key = digest(f"{environment.odoo.version}|{modules}|{LANGUAGE}")
    template, building = f"vsoko_base_{key}", f"vsoko_base_{key}_new"
    with locked(cache_dir() / f"{template}.lock", "preparing Odoo's database"):
        if not exists(environment, template):
            say("Preparing Odoo's database in Russian (once, about two minutes)")
            drop(environment, building)
            create_empty(environment, building)
            run_odoo(environment, building, "-i", modules, f"--load-language={LANGUAGE}")
            _link_tree(_filestore(building), _filestore(template))
            names = quoted(building), quoted(template)
            query(environment, "ALTER DATABASE {} RENAME TO {}".format(*names))
            shutil.rmtree(_filestore(building), ignore_errors=True)
    return template


def fingerprint(everything: bool = False) -> str:
    """A digest of the files of our addons: those that matter to a database, or all."""
    total = hashlib.sha256()
    for addon in (ADDON, *SATELLITES):
        for path in sorted(addon.rglob("*")):
            parts = path.relative_to(addon).parts
            matters = everything or parts[0] not in READ_AT_START
            if matters and path.is_file() and path.suffix != ".pyc":
                total.update(f"{addon.name}{parts}".encode() + path.read_bytes())
    return total.hexdigest()


def _filestore(database: str) -> Path:
    return data_dir() / "filestore" / database


def _record(database: str) -> Path:
    return state_dir() / f"{database}.json"


def _link_tree(source: Path, target: Path) -> None:
    """Odoo never changes a stored file in place, so two databases may share it by hard links."""
    shutil.rmtree(target, ignore_errors=True)
    if source.is_dir():
        shutil.copytree(source, target, copy_function=os.link)
